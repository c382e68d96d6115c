import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Chip, Choice } from "../../design/controls/controls.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { timeText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { queryOf, read } from "../../wire/request.ts";
import { type Case, hrefOf, useCaseBooks } from "./wire.ts";
import { holdTitles } from "./words.ts";

type Page = { readonly items: readonly Case[]; readonly nextCursor: string | null };
type Filters = Readonly<Record<"state" | "sort" | "ownerId" | "held" | "dpdMin", string>>;

/** Cases within reach, sorted and cut by the server; every view has an address. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const books = useCaseBooks();
  const book = books.data?.items[0];
  const [filters, setFilters] = useState<Filters>(readFilters);
  const [page, setPage] = useState(0);
  const list = useInfiniteQuery({
    queryKey: ["cases", book?.bookId, filters],
    enabled: book !== undefined,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      read<Page>(
        `/v1/books/${book?.bookId}/cases${queryOf({ ...filters, limit: 50, cursor: pageParam })}`,
        signal,
      ),
    getNextPageParam: (last) => last.nextCursor,
  });
  const change = (next: Partial<Filters>): void => {
    const all = { ...filters, ...next };
    setFilters(all);
    setPage(0);
    history.replaceState(null, "", `${location.pathname}${queryOf(all)}`);
  };
  const shown = list.data?.pages[page];
  const zone = book?.zone ?? "Asia/Shanghai";
  return (
    <div className="screen">
      <h1>{say({ zh: "案件", en: "Cases" })}</h1>
      <Asked query={books}>
        {() => (
          <DataTable
            caption={say({ zh: "案件列表", en: "List of cases" })}
            rows={shown?.items ?? []}
            keyOf={(it) => it.caseId}
            hrefOf={hrefOf}
            onPrevious={page > 0 ? () => setPage(page - 1) : undefined}
            onNext={
              shown?.nextCursor
                ? () => {
                    setPage(page + 1);
                    if (page + 1 >= (list.data?.pages.length ?? 0)) void list.fetchNextPage();
                  }
                : undefined
            }
            exports={
              book
                ? [
                    {
                      label: "CSV",
                      href: `/exports/csv/v1/books/${book.bookId}/cases${queryOf(filters)}`,
                    },
                  ]
                : []
            }
            filters={<FilterBar filters={filters} change={change} />}
            columns={[
              {
                id: "person",
                label: say({ zh: "借款人", en: "Person" }),
                cell: (it) => it.maskedName ?? it.borrowerId,
              },
              {
                id: "dpd",
                label: say({ zh: "逾期天数", en: "Days past due" }),
                cell: (it) => it.dpd,
                isFigure: true,
              },
              {
                id: "overdue",
                label: say({ zh: "逾期金额", en: "Overdue" }),
                cell: (it) => <Money minor={it.overdueMinor} currency={book?.currency ?? "CNY"} />,
                isFigure: true,
              },
              {
                id: "queue",
                label: say({ zh: "队列", en: "Queue" }),
                cell: (it) => it.queueId ?? "–",
                isMinor: true,
              },
              {
                id: "owner",
                label: say({ zh: "负责人", en: "Owner" }),
                cell: (it) => it.ownerId ?? say({ zh: "无人", en: "nobody" }),
                isMinor: true,
              },
              {
                id: "state",
                label: say({ zh: "状态", en: "State" }),
                cell: (it) => (
                  <>
                    {it.holds.map((one) => (
                      <Chip key={one} tone="wait">
                        {say(holdTitles[one] ?? { zh: one, en: one })}
                      </Chip>
                    ))}
                    {it.claim ? (
                      <Chip tone="notice">
                        {it.claim.by} · {timeText(it.claim.until, zone)}
                      </Chip>
                    ) : null}
                  </>
                ),
                isMinor: true,
              },
            ]}
          />
        )}
      </Asked>
    </div>
  );
}

function readFilters(): Filters {
  const query = new URLSearchParams(location.search);
  const of = (name: string, otherwise = ""): string => query.get(name) ?? otherwise;
  return {
    state: of("state", "open"),
    sort: of("sort", "oldest-first"),
    ownerId: of("ownerId"),
    held: of("held"),
    dpdMin: of("dpdMin"),
  };
}

function FilterBar(props: {
  readonly filters: Filters;
  readonly change: (next: Partial<Filters>) => void;
}): ReactNode {
  const { say } = useWords();
  const any = { value: "", label: say({ zh: "全部", en: "All" }) };
  return (
    <>
      <Choice
        label={say({ zh: "状态", en: "State" })}
        value={props.filters.state}
        onChange={(state) => props.change({ state })}
        options={[
          { value: "open", label: say({ zh: "办理中", en: "Open" }) },
          { value: "closed", label: say({ zh: "已结案", en: "Closed" }) },
        ]}
      />
      <Choice
        label={say({ zh: "排序", en: "Order" })}
        value={props.filters.sort}
        onChange={(sort) => props.change({ sort })}
        options={[
          { value: "oldest-first", label: say({ zh: "逾期最久", en: "Oldest arrears first" }) },
          { value: "largest-first", label: say({ zh: "金额最大", en: "Largest first" }) },
          { value: "newest-first", label: say({ zh: "最新立案", en: "Newest first" }) },
        ]}
      />
      <Choice
        label={say({ zh: "负责人", en: "Owner" })}
        value={props.filters.ownerId}
        onChange={(ownerId) => props.change({ ownerId })}
        options={[
          any,
          { value: "me", label: say({ zh: "我", en: "Me" }) },
          { value: "none", label: say({ zh: "无人", en: "Nobody" }) },
        ]}
      />
      <Choice
        label={say({ zh: "暂停催收", en: "Resting" })}
        value={props.filters.held}
        onChange={(held) => props.change({ held })}
        options={[
          any,
          { value: "yes", label: say({ zh: "是", en: "Yes" }) },
          { value: "no", label: say({ zh: "否", en: "No" }) },
        ]}
      />
      <Choice
        label={say({ zh: "逾期至少", en: "At least" })}
        value={props.filters.dpdMin}
        onChange={(dpdMin) => props.change({ dpdMin })}
        options={[
          any,
          ...["8", "31", "61", "91"].map((value) => ({
            value,
            label: say({ zh: `${value} 天`, en: `${value} days` }),
          })),
        ]}
      />
    </>
  );
}
