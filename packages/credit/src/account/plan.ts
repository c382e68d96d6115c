import { type EpochDay, mulDivRound, present } from "@fairdue/kernel";
import type { EarlyStrategy } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";
import type { PlanSpan } from "../schedule/instalment.ts";
import { columnsByInstalment, columnsByPrincipal } from "../schedule/columns.ts";
import { levelFor, rowsOf } from "../schedule/rows.ts";
import type { Draw, PlanRow } from "./state.ts";

export type Replan = { readonly on: EpochDay; readonly strategy: EarlyStrategy };

/**
 * The rows of a draw after part of it was repaid early, or its rate or days changed: same due days,
 * `shorten-term` keeps the instalment and drops rows from the end, `lower-instalment` keeps them all.
 */
export function replan(product: Product, draw: Draw, it: Replan): PlanRow[] {
  const kept = draw.rows.map((row) => row.dueOn);
  const span: PlanSpan = {
    startOn: it.on,
    dueOn: kept,
    principalMinor: draw.balanceMinor,
    rate: draw.rate,
  };
  if (draw.balanceMinor === 0 || kept.length === 0) return [];
  if (draw.method === "equal-instalment") {
    const first = present(draw.rows[0], "a plan has rows");
    const instalment =
      it.strategy === "shorten-term"
        ? Math.max(first.principalMinor + first.interestMinor, 1)
        : levelFor(product, product.declaration.instalments, span);
    return rowsOf(columnsByInstalment(product, span, { instalment, first: instalment }), null);
  }
  const planned = draw.rows.map((row) => row.principalMinor);
  const principal =
    it.strategy === "shorten-term" && draw.method !== "interest-first" && draw.method !== "bullet"
      ? keepFirst(planned, draw.balanceMinor)
      : inProportion(planned, draw.balanceMinor);
  const rows = rowsOf(columnsByPrincipal(product, span, principal), null);
  const last = principal.findLastIndex((amount) => amount > 0);
  return rows
    .slice(0, last + 1)
    .map((row, k) => ({ ...row, feeMinor: draw.rows[k]?.feeMinor ?? 0 }));
}

/** The first rows as they were, the last ones dropped, so that the sum is `total`. */
function keepFirst(planned: readonly number[], total: number): number[] {
  let left = total;
  return planned.map((amount) => {
    const kept = Math.min(amount, left);
    left -= kept;
    return kept;
  });
}

/** The same shares of a smaller sum, each from the running total so that nothing is lost. */
export function inProportion(planned: readonly number[], total: number): number[] {
  const whole = planned.reduce((a, b) => a + b, 0);
  let seen = 0;
  let given = 0;
  return planned.map((amount) => {
    seen += amount;
    const upTo = whole === 0 ? 0 : mulDivRound(total, seen, whole, "down");
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
