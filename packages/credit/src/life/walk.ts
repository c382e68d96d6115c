import { type EpochDay, epochDay, formatDay, formatMinor, minor } from "@fairdue/kernel";
import { type Folded, fold } from "../account/fold.ts";
import { stateToRow } from "../account/codec.ts";
import type { AccountState } from "../account/state.ts";
import type { AccountEvent } from "../event/event.ts";
import { differenceOf, type Movement } from "../movement/movement.ts";
import { never, type Product } from "../product/product.ts";
import type { LifeLine } from "./life.ts";

/** One line of a life and the account after it; `movements` are those that it added. */
export type LifeStep = {
  readonly line: LifeLine;
  readonly folded: Folded;
  readonly movements: readonly Movement[];
};

/** Walks a life line by line, each as the book would have booked it. */
export function walkLife(product: Product, lines: readonly LifeLine[]): LifeStep[] {
  const events: AccountEvent[] = [];
  const steps: LifeStep[] = [];
  let booked: readonly Movement[] = [];
  let today: EpochDay | null = null;
  for (const line of lines) {
    if (line.event) events.push(line.event);
    const bookedOn = line.event?.bookedOn ?? line.on;
    if (today === null || bookedOn > today) today = bookedOn;
    const folded = fold(product, events, today);
    steps.push({ line, folded, movements: differenceOf(booked, folded.movements, today) });
    booked = folded.movements;
  }
  return steps;
}

/** The line, its movements, and every figure of the account that it changed. */
export function formatLifeStep(
  product: Product,
  before: AccountState | null,
  step: LifeStep,
): string[] {
  const { line, folded, movements } = step;
  const head = line.text === "" ? `${formatDay(line.on)}  open` : line.text;
  const lines = movements.map((it) => {
    const what = `${it.kind} ${it.component}`.padEnd(28);
    const amount = formatMinor(it.amountMinor).padStart(12);
    const marks = [it.channel, it.isMemo ? "memo" : ""].filter((mark) => mark !== "").join(" ");
    return `    ${formatDay(it.valueOn)}  ${what}${amount}  ${marks}`.trimEnd();
  });
  const was = before === null ? new Map<string, string>() : new Map(figuresOf(product, before));
  const changed = figuresOf(product, folded.state).filter(
    ([name, value]) => was.get(name) !== value,
  );
  return [
    head,
    ...lines,
    ...changed.map(([name, value]) => {
      const old = was.get(name) ?? "-";
      return `    ${`= ${name}`.padEnd(40)}${old.padStart(12)} -> ${value.padStart(12)}`;
    }),
  ];
}

function figuresOf(product: Product, state: AccountState): [string, string][] {
  const row = stateToRow(product, state);
  const figures: [string, string][] = [];
  for (const [name, value] of Object.entries(row)) {
    if (name === "denominator" || name === "seq") continue;
    figures.push([name, shown(name, value)]);
  }
  state.draws.forEach((draw) => {
    const next = draw.rows[0];
    figures.push([`draw ${draw.id} balance`, formatMinor(minor(draw.balanceMinor))]);
    figures.push([`draw ${draw.id} rows`, String(draw.rows.length)]);
    if (next)
      figures.push([`draw ${draw.id} next principal`, formatMinor(minor(next.principalMinor))]);
  });
  const bill = state.statements.at(-1);
  if (bill) {
    figures.push(["statement", bill.id]);
    figures.push(["statement closing", formatMinor(minor(bill.closingMinor))]);
    figures.push(["statement minimum", formatMinor(minor(bill.minimumMinor))]);
  }
  return figures;
}

function shown(name: string, value: string | number | boolean | null): string {
  if (typeof value !== "number") return value === null ? "none" : String(value);
  if (name.endsWith("Minor")) return formatMinor(minor(value));
  if (name === "asOf" || name.endsWith("On")) return value === never ? "never" : day(value);
  return String(value);
}

function day(value: number): string {
  return formatDay(epochDay(value));
}
