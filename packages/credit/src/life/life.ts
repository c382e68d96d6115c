import {
  assert,
  day,
  type EpochDay,
  formatDay,
  formatMinor,
  type Minor,
  minor,
  parseId,
  present,
} from "@fairdue/kernel";
import { accrualLine } from "../account/accrue.ts";
import { fallDue } from "../interest/interest.ts";
import { type Folded, fold } from "../account/fold.ts";
import { outstanding } from "../account/invariants.ts";
import type { AccountState } from "../account/state.ts";
import { dpdOf } from "../ageing/ageing.ts";
import type { AccountEvent } from "../event/event.ts";
import { never, type Product } from "../product/product.ts";
import { availableMinor } from "../quote/quote.ts";
import { readFact } from "./fact.ts";

/**
 * The life of an account as a text table, one event a line, with what is then true at its end:
 *
 *     2026-03-01  draw   10000.00 open                              owed 10000.00
 *     2026-03-31  repay   4000.00        interest 150.00  principal 3850.00  owed 6150.00
 *     2026-04-10  as of                  accrued 30.75    owed 6180.75
 *
 * A line is a day, a verb with its words (`fact.ts` lists them), `booked DAY` when it is backdated,
 * and pairs of a figure's name and its value. The opening is implied unless written.
 */
export type LifeLine = {
  readonly text: string;
  readonly on: EpochDay;
  readonly event: AccountEvent | null;
  readonly expected: readonly (readonly [figure: string, value: string])[];
};

export const figures = [
  "owed",
  "accrued",
  "interest",
  "principal",
  "fee",
  "penalty",
  "credit",
  "due",
  "minimum",
  "statement",
  "available",
  "claim",
  "provision",
  "dpd",
  "bucket",
  "grade",
  "stage",
  "accrual",
  "status",
  "next",
] as const;

const isFigure = (word: string): boolean => figures.some((name) => name === word);

/** Reads a table. @throws {InvariantViolation} on a line that says nothing. */
export function readLife(product: Product, table: string): LifeLine[] {
  const lines: LifeLine[] = [];
  let seq = 0;
  for (const raw of table.split("\n")) {
    const text = raw.trim();
    if (text === "" || text.startsWith("#")) continue;
    const words = text.split(/\s+/);
    const on = day(words[0] ?? "");
    if (lines.length === 0 && words[1] !== "open") {
      seq += 1;
      lines.push({
        text: "",
        on,
        event: stamped({ seq, on, bookedOn: on }, readFact(product, ["open"], { on, seq })),
        expected: [],
      });
    }
    const pairsFrom = words.findIndex((word, k) => k > 1 && isFigure(word));
    const said = words.slice(1, pairsFrom === -1 ? undefined : pairsFrom);
    const bookedAt = said.indexOf("booked");
    const bookedOn = bookedAt === -1 ? on : day(said[bookedAt + 1] ?? "");
    const verbs = bookedAt === -1 ? said : said.slice(0, bookedAt);
    const isEvent = verbs.join(" ") !== "as of";
    if (isEvent) seq += 1;
    const event = isEvent
      ? stamped({ seq, on, bookedOn }, readFact(product, verbs, { on, seq }))
      : null;
    lines.push({ text, on, event, expected: pairsOf(words, pairsFrom) });
  }
  return lines;
}

function pairsOf(words: readonly string[], from: number): [string, string][] {
  const pairs: [string, string][] = [];
  if (from === -1) return pairs;
  for (let k = from; k < words.length; k += 2) {
    const name = present(words[k], "in range");
    assert(isFigure(name), `not a figure of an account: ${name}`);
    pairs.push([name, words[k + 1] ?? ""]);
  }
  return pairs;
}

function stamped(
  at: { readonly seq: number; readonly on: EpochDay; readonly bookedOn: EpochDay },
  fact: ReturnType<typeof readFact>,
): AccountEvent {
  const id = present(parseId("Event", `evt_${at.seq}`), "a number makes an id");
  return { id, seq: at.seq, valueOn: at.on, bookedOn: at.bookedOn, ...fact };
}

/** The same table with every figure as the engine finds it: equal to the input when it is right. */
export function replay(product: Product, table: string): string {
  const lines = readLife(product, table);
  const events: AccountEvent[] = [];
  const rows: string[] = [];
  let last = "";
  for (const line of lines) {
    if (line.event) events.push(line.event);
    if (line.text === "") continue;
    const latest = events.reduce((on, it) => (it.valueOn > on ? it.valueOn : on), line.on);
    const isBackdated = line.event !== null && line.event.bookedOn > line.on;
    const to = isBackdated && line.event ? line.event.bookedOn : latest;
    const folded = fold(product, events, to);
    const said = line.text.split(/\s+/);
    const head = said.slice(0, said.length - line.expected.length * 2).join("  ");
    const found = line.expected.map(
      ([name]) => `${name} ${figureOf(product, folded, { name, line })}`,
    );
    rows.push([head, ...found].join("  "));
    last = line.text;
  }
  assert(last !== "", "a life has at least one line");
  return rows.join("\n");
}

/** The table as `replay` writes it: one line an event, two spaces between words and figures. */
export function tidyLife(product: Product, table: string): string {
  return readLife(product, table)
    .filter((line) => line.text !== "")
    .map((line) => {
      const said = line.text.split(/\s+/);
      const head = said.slice(0, said.length - line.expected.length * 2).join("  ");
      return [head, ...line.expected.map(([name, value]) => `${name} ${value}`)].join("  ");
    })
    .join("\n");
}

type Asked = { readonly name: string; readonly line: LifeLine };

function figureOf(product: Product, folded: Folded, asked: Asked): string {
  const { state } = folded;
  const { name, line } = asked;
  switch (name) {
    case "interest":
    case "principal":
    case "fee":
    case "penalty":
      return formatMinor(line.event ? metOn(folded, name, line) : billed(state, name));
    case "owed":
      return formatMinor(owed(product, state));
    case "accrued":
      return formatMinor(accrued(product, state));
    case "credit":
      return formatMinor(minor(state.creditMinor));
    case "due":
      return formatMinor(minor(dueNow(state)));
    case "minimum":
      return formatMinor(minor(state.statements.at(-1)?.minimumMinor ?? 0));
    case "statement":
      return formatMinor(minor(state.statements.at(-1)?.closingMinor ?? 0));
    case "available":
      return formatMinor(availableMinor(product, state));
    case "claim":
      return formatMinor(minor(Object.values(state.claim).reduce((a, b) => a + b, 0)));
    case "provision":
      return formatMinor(minor(state.ageing.provisionMinor));
    default:
      return wordOf(state, name);
  }
}

function wordOf(state: AccountState, name: string): string {
  switch (name) {
    case "dpd":
      return String(dpdOf(state));
    case "bucket":
      return `M${state.ageing.bucket}`;
    case "grade":
      return state.ageing.grade;
    case "stage":
      return String(state.ageing.stage);
    case "accrual":
      return state.ageing.isNonAccrual ? "non-accrual" : "accrual";
    case "status":
      return state.status;
    default:
      return state.nextEventOn === never ? "never" : formatDay(state.nextEventOn);
  }
}

/** Money of this line's event that met a component. */
function metOn(folded: Folded, name: string, line: LifeLine): Minor {
  let total = 0;
  for (const it of folded.movements) {
    const meets = it.kind === "paid" || it.kind === "refunded" || it.kind === "recovered";
    const isHere = it.valueOn === line.on && (it.kind === "waived" || meets);
    const component = it.component === "principal-overdue" ? "principal" : it.component;
    if (isHere && component === name) total += it.amountMinor;
  }
  return minor(total);
}

function billed(state: AccountState, name: "interest" | "principal" | "fee" | "penalty"): Minor {
  return minor(outstanding(state)[name]);
}

function accrued(product: Product, state: AccountState): Minor {
  const line = accrualLine(product, state);
  return minor(fallDue(product, line.interestNumerator + line.penaltyNumerator));
}

function owed(product: Product, state: AccountState): Minor {
  const { principal, interest, fee, penalty } = outstanding(state);
  return minor(principal + interest + fee + penalty + accrued(product, state));
}

function dueNow(state: AccountState): number {
  return state.dues.reduce(
    (sum, it) => sum + it.principalMinor + it.interestMinor + it.feeMinor + it.penaltyMinor,
    0,
  );
}
