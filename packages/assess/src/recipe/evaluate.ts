import { assert, present } from "@fairdue/kernel";
import type { Action, Condition, Expression, Recipe } from "./recipe.ts";

/** The number columns by name, each as long as the block of rows. */
export type Source = (name: string) => Float64Array;

/**
 * The values of each feature of a recipe for a block of rows, column by column: the same pass for
 * training on a file and for scoring one applicant. Missing in, missing out, unless the operation
 * says otherwise.
 */
export function evaluateRecipe(
  recipe: Recipe,
  source: Source,
  rows: number,
  wanted: ReadonlySet<string> | undefined = undefined,
): ReadonlyMap<string, Float64Array> {
  const kitchen = openKitchen(recipe, source, rows);
  const chosen = recipe.features.filter((it) => wanted?.has(it.name) ?? true);
  return new Map(chosen.map((it) => [it.name, kitchen.value(it.expression, 0)]));
}

/**
 * The columns as they would be had the action been taken, for one row: the value of each column
 * that changes. All changes read the row as it is.
 */
export function takeAction(
  recipe: Recipe,
  source: Source,
  it: { readonly action: Action; readonly level: number; readonly months: number },
): ReadonlyMap<string, number> {
  const kitchen = openKitchen(recipe, source, 1, it.level);
  const changed = new Map<string, number>();
  for (const change of it.action.changes) {
    const panel = recipe.panels.get(change.panel);
    if (panel?.kind !== "columns") continue;
    panel.columns.slice(0, it.months).forEach((column, month) => {
      changed.set(column, kitchen.value(change.to, month)[0]!);
    });
  }
  return changed;
}

/** The columns of the file that a recipe reads (for the wanted features, or for all). */
export function columnsOf(recipe: Recipe, wanted?: ReadonlySet<string>): ReadonlySet<string> {
  const columns = new Set<string>();
  const panelsSeen = new Set<string>();
  const readPanel = (name: string): void => {
    if (panelsSeen.has(name)) return;
    panelsSeen.add(name);
    const panel = recipe.panels.get(name);
    if (panel?.kind === "columns") for (const it of panel.columns) columns.add(it);
    else if (panel) read(panel.expression);
  };
  const read = (it: Expression): void => {
    if (it.kind === "column") columns.add(it.name);
    for (const part of partsOf(it)) read(part);
    if ("panel" in it) readPanel(it.panel);
  };
  for (const it of recipe.features) if (wanted?.has(it.name) ?? true) read(it.expression);
  return columns;
}

function partsOf(it: Expression): readonly Expression[] {
  switch (it.kind) {
    case "add":
    case "multiply":
    case "smaller":
    case "larger":
      return it.parts;
    case "subtract":
      return [it.from, it.what];
    case "divide":
      return [it.what, it.by];
    case "clip":
    case "log":
    case "is":
      return [it.what];
    default:
      return [];
  }
}

type Kitchen = { value(it: Expression, month: number): Float64Array };

function openKitchen(recipe: Recipe, source: Source, rows: number, level = Number.NaN): Kitchen {
  const panels = new Map<string, readonly Float64Array[]>();
  const lengths = new Map<string, number>();

  /** A panel made from others is as long as its shortest source allows. */
  function lengthOf(name: string): number {
    const known = lengths.get(name);
    if (known !== undefined) return known;
    lengths.set(name, 0);
    const panel = present(recipe.panels.get(name), `no panel ${name}`);
    const length = panel.kind === "columns" ? panel.columns.length : reach(panel.expression);
    assert(length > 0 && length < 1000, `panel ${name} has no members: it refers to itself`);
    lengths.set(name, length);
    return length;
  }

  function reach(it: Expression): number {
    if (it.kind === "member") return lengthOf(it.panel) - it.back;
    return Math.min(Number.POSITIVE_INFINITY, ...partsOf(it).map(reach));
  }

  function members(name: string): readonly Float64Array[] {
    const known = panels.get(name);
    if (known) return known;
    const panel = present(recipe.panels.get(name), `no panel ${name}`);
    const made =
      panel.kind === "columns"
        ? panel.columns.map(source)
        : Array.from({ length: lengthOf(name) }, (_, month) => value(panel.expression, month));
    panels.set(name, made);
    return made;
  }

  const newest = (it: { readonly panel: string; readonly months: number }) =>
    members(it.panel).slice(0, it.months);

  function value(it: Expression, month: number): Float64Array {
    switch (it.kind) {
      case "column":
        return source(it.name);
      case "level":
        return new Float64Array(rows).fill(level);
      case "number":
        return new Float64Array(rows).fill(it.value);
      case "member":
        return present(members(it.panel)[month + it.back], `${it.panel} has no month ${month}`);
      case "add":
        return combine(it.parts, month, (a, b) => a + b);
      case "multiply":
        return combine(it.parts, month, (a, b) => a * b);
      case "smaller":
        return combine(it.parts, month, Math.min);
      case "larger":
        return combine(it.parts, month, Math.max);
      case "subtract":
        return combine([it.from, it.what], month, (a, b) => a - b);
      case "divide":
        return combine([it.what, it.by], month, (a, b) =>
          b > 0 ? a / b : b <= 0 ? it.otherwise : b,
        );
      case "clip":
        return value(it.what, month).map((x) => Math.min(it.high, Math.max(it.low, x)));
      case "log":
        return value(it.what, month).map((x) => Math.sign(x) * Math.log1p(Math.abs(x)));
      case "is":
        return value(it.what, month).map((x) => (Number.isNaN(x) ? x : Number(holds(it.when, x))));
      default:
        return overMonths(it, newest(it), rows);
    }
  }

  function combine(
    parts: readonly Expression[],
    month: number,
    join: (a: number, b: number) => number,
  ): Float64Array {
    const [first, ...others] = parts.map((it) => value(it, month));
    const result = present(first, "an operation has parts").slice();
    for (const other of others)
      for (let i = 0; i < rows; i++) result[i] = join(result[i]!, other[i]!);
    return result;
  }

  return { value };
}

type OverMonths = Extract<Expression, { readonly months: number }>;

function overMonths(it: OverMonths, members: readonly Float64Array[], rows: number): Float64Array {
  const result = new Float64Array(rows);
  const values = new Float64Array(members.length);
  for (let i = 0; i < rows; i++) {
    for (let m = 0; m < members.length; m++) values[m] = members[m]![i]!;
    result[i] = summary(it, values);
  }
  return result;
}

/** One row's panel, newest first. A month without a value is left out; no value at all is missing. */
function summary(it: OverMonths, values: Float64Array): number {
  let known = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let m = 0; m < values.length; m++) {
    const x = values[m]!;
    if (x !== x) continue;
    known += 1;
    sum += x;
    if (x < low) low = x;
    if (x > high) high = x;
  }
  if (known === 0) return Number.NaN;
  switch (it.kind) {
    case "min":
      return low;
    case "max":
      return high;
    case "sum":
      return sum;
    case "mean":
      return sum / known;
    case "spread":
      return high - low;
    case "trend":
      return slope(values, sum / known);
    case "count":
      return countWhere(values, it.when);
    case "streak":
      return streakWhere(values, it.when);
    case "monthsSince":
      return monthsSince(values, it.when, it.never);
  }
}

/** Least-squares change per month, positive when the newest are highest. 0 with one value. */
function slope(values: Float64Array, mean: number): number {
  let months = 0;
  let known = 0;
  for (let m = 0; m < values.length; m++)
    if (!Number.isNaN(values[m]!)) {
      months -= m;
      known += 1;
    }
  const middle = months / known;
  let over = 0;
  let under = 0;
  for (let m = 0; m < values.length; m++) {
    const x = values[m]!;
    if (Number.isNaN(x)) continue;
    over += (-m - middle) * (x - mean);
    under += (-m - middle) * (-m - middle);
  }
  return under === 0 ? 0 : over / under;
}

function holds(when: Condition, x: number): boolean {
  return x >= when.atLeast && x <= when.atMost;
}

function countWhere(values: Float64Array, when: Condition): number {
  let count = 0;
  for (let m = 0; m < values.length; m++) if (holds(when, values[m]!)) count += 1;
  return count;
}

function streakWhere(values: Float64Array, when: Condition): number {
  let m = 0;
  while (m < values.length && holds(when, values[m]!)) m += 1;
  return m;
}

function monthsSince(values: Float64Array, when: Condition, never: number): number {
  for (let m = 0; m < values.length; m++) if (holds(when, values[m]!)) return m;
  return never;
}
