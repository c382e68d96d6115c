import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Chip } from "../../design/controls/controls.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { OfBook } from "./of-book.tsx";

type LimitReview = {
  readonly reviewId: string;
  readonly borrowerId: string;
  readonly accountId: string;
  readonly reviewedOn: string;
  readonly kind: "keep" | "cut" | "raise";
  readonly fromMinor: number;
  readonly toMinor: number;
  readonly reasons: readonly { readonly words: Bilingual }[];
  readonly status: keyof typeof statusWords;
  readonly effectiveOn: string | null;
};

const statusWords = {
  kept: { zh: "维持", en: "kept" },
  "awaits-agreement": { zh: "待本人同意", en: "awaits agreement" },
  notified: { zh: "已通知", en: "notified" },
  done: { zh: "已执行", en: "done" },
  declined: { zh: "本人未同意", en: "declined" },
  lapsed: { zh: "已失效", en: "lapsed" },
} as const;

/** Reviews of limits: cut only with notice, raised only where asked for or agreed. */
export function Screen(): ReactNode {
  const { say } = useWords();
  return (
    <div className="screen">
      <h1>{say({ zh: "额度检视", en: "Limits" })}</h1>
      <p className="soft">
        {say({
          zh: "降额须先通知并说明理由；提额须本人申请或同意；困难期内不因收益降额。",
          en: "Cut only with notice and reasons; raised only as asked for or agreed; never cut for margin in hardship.",
        })}
      </p>
      <OfBook>{(bookId) => <List bookId={bookId} />}</OfBook>
    </div>
  );
}

function List({ bookId }: { readonly bookId: string }): ReactNode {
  const { say, language } = useWords();
  const query = useQuery({
    queryKey: ["limit-reviews", bookId],
    queryFn: () => read<{ items: readonly LimitReview[] }>(`/v1/books/${bookId}/limit-reviews`),
  });
  return (
    <Asked query={query}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "最近检视", en: "Latest reviews" })}
          rows={items}
          keyOf={(it) => it.reviewId}
          hrefOf={(it) => `/console/accounts/${it.borrowerId}/${it.accountId}`}
          columns={[
            {
              id: "account",
              label: say({ zh: "账户", en: "Account" }),
              cell: (it) => it.accountId,
            },
            {
              id: "from",
              label: say({ zh: "原额度", en: "From" }),
              isFigure: true,
              cell: (it) => <Money minor={it.fromMinor} />,
            },
            {
              id: "to",
              label: say({ zh: "拟调整为", en: "To" }),
              isFigure: true,
              cell: (it) => <Money minor={it.toMinor} />,
            },
            {
              id: "status",
              label: say({ zh: "状态", en: "State" }),
              cell: (it) => (
                <Chip tone={it.kind === "keep" ? "plain" : "notice"}>
                  {say(statusWords[it.status])}
                  {it.effectiveOn === null ? "" : ` ${dayText(it.effectiveOn, language)}`}
                </Chip>
              ),
            },
            {
              id: "why",
              label: say({ zh: "理由", en: "Why" }),
              isMinor: true,
              cell: (it) =>
                it.reasons
                  .slice(0, 2)
                  .map((one) => say(one.words))
                  .join(" "),
            },
          ]}
          empty={say({ zh: "尚未检视额度。", en: "No limits were reviewed yet." })}
        />
      )}
    </Asked>
  );
}
