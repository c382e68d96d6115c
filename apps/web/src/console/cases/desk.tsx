import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../../design/controls/controls.tsx";
import { Empty, Notice } from "../../design/states/states.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { newKey, Problem, read, request } from "../../wire/request.ts";
import { CaseView } from "./case.tsx";
import { type Case, type CaseDetail, pathOf, useCaseBooks } from "./wire.ts";

type Page = { readonly items: readonly Case[] };

/** The collector's desk: one next case, its words, the outcome in two taps, then the next one. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const books = useCaseBooks();
  const book = books.data?.items[0];
  return (
    <div className="screen">
      <Asked query={books}>
        {() =>
          book ? (
            <Desk bookId={book.bookId} />
          ) : (
            <Empty
              title={say({
                zh: "目前没有需要办理的案件。",
                en: "No case waits for you just now.",
              })}
            />
          )
        }
      </Asked>
    </div>
  );
}

function Desk({ bookId }: { readonly bookId: string }): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const [isEmpty, setEmpty] = useState(false);
  const [taken, setTaken] = useState<Case>();
  // What is in hand already, after the page was left and entered again.
  const held = useQuery({
    queryKey: ["in-hand", bookId],
    queryFn: ({ signal }) => read<Page>(`/v1/books/${bookId}/cases?ownerId=me&limit=20`, signal),
  });
  const current = taken ?? held.data?.items.find((it) => it.claim !== null);
  const detail = useQuery({
    queryKey: ["case", current?.caseId],
    enabled: current !== undefined,
    queryFn: ({ signal }) => read<CaseDetail>(pathOf(current!), signal),
    refetchInterval: 30_000,
  });
  const next = async (): Promise<void> => {
    try {
      setProblem(undefined);
      const answer = await request<{ case: Case | null }>("POST", `/v1/books/${bookId}/next-case`, {
        body: {},
        key: newKey(),
      });
      setTaken(answer.case ?? undefined);
      setEmpty(answer.case === null);
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : String(error));
    }
  };
  const isInHand = current !== undefined && detail.data?.case.claim !== null;
  return (
    <>
      <div className="row between">
        <h1>{say({ zh: "办案台", en: "My desk" })}</h1>
        <Button kind={isInHand ? "plain" : "primary"} onPress={() => void next()}>
          {say({ zh: "下一件", en: "Next case" })}
        </Button>
      </div>
      {problem ? <Notice tone="wait">{problem}</Notice> : null}
      {isEmpty ? (
        <Notice>{say({ zh: "今天的名单已办完。", en: "Today's list is done." })}</Notice>
      ) : null}
      {current === undefined ? (
        <Empty
          title={say({
            zh: "按“下一件”，系统会给出最值得办的一件，并为您占住一刻钟。",
            en: "Press “Next case”: you get the one most worth doing, kept for you for a quarter of an hour.",
          })}
        />
      ) : (
        <Asked query={detail} lines={8}>
          {(it) => <CaseView detail={it} onDone={() => void next()} />}
        </Asked>
      )}
    </>
  );
}
