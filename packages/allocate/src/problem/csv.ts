import { accepted, refused, type Outcome, type Problem } from "@fairdue/kernel";
import { countResource, type Budgets } from "./budgets.ts";
import { decimalsMax } from "./decimal.ts";
import { startIntake, type AllocationProblem, type OptionRow } from "./intake.ts";
import { decodeUtf8 } from "./names.ts";

/** Reads a problem as CSV, in pieces of any size; the rows of a person stand together. */
export type CsvReader = {
  /** False when there are too many problems to go on. */
  read(piece: Uint8Array): boolean;
  finish(): Outcome<AllocationProblem, readonly Problem[]>;
};

const comma = 44;
const quote = 34;
const newline = 10;
const problemsMax = 20;

export function csvReader(budgets: Budgets): CsvReader {
  const intake = startIntake(budgets);
  const problems: Problem[] = [];
  const cells = { from: new Int32Array(256), to: new Int32Array(256), count: 0 };
  const row: OptionRow = {
    value: 0,
    treatment: 0,
    units: new Float64Array(intake.resources.length),
    decimals: new Uint8Array(intake.resources.length),
    filters: new Int32Array(intake.filters.length),
  };
  let rest = new Uint8Array(0);
  let line = 0;
  let columns: Columns | undefined;
  let personFrom = new Uint8Array(0);

  const tell = (column: string, value: string, expected: string): void => {
    problems.push({ field: `line ${line}, ${column}`, value, expected });
  };

  function readLine(bytes: Uint8Array, from: number, end: number): void {
    line += 1;
    const to = end > from && bytes[end - 1] === 13 ? end - 1 : end;
    if (to === from) return;
    if (!split(bytes, { from, to }, cells)) {
      tell(
        "(row)",
        shownBytes(bytes, from, to),
        "quotes closed on the same line, at most 256 cells",
      );
      return;
    }
    if (columns === undefined) {
      columns = columnsOf(headerOf(bytes, cells), budgets, intake, problems);
      return;
    }
    if (cells.count !== columns.count) {
      tell("(row)", `${cells.count} cells`, `${columns.count} cells as in the header`);
      return;
    }
    const cell = (k: number): readonly [number, number] => [cells.from[k]!, cells.to[k]!];
    const [personStart, personEnd] = cell(columns.person);
    if (personEnd === personStart) return tell("person", '""', "an id");
    if (!isSame(personFrom, bytes, personStart, personEnd)) {
      if (!intake.beginPerson(bytes, personStart, personEnd))
        return tell(
          "person",
          shownBytes(bytes, personStart, personEnd),
          "all rows of a person together: this one was here before",
        );
      personFrom = bytes.slice(personStart, personEnd);
    }
    if (readOption(bytes, columns)) intake.addOption(row);
  }

  function readOption(bytes: Uint8Array, it: Columns): boolean {
    const before = problems.length;
    row.treatment = intake.treatments.intern(
      bytes,
      cells.from[it.treatment]!,
      cells.to[it.treatment]!,
    );
    if (row.treatment > 0xffff) tell("treatment", "another name", "at most 65,536 treatments");
    row.value = 0;
    for (const part of it.objective) {
      if (!readNumber(bytes, cells.from[part.column]!, cells.to[part.column]!))
        tell(
          part.name,
          shownBytes(bytes, cells.from[part.column]!, cells.to[part.column]!),
          "a number",
        );
      row.value += part.weight * (number.units / 10 ** number.decimals);
    }
    for (let r = 0; r < it.resources.length; r++) {
      const k = it.resources[r]!;
      row.units[r] = 1;
      row.decimals[r] = 0;
      if (k < 0) continue;
      const isNumber = readNumber(bytes, cells.from[k]!, cells.to[k]!);
      if (!isNumber || number.units < 0 || number.decimals > decimalsMax)
        tell(
          intake.resources[r]!,
          shownBytes(bytes, cells.from[k]!, cells.to[k]!),
          `a number from 0 with at most ${decimalsMax} decimals`,
        );
      row.units[r] = number.units;
      row.decimals[r] = number.decimals;
    }
    for (let f = 0; f < it.filters.length; f++) {
      const k = it.filters[f]!;
      row.filters[f] = intake.filterValues[f]!.intern(bytes, cells.from[k]!, cells.to[k]!);
    }
    return problems.length === before;
  }

  function read(piece: Uint8Array): boolean {
    const bytes = rest.length === 0 ? piece : joined(rest, piece);
    let from = line === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    for (;;) {
      const end = bytes.indexOf(newline, from);
      if (end < 0 || problems.length >= problemsMax) break;
      readLine(bytes, from, end);
      from = end + 1;
    }
    rest = bytes.slice(from);
    return problems.length < problemsMax;
  }

  function finish(): Outcome<AllocationProblem, readonly Problem[]> {
    if (rest.length > 0 && problems.length < problemsMax) readLine(rest, 0, rest.length);
    if (columns === undefined && problems.length === 0)
      problems.push({ field: "(file)", value: "empty", expected: "a header line, then rows" });
    return problems.length > 0 ? refused(problems) : accepted(intake.finish());
  }
  return { read, finish };
}

type Cells = { readonly from: Int32Array; readonly to: Int32Array; count: number };

/** Cell borders of one line; quoted cells lose their quotes ("" inside stands for one quote). */
function split(bytes: Uint8Array, line: { from: number; to: number }, cells: Cells): boolean {
  cells.count = 0;
  for (let at = line.from; ; ) {
    if (cells.count === cells.from.length) return false;
    if (bytes[at] === quote && at < line.to) {
      let end = at + 1;
      let write = at + 1;
      for (; ; end++) {
        if (end >= line.to) return false;
        if (bytes[end] !== quote) bytes[write++] = bytes[end]!;
        else if (bytes[end + 1] === quote && end + 1 < line.to) bytes[write++] = bytes[end++]!;
        else break;
      }
      cells.from[cells.count] = at + 1;
      cells.to[cells.count++] = write;
      at = end + 1;
      if (at < line.to && bytes[at] !== comma) return false;
    } else {
      let end = at;
      while (end < line.to && bytes[end] !== comma) end += 1;
      cells.from[cells.count] = at;
      cells.to[cells.count++] = end;
      at = end;
    }
    if (at >= line.to) return true;
    at += 1;
  }
}

function headerOf(bytes: Uint8Array, cells: Cells): string[] {
  return Array.from({ length: cells.count }, (_, k) =>
    decodeUtf8(bytes, cells.from[k]!, cells.to[k]!).trim(),
  );
}

type Columns = {
  readonly count: number;
  readonly person: number;
  readonly treatment: number;
  readonly objective: readonly { name: string; column: number; weight: number }[];
  /** -1: every row uses 1. */
  readonly resources: readonly number[];
  readonly filters: readonly number[];
};

function columnsOf(
  header: readonly string[],
  budgets: Budgets,
  intake: { readonly resources: readonly string[]; readonly filters: readonly string[] },
  problems: Problem[],
): Columns {
  const find = (name: string, why: string): number => {
    const k = header.indexOf(name);
    if (k < 0) problems.push({ field: `line 1, ${name}`, value: "no such column", expected: why });
    return k;
  };
  return {
    count: header.length,
    person: find("person", "a column with the person's id"),
    treatment: find("treatment", "a column with the treatment's name"),
    objective: [...budgets.objective].map(([name, weight]) => ({
      name,
      weight,
      column: find(name, "a column that the objective counts"),
    })),
    resources: intake.resources.map((name) =>
      name === countResource && !header.includes(name)
        ? -1
        : find(name, "a column, since a budget limits it"),
    ),
    filters: intake.filters.map((name) => find(name, "a column, since a budget's where names it")),
  };
}

/** The number last read: one object, since this runs for every cell. */
const number = { units: 0, decimals: 0 };

/** Reads −123.45 as units −12345 and 2 decimals; false if it is not such a number, or too long. */
function readNumber(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] === 32) at += 1;
  let end = to;
  while (end > at && bytes[end - 1] === 32) end -= 1;
  const isNegative = bytes[at] === 45;
  if (isNegative || bytes[at] === 43) at += 1;
  let units = 0;
  let point = -1;
  let digits = 0;
  for (; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      units = units * 10 + digit;
      digits += 1;
    } else if (bytes[at] === 46 && point < 0) point = at;
    else break;
  }
  let decimals = point < 0 ? 0 : end - point - 1;
  if (at < end || digits === 0 || units > Number.MAX_SAFE_INTEGER) {
    number.units = 0;
    number.decimals = 0;
    return readLong(bytes, from, to);
  }
  while (decimals > 0 && units % 10 === 0) {
    units /= 10;
    decimals -= 1;
  }
  number.units = isNegative ? -units : units;
  number.decimals = decimals;
  return true;
}

/** Exponents and more than 15 digits: fine for an expected value, which is a double anyway. */
function readLong(bytes: Uint8Array, from: number, to: number): boolean {
  const text = decodeUtf8(bytes, from, to).trim();
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return false;
  number.units = value;
  number.decimals = Number.isSafeInteger(value) ? 0 : decimalsMax + 1;
  if (number.decimals > 0) number.units = value * 10 ** number.decimals;
  return true;
}

function isSame(name: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let k = from; k < to; k++) if (name[k - from] !== bytes[k]) return false;
  return true;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function shownBytes(bytes: Uint8Array, from: number, to: number): string {
  return JSON.stringify(decodeUtf8(bytes, from, Math.min(to, from + 60)));
}
