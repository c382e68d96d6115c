import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Choice } from "../../design/controls/controls.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { queryOf, read } from "../../wire/request.ts";
import { BookChoice, useBook } from "../book/use-book.tsx";
import type { Account } from "./wire.ts";

type Page = { readonly items: readonly Account[]; readonly nextCursor: string | null };

/** Accounts of a book, filtered and paged by the server; every view has an address. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const { books, book, choose } = useBook();
  const [filters, setFilters] = useState(readFilters);
  const [page, setPage] = useState(0);
  const query = { bookId: book?.bookId, ...wireOf(filters) };
  const list = useInfiniteQuery({
    queryKey: ["accounts", query],
    enabled: book !== undefined,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      read<Page>(`/v1/accounts${queryOf({ ...query, limit: 50, cursor: pageParam })}`, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  const change = (next: Partial<Filters>): void => {
    const all = { ...filters, ...next };
    setFilters(all);
    setPage(0);
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(all))
      if (value === "") url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    history.replaceState(null, "", url);
  };
  const next = (): void => {
    setPage(page + 1);
    if (page + 1 >= (list.data?.pages.length ?? 0)) void list.fetchNextPage();
  };
  const exportQuery = queryOf(query);
  return (
    <div className="screen">
      <div className="row between">
        <h1>{say({ zh: "账户", en: "Accounts" })}</h1>
        {book ? <BookChoice book={book} books={books.data?.items ?? []} choose={choose} /> : null}
      </div>
      <Asked query={books}>
        {() => {
          const shown = list.data?.pages[page];
          return (
            <DataTable
              caption={say({ zh: "账户列表", en: "List of accounts" })}
              rows={shown?.items ?? []}
              keyOf={(it) => it.accountId}
              hrefOf={(it) => `/console/accounts/${it.borrowerId}/${it.accountId}`}
              onPrevious={page > 0 ? () => setPage(page - 1) : undefined}
              onNext={shown?.nextCursor ? next : undefined}
              exports={[
                { label: "CSV", href: `/exports/csv/v1/accounts${exportQuery}` },
                { label: "XLSX", href: `/exports/xlsx/v1/accounts${exportQuery}` },
              ]}
              filters={<FilterBar filters={filters} change={change} />}
              columns={[
                {
                  id: "account",
                  label: say({ zh: "账户", en: "Account" }),
                  cell: (it) => it.accountId,
                },
                {
                  id: "product",
                  label: say({ zh: "产品", en: "Product" }),
                  cell: (it) => it.productId,
                  isMinor: true,
                },
                {
                  id: "owed",
                  label: say({ zh: "欠款合计", en: "Owed in all" }),
                  cell: (it) => <Money minor={it.owed.totalMinor} currency={it.currency} />,
                  isFigure: true,
                },
                {
                  id: "overdue",
                  label: say({ zh: "逾期金额", en: "Overdue" }),
                  cell: (it) => <Money minor={it.overdueMinor} currency={it.currency} />,
                  isFigure: true,
                },
                {
                  id: "dpd",
                  label: say({ zh: "逾期天数", en: "Days past due" }),
                  cell: (it) => it.dpd,
                  isFigure: true,
                },
                {
                  id: "status",
                  label: say({ zh: "状态", en: "Status" }),
                  cell: (it) => say(statusTitles[it.status] ?? { zh: it.status, en: it.status }),
                  isMinor: true,
                },
              ]}
            />
          );
        }}
      </Asked>
    </div>
  );
}

type Filters = { readonly status: string; readonly overdue: string; readonly quarantined: string };

function readFilters(): Filters {
  const query = new URLSearchParams(location.search);
  return {
    status: query.get("status") ?? "",
    overdue: query.get("overdue") ?? "",
    quarantined: query.get("quarantined") ?? "",
  };
}

function wireOf(it: Filters): Readonly<Record<string, string | undefined>> {
  return {
    status: it.status || undefined,
    isOverdue: it.overdue || undefined,
    isQuarantined: it.quarantined || undefined,
  };
}

function FilterBar(props: {
  readonly filters: Filters;
  readonly change: (next: Partial<Filters>) => void;
}): ReactNode {
  const { say } = useWords();
  const any = { value: "", label: say({ zh: "全部", en: "All" }) };
  const yes = { value: "true", label: say({ zh: "是", en: "Yes" }) };
  const no = { value: "false", label: say({ zh: "否", en: "No" }) };
  return (
    <>
      <Choice
        label={say({ zh: "状态", en: "Status" })}
        value={props.filters.status}
        onChange={(status) => props.change({ status })}
        options={[
          any,
          ...Object.entries(statusTitles).map(([value, title]) => ({ value, label: say(title) })),
        ]}
      />
      <Choice
        label={say({ zh: "逾期", en: "Overdue" })}
        value={props.filters.overdue}
        onChange={(overdue) => props.change({ overdue })}
        options={[any, yes, no]}
      />
      <Choice
        label={say({ zh: "隔离", en: "Quarantined" })}
        value={props.filters.quarantined}
        onChange={(quarantined) => props.change({ quarantined })}
        options={[any, yes, no]}
      />
    </>
  );
}

export const statusTitles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
  {
    open: { zh: "正常服务", en: "Open" },
    "charged-off": { zh: "已核销", en: "Charged off" },
    sold: { zh: "已转让", en: "Sold" },
    closed: { zh: "已关闭", en: "Closed" },
  };
