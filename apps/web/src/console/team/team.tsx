import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, Figure, Figures, Panel } from "../../design/controls/controls.tsx";
import { Empty, Notice, Progress } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { countText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { newKey, Problem, read, request } from "../../wire/request.ts";
import { useSession } from "../../wire/session.ts";
import { type Book, BookChoice, useBook } from "../book/use-book.tsx";
import { becauseTitles, type DayPlan } from "./plan-wire.ts";

type Queue = {
  readonly teamId: string | null;
  readonly queueId: string | null;
  readonly cases: number;
  readonly overdueMinor: number;
  readonly unowned: number;
  readonly claimed: number;
  readonly held: number;
};

type Titles = {
  readonly strategy: Bilingual;
  readonly treatments: Readonly<Record<string, Bilingual>>;
  readonly queues: Readonly<Record<string, Bilingual>>;
};

/** The lead's view: how full the queues are, what the plan does, what an hour more would bring. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const { books, book, choose } = useBook();
  return (
    <div className="screen">
      <div className="row between">
        <h1>{say({ zh: "团队与计划", en: "Team and plan" })}</h1>
        {book ? <BookChoice book={book} books={books.data?.items ?? []} choose={choose} /> : null}
      </div>
      <Asked query={books}>{() => (book ? <Team book={book} /> : <Empty />)}</Asked>
    </div>
  );
}

function Team({ book }: { readonly book: Book }): ReactNode {
  const { say } = useWords();
  const queues = useQuery({
    queryKey: ["queues", book.bookId],
    queryFn: ({ signal }) => read<{ items: Queue[] }>(`/v1/books/${book.bookId}/queues`, signal),
    refetchInterval: 20_000,
  });
  const plan = useQuery({
    queryKey: ["plan", book.bookId, book.businessDay],
    retry: false,
    queryFn: async ({ signal }) => {
      try {
        return await read<{ plan: DayPlan; titles: Titles }>(
          `/v1/books/${book.bookId}/plans/${book.businessDay}`,
          signal,
        );
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
  });
  return (
    <>
      <Asked query={plan}>
        {(it) => (it === null ? <NoPlan book={book} /> : <Plan book={book} {...it} />)}
      </Asked>
      <Asked query={queues}>
        {({ items }) => (
          <DataTable
            caption={say({ zh: "队列", en: "Queues" })}
            rows={items}
            keyOf={(it) => `${it.teamId} ${it.queueId}`}
            columns={[
              {
                id: "queue",
                label: say({ zh: "队列", en: "Queue" }),
                cell: (it) =>
                  it.queueId === null
                    ? say({ zh: "尚未分派", en: "Not placed yet" })
                    : say(
                        plan.data?.titles.queues[it.queueId] ?? { zh: it.queueId, en: it.queueId },
                      ),
              },
              {
                id: "team",
                label: say({ zh: "团队", en: "Team" }),
                cell: (it) => it.teamId ?? "–",
                isMinor: true,
              },
              {
                id: "cases",
                label: say({ zh: "案件", en: "Cases" }),
                cell: (it) => countText(it.cases),
                isFigure: true,
              },
              {
                id: "overdue",
                label: say({ zh: "逾期金额", en: "Overdue" }),
                cell: (it) => <Money minor={it.overdueMinor} currency={book.currency} />,
                isFigure: true,
              },
              {
                id: "unowned",
                label: say({ zh: "无人负责", en: "Unowned" }),
                cell: (it) => countText(it.unowned),
                isFigure: true,
              },
              {
                id: "claimed",
                label: say({ zh: "办理中", en: "In hand" }),
                cell: (it) => countText(it.claimed),
                isFigure: true,
                isMinor: true,
              },
              {
                id: "held",
                label: say({ zh: "暂停", en: "Resting" }),
                cell: (it) => countText(it.held),
                isFigure: true,
                isMinor: true,
              },
            ]}
          />
        )}
      </Asked>
    </>
  );
}

function Plan(props: {
  readonly book: Book;
  readonly plan: DayPlan;
  readonly titles: Titles;
}): ReactNode {
  const { say } = useWords();
  const { plan, titles, book } = props;
  const { treated, because, byTreatment } = plan.summary;
  const hours = treated.minutes / 60;
  return (
    <>
      <p className="soft">
        {say({
          zh: `${plan.on}，${titles.strategy.zh} 第 ${plan.version} 版；${plan.certificate.statement.zh}`,
          en: `${plan.on}, ${titles.strategy.en} version ${plan.version}: ${plan.certificate.statement.en}`,
        })}
      </p>
      <Figures>
        <Figure
          label={say({ zh: "今日处置", en: "Treated today" })}
          value={countText(treated.people)}
          note={say({
            zh: `共 ${countText(plan.summary.people)} 案`,
            en: `of ${countText(plan.summary.people)} cases`,
          })}
        />
        <Figure
          label={say({ zh: "预计多回收", en: "Expected to bring" })}
          value={<Money minor={treated.expectedMinor} currency={book.currency} />}
        />
        <Figure
          label={say({ zh: "成本", en: "Cost" })}
          value={<Money minor={treated.costMinor} currency={book.currency} />}
        />
        <Figure label={say({ zh: "人时", en: "Hours" })} value={hours.toFixed(1)} />
        <Figure
          label={say({ zh: "预计投诉", en: "Expected complaints" })}
          value={(treated.complaintsPpm / 1e6).toFixed(2)}
        />
        <Figure
          label={say({ zh: "依据先验", en: "On a prior" })}
          value={countText(plan.summary.dataThin)}
          note={say({ zh: "数据不足", en: "data are thin" })}
        />
      </Figures>
      <Panel title={say({ zh: "预算与影子价格", en: "Budgets, and what one more would bring" })}>
        <ul className="stack">
          {plan.certificate.budgets.map((it) => (
            <li key={`${it.id} ${it.sense}`} className="stack">
              <Progress
                label={`${it.id}${it.sense === "at-least" ? say({ zh: "（至少）", en: " (at least)" }) : ""}`}
                done={it.used}
                of={it.bound}
              />
              <span className="soft">
                {it.shadowPrice <= 0
                  ? say({ zh: "增加它不会带来更多", en: "More of it would bring nothing" })
                  : it.quote
                    ? say({
                        zh: `每多 ${it.quote.per} 单位（${it.quote.name}）约可多回收 ${(it.quote.brings / 100).toFixed(2)}`,
                        en: `One more ${it.quote.name} would bring about ${(it.quote.brings / 100).toFixed(2)}`,
                      })
                    : say({
                        zh: `每多一单位约可多回收 ${(it.shadowPrice / 100).toFixed(2)}`,
                        en: `One more unit would bring about ${(it.shadowPrice / 100).toFixed(2)}`,
                      })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <DataTable
        caption={say({ zh: "按处置", en: "By treatment" })}
        rows={Object.entries(byTreatment)}
        keyOf={([id]) => id}
        columns={[
          {
            id: "treatment",
            label: say({ zh: "处置", en: "Treatment" }),
            cell: ([id]) => say(titles.treatments[id] ?? { zh: id, en: id }),
          },
          {
            id: "people",
            label: say({ zh: "人数", en: "People" }),
            cell: ([, it]) => countText(it.people),
            isFigure: true,
          },
          {
            id: "expected",
            label: say({ zh: "预计多回收", en: "Expected to bring" }),
            cell: ([, it]) => <Money minor={it.expectedMinor} currency={book.currency} />,
            isFigure: true,
          },
          {
            id: "minutes",
            label: say({ zh: "分钟", en: "Minutes" }),
            cell: ([, it]) => countText(it.minutes),
            isFigure: true,
            isMinor: true,
          },
          {
            id: "cost",
            label: say({ zh: "成本", en: "Cost" }),
            cell: ([, it]) => <Money minor={it.costMinor} currency={book.currency} />,
            isFigure: true,
            isMinor: true,
          },
        ]}
      />
      <DataTable
        caption={say({ zh: "为何处置，为何不打扰", en: "Why treated, why left alone" })}
        rows={Object.entries(because)}
        keyOf={([id]) => id}
        columns={[
          {
            id: "why",
            label: say({ zh: "原因", en: "Reason" }),
            cell: ([id]) => say(becauseTitles[id] ?? { zh: id, en: id }),
          },
          {
            id: "people",
            label: say({ zh: "人数", en: "People" }),
            cell: ([, count]) => countText(count),
            isFigure: true,
          },
        ]}
      />
    </>
  );
}

function NoPlan({ book }: { readonly book: Book }): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const session = useSession();
  const [problem, setProblem] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const mayPlan =
    session.data?.kind === "staff" && session.data.staff.permissions.includes("strategy.change");
  const plan = async (): Promise<void> => {
    setBusy(true);
    try {
      await request("POST", `/v1/books/${book.bookId}/plans`, { body: {}, key: newKey() });
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(
        error instanceof Problem
          ? [error.message, ...error.fields.map((it) => it.expected)]
          : [String(error)],
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Empty
        title={say({ zh: "今天还没有计划。", en: "Nothing is planned for today yet." })}
        next={
          mayPlan ? (
            <Button kind="primary" busy={busy} onPress={() => void plan()}>
              {say({ zh: "制定今日计划", en: "Plan the day" })}
            </Button>
          ) : (
            <span>
              {say({
                zh: "每日清晨由 fairdue plan-day 制定。",
                en: "`fairdue plan-day` makes it each morning.",
              })}
            </span>
          )
        }
      />
      {problem.length > 0 ? (
        <Notice tone="wait">
          {problem.map((it) => (
            <p key={it}>{it}</p>
          ))}
        </Notice>
      ) : null}
    </>
  );
}
