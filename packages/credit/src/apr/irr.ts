import { type EpochDay, type Minor, type Outcome, refused } from "@fairdue/kernel";
import { type Equation, type RateFailure, rootOf, uniqueness } from "./root.ts";

/** Money to the borrower is positive, from the borrower negative, on its day. */
export type CashFlow = { readonly on: EpochDay; readonly amountMinor: Minor };

/**
 * The rate m per period at which Σ amount_k ÷ (1 + m)^k = 0, k counting from 0.
 *
 * @example irrPerPeriod([1_000_000, ...Array(12).fill(-88_849)]) // => 0.01: 1 % a month
 */
export function irrPerPeriod(amounts: readonly number[]): Outcome<number, RateFailure> {
  return discounted(amounts.map((amount, k) => ({ amount, time: k })));
}

/**
 * The effective yearly rate x at which Σ amount_k ÷ (1 + x)^(days_k ÷ 365) = 0, days counted from
 * the first flow.
 */
export function xirr(flows: readonly CashFlow[]): Outcome<number, RateFailure> {
  const ordered = inOrder(flows);
  const first = ordered[0];
  if (!first) return refused({ reason: "no-flows" });
  return discounted(
    ordered.map((it) => ({ amount: it.amountMinor, time: (it.on - first.on) / 365 })),
  );
}

export type TimedAmount = { readonly amount: number; readonly time: number };

/** The rate that makes amounts at times (in periods of that rate) worth nothing together. */
export function discounted(amounts: readonly TimedAmount[]): Outcome<number, RateFailure> {
  const failure = uniqueness(amounts.map((it) => it.amount));
  if (failure) return refused(failure);
  const equation: Equation = (rate) => {
    let value = 0;
    let slope = 0;
    for (const { amount, time } of amounts) {
      const worth = amount * (1 + rate) ** -time;
      value += worth;
      slope -= (time * worth) / (1 + rate);
    }
    return { value, slope };
  };
  return rootOf(equation);
}

/** One flow a day, in order of days: amounts of one day are one amount. */
export function inOrder(flows: readonly CashFlow[]): readonly TimedFlow[] {
  const byDay = new Map<EpochDay, number>();
  for (const it of flows) byDay.set(it.on, (byDay.get(it.on) ?? 0) + it.amountMinor);
  return [...byDay]
    .filter(([, amountMinor]) => amountMinor !== 0)
    .sort((a, b) => a[0] - b[0])
    .map(([on, amountMinor]) => ({ on, amountMinor }));
}

type TimedFlow = { readonly on: EpochDay; readonly amountMinor: number };

/** 0.0969 → `9.69`: a rate as a percentage, a half rounded up, as every disclosure rule has it. */
export function percentText(rate: number, decimals: number): string {
  const scale = 10 ** decimals;
  const units = Math.floor(Math.abs(rate) * 100 * scale + 0.5 + 1e-9);
  return `${rate < 0 && units !== 0 ? "-" : ""}${(units / scale).toFixed(decimals)}`;
}
