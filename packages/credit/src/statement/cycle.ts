import { addDays, civilOf, dayInMonth, type EpochDay } from "@fairdue/kernel";
import type { AccountState } from "../account/state.ts";
import { billBalance } from "../account/working.ts";
import { never, type Product } from "../product/product.ts";

/** First statement closing after a day: as many days before a due day as the product says. */
export function closingAfter(product: Product, dueDay: number, on: EpochDay): EpochDay {
  const before = product.declaration.cycle.statementDaysBefore;
  const civil = civilOf(addDays(on, before));
  for (let k = 0; ; k += 1) {
    const closing = addDays(dayInMonth(civil.year, civil.month + k, dueDay), -before);
    if (closing > on) return closing;
  }
}

/** Due day of the statement that closes on a day. */
export function dueAfterClosing(product: Product, closedOn: EpochDay): EpochDay {
  return addDays(closedOn, product.declaration.cycle.statementDaysBefore);
}

/** Due days of a plan on a purchases account: those of the next statements, one each. */
export function statementDueDays(product: Product, state: AccountState, count: number): EpochDay[] {
  const first = dueAfterClosing(product, closingAfter(product, state.dueDay, state.asOf));
  const civil = civilOf(first);
  return Array.from({ length: count }, (_, k) =>
    dayInMonth(civil.year, civil.month + k, state.dueDay),
  );
}

/** A closing with nothing on the bill and nothing in the cycle makes no statement. */
export function hasBill(state: AccountState): boolean {
  if (billBalance(state) > 0 || state.draws.length > 0) return true;
  const { cycle } = state;
  return (
    cycle.purchasesMinor !== 0 ||
    cycle.paymentsMinor !== 0 ||
    cycle.refundsMinor !== 0 ||
    cycle.feeMinor !== 0 ||
    cycle.waivedMinor !== 0 ||
    cycle.convertedMinor !== 0
  );
}

/** Day of the next statement, `never` while there is nothing to bill. */
export function nextClosing(product: Product, state: AccountState): EpochDay {
  return product.isPurchases && state.status === "open" && hasBill(state)
    ? state.statementOn
    : never;
}

/** After a time with nothing to bill, the next closing is the first after today. */
export function wakeCycle(product: Product, state: AccountState): void {
  if (product.isPurchases && state.statementOn <= state.asOf && !hasBill(state)) {
    state.statementOn = closingAfter(product, state.dueDay, state.asOf);
  }
}
