import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Chip, Figure, Figures, Panel } from "../../design/controls/controls.tsx";
import { Law } from "../../design/law/law.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { dayText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { type Citation, type RuleHead, toneOf, wordOf } from "./rule-words.ts";

type RuleInWords = RuleHead & {
  readonly pack: { readonly id: string; readonly title: Bilingual };
  readonly where: Bilingual | null;
  readonly mustHold: Bilingual;
  readonly remedy: Bilingual;
  readonly datedBy: string;
  readonly whenUnknown: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly values: readonly {
      readonly from: string;
      readonly to: string | null;
      readonly value: Bilingual;
      readonly cite: Citation;
    }[];
  }[];
  readonly citations: readonly Citation[];
  readonly facts: readonly { readonly name: string; readonly meaning: Bilingual | null }[];
  readonly examples: readonly {
    readonly title: string;
    readonly shows: string;
    readonly failures: readonly string[];
  }[];
};

/** One rule as a lawyer reads it: words made from the rule itself, its law, its values by date. */
export function Screen(): ReactNode {
  const { packId = "", ruleId = "" }: { packId?: string; ruleId?: string } = useParams({
    strict: false,
  });
  const query = useQuery({
    queryKey: ["rule", packId, ruleId],
    queryFn: ({ signal }) =>
      read<RuleInWords>(
        `/v1/rule-packs/${encodeURIComponent(packId)}/rules/${encodeURIComponent(ruleId)}`,
        signal,
      ),
  });
  return (
    <div className="screen">
      <Asked query={query} lines={12}>
        {(it) => <Rule it={it} />}
      </Asked>
    </div>
  );
}

function Rule({ it }: { readonly it: RuleInWords }): ReactNode {
  const { say, language } = useWords();
  const until = it.to === null ? "" : ` – ${dayText(it.to, language)}`;
  return (
    <>
      <h1>{say(it.title)}</h1>
      <p className="soft">
        <code>{it.id}</code> · {say(it.pack.title)} · v{it.version}
      </p>
      <Figures>
        <Figure label={say({ zh: "后果", en: "Effect" })} value={say(wordOf(it.severity))} />
        <Figure label={say({ zh: "效力", en: "Force" })} value={say(wordOf(it.force))} />
        <Figure
          label={say({ zh: "生效", en: "In force" })}
          value={`${dayText(it.from, language)}${until}`}
          note={
            it.datedBy === "contract"
              ? say({ zh: "按合同签订日", en: "by the contract's day" })
              : ""
          }
        />
        <Figure
          label={say({ zh: "来源核验", en: "Source" })}
          value={<Chip tone={toneOf(it.status)}>{say(wordOf(it.status))}</Chip>}
        />
      </Figures>
      <Panel title={say({ zh: "规则内容", en: "What it says" })}>
        <div className="stack">
          {it.where === null ? null : (
            <p>
              <strong>{say({ zh: "适用：", en: "Where: " })}</strong>
              {say(it.where)}
            </p>
          )}
          <p>
            <strong>{say({ zh: "须满足：", en: "Must hold: " })}</strong>
            {say(it.mustHold)}
          </p>
          <p>
            <strong>{say({ zh: "补救：", en: "Remedy: " })}</strong>
            {say(it.remedy)}
          </p>
          <p className="soft">
            {say({ zh: "事实未知时：", en: "When a fact is unknown: " })}
            {say(wordOf(it.whenUnknown))}
          </p>
        </div>
      </Panel>
      <Panel title={say({ zh: "依据", en: "Law" })}>
        <ul className="stack">
          {it.citations.map((one) => (
            <li key={`${one.instrument}-${one.article}`}>
              <Cited it={one} />
            </li>
          ))}
        </ul>
      </Panel>
      {it.parameters.map((one) => (
        <DataTable
          key={one.name}
          caption={`${say({ zh: "参数", en: "Value" })} ${one.name}`}
          rows={one.values}
          keyOf={(value) => value.from}
          columns={[
            {
              id: "value",
              label: say({ zh: "取值", en: "Value" }),
              cell: (value) => say(value.value),
            },
            {
              id: "from",
              label: say({ zh: "自", en: "From" }),
              cell: (value) => dayText(value.from, language),
            },
            {
              id: "to",
              label: say({ zh: "至", en: "To" }),
              cell: (value) => (value.to === null ? "—" : dayText(value.to, language)),
            },
            {
              id: "law",
              label: say({ zh: "依据", en: "Law" }),
              cell: (value) => <Cited it={value.cite} />,
            },
          ]}
        />
      ))}
      <DataTable
        caption={say({ zh: "示例（即测试）", en: "Examples, which are its tests" })}
        rows={it.examples}
        keyOf={(one) => one.title}
        columns={[
          { id: "title", label: say({ zh: "情形", en: "Case" }), cell: (one) => one.title },
          {
            id: "shows",
            label: say({ zh: "结论", en: "Shows" }),
            cell: (one) => <Chip tone={toneOf(one.shows)}>{say(wordOf(one.shows))}</Chip>,
          },
          {
            id: "true",
            label: say({ zh: "核对", en: "Checked" }),
            cell: (one) => (one.failures.length === 0 ? "✓" : one.failures.join("; ")),
          },
        ]}
      />
      {it.facts.length === 0 ? null : (
        <DataTable
          caption={say({ zh: "读取的事实", en: "Facts that it reads" })}
          rows={it.facts}
          keyOf={(one) => one.name}
          columns={[
            {
              id: "name",
              label: say({ zh: "名称", en: "Name" }),
              cell: (one) => <code>{one.name}</code>,
            },
            {
              id: "meaning",
              label: say({ zh: "含义", en: "Meaning" }),
              cell: (one) => (one.meaning === null ? "" : say(one.meaning)),
            },
          ]}
        />
      )}
    </>
  );
}

function Cited({ it }: { readonly it: Citation }): ReactNode {
  const { say, language } = useWords();
  return (
    <span>
      <Law>
        {it.instrument} {it.article}
      </Law>{" "}
      <Chip tone={toneOf(it.status)}>{say(wordOf(it.status))}</Chip>{" "}
      <span className="soft">
        {say({ zh: "核对于", en: "checked" })} {dayText(it.checkedOn, language)}
        {it.note === null ? "" : ` · ${it.note}`}
      </span>
    </span>
  );
}
