import { divRound, type EpochDay, mulDivRound, roundRatio, toSafeNumber } from "@fairdue/kernel";
import { type RateBasis, weightOf } from "../interest/interest.ts";

/** Principal in use from `startOn`, to be repaid on the due days at a rate in the basis' unit. */
export type PlanSpan = {
  readonly startOn: EpochDay;
  readonly dueOn: readonly EpochDay[];
  readonly principalMinor: number;
  readonly rate: number;
};

/**
 * Level instalment over unequal periods: P·Π(1+f_k) ÷ F_n with F_1 = 1, F_k = 1 + F_{k−1}(1+f_k),
 * f_k = rate × parts ÷ denominator; exact, rounded once, to a whole multiple of `multiple`.
 *
 * Floating point only where it provably cannot matter: the estimate is off by at most (7n + 2)
 * half-ulps, and is used when that far from the next rounding boundary; otherwise big integers.
 */
export function levelInstalment(basis: RateBasis, span: PlanSpan, multiple = 1): number {
  const { principalMinor, rate, dueOn } = span;
  const n = dueOn.length;
  if (rate === 0) return mulDivRound(principalMinor, 1, n * multiple, basis.rounding) * multiple;
  const { denominator, isLinear, rounding } = basis;
  let growth = 1;
  let annuity = 0;
  let from = span.startOn;
  for (let k = 0; k < n; k += 1) {
    const to = dueOn[k] ?? from;
    const parts = isLinear ? to - from : weightOf(basis, from, to);
    const factor = 1 + (rate * parts) / denominator;
    annuity = 1 + annuity * factor;
    growth *= factor;
    from = to;
  }
  const estimate = (principalMinor * growth) / annuity / multiple;
  const floor = Math.floor(estimate);
  const fraction = estimate - floor;
  const margin = estimate * (n + 4) * 1e-15;
  if (rounding.startsWith("half")) {
    const toHalf = fraction - 0.5;
    if (toHalf > margin) return (floor + 1) * multiple;
    if (-toHalf > margin) return floor * multiple;
  } else if (fraction > margin && 1 - fraction > margin) {
    const isUp = rounding === "up" || rounding === "ceiling";
    return (isUp ? floor + 1 : floor) * multiple;
  }
  return exactInstalment(basis, span, multiple);
}

/** The same in integers of any size: what `levelInstalment` is by definition. */
export function exactInstalment(basis: RateBasis, span: PlanSpan, multiple = 1): number {
  const d = BigInt(basis.denominator);
  let growth = 1n;
  let annuity = 0n;
  let power = 1n;
  let from = span.startOn;
  for (const dueOn of span.dueOn) {
    const factor = d + BigInt(span.rate) * BigInt(weightOf(basis, from, dueOn));
    annuity = power + annuity * factor;
    growth *= factor;
    power *= d;
    from = dueOn;
  }
  const numerator = BigInt(span.principalMinor) * growth;
  return (
    toSafeNumber(roundRatio(numerator, annuity * d * BigInt(multiple), basis.rounding)) * multiple
  );
}

/** Equal parts, whole multiples rounded down; what is left goes to the first or the last row. */
export function evenly(
  total: number,
  count: number,
  it: { readonly multiple: number; readonly residue: "first" | "last" },
): number[] {
  const whole = divRound(total, count * it.multiple, "down") * it.multiple;
  const part = whole === 0 && it.multiple > 1 ? divRound(total, count, "down") : whole;
  const rest = total - part * (count - 1);
  const restAt = it.residue === "first" ? 0 : count - 1;
  return Array.from({ length: count }, (_, k) => (k === restAt ? rest : part));
}
