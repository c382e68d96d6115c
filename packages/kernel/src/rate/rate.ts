import type { Branded } from "../id/id.ts";

/** Parts per million of the base, per year: 18.25 % a year is 182 500. */
export type RatePpmYear = Branded<number, "RatePpmYear">;

/** Parts per million of the base, per day: 0.05 % a day is 500. */
export type RatePpmDay = Branded<number, "RatePpmDay">;

/** One hundredth of a percent: for shares and thresholds, never for interest. */
export type BasisPoints = Branded<number, "BasisPoints">;

/** Reads a percentage text such as `18.25` as parts per million, exactly; `undefined` otherwise. */
export function parsePercentAsPpm(text: string): number | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,4})0*)?$/.exec(text.trim());
  return match ? Number(`${match[1]}${(match[2] ?? "").padEnd(4, "0")}`) : undefined;
}

/** `182500` → `18.25`: the plain percentage text of a rate in parts per million. */
export function formatPpmAsPercent(ppm: number): string {
  const text = String(Math.abs(ppm)).padStart(5, "0");
  const fraction = text.slice(-4).replace(/0+$/, "");
  return `${ppm < 0 ? "-" : ""}${text.slice(0, -4)}${fraction ? `.${fraction}` : ""}`;
}
