import { type Currency, type EpochDay, minorDigits } from "@fairdue/kernel";
import type { GlAccount, GlClass, GlCode } from "../chart/chart.ts";

/** A journal line as it leaves the book: no personal data, only ids. */
export type JournalLine = {
  readonly key: string;
  readonly line: number;
  readonly bookedOn: EpochDay;
  readonly valueOn: EpochDay;
  /** Borrower's account, or empty for an entry of the book as a whole. */
  readonly accountId: string;
  readonly debit: GlCode;
  readonly credit: GlCode;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly reason: string;
  readonly channel: string;
};

/** The five roots that plain-text accounting tools know; memo accounts go under equity. */
const roots: Readonly<Record<GlClass, string>> = {
  asset: "Assets",
  liability: "Liabilities",
  equity: "Equity",
  income: "Income",
  expense: "Expenses",
  memo: "Equity:Memo",
};

/** `Assets:113201-Interest-receivable-fallen-due`: letters, digits and hyphens for every tool. */
export function accountNameOf(account: GlAccount): string {
  const words = account.name.en.replace(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "");
  return `${roots[account.class]}:${account.code}-${words}`;
}

/** `-1234.56` in the decimals of the currency. */
export function decimalOf(amountMinor: number | bigint, currency: Currency): string {
  const digits = minorDigits(currency);
  const value = BigInt(amountMinor);
  const text = String(value < 0n ? -value : value).padStart(digits + 1, "0");
  const sign = value < 0n ? "-" : "";
  if (digits === 0) return `${sign}${text}`;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
