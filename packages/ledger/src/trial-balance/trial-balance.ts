import { assert, type Currency, type EpochDay, present } from "@fairdue/kernel";
import type { GlAccount, GlClass, GlCode } from "../chart/chart.ts";

/** Sum of what was booked from one account to another, up to some day. */
export type PairTotal = {
  readonly debit: GlCode;
  readonly credit: GlCode;
  readonly currency: Currency;
  readonly amountMinor: bigint;
};

export type TrialBalance = {
  readonly on: EpochDay;
  readonly currency: Currency;
  readonly lines: readonly TrialBalanceLine[];
  /** Equal by construction, and asserted. */
  readonly debitsMinor: bigint;
  readonly creditsMinor: bigint;
};

export type TrialBalanceLine = {
  readonly account: GlAccount;
  readonly debitsMinor: bigint;
  readonly creditsMinor: bigint;
  /** Debits less credits. */
  readonly balanceMinor: bigint;
};

/**
 * 试算平衡表 of one book and currency at the end of a day: turnover and balance of each account
 * that was ever touched, in the order of the chart.
 */
export function trialBalance(
  chart: readonly GlAccount[],
  totals: readonly PairTotal[],
  of: { readonly on: EpochDay; readonly currency: Currency },
): TrialBalance {
  const debits = new Map<GlCode, bigint>();
  const credits = new Map<GlCode, bigint>();
  for (const it of totals) {
    if (it.currency !== of.currency) continue;
    debits.set(it.debit, (debits.get(it.debit) ?? 0n) + it.amountMinor);
    credits.set(it.credit, (credits.get(it.credit) ?? 0n) + it.amountMinor);
  }
  const known = new Map(chart.map((it) => [it.code, it]));
  const codes = [...new Set([...debits.keys(), ...credits.keys()])].sort((a, b) => a - b);
  const lines = codes.map((code) => {
    const debitsMinor = debits.get(code) ?? 0n;
    const creditsMinor = credits.get(code) ?? 0n;
    const account = present(known.get(code), `account ${code} is in the chart`);
    return { account, debitsMinor, creditsMinor, balanceMinor: debitsMinor - creditsMinor };
  });
  const sum = (pick: (it: TrialBalanceLine) => bigint): bigint =>
    lines.reduce((total, it) => total + pick(it), 0n);
  const debitsMinor = sum((it) => it.debitsMinor);
  const creditsMinor = sum((it) => it.creditsMinor);
  assert(debitsMinor === creditsMinor, "a trial balance balances");
  return { ...of, lines, debitsMinor, creditsMinor };
}

/** Balance of one class, debit positive. */
export function classBalance(balance: TrialBalance, of: GlClass): bigint {
  return balance.lines
    .filter((it) => it.account.class === of)
    .reduce((total, it) => total + it.balanceMinor, 0n);
}
