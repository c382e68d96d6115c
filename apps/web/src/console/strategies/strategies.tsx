import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, Chip, Field, Panel, type Tone } from "../../design/controls/controls.tsx";
import { Empty, Notice } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { dayText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { newKey, Problem, read, request } from "../../wire/request.ts";
import { type Book, BookChoice, useBook } from "../book/use-book.tsx";

export type StrategyLine = {
  readonly strategyId: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly state: "proposed" | "simulated" | "requested" | "active" | "ended";
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly activeFrom: string | null;
};

export const stateTitles: Readonly<Record<StrategyLine["state"], readonly [Tone, Bilingual]>> = {
  proposed: ["plain", { zh: "已提出", en: "Proposed" }],
  simulated: ["notice", { zh: "已模拟", en: "Simulated" }],
  requested: ["wait", { zh: "等待第二人", en: "Waits for a second person" }],
  active: ["allowed", { zh: "生效中", en: "In force" }],
  ended: ["plain", { zh: "已结束", en: "Ended" }],
};

/** Strategies of a book: proposed as data, simulated, put in force by a second person. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const { books, book, choose } = useBook();
  return (
    <div className="screen">
      <div className="row between">
        <h1>{say({ zh: "策略", en: "Strategies" })}</h1>
        {book ? <BookChoice book={book} books={books.data?.items ?? []} choose={choose} /> : null}
      </div>
      <Asked query={books}>{() => (book ? <Strategies book={book} /> : <Empty />)}</Asked>
    </div>
  );
}

function Strategies({ book }: { readonly book: Book }): ReactNode {
  const { say, language } = useWords();
  const query = useQuery({
    queryKey: ["strategies", book.bookId],
    queryFn: ({ signal }) =>
      read<{ items: StrategyLine[] }>(`/v1/books/${book.bookId}/strategies`, signal),
  });
  return (
    <>
      <Asked query={query}>
        {({ items }) => (
          <DataTable
            caption={say({ zh: "版本", en: "Versions" })}
            rows={items}
            keyOf={(it) => `${it.strategyId}@${it.version}`}
            hrefOf={(it) =>
              `/console/strategies/${it.strategyId}/${it.version}?book=${book.bookId}`
            }
            columns={[
              {
                id: "title",
                label: say({ zh: "策略", en: "Strategy" }),
                cell: (it) => `${say(it.title)} · ${it.version}`,
              },
              {
                id: "state",
                label: say({ zh: "状态", en: "State" }),
                cell: (it) => {
                  const [tone, title] = stateTitles[it.state];
                  return <Chip tone={tone}>{say(title)}</Chip>;
                },
              },
              {
                id: "from",
                label: say({ zh: "生效日", en: "From" }),
                cell: (it) => (it.activeFrom ? dayText(it.activeFrom, language) : "–"),
                isMinor: true,
              },
              {
                id: "by",
                label: say({ zh: "提出人", en: "Proposed by" }),
                cell: (it) => it.proposedBy,
                isMinor: true,
              },
            ]}
          />
        )}
      </Asked>
      <Propose book={book} />
    </>
  );
}

function Propose({ book }: { readonly book: Book }): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly string[]>([]);
  const propose = async (): Promise<void> => {
    try {
      const declaration: unknown = JSON.parse(text);
      await request("POST", `/v1/books/${book.bookId}/strategies`, {
        body: { declaration },
        key: newKey(),
      });
      setText("");
      setProblems([]);
      await queries.invalidateQueries({ queryKey: ["strategies"] });
    } catch (error) {
      setProblems(
        error instanceof Problem
          ? error.fields.map((it) => `${it.field}: ${it.expected}`)
          : [say({ zh: "不是合法的 JSON。", en: "That is not JSON." })],
      );
    }
  };
  return (
    <Panel title={say({ zh: "提出新版本", en: "Propose the next version" })}>
      <form
        className="stack"
        onSubmit={(it) => {
          it.preventDefault();
          void propose();
        }}
      >
        <Field
          label={say({ zh: "策略文档（JSON）", en: "The strategy as data (JSON)" })}
          value={text}
          onChange={setText}
          multiline
        />
        <div className="row">
          <Button submit disabled={text.trim() === ""}>
            {say({ zh: "提出", en: "Propose" })}
          </Button>
        </div>
        {problems.length > 0 ? (
          <Notice tone="wait">
            {problems.map((it) => (
              <p key={it}>{it}</p>
            ))}
          </Notice>
        ) : null}
      </form>
    </Panel>
  );
}
