import type { Column } from "../table/table.ts";

/** The groups of an attribute for measuring: its levels, or the quarters of a number. */
export function groupsOf(column: Column): readonly string[] {
  if (column.kind === "category")
    return Array.from(column.codes, (code) => column.levels[code] ?? "(missing)");
  const distinct = new Set(column.values);
  if (distinct.size <= 12) return Array.from(column.values, named);
  const sorted = column.values.filter((x) => x === x).sort();
  const edges = [0.25, 0.5, 0.75].map((q) => sorted[Math.floor(q * sorted.length)]!);
  const names = [
    `below ${edges[0]}`,
    `${edges[0]} to below ${edges[1]}`,
    `${edges[1]} to below ${edges[2]}`,
    `${edges[2]} and above`,
  ];
  return Array.from(column.values, (x) =>
    Number.isNaN(x) ? "(missing)" : names[edges.filter((edge) => x >= edge).length]!,
  );
}

function named(x: number): string {
  return Number.isNaN(x) ? "(missing)" : String(x);
}

/** Yes-or-no questions about an attribute: each large enough group against the rest. */
export function questionsOf(column: Column): readonly Uint8Array[] {
  const groups = groupsOf(column);
  const counts = new Map<string, number>();
  for (const it of groups) counts.set(it, (counts.get(it) ?? 0) + 1);
  const large = [...counts].filter(([, rows]) => rows >= Math.max(20, groups.length * 0.02));
  const asked = large.length === 2 ? large.slice(0, 1) : large;
  return asked
    .filter(([, rows]) => groups.length - rows >= 20)
    .map(([group]) => Uint8Array.from(groups, (it) => (it === group ? 1 : 0)));
}
