/** An exact decimal: units / 10^decimals. */
export type Decimal = { readonly units: number; readonly decimals: number };

/** Uses are counted in whole units of at most this many decimals. */
export const decimalsMax = 6;

/** The decimal that a JSON number (or its text) spells, or undefined if it cannot be held exactly. */
export function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const text = String(value);
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (match === null) return undefined;
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  const units = Number(`${match[2]}${fraction}`);
  if (!Number.isSafeInteger(units) || fraction.length > decimalsMax) return undefined;
  return { units: match[1] === "-" ? -units : units, decimals: fraction.length };
}

/**
 * The bound in units of 10^-scale. Finer digits than the uses have are dropped toward the safe
 * side: a use is a whole number of units, so nothing is lost.
 */
export function boundUnits(it: Decimal, scale: number, sense: "at-most" | "at-least"): number {
  if (it.decimals <= scale) return it.units * 10 ** (scale - it.decimals);
  const exact = it.units / 10 ** (it.decimals - scale);
  return sense === "at-most" ? Math.floor(exact) : Math.ceil(exact);
}

export function decimalNumber(units: number, decimals: number): number {
  return units / 10 ** decimals;
}
