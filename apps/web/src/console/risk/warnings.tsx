import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DataTable } from "../../design/table/data-table.tsx";
import { dayText, percentText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { OfBook } from "./of-book.tsx";

type Warning = {
  readonly borrowerId: string;
  readonly accountId: string;
  readonly warnedOn: string;
  readonly probability: number;
  readonly drivers: readonly { readonly words: Bilingual }[];
  readonly help: readonly { readonly id: string; readonly words: Bilingual }[];
};

/** Who may fall behind, why, and what would help: help comes first. */
export function Screen(): ReactNode {
  const { say } = useWords();
  return (
    <div className="screen">
      <h1>{say({ zh: "早期预警", en: "Early warning" })}</h1>
      <p className="soft">
        {say({
          zh: "未来60天内逾期达到30天的可能性，每日更新。先帮助，不催收。",
          en: "How likely each account is 30 days past due within 60, renewed daily. Help first.",
        })}
      </p>
      <OfBook>{(bookId) => <List bookId={bookId} />}</OfBook>
    </div>
  );
}

function List({ bookId }: { readonly bookId: string }): ReactNode {
  const { say, language } = useWords();
  const query = useQuery({
    queryKey: ["warnings", bookId],
    queryFn: () => read<{ items: readonly Warning[] }>(`/v1/books/${bookId}/early-warnings`),
  });
  return (
    <Asked query={query}>
      {({ items }) => (
        <DataTable
          caption={
            items[0] ? dayText(items[0].warnedOn, language) : say({ zh: "账户", en: "Accounts" })
          }
          rows={items}
          keyOf={(it) => it.accountId}
          hrefOf={(it) => `/console/accounts/${it.borrowerId}/${it.accountId}`}
          columns={[
            {
              id: "account",
              label: say({ zh: "账户", en: "Account" }),
              cell: (it) => it.accountId,
            },
            {
              id: "probability",
              label: say({ zh: "可能性", en: "Probability" }),
              isFigure: true,
              cell: (it) => percentText(it.probability),
            },
            {
              id: "drivers",
              label: say({ zh: "主要原因", en: "What drives it" }),
              isMinor: true,
              cell: (it) =>
                it.drivers
                  .slice(0, 2)
                  .map((one) => say(one.words))
                  .join(" · "),
            },
            {
              id: "help",
              label: say({ zh: "可提供的帮助", en: "What would help" }),
              cell: (it) => it.help.map((one) => say(one.words)).join(" · ") || "—",
            },
          ]}
          empty={say({ zh: "尚未生成预警。", en: "No warnings were made yet." })}
        />
      )}
    </Asked>
  );
}
