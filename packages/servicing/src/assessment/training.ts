import type { Table } from "@fairdue/assess";
import { dpdOn } from "@fairdue/credit";
import { addDays, type EpochDay, present } from "@fairdue/kernel";
import { behaviourAsOf, type LivedAccount, reachedDpd, stateKnownOn } from "./behaviour.ts";

/** What early warning foretells: 30 days past due within the next 60. */
export const warningHorizon = { days: 60, dpd: 30 } as const;

export const warningTarget = "reached_30_dpd_in_60_days";

/**
 * A training table from a book's own past: each account as it was known on each of the days, and
 * what came of it in the 60 days after. The features are those that serving computes.
 */
export function behaviourTraining(
  accounts: readonly LivedAccount[],
  days: readonly EpochDay[],
): Table {
  const parts = days.map((asOf) => snapshot(accounts, asOf)).filter((it) => it.rows > 0);
  const first = present(parts[0], "a day on which there was somebody to learn from");
  const ids = parts.flatMap((it) => it.ids ?? []);
  const rows = parts.reduce((sum, it) => sum + it.rows, 0);
  return {
    rows,
    ids,
    columns: first.columns.map((column, c) => {
      const values = new Float64Array(rows);
      let at = 0;
      for (const part of parts) {
        const own = present(part.columns[c], "the same columns each day");
        if (own.kind === "number") values.set(own.values, at);
        at += part.rows;
      }
      return { kind: "number" as const, name: column.name, values };
    }),
  };
}

function snapshot(accounts: readonly LivedAccount[], asOf: EpochDay): Table {
  const scored = accounts.filter((it) => mayBeWarned(it, asOf));
  const through = addDays(asOf, warningHorizon.days);
  const outcome = Float64Array.from(scored, (it) =>
    reachedDpd(it, { after: asOf, through, dpd: warningHorizon.dpd }) ? 1 : 0,
  );
  const features = behaviourAsOf(scored, asOf);
  return {
    rows: scored.length,
    ids: scored.map((it) => `${it.accountId}@${asOf}`),
    columns: [...features.columns, { kind: "number", name: warningTarget, values: outcome }],
  };
}

/** Open, and not already there. */
export function mayBeWarned(it: LivedAccount, asOf: EpochDay): boolean {
  const state = stateKnownOn(it, asOf);
  return state !== null && state.status === "open" && dpdOn(state, asOf) < warningHorizon.dpd;
}
