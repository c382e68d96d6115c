import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Chip, Tabs } from "../../design/controls/controls.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { OfBook } from "./of-book.tsx";
import type { Review } from "./wire.ts";

/** What waits for a person's decision, the most urgent first. */
export function Screen(): ReactNode {
  const { say } = useWords();
  return (
    <div className="screen">
      <h1>{say({ zh: "授信复核", en: "Credit reviews" })}</h1>
      <OfBook>{(bookId) => <Queue bookId={bookId} />}</OfBook>
    </div>
  );
}

const whyWords = {
  referred: { zh: "转人工", en: "referred" },
  asked: { zh: "本人要求", en: "asked for" },
  appeal: { zh: "申诉", en: "appeal" },
} as const;

function Queue({ bookId }: { readonly bookId: string }): ReactNode {
  const { say, language } = useWords();
  const [state, setState] = useState("open");
  const query = useQuery({
    queryKey: ["reviews", bookId, state],
    queryFn: () => read<{ items: readonly Review[] }>(`/v1/books/${bookId}/reviews?state=${state}`),
  });
  return (
    <>
      <Tabs
        label={say({ zh: "状态", en: "State" })}
        tabs={[
          { id: "open", label: say({ zh: "待审核", en: "Waiting" }) },
          { id: "answered", label: say({ zh: "已答复", en: "Answered" }) },
        ]}
        current={state}
        onChange={setState}
      />
      <Asked query={query}>
        {({ items }) => (
          <DataTable
            caption={say({ zh: "由人来决定", en: "Decided by people" })}
            rows={items}
            keyOf={(it) => it.reviewId}
            hrefOf={(it) => `/console/decisions/${it.borrowerId}/${it.decisionId}`}
            columns={[
              {
                id: "person",
                label: say({ zh: "借款人", en: "Person" }),
                cell: (it) => it.borrowerId,
              },
              {
                id: "why",
                label: say({ zh: "原因", en: "Why" }),
                cell: (it) => say(whyWords[it.why]),
              },
              {
                id: "due",
                label: say({ zh: "最迟答复", en: "Answer by" }),
                cell: (it) => (
                  <Chip tone={it.isLate ? "wait" : "plain"}>
                    {dayText(it.dueAt.slice(0, 10), language)}
                    {it.isLate ? say({ zh: " 已超时", en: " late" }) : ""}
                  </Chip>
                ),
              },
              {
                id: "answer",
                label: say({ zh: "答复", en: "Answer" }),
                isMinor: true,
                cell: (it) => it.answer ?? "—",
              },
            ]}
            empty={say({ zh: "没有待处理的复核。", en: "Nothing waits for a person." })}
          />
        )}
      </Asked>
    </>
  );
}
