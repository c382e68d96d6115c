import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { Chart, type ChartShape } from "../../design/chart/chart.tsx";
import { Field, Panel, Tabs } from "../../design/controls/controls.tsx";
import { Empty } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { amountText, countText, percentText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { queryOf, read } from "../../wire/request.ts";
import { type Book, BookChoice, useBook } from "../book/use-book.tsx";
import { bucketTitle } from "../book/overview.tsx";

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;
type Table = {
  readonly table: string;
  readonly asOf: string;
  readonly columns: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly items: readonly Row[];
};

const tabs: readonly (readonly [string, Bilingual])[] = [
  ["roll-rates", { zh: "迁徙率", en: "Roll rates" }],
  ["cures", { zh: "回正率", en: "Cures" }],
  ["vintages", { zh: "放款批次", en: "Vintages" }],
  ["recoveries", { zh: "处置效果", en: "Recovery by treatment" }],
  ["contacts", { zh: "联系与投诉", en: "Contacts and complaints" }],
];

/** Figures of overdue handling as of any past day, each with its picture, its numbers and its file. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const { books, book, choose } = useBook();
  return (
    <div className="screen">
      <div className="row between">
        <h1>{say({ zh: "贷后指标", en: "Overdue figures" })}</h1>
        {book ? <BookChoice book={book} books={books.data?.items ?? []} choose={choose} /> : null}
      </div>
      <Asked query={books}>{() => (book ? <FiguresOf book={book} /> : <Empty />)}</Asked>
    </div>
  );
}

function FiguresOf({ book }: { readonly book: Book }): ReactNode {
  const { say } = useWords();
  const [tab, setTab] = useState(
    () => new URLSearchParams(location.search).get("table") ?? "roll-rates",
  );
  const [asOf, setAsOf] = useState(
    () => new URLSearchParams(location.search).get("asOf") ?? book.closedThrough,
  );
  const path = `/v1/books/${book.bookId}/figures/${tab}`;
  const asked = queryOf({ asOf, months: 12 });
  const query = useQuery({
    queryKey: ["figures", path, asked],
    enabled: asOf !== "",
    queryFn: ({ signal }) => read<Table>(`${path}${asked}`, signal),
  });
  const change = (next: { table?: string; asOf?: string }): void => {
    const all = { table: tab, asOf, ...next };
    setTab(all.table);
    setAsOf(all.asOf);
    history.replaceState(null, "", `${location.pathname}${queryOf(all)}`);
  };
  return (
    <>
      <div className="row between">
        <Tabs
          label={say({ zh: "指标", en: "Figures" })}
          current={tab}
          tabs={tabs.map(([id, title]) => ({ id, label: say(title) }))}
          onChange={(table) => change({ table })}
        />
        <Field
          label={say({ zh: "截至", en: "As of" })}
          type="date"
          value={asOf}
          onChange={(day) => change({ asOf: day })}
        />
      </div>
      <Asked query={query}>
        {(it) => (
          <>
            <Picture table={it} />
            <DataTable<Row>
              caption={say(tabs.find(([id]) => id === it.table)?.[1] ?? { zh: "", en: "" })}
              rows={it.items}
              keyOf={(row) => JSON.stringify(row)}
              exports={[
                { label: "CSV", href: `/exports/csv${path}${asked}` },
                { label: "XLSX", href: `/exports/xlsx${path}${asked}` },
              ]}
              columns={it.columns.map((column, index) => ({
                id: column.id,
                label: say(column.title),
                cell: (row) => cellText(column.id, row[column.id] ?? null, say),
                isFigure: index > 0,
                isMinor: index > 4,
              }))}
            />
          </>
        )}
      </Asked>
    </>
  );
}

function cellText(id: string, value: Cell, say: (text: Bilingual) => string): string {
  if (value === null) return "–";
  if (typeof value === "boolean")
    return value ? say({ zh: "是", en: "yes" }) : say({ zh: "否", en: "no" });
  if (typeof value === "string") return value;
  if (id === "from" || id === "to") return say(bucketTitle(value));
  if (id.endsWith("Minor")) return amountText(value);
  if (/rate$|Rate$|share|Share|uplift|within/.test(id)) return percentText(value, 1);
  return Number.isInteger(value) ? countText(value) : value.toFixed(2);
}

function Picture({ table }: { readonly table: Table }): ReactNode {
  const { say } = useWords();
  const shape = useMemo(() => shapeOf(table, say), [table, say]);
  if (shape === undefined) return null;
  return (
    <Panel>
      <Chart title={shape.title} shape={shape.shape} format={percentOne} />
    </Panel>
  );
}

const percentOne = (value: number): string => percentText(value, 1);
type Titled = { readonly title: string; readonly shape: ChartShape };

function shapeOf(table: Table, say: (text: Bilingual) => string): Titled | undefined {
  if (table.items.length === 0) return undefined;
  if (table.table === "roll-rates") return rollShape(table, say);
  if (table.table === "vintages") return vintageShape(table, say);
  if (table.table === "cures") return cureShape(table, say);
  return undefined;
}

const numberOf = (value: Cell | undefined): number => (typeof value === "number" ? value : 0);

/** The latest full month: from each bucket (rows) to each bucket (columns). */
function rollShape(table: Table, say: (text: Bilingual) => string): Titled {
  const month =
    table.items
      .map((it) => String(it["month"]))
      .sort()
      .at(-1) ?? "";
  const cells = table.items.filter((it) => it["month"] === month);
  const most = Math.max(1, ...cells.flatMap((it) => [numberOf(it["from"]), numberOf(it["to"])]));
  const buckets = Array.from({ length: most + 1 }, (_, k) => k);
  const rate = (from: number, to: number): number | null => {
    const it = cells.find((one) => one["from"] === from && one["to"] === to);
    return it === undefined ? null : numberOf(it["rate"]);
  };
  return {
    title: say({
      zh: `${month} 止一个月的迁徙率（按户数）`,
      en: `Roll rates of the month to ${month}, by count`,
    }),
    shape: {
      kind: "heat",
      categories: buckets.map((it) => say(bucketTitle(it))),
      rows: buckets.map((it) => say(bucketTitle(it))),
      values: buckets.map((from) => buckets.map((to) => rate(from, to))),
    },
  };
}

function vintageShape(table: Table, say: (text: Bilingual) => string): Titled {
  const vintages = [...new Set(table.items.map((it) => String(it["openedIn"])))];
  const months = Math.max(...table.items.map((it) => numberOf(it["month"])));
  const categories = Array.from({ length: months + 1 }, (_, k) => String(k));
  return {
    title: say({
      zh: "各放款批次曾逾期三十天以上的占比",
      en: "Ever more than 30 days late, by vintage",
    }),
    shape: {
      kind: "line",
      categories,
      series: vintages.map((name) => ({
        name,
        values: categories.map((_, k) => {
          const it = table.items.find((one) => one["openedIn"] === name && one["month"] === k);
          return it === undefined ? null : numberOf(it["rate"]);
        }),
      })),
    },
  };
}

function cureShape(table: Table, say: (text: Bilingual) => string): Titled {
  return {
    title: say({ zh: "按立案月份的回正率", en: "Cured within, by month of opening" }),
    shape: {
      kind: "line",
      categories: table.items.map((it) => String(it["openedIn"])),
      series: [7, 30, 90].map((days) => ({
        name: say({ zh: `${days} 日内`, en: `${days} days` }),
        values: table.items.map((it) => {
          const value = it[`within${days}`];
          return typeof value === "number" ? value : null;
        }),
      })),
    },
  };
}
