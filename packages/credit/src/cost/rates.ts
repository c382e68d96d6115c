import { type AnnualRates, annualRates, ownPeriods, type RateOptions } from "../apr/rates.ts";
import type { CostTable } from "./cost.ts";

/** The annual rates of a cost table, and the plain one that needs no equation. */
export type CostRates = AnnualRates & {
  /**
   * All that was paid beyond the principal over the principal really in use and its time (365 days
   * a year): what a person finds with a calculator. `null` while no principal has been in use.
   */
  readonly principalInUse: number | null;
};

/** Joins what an offer or an account costs to the rates it must be shown at. */
export function costRates(table: CostTable, options: RateOptions = ownPeriods): CostRates {
  return { ...annualRates(table.flows, options), principalInUse: rateOnPrincipal(table) };
}

function rateOnPrincipal(table: CostTable): number | null {
  const changes = [
    ...table.flows
      .filter((it) => it.amountMinor > 0)
      .map((it) => ({ on: it.on, by: Number(it.amountMinor) })),
    ...table.rows.map((row) => ({ on: row.on, by: -row.principalMinor })),
  ].sort((a, b) => a.on - b.on);
  let balance = 0;
  let use = 0;
  let from = changes[0]?.on ?? 0;
  for (const { on, by } of changes) {
    use += balance * (on - from);
    balance += by;
    from = on;
  }
  return use === 0 ? null : (table.costMinor * 365) / use;
}
