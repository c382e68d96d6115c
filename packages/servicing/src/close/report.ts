import type { Movement } from "@fairdue/credit";
import type { EpochDay } from "@fairdue/kernel";
import type { AccrualTotals } from "./accrual.ts";

/** Count and sum of the movements of one kind and component. */
export type MovementSum = { readonly count: number; readonly amountMinor: number };
export type MovementSums = Readonly<Record<string, MovementSum>>;

export type QuarantinedAccount = {
  readonly borrowerId: string;
  readonly accountId: string;
  readonly reason: string;
};

/** What the close of one day did. */
export type DayReport = {
  readonly businessOn: EpochDay;
  readonly touched: number;
  readonly quarantined: readonly QuarantinedAccount[];
  readonly movements: MovementSums;
  /** What the day's accrual added to each accrued account of the ledger. */
  readonly accrual: AccrualTotals;
  readonly seconds: number;
};

export function addMovements(
  sums: Record<string, MovementSum>,
  movements: readonly Pick<Movement, "kind" | "component" | "amountMinor">[],
): void {
  for (const it of movements) {
    const name = `${it.kind} ${it.component}`;
    const known = sums[name];
    sums[name] = {
      count: (known?.count ?? 0) + 1,
      amountMinor: (known?.amountMinor ?? 0) + it.amountMinor,
    };
  }
}

export function mergeSums(all: readonly MovementSums[]): MovementSums {
  const out: Record<string, MovementSum> = {};
  for (const sums of all) {
    for (const [name, it] of Object.entries(sums)) {
      const known = out[name];
      out[name] = {
        count: (known?.count ?? 0) + it.count,
        amountMinor: (known?.amountMinor ?? 0) + it.amountMinor,
      };
    }
  }
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)));
}
