import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Chip, Figure, Figures, Panel, Tabs } from "../../design/controls/controls.tsx";
import { UnfoldingSum } from "../../design/sum/unfolding-sum.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { eventAmount, eventTitle } from "./event-words.ts";
import { statusTitles } from "./accounts.tsx";
import type { Account, AccountEvent, JournalLine, Schedule, Statement } from "./wire.ts";

type Key = { readonly borrowerId: string; readonly accountId: string };

/** One account: what is owed and why, what is to come, what happened, what was posted. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const params: Partial<Key> = useParams({ strict: false });
  const key: Key = { borrowerId: params.borrowerId ?? "", accountId: params.accountId ?? "" };
  const at = `/v1/borrowers/${key.borrowerId}/accounts/${key.accountId}`;
  const [tab, setTab] = useState("plan");
  const query = useQuery({
    queryKey: ["account", key.accountId],
    queryFn: ({ signal }) => read<Account>(at, signal),
  });
  return (
    <div className="screen">
      <Asked query={query} lines={8}>
        {(it) => (
          <>
            <div className="row between">
              <h1>{it.accountId}</h1>
              <a href={`/console/people/${it.borrowerId}`}>
                {say({ zh: "查看借款人", en: "The person" })}
              </a>
            </div>
            <div className="row">
              <Chip tone="plain">
                {say(statusTitles[it.status] ?? { zh: it.status, en: it.status })}
              </Chip>
              {it.freezes.map((one) => (
                <Chip key={one} tone="wait">
                  {say({ zh: `已冻结：${one}`, en: `Frozen: ${one}` })}
                </Chip>
              ))}
              {it.isQuarantined ? (
                <Chip tone="wait">{say({ zh: "已隔离，等待处理", en: "Quarantined" })}</Chip>
              ) : null}
            </div>
            <AccountFigures account={it} />
            <Panel title={say({ zh: "欠款的组成", en: "What is owed, and why" })}>
              <UnfoldingSum sum={sumOf(it)} currency={it.currency} open />
            </Panel>
            <Tabs
              label={say({ zh: "账户内容", en: "Parts of the account" })}
              current={tab}
              onChange={setTab}
              tabs={[
                { id: "plan", label: say({ zh: "还款计划", en: "Schedule" }) },
                { id: "statements", label: say({ zh: "账单", en: "Statements" }) },
                { id: "events", label: say({ zh: "事件", en: "Events" }) },
                { id: "journal", label: say({ zh: "分录", en: "Journal" }) },
              ]}
            />
            {tab === "plan" ? <Plan at={at} account={it} /> : null}
            {tab === "statements" ? <Statements at={at} account={it} /> : null}
            {tab === "events" ? <Events at={at} account={it} /> : null}
            {tab === "journal" ? <Journal at={at} account={it} /> : null}
          </>
        )}
      </Asked>
    </div>
  );
}

type PartProps = { readonly at: string; readonly account: Account };

function AccountFigures({ account: it }: { readonly account: Account }): ReactNode {
  const { say, language } = useWords();
  return (
    <Figures>
      <Figure
        label={say({ zh: "欠款合计", en: "Owed in all" })}
        value={<Money minor={it.owed.totalMinor} currency={it.currency} />}
      />
      <Figure
        label={say({ zh: "应还", en: "Due" })}
        value={<Money minor={it.dueMinor} currency={it.currency} />}
        note={it.dueOn ? dayText(it.dueOn, language) : undefined}
      />
      <Figure
        label={say({ zh: "逾期天数", en: "Days past due" })}
        value={<span className="figures">{it.dpd}</span>}
        note={say({ zh: `最高 ${it.dpdMax} 天`, en: `at most ${it.dpdMax} so far` })}
      />
      <Figure
        label={say({ zh: "可用额度", en: "Available" })}
        value={<Money minor={it.availableMinor} currency={it.currency} />}
        note={
          <>
            {say({ zh: "额度 ", en: "of " })}
            <Money minor={it.limitMinor} currency={it.currency} />
          </>
        }
      />
      <Figure
        label={say({ zh: "减值准备", en: "Allowance" })}
        value={<Money minor={it.provisionMinor} currency={it.currency} />}
        note={say({
          zh: `阶段 ${it.stage}${it.isNonAccrual ? "，非应计" : ""}`,
          en: `stage ${it.stage}${it.isNonAccrual ? ", non-accrual" : ""}`,
        })}
      />
    </Figures>
  );
}

function sumOf(it: Account): Parameters<typeof UnfoldingSum>[0]["sum"] {
  const { owed } = it;
  return {
    id: "owed",
    label: { zh: "欠款合计", en: "Owed in all" },
    amountMinor: owed.totalMinor,
    parts: [
      { id: "principal", label: { zh: "本金", en: "Principal" }, amountMinor: owed.principalMinor },
      {
        id: "interest",
        label: { zh: "已出账利息", en: "Interest billed" },
        amountMinor: owed.interestMinor,
      },
      { id: "fee", label: { zh: "费用", en: "Fees" }, amountMinor: owed.feeMinor },
      { id: "penalty", label: { zh: "罚息", en: "Late interest" }, amountMinor: owed.penaltyMinor },
      {
        id: "accrued",
        label: { zh: "未出账利息", en: "Interest not yet billed" },
        amountMinor: owed.accruedMinor,
        source: {
          zh: "按日计算，到期时才进位一次",
          en: "by the day; rounded once, when it falls due",
        },
      },
    ].filter((one) => one.amountMinor !== 0),
  };
}

function Plan({ at, account }: PartProps): ReactNode {
  const { say, language } = useWords();
  const query = useQuery({
    queryKey: ["schedule", account.accountId],
    queryFn: ({ signal }) => read<Schedule>(`${at}/schedule`, signal),
  });
  const money = (minor: number): ReactNode => <Money minor={minor} currency={account.currency} />;
  return (
    <Asked query={query}>
      {(it) => (
        <>
          <DataTable
            caption={say({ zh: "已到期未还", en: "Due and unpaid" })}
            rows={it.due}
            keyOf={(one) => one.id}
            empty={
              <p className="soft">
                {say({ zh: "没有到期未还的款项。", en: "Nothing is due and unpaid." })}
              </p>
            }
            columns={[
              {
                id: "due",
                label: say({ zh: "还款日", en: "Due day" }),
                cell: (one) => dayText(one.dueOn, language),
              },
              {
                id: "principal",
                label: say({ zh: "本金", en: "Principal" }),
                cell: (one) => money(one.principalMinor),
                isFigure: true,
              },
              {
                id: "interest",
                label: say({ zh: "利息", en: "Interest" }),
                cell: (one) => money(one.interestMinor),
                isFigure: true,
              },
              {
                id: "fee",
                label: say({ zh: "费用", en: "Fees" }),
                cell: (one) => money(one.feeMinor),
                isFigure: true,
                isMinor: true,
              },
              {
                id: "penalty",
                label: say({ zh: "罚息", en: "Late interest" }),
                cell: (one) => money(one.penaltyMinor),
                isFigure: true,
                isMinor: true,
              },
            ]}
          />
          {it.draws.map((draw) => (
            <DataTable
              key={draw.drawId}
              caption={`${draw.drawId} · ${dayText(draw.on, language)}`}
              rows={draw.rows}
              keyOf={(one) => String(one.number)}
              empty={
                <p className="soft">
                  {say({ zh: "按日计息，随时可还。", en: "Open, with daily interest." })}
                </p>
              }
              columns={[
                {
                  id: "number",
                  label: say({ zh: "期", en: "No." }),
                  cell: (one) => one.number,
                  isFigure: true,
                },
                {
                  id: "due",
                  label: say({ zh: "还款日", en: "Due day" }),
                  cell: (one) => dayText(one.dueOn, language),
                },
                {
                  id: "principal",
                  label: say({ zh: "本金", en: "Principal" }),
                  cell: (one) => money(one.principalMinor),
                  isFigure: true,
                },
                {
                  id: "interest",
                  label: say({ zh: "利息", en: "Interest" }),
                  cell: (one) => money(one.interestMinor),
                  isFigure: true,
                },
                {
                  id: "total",
                  label: say({ zh: "合计", en: "Total" }),
                  cell: (one) => money(one.totalMinor),
                  isFigure: true,
                },
              ]}
            />
          ))}
        </>
      )}
    </Asked>
  );
}

function Statements({ at, account }: PartProps): ReactNode {
  const { say, language } = useWords();
  const query = useQuery({
    queryKey: ["statements", account.accountId],
    queryFn: ({ signal }) => read<{ items: Statement[] }>(`${at}/statements?limit=36`, signal),
  });
  return (
    <Asked query={query}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "账单", en: "Statements" })}
          rows={items}
          keyOf={(it) => it.statementId}
          exports={[{ label: "CSV", href: `/exports/csv${at}/statements` }]}
          columns={[
            {
              id: "closed",
              label: say({ zh: "账单日", en: "Closed" }),
              cell: (it) => dayText(it.closedOn, language),
            },
            {
              id: "due",
              label: say({ zh: "还款日", en: "Due day" }),
              cell: (it) => dayText(it.dueOn, language),
            },
            {
              id: "closing",
              label: say({ zh: "账单金额", en: "Bill" }),
              cell: (it) => <Money minor={it.closingMinor} currency={account.currency} />,
              isFigure: true,
            },
            {
              id: "minimum",
              label: say({ zh: "最低还款额", en: "Minimum" }),
              cell: (it) => <Money minor={it.minimumMinor} currency={account.currency} />,
              isFigure: true,
            },
          ]}
        />
      )}
    </Asked>
  );
}

function Events({ at, account }: PartProps): ReactNode {
  const { say, language } = useWords();
  const query = useQuery({
    queryKey: ["events", account.accountId],
    queryFn: ({ signal }) => read<{ items: AccountEvent[] }>(`${at}/events?limit=500`, signal),
  });
  return (
    <Asked query={query}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "全部事件", en: "Every event" })}
          rows={[...items].reverse()}
          keyOf={(it) => it.eventId}
          exports={[{ label: "CSV", href: `/exports/csv${at}/events` }]}
          columns={[
            {
              id: "value",
              label: say({ zh: "生效日", en: "Counts on" }),
              cell: (it) => dayText(it.valueOn, language),
            },
            {
              id: "kind",
              label: say({ zh: "事件", en: "Event" }),
              cell: (it) => say(eventTitle(it)),
            },
            {
              id: "amount",
              label: say({ zh: "金额", en: "Amount" }),
              cell: (it) => eventAmount(it, language, account.currency),
              isFigure: true,
            },
            {
              id: "booked",
              label: say({ zh: "记账日", en: "Booked on" }),
              cell: (it) => dayText(it.bookedOn, language),
              isMinor: true,
            },
          ]}
        />
      )}
    </Asked>
  );
}

function Journal({ at, account }: PartProps): ReactNode {
  const { say, language } = useWords();
  const query = useQuery({
    queryKey: ["journal", account.accountId],
    queryFn: ({ signal }) => read<{ items: JournalLine[] }>(`${at}/journal?limit=500`, signal),
  });
  return (
    <Asked query={query}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "分录：每一行都有借贷两边", en: "Journal: each line has two sides" })}
          rows={items}
          keyOf={(it) => `${it.postingKey} ${it.line}`}
          exports={[{ label: "CSV", href: `/exports/csv${at}/journal` }]}
          columns={[
            {
              id: "booked",
              label: say({ zh: "记账日", en: "Booked on" }),
              cell: (it) => dayText(it.bookedOn, language),
            },
            { id: "debit", label: say({ zh: "借", en: "Debit" }), cell: (it) => it.debit },
            { id: "credit", label: say({ zh: "贷", en: "Credit" }), cell: (it) => it.credit },
            {
              id: "amount",
              label: say({ zh: "金额", en: "Amount" }),
              cell: (it) => <Money minor={it.amountMinor} currency={account.currency} />,
              isFigure: true,
            },
            {
              id: "reason",
              label: say({ zh: "事由", en: "Reason" }),
              cell: (it) => it.reason,
              isMinor: true,
            },
          ]}
        />
      )}
    </Asked>
  );
}
