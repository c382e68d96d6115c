import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, Chip, Choice, Field, Panel } from "../../design/controls/controls.tsx";
import { DayMeasure } from "../../design/measure/day-measure.tsx";
import { Notice } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { Problem, read, request } from "../../wire/request.ts";
import { type PackList, toneOf, wordOf } from "./rule-words.ts";

type RuleTrace = {
  readonly rule: string;
  readonly pack: string;
  readonly title: Bilingual;
  readonly result: string;
  readonly test: Bilingual;
  readonly facts: readonly {
    readonly name: string;
    readonly value: unknown;
    readonly source: string;
  }[];
  readonly counts: readonly {
    readonly count: number;
    readonly max: number | null;
    readonly leftOut: readonly { readonly event: number; readonly why: Bilingual }[];
  }[];
};

type Answer = {
  readonly report: {
    readonly decision: string;
    readonly says: Bilingual;
    readonly earliestLocal: string | null;
    readonly unknownFacts: readonly string[];
    readonly unreadFacts: readonly string[];
    readonly trace: { readonly rules: readonly RuleTrace[] };
  };
  readonly day: {
    readonly zone: string;
    readonly nowMinute: number;
    readonly spans: readonly {
      readonly from: number;
      readonly to: number;
      readonly outcome: string;
      readonly rule: { readonly title: Bilingual; readonly article: string } | null;
    }[];
    readonly contacts: readonly { readonly minute: number; readonly kind: string }[];
  };
};

const example = `{
  "facts": { "lender.kind": "bank" },
  "history": [
    { "at": "2026-11-25T09:30", "kind": "call", "outcome": "conversation" }
  ]
}`;

/** Puts an act to the rules: the decision, the day of that act, and the trace of every rule. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const packs = useQuery({
    queryKey: ["rule-packs"],
    queryFn: ({ signal }) => read<PackList>("/v1/rule-packs", signal),
  });
  return (
    <div className="screen">
      <h1>{say({ zh: "决定推演", en: "Decision explorer" })}</h1>
      <p className="soft">
        {say({
          zh: "在此提问不占用额度，也不留下记录。",
          en: "Asking here uses up no quota and leaves no record.",
        })}
      </p>
      <Asked query={packs}>{(it) => <Explorer list={it} />}</Asked>
    </div>
  );
}

function Explorer({ list }: { readonly list: PackList }): ReactNode {
  const { say } = useWords();
  const [pack, setPack] = useState("cn");
  const [kind, setKind] = useState("call");
  const [at, setAt] = useState("2026-11-25T15:00");
  const [zone, setZone] = useState("Asia/Shanghai");
  const [recipient, setRecipient] = useState("borrower");
  const [more, setMore] = useState(example);
  const asked = useMutation({
    mutationFn: () => {
      const known = JSON.parse(more) as Record<string, unknown>;
      const act = { purpose: "collection", recipient, ...(known["act"] as object), kind };
      const scenario = { ...known, at, zone, act };
      return request<Answer>("POST", "/v1/rule-decisions", { body: { packs: [pack], scenario } });
    },
  });
  const recipients = ["borrower", "relative", "guarantor", "third-party"];
  const people: Readonly<Record<string, Bilingual>> = {
    borrower: { zh: "借款人本人", en: "the borrower" },
    relative: { zh: "亲属", en: "a relative" },
    guarantor: { zh: "保证人", en: "the guarantor" },
    "third-party": { zh: "其他第三人", en: "another third party" },
  };
  return (
    <>
      <Panel title={say({ zh: "提问", en: "The question" })}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            asked.mutate();
          }}
        >
          <div className="row" style={{ alignItems: "end", flexWrap: "wrap" }}>
            <Choice
              label={say({ zh: "规则包", en: "Pack" })}
              value={pack}
              onChange={setPack}
              options={list.packs.map((it) => ({ value: it.id, label: say(it.title) }))}
            />
            <Choice
              label={say({ zh: "行为", en: "Act" })}
              value={kind}
              onChange={setKind}
              options={list.acts.map((it) => ({ value: it.kind, label: say(it.title) }))}
            />
            <Choice
              label={say({ zh: "对象", en: "To whom" })}
              value={recipient}
              onChange={setRecipient}
              options={recipients.map((it) => ({
                value: it,
                label: say(people[it] ?? { zh: it, en: it }),
              }))}
            />
            <Field label={say({ zh: "当地时间", en: "Local time" })} value={at} onChange={setAt} />
            <Field label={say({ zh: "时区", en: "Zone" })} value={zone} onChange={setZone} />
          </div>
          <Field
            multiline
            label={say({ zh: "事实与历史（JSON）", en: "Facts and history (JSON)" })}
            value={more}
            onChange={setMore}
          />
          <div>
            <Button kind="primary" submit busy={asked.isPending}>
              {say({ zh: "推演", en: "Decide" })}
            </Button>
          </div>
        </form>
      </Panel>
      {asked.isError ? <Notice tone="refused">{reasonOf(asked.error)}</Notice> : null}
      {asked.data ? <Decision it={asked.data} /> : null}
    </>
  );
}

function reasonOf(error: Error): string {
  const [first] = error instanceof Problem ? error.fields : [];
  return first === undefined ? error.message : `${first.field}: ${first.expected}`;
}

function Decision({ it }: { readonly it: Answer }): ReactNode {
  const { say } = useWords();
  const { report, day } = it;
  const isOpen = (outcome: string): boolean => outcome.startsWith("allow");
  const telling = report.trace.rules.filter((one) => !one.result.startsWith("not-"));
  return (
    <>
      <Panel
        title={say({ zh: "结论", en: "The decision" })}
        aside={<Chip tone={toneOf(report.decision)}>{say(wordOf(report.decision))}</Chip>}
      >
        <div className="stack">
          <p>{say(report.says)}</p>
          {report.earliestLocal === null ? null : (
            <p>
              {say({ zh: "最早合法时刻：", en: "Lawful from: " })}
              {report.earliestLocal}
            </p>
          )}
          {report.unknownFacts.length === 0 ? null : (
            <p>
              {say({ zh: "未知的事实：", en: "Facts that nobody told: " })}
              {report.unknownFacts.join(", ")}
            </p>
          )}
          {report.unreadFacts.length === 0 ? null : (
            <p>
              {say({ zh: "没有规则读取：", en: "Read by no rule: " })}
              {report.unreadFacts.join(", ")}
            </p>
          )}
          <DayMeasure
            zone={day.zone}
            nowMinute={day.nowMinute}
            spans={day.spans.map((span) => ({
              from: span.from,
              to: span.to,
              kind: isOpen(span.outcome) ? ("open" as const) : ("quiet" as const),
              ...(span.rule === null ? {} : { rule: span.rule }),
            }))}
            marks={day.contacts.map((one) => ({
              minute: one.minute,
              state: "used" as const,
              label: { zh: "已联系", en: `contact: ${one.kind}` },
            }))}
          />
        </div>
      </Panel>
      <DataTable
        caption={say({ zh: "逐条规则", en: "Rule by rule" })}
        count={telling.length}
        rows={telling}
        keyOf={(one) => `${one.pack}-${one.rule}`}
        hrefOf={(one) => `/console/rules/${one.pack}/${one.rule}`}
        columns={[
          { id: "rule", label: say({ zh: "规则", en: "Rule" }), cell: (one) => say(one.title) },
          {
            id: "result",
            label: say({ zh: "结果", en: "Result" }),
            cell: (one) => <Chip tone={toneOf(one.result)}>{say(wordOf(one.result))}</Chip>,
          },
          {
            id: "counts",
            label: say({ zh: "计数", en: "Counts" }),
            cell: (one) => one.counts.map(countText).join("; "),
          },
          {
            id: "facts",
            label: say({ zh: "事实", en: "Facts" }),
            cell: (one) => one.facts.map(factText).join("; "),
            isMinor: true,
          },
        ]}
      />
    </>
  );
}

function countText(it: RuleTrace["counts"][number]): string {
  return it.max === null ? String(it.count) : `${it.count} / ${it.max}`;
}

function factText(it: RuleTrace["facts"][number]): string {
  return `${it.name} = ${JSON.stringify(it.value)} (${it.source})`;
}
