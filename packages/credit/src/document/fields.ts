import {
  type Currency,
  minor,
  type Minor,
  parseCurrency,
  parsePercentAsPpm,
  present,
} from "@fairdue/kernel";
import type { Reader } from "../progressive/reader.ts";

/** A currency that has been checked; CNY for one that has not. */
export function currencyIn(text: string): Currency {
  return parseCurrency(text) ?? present(parseCurrency("CNY"), "CNY is a currency");
}

/** `"6.5"` or 6.5 as parts per million, exactly; `null` when the field is absent. */
export function percentIn(reader: Reader, name: string): number | null {
  if (!reader.has(name)) return null;
  const value = reader.raw(name);
  const text = typeof value === "number" ? String(value) : value;
  const ppm = typeof text === "string" ? parsePercentAsPpm(text) : undefined;
  if (ppm === undefined) {
    reader.wrong(name, 'a percentage of at least 0 with at most 4 decimals such as "6.5"');
  }
  return ppm ?? 0;
}

export function amountIn(reader: Reader, name: string, digits: number): Minor {
  return minor(Number(reader.amount(name, digits)));
}

export function amountOr(reader: Reader, name: string, it: { digits: number; or: number }): Minor {
  const amount = reader.amountOrNull(name, it.digits);
  return minor(amount === null ? it.or : Number(amount));
}
