import { type ReactNode, useState } from "react";
import { Chart } from "../../design/chart/chart.tsx";
import {
  Button,
  Chip,
  Choice,
  Field,
  Figure,
  Figures,
  Panel,
  Sheet,
  Tabs,
} from "../../design/controls/controls.tsx";
import { Law } from "../../design/law/law.tsx";
import { DayMeasure } from "../../design/measure/day-measure.tsx";
import { Seal } from "../../design/seal/seal.tsx";
import {
  Empty,
  Failed,
  NoPermission,
  Notice,
  Progress,
  Skeleton,
} from "../../design/states/states.tsx";
import { UnfoldingSum } from "../../design/sum/unfolding-sum.tsx";
import { DataTable, type SortOrder } from "../../design/table/data-table.tsx";
import { TwoSidedLine } from "../../design/line/two-sided-line.tsx";
import { Money } from "../../design/words/money.tsx";
import { Page } from "../../frame/page.tsx";
import { dayText, moneyText, percentText, yearRateText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import {
  ageingExample,
  coloursShown,
  lineExample,
  measureExample,
  sumExample,
} from "./examples.ts";
import "./design-page.css";

/** The living reference: every part of the design language, in use. */
export function DesignPage(): ReactNode {
  const { t } = useWords();
  return (
    <Page shape="wide">
      <div className="stack design-page" style={{ "--stack-gap": "var(--s6)" } as never}>
        <header className="stack">
          <h1>{t("design.title")}</h1>
          <p className="soft">{t("design.lead")}</p>
        </header>
        <Signatures />
        <Colours />
        <Letters />
        <Controls />
        <Tables />
        <States />
      </div>
    </Page>
  );
}

function Signatures(): ReactNode {
  const { t, say } = useWords();
  return (
    <Panel title={t("design.signatures")}>
      <div className="stack" style={{ "--stack-gap": "var(--s6)" } as never}>
        <div className="stack">
          <h3>1 · {t("measure.title")}</h3>
          <DayMeasure {...measureExample} size="large" />
          <DayMeasure {...measureExample} size="medium" />
          <DayMeasure {...measureExample} size="small" />
        </div>
        <div className="stack">
          <h3>2 · {t("line.title")}</h3>
          <TwoSidedLine items={lineExample} />
        </div>
        <div className="stack">
          <h3>3 · {t("sum.title")}</h3>
          <UnfoldingSum sum={sumExample} />
        </div>
        <div className="stack">
          <h3>4 · {say({ zh: "印", en: "The seal" })}</h3>
          <div className="row">
            <Seal
              code="7KQM"
              decidedBy={{
                zh: "闸口，规则 cn.contact-hours",
                en: "the gate, rule cn.contact-hours",
              }}
              article={say({ zh: "金规〔2025〕9号", en: "Jin Gui [2025] No. 9" })}
              check={async () => true}
            />
            <Seal
              code="X3PA"
              decidedBy={{ zh: "示例：证明不符", en: "an example of a broken proof" }}
              check={async () => false}
            />
          </div>
        </div>
      </div>
    </Panel>
  );
}

function Colours(): ReactNode {
  const { t, say } = useWords();
  return (
    <Panel title={t("design.colour")}>
      <ul className="swatches">
        {coloursShown.map((it) => (
          <li key={it.name}>
            <i style={{ background: `var(--${it.name})` }} />
            <b>{say(it.title)}</b>
            <span className="soft">{say(it.use)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Letters(): ReactNode {
  const { t, say, language } = useWords();
  return (
    <Panel title={t("design.type")}>
      <div className="stack">
        <h1>{say({ zh: "一级标题：账目清楚", en: "First heading: the account is clear" })}</h1>
        <h2>{say({ zh: "二级标题：本期账单", en: "Second heading: this statement" })}</h2>
        <p>
          {say({
            zh: "正文：先说事实，再说费用，然后是接下来会怎样，最后是您可以做什么。",
            en: "Text: what it is, what it costs, what happens next, what you can do.",
          })}
        </p>
        <p>
          <Law>
            {say({
              zh: "法律条文用宋体：借款的利息不得预先在本金中扣除。（《民法典》第六百七十条）",
              en: "Text of law is set in serif: interest may not be deducted from principal in advance.",
            })}
          </Law>
        </p>
        <dl className="letters">
          <dt>{say({ zh: "金额", en: "Money" })}</dt>
          <dd>
            <Money minor={123456} /> · <Money minor={-4200} /> ·{" "}
            <Money minor={980000} size="large" />
          </dd>
          <dt>{say({ zh: "日期", en: "Day" })}</dt>
          <dd>{dayText("2026-11-24", language)}</dd>
          <dt>{say({ zh: "利率", en: "Rate" })}</dt>
          <dd>{yearRateText(146_000, language)}</dd>
        </dl>
      </div>
    </Panel>
  );
}

function Controls(): ReactNode {
  const { t, say } = useWords();
  const [amount, setAmount] = useState("");
  const [choice, setChoice] = useState("3");
  const [tab, setTab] = useState("due");
  const [open, setOpen] = useState(false);
  const isWrong = amount !== "" && !/^\d+(\.\d{1,2})?$/.test(amount);
  return (
    <Panel title={t("design.controls")}>
      <div className="stack">
        <div className="row">
          <Button kind="primary" onPress={() => setOpen(true)}>
            {say({ zh: "主要操作", en: "Primary action" })}
          </Button>
          <Button>{say({ zh: "普通操作", en: "Plain action" })}</Button>
          <Button kind="quiet">{say({ zh: "安静操作", en: "Quiet action" })}</Button>
          <Button busy>{say({ zh: "正在提交", en: "Sending" })}</Button>
          <Button disabled>{say({ zh: "暂不可用", en: "Not available" })}</Button>
        </div>
        <div className="design-fields">
          <Field
            label={say({ zh: "还款金额（元）", en: "Amount to pay (CNY)" })}
            value={amount}
            onChange={setAmount}
            inputMode="decimal"
            hint={say({ zh: "最多两位小数", en: "At most two decimals" })}
            wrong={
              isWrong
                ? say({
                    zh: `“${amount}”不是金额，例如 120.50`,
                    en: `"${amount}" is not an amount; try 120.50`,
                  })
                : undefined
            }
          />
          <Choice
            label={say({ zh: "分几期", en: "Instalments" })}
            value={choice}
            onChange={setChoice}
            options={["3", "6", "12"].map((it) => ({ value: it, label: it }))}
          />
        </div>
        <Tabs
          label={say({ zh: "账目", en: "Account" })}
          current={tab}
          onChange={setTab}
          tabs={[
            { id: "due", label: say({ zh: "应还", en: "Due" }) },
            { id: "plan", label: say({ zh: "计划", en: "Plan" }) },
            { id: "past", label: say({ zh: "往来", en: "History" }) },
          ]}
        />
        <div className="row">
          <Chip tone="allowed">{t("status.allowed")}</Chip>
          <Chip tone="wait">{t("status.notBefore", { time: "08:00" })}</Chip>
          <Chip tone="refused">{t("status.refused")}</Chip>
          <Chip tone="notice">{t("status.notice")}</Chip>
        </div>
        <Figures>
          <Figure
            label={say({ zh: "在贷余额", en: "Outstanding" })}
            value={<Money minor={812_345_600} />}
          />
          <Figure
            label={say({ zh: "逾期超过 30 天", en: "Over 30 days late" })}
            value={<span className="figures">{percentText(0.0241, 2)}</span>}
            note={say({ zh: "按余额", en: "by balance" })}
          />
        </Figures>
        <Sheet
          open={open}
          title={say({ zh: "从下方打开的单页", en: "A sheet over the page" })}
          onClose={() => setOpen(false)}
        >
          <p>
            {say({ zh: "Esc 关闭，焦点回到原处。", en: "Escape closes it; the focus goes back." })}
          </p>
        </Sheet>
      </div>
    </Panel>
  );
}

function Tables(): ReactNode {
  const { t, say, language } = useWords();
  const [sort, setSort] = useState<SortOrder>({ by: "amount", direction: "down" });
  const rows = [...ageingExample].sort(
    (a, b) => (sort.direction === "up" ? 1 : -1) * (a.minor - b.minor),
  );
  return (
    <Panel title={t("design.tables")}>
      <div className="stack">
        <DataTable
          caption={say({ zh: "按逾期天数", en: "By days past due" })}
          columns={[
            { id: "bucket", label: say({ zh: "档", en: "Bucket" }), cell: (it) => say(it.label) },
            {
              id: "amount",
              label: say({ zh: "余额", en: "Balance" }),
              cell: (it) => <Money minor={it.minor} />,
              isFigure: true,
              isSortable: true,
            },
          ]}
          rows={rows}
          keyOf={(it) => it.label.en}
          sort={sort}
          onSort={setSort}
          count={rows.length}
        />
        <Chart
          title={say({ zh: "余额按逾期天数", en: "Balance by days past due" })}
          format={(value) => moneyText(value, language)}
          shape={{
            kind: "bar",
            categories: ageingExample.map((it) => say(it.label)),
            series: [
              {
                name: say({ zh: "余额", en: "Balance" }),
                values: ageingExample.map((it) => it.minor),
              },
            ],
          }}
        />
      </div>
    </Panel>
  );
}

function States(): ReactNode {
  const { t, say } = useWords();
  return (
    <Panel title={t("design.states")}>
      <div className="design-states">
        <Skeleton />
        <Empty />
        <Failed onRetry={() => {}} />
        <NoPermission />
        <Notice>{t("state.partial")}</Notice>
        <Notice tone="wait">{t("state.stale", { time: "09:30" })}</Notice>
        <Progress label={say({ zh: "日终处理", en: "Close of day" })} done={1280} of={2000} />
      </div>
    </Panel>
  );
}
