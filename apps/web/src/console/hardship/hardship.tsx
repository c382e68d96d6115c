import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DataTable } from "../../design/table/data-table.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { BookChoice, useBook } from "../book/use-book.tsx";

type Request = {
  readonly requestId: string;
  readonly borrowerId: string;
  readonly maskedName: string | null;
  readonly askedAt: string;
  readonly answerBy: string;
  readonly daysLeft: number;
};

/** Who said that they can't pay; collection rests already, a decision is owed. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const { books, book, choose } = useBook();
  const query = useQuery({
    queryKey: ["hardship", book?.bookId],
    enabled: book !== undefined,
    queryFn: ({ signal }) =>
      read<{ items: Request[] }>(`/v1/books/${book?.bookId}/hardship-requests`, signal),
  });
  return (
    <div className="screen">
      <div className="row between">
        <h1>{say({ zh: "困难申请", en: "Hardship" })}</h1>
        {book ? <BookChoice book={book} books={books.data?.items ?? []} choose={choose} /> : null}
      </div>
      <Asked query={query}>
        {({ items }) => (
          <DataTable
            caption={say({ zh: "待决定", en: "Waiting for a decision" })}
            rows={items}
            keyOf={(it) => it.requestId}
            hrefOf={(it) => `/console/people/${it.borrowerId}`}
            empty={<p className="soft">{say({ zh: "没有待决定的申请。", en: "Nobody waits." })}</p>}
            columns={[
              {
                id: "who",
                label: say({ zh: "申请人", en: "Who" }),
                cell: (it) => it.maskedName ?? it.borrowerId,
              },
              {
                id: "at",
                label: say({ zh: "提出时间", en: "Asked" }),
                cell: (it) => it.askedAt.slice(0, 10),
              },
              {
                id: "by",
                label: say({ zh: "答复期限", en: "Answer by" }),
                cell: (it) => it.answerBy,
              },
              {
                id: "left",
                label: say({ zh: "剩余天数", en: "Days left" }),
                cell: (it) => it.daysLeft,
                isFigure: true,
              },
            ]}
          />
        )}
      </Asked>
    </div>
  );
}
