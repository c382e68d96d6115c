import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DataTable } from "../../design/table/data-table.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { BookChoice, useBook } from "../book/use-book.tsx";
import { aboutTitles, type Complaint } from "./words.ts";

/** The desk: complaints that wait for an answer, the soonest due first. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const { books, book, choose } = useBook();
  const query = useQuery({
    queryKey: ["complaints", book?.bookId],
    enabled: book !== undefined,
    queryFn: ({ signal }) =>
      read<{ items: Complaint[] }>(`/v1/books/${book?.bookId}/complaints`, signal),
  });
  return (
    <div className="screen">
      <div className="row between">
        <h1>{say({ zh: "投诉与异议", en: "Complaints" })}</h1>
        {book ? <BookChoice book={book} books={books.data?.items ?? []} choose={choose} /> : null}
      </div>
      <Asked query={query}>
        {({ items }) => (
          <DataTable
            caption={say({ zh: "待答复", en: "Waiting for an answer" })}
            rows={items}
            keyOf={(it) => it.complaintId}
            hrefOf={(it) => `/console/complaints/${it.borrowerId}/${it.complaintId}`}
            empty={<p className="soft">{say({ zh: "没有待答复的投诉。", en: "Nobody waits." })}</p>}
            columns={[
              {
                id: "who",
                label: say({ zh: "投诉人", en: "Who" }),
                cell: (it) => it.maskedName ?? it.borrowerId,
              },
              {
                id: "about",
                label: say({ zh: "事由", en: "About" }),
                cell: (it) => say(aboutTitles[it.about] ?? { zh: it.about, en: it.about }),
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
              {
                id: "owner",
                label: say({ zh: "经办人", en: "Taken by" }),
                cell: (it) => it.ownerId ?? "–",
                isMinor: true,
              },
            ]}
          />
        )}
      </Asked>
    </div>
  );
}
