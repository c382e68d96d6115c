import { assert } from "../assert/assert.ts";
import type { Branded } from "../id/id.ts";

/**
 * An amount in minor units of its currency (分, cents): a safe integer, so that sums and
 * comparisons are exact and as fast as the machine's own numbers. See docs/decisions/0002.
 */
export type Minor = Branded<number, "Minor">;

/** ISO 4217 alphabetic code. */
export type Currency = Branded<string, "Currency">;

export const zeroMinor: Minor = 0 as Minor;

/** @throws {InvariantViolation} when the number is not a safe integer: a bug upstream. */
export function minor(value: number): Minor {
  // The message is made only when it is needed: this runs for every amount there is.
  if (!Number.isSafeInteger(value)) {
    assert(false, `an amount is a safe integer of minor units, got ${value}`);
  }
  return (value === 0 ? 0 : value) as Minor;
}

export function addMinor(a: Minor, b: Minor): Minor {
  return minor(a + b);
}

export function subtractMinor(a: Minor, b: Minor): Minor {
  return minor(a - b);
}

export function sumMinor(amounts: Iterable<Minor>): Minor {
  let total = 0;
  for (const amount of amounts) total += amount;
  return minor(total);
}

export function smallerOf(a: Minor, b: Minor): Minor {
  return a < b ? a : b;
}

export function largerOf(a: Minor, b: Minor): Minor {
  return a > b ? a : b;
}

const digitsByCurrency: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Decimal places of a currency's minor unit (ISO 4217); 2 where the standard has no exception. */
export function minorDigits(currency: Currency): number {
  return digitsByCurrency[currency] ?? 2;
}

export function parseCurrency(text: string): Currency | undefined {
  return /^[A-Z]{3}$/.test(text) ? (text as Currency) : undefined;
}

/**
 * Reads a decimal text such as `1234.56` or `-0.05` into minor units, exactly.
 * `undefined` when it is not a number, has more decimals than the currency, or is too large.
 */
export function parseMinor(text: string, digits = 2): Minor | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const fraction = match[3] ?? "";
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) return undefined;
  const value = Number(`${match[2]}${fraction.slice(0, digits).padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(value)) return undefined;
  return minor(match[1] === "-" ? -value : value);
}

/** The plain decimal text of an amount: `1234.56`. No grouping, no locale. */
export function formatMinor(amount: Minor, digits = 2): string {
  if (digits === 0) return String(amount);
  const whole = String(Math.abs(amount)).padStart(digits + 1, "0");
  return `${amount < 0 ? "-" : ""}${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
}
