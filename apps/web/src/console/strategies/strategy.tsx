import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button, Chip, Panel } from "../../design/controls/controls.tsx";
import { Empty, Notice } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { amountText, countText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { newKey, Problem, read, request } from "../../wire/request.ts";
import { type Book, useBook } from "../book/use-book.tsx";
import type { Certificate, PlanSummary, Shortfall } from "../team/plan-wire.ts";
import { type StrategyLine, stateTitles } from "./strategies.tsx";
import "../cases/cases.css";

type Side =
  | { readonly kind: "planned"; readonly summary: PlanSummary; readonly certificate: Certificate }
  | { readonly kind: "infeasible"; readonly shortfalls: readonly Shortfall[] };

type Detail = {
  readonly line: StrategyLine;
  readonly segments: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly rule: Bilingual;
    readonly queue: string;
  }[];
  readonly simulation: {
    readonly on: string;
    readonly proposed: Side;
    readonly inForce: Side | null;
    readonly changed: number;
  } | null;
  readonly approvalId: string | null;
};

/** One version: its rules in words, its simulation beside the one in force, and the next step. */
export function Screen(): ReactNode {
  const { books, book } = useBook();
  return (
    <div className="screen">
      <Asked query={books}>{() => (book ? <Version book={book} /> : <Empty />)}</Asked>
    </div>
  );
}

function Version({ book }: { readonly book: Book }): ReactNode {
  const { say } = useWords();
  const params: { strategyId?: string; version?: string } = useParams({ strict: false });
  const path = `/v1/books/${book.bookId}/strategies/${params.strategyId}/${params.version}`;
  const query = useQuery({
    queryKey: ["strategy", path],
    queryFn: ({ signal }) => read<Detail>(path, signal),
  });
  return (
    <Asked query={query}>
      {(it) => {
        const [tone, title] = stateTitles[it.line.state];
        return (
          <>
            <div className="row between">
              <h1>
                {say(it.line.title)} · {it.line.version}
              </h1>
              <Chip tone={tone}>{say(title)}</Chip>
            </div>
            <Steps path={path} detail={it} today={book.businessDay} />
            {it.simulation ? <SideBySide simulation={it.simulation} /> : null}
            <DataTable
              caption={say({
                zh: "分群（自上而下，先满足者为准）",
                en: "Segments: the first that holds",
              })}
              rows={it.segments}
              keyOf={(one) => one.id}
              columns={[
                {
                  id: "segment",
                  label: say({ zh: "分群", en: "Segment" }),
                  cell: (one) => say(one.title),
                },
                {
                  id: "rule",
                  label: say({ zh: "条件", en: "Rule" }),
                  cell: (one) => say(one.rule),
                },
                {
                  id: "queue",
                  label: say({ zh: "队列", en: "Queue" }),
                  cell: (one) => one.queue,
                  isMinor: true,
                },
              ]}
            />
          </>
        );
      }}
    </Asked>
  );
}

/** Simulate, ask, decide: each step as the state allows. */
function Steps(props: {
  readonly path: string;
  readonly detail: Detail;
  readonly today: string;
}): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { state } = props.detail.line;
  const press = async (what: string, body: object): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await request("POST", `${props.path}/${what}`, { body, key: newKey() });
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const decide = (decision: "approved" | "declined"): void =>
    void press("decisions", {
      approvalId: props.detail.approvalId,
      decision,
      reason: say({ zh: "已审阅模拟结果", en: "Simulation reviewed" }),
    });
  return (
    <div className="row">
      {state === "proposed" || state === "simulated" ? (
        <Button
          busy={busy}
          kind={state === "proposed" ? "primary" : "plain"}
          onPress={() => void press("simulation", {})}
        >
          {say({ zh: "模拟", en: "Simulate" })}
        </Button>
      ) : null}
      {state === "simulated" ? (
        <Button
          kind="primary"
          busy={busy}
          onPress={() =>
            void press("requests", {
              from: props.today,
              reason: say({ zh: "模拟结果可接受", en: "The simulation looks right" }),
            })
          }
        >
          {say({ zh: "申请生效", en: "Ask to put in force" })}
        </Button>
      ) : null}
      {state === "requested" ? (
        <>
          <Button kind="primary" busy={busy} onPress={() => decide("approved")}>
            {say({ zh: "批准", en: "Approve" })}
          </Button>
          <Button busy={busy} onPress={() => decide("declined")}>
            {say({ zh: "不批准", en: "Decline" })}
          </Button>
        </>
      ) : null}
      {problem ? <Notice tone="wait">{problem}</Notice> : null}
    </div>
  );
}

function SideBySide({
  simulation,
}: {
  readonly simulation: NonNullable<Detail["simulation"]>;
}): ReactNode {
  const { say } = useWords();
  const sides = [simulation.proposed, simulation.inForce] as const;
  const rows: readonly (readonly [Bilingual, (it: PlanSummary) => string])[] = [
    [{ zh: "今日处置人数", en: "People treated" }, (it) => countText(it.treated.people)],
    [{ zh: "预计多回收", en: "Expected to bring" }, (it) => amountText(it.treated.expectedMinor)],
    [{ zh: "成本", en: "Cost" }, (it) => amountText(it.treated.costMinor)],
    [{ zh: "人时", en: "Hours" }, (it) => (it.treated.minutes / 60).toFixed(1)],
    [{ zh: "打扰点数", en: "Points of harm" }, (it) => countText(it.treated.harm)],
    [
      { zh: "预计投诉", en: "Expected complaints" },
      (it) => (it.treated.complaintsPpm / 1e6).toFixed(3),
    ],
    [{ zh: "对照组", en: "Held out" }, (it) => countText(it.because["hold-out"] ?? 0)],
    [
      { zh: "惯常自行还款，不打扰", en: "Left alone: pay by themselves" },
      (it) => countText(it.because["self-cure"] ?? 0),
    ],
    [{ zh: "依据先验", en: "On a prior" }, (it) => countText(it.dataThin)],
  ];
  const cell = (side: Side | null, of: (it: PlanSummary) => string): string =>
    side === null ? "–" : side.kind === "planned" ? of(side.summary) : "✕";
  return (
    <Panel
      title={say({ zh: "模拟：同一天的账簿", en: "Simulation: the same day's book" })}
      aside={<span className="soft">{simulation.on}</span>}
    >
      <div
        className="table-scroll"
        role="region"
        tabIndex={0}
        aria-label={say({ zh: "并列比较", en: "Side by side" })}
      >
        <table className="side-by-side figures">
          <thead>
            <tr>
              <th />
              <th scope="col">{say({ zh: "此版本", en: "This version" })}</th>
              <th scope="col">{say({ zh: "现行策略", en: "In force" })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([title, of]) => (
              <tr key={title.en}>
                <th scope="row">{say(title)}</th>
                {sides.map((side, k) => (
                  <td key={k === 0 ? "proposed" : "in-force"}>{cell(side, of)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft">
        {say({
          zh: `${countText(simulation.changed)} 人会得到不同的处置。`,
          en: `${countText(simulation.changed)} people would be treated otherwise.`,
        })}
      </p>
      {simulation.proposed.kind === "infeasible" ? (
        <Notice tone="refused">
          {simulation.proposed.shortfalls.map((it) => (
            <p key={it.id}>{say(it.statement)}</p>
          ))}
        </Notice>
      ) : null}
    </Panel>
  );
}
