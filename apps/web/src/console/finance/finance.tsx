import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Field, Tabs } from "../../design/controls/controls.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { amountText, countText, dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { queryOf, read } from "../../wire/request.ts";
import { type Book, BookChoice, useBook } from "../book/use-book.tsx";

type GlAccount = {
  readonly code: number;
  readonly name: { readonly zh: string; readonly en: string };
  readonly class: string;
};
type TrialBalance = {
  readonly on: string;
  readonly lines: readonly {
    readonly account: GlAccount;
    readonly debitsMinor: string;
    readonly creditsMinor: string;
    readonly balanceMinor: string;
  }[];
  readonly debitsMinor: string;
  readonly creditsMinor: string;
};
type BookLine = {
  readonly postingKey: string;
  readonly line: number;
  readonly bookedOn: string;
  readonly debit: number;
  readonly credit: number;
  readonly amountMinor: number;
  readonly reason: string;
};
type CloseDay = {
  readonly businessOn: string;
  readonly startedAt: string;
  readonly sealedAt: string | null;
  readonly touched: number;
  readonly quarantined: number;
};

/** Finance: the trial balance of any day, the journal of the book, the days that were closed. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const { books, book, choose } = useBook();
  const [tab, setTab] = useState("balance");
  return (
    <div className="screen">
      <div className="row between">
        <h1>{say({ zh: "财务", en: "Finance" })}</h1>
        {book ? <BookChoice book={book} books={books.data?.items ?? []} choose={choose} /> : null}
      </div>
      <Tabs
        label={say({ zh: "财务", en: "Finance" })}
        current={tab}
        onChange={setTab}
        tabs={[
          { id: "balance", label: say({ zh: "试算平衡", en: "Trial balance" }) },
          { id: "journal", label: say({ zh: "账簿分录", en: "Journal of the book" }) },
          { id: "close", label: say({ zh: "日结记录", en: "Closed days" }) },
        ]}
      />
      {book === undefined ? null : tab === "balance" ? (
        <Balance book={book} />
      ) : tab === "journal" ? (
        <Journal book={book} />
      ) : (
        <Closes book={book} />
      )}
    </div>
  );
}

function Balance({ book }: { readonly book: Book }): ReactNode {
  const { say, language } = useWords();
  const [on, setOn] = useState(book.closedThrough);
  const at = `/v1/books/${book.bookId}/trial-balance`;
  const query = useQuery({
    queryKey: ["trial-balance", book.bookId, on],
    queryFn: ({ signal }) => read<TrialBalance>(`${at}${queryOf({ on })}`, signal),
  });
  return (
    <Asked query={query} lines={10}>
      {(it) => (
        <>
          <DataTable
            caption={say({
              zh: `截至 ${dayText(it.on, language)} 日终`,
              en: `At the end of ${dayText(it.on, language)}`,
            })}
            rows={it.lines}
            keyOf={(one) => String(one.account.code)}
            filters={
              <Field
                label={say({ zh: "日期", en: "Day" })}
                type="date"
                value={on}
                onChange={(next) => next !== "" && setOn(next)}
              />
            }
            exports={[
              { label: "CSV", href: `/exports/csv${at}${queryOf({ on })}` },
              { label: "XLSX", href: `/exports/xlsx${at}${queryOf({ on })}` },
            ]}
            columns={[
              {
                id: "code",
                label: say({ zh: "科目", en: "Code" }),
                cell: (one) => one.account.code,
              },
              {
                id: "name",
                label: say({ zh: "名称", en: "Name" }),
                cell: (one) => say(one.account.name),
              },
              {
                id: "debits",
                label: say({ zh: "借方发生", en: "Debits" }),
                cell: (one) => amountText(Number(one.debitsMinor)),
                isFigure: true,
                isMinor: true,
              },
              {
                id: "credits",
                label: say({ zh: "贷方发生", en: "Credits" }),
                cell: (one) => amountText(Number(one.creditsMinor)),
                isFigure: true,
                isMinor: true,
              },
              {
                id: "balance",
                label: say({ zh: "余额", en: "Balance" }),
                cell: (one) => amountText(Number(one.balanceMinor)),
                isFigure: true,
              },
            ]}
          />
          <p className="figures">
            {say({
              zh: `借方合计 ${amountText(Number(it.debitsMinor))}，贷方合计 ${amountText(Number(it.creditsMinor))}`,
              en: `Debits ${amountText(Number(it.debitsMinor))}, credits ${amountText(Number(it.creditsMinor))}`,
            })}
            {it.debitsMinor === it.creditsMinor ? " ✓" : ""}
          </p>
        </>
      )}
    </Asked>
  );
}

function Journal({ book }: { readonly book: Book }): ReactNode {
  const { say, language } = useWords();
  const at = `/v1/books/${book.bookId}/journal`;
  const query = useQuery({
    queryKey: ["book-journal", book.bookId],
    queryFn: ({ signal }) => read<{ items: BookLine[] }>(`${at}?limit=200`, signal),
  });
  return (
    <Asked query={query} lines={10}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "整本账的分录（组合计提等）", en: "Lines of the book as a whole" })}
          rows={items}
          keyOf={(it) => `${it.postingKey} ${it.line}`}
          exports={[
            { label: "CSV", href: `/exports/csv${at}` },
            { label: "XLSX", href: `/exports/xlsx${at}` },
          ]}
          columns={[
            {
              id: "on",
              label: say({ zh: "记账日", en: "Booked on" }),
              cell: (it) => dayText(it.bookedOn, language),
            },
            { id: "debit", label: say({ zh: "借", en: "Debit" }), cell: (it) => it.debit },
            { id: "credit", label: say({ zh: "贷", en: "Credit" }), cell: (it) => it.credit },
            {
              id: "amount",
              label: say({ zh: "金额", en: "Amount" }),
              cell: (it) => amountText(it.amountMinor),
              isFigure: true,
            },
            {
              id: "reason",
              label: say({ zh: "事由", en: "Reason" }),
              cell: (it) => it.reason,
              isMinor: true,
            },
          ]}
        />
      )}
    </Asked>
  );
}

function Closes({ book }: { readonly book: Book }): ReactNode {
  const { say, language } = useWords();
  const at = `/v1/books/${book.bookId}/close-runs`;
  const query = useQuery({
    queryKey: ["close-days", book.bookId],
    queryFn: ({ signal }) => read<{ items: CloseDay[] }>(at, signal),
    refetchInterval: 5_000,
  });
  return (
    <Asked query={query} lines={10}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "日结记录", en: "Closed days" })}
          rows={items}
          keyOf={(it) => it.businessOn}
          exports={[{ label: "CSV", href: `/exports/csv${at}` }]}
          columns={[
            {
              id: "on",
              label: say({ zh: "营业日", en: "Business day" }),
              cell: (it) => dayText(it.businessOn, language),
            },
            {
              id: "touched",
              label: say({ zh: "处理账户", en: "Accounts touched" }),
              cell: (it) => countText(it.touched),
              isFigure: true,
            },
            {
              id: "quarantined",
              label: say({ zh: "隔离", en: "Quarantined" }),
              cell: (it) => countText(it.quarantined),
              isFigure: true,
            },
            {
              id: "sealed",
              label: say({ zh: "状态", en: "State" }),
              cell: (it) =>
                it.sealedAt === null
                  ? say({ zh: "进行中", en: "Under way" })
                  : say({ zh: "已封账", en: "Sealed" }),
            },
            {
              id: "seconds",
              label: say({ zh: "用时（秒）", en: "Seconds" }),
              cell: (it) =>
                it.sealedAt === null
                  ? "–"
                  : ((Date.parse(it.sealedAt) - Date.parse(it.startedAt)) / 1000).toFixed(1),
              isFigure: true,
              isMinor: true,
            },
          ]}
        />
      )}
    </Asked>
  );
}
