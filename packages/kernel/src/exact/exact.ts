import { assert } from "../assert/assert.ts";

/** Where a contract or the law rounds, it says how. `half-up` rounds a tie away from zero. */
export type RoundingMode =
  | "half-up"
  | "half-even"
  | "half-down"
  | "up"
  | "down"
  | "ceiling"
  | "floor";

/** An exact fraction of minor units; the denominator is positive. Nothing is rounded in it. */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint };

/** numerator ÷ denominator, rounded once to an integer. */
export function roundRatio(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  assert(denominator > 0n, "a denominator is positive");
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const sign = numerator < 0n ? -1 : 1;
  const excess = 2n * abs(remainder) - denominator;
  const half = excess > 0n ? 1 : excess < 0n ? -1 : 0;
  return roundsAway(half, { sign, mode, odd: quotient % 2n !== 0n })
    ? quotient + BigInt(sign)
    : quotient;
}

/**
 * a × b ÷ c rounded once: the one way in which the engine turns an exact product into money.
 * Uses machine integers while the product is safe, arbitrary precision beyond.
 *
 * @example mulDivRound(1_000_000, 500, 1_000_000, "half-up")
 * // => 500
 */
export function mulDivRound(a: number, b: number, c: number, mode: RoundingMode): number {
  const product = a * b;
  if (!Number.isSafeInteger(product) || !Number.isSafeInteger(c)) {
    return toSafeNumber(roundRatio(BigInt(a) * BigInt(b), BigInt(c), mode));
  }
  return divRound(product, c, mode);
}

/** numerator ÷ denominator rounded once, both safe integers. */
export function divRound(numerator: number, denominator: number, mode: RoundingMode): number {
  assert(denominator > 0, "a denominator is positive");
  const remainder = numerator % denominator;
  const quotient = (numerator - remainder) / denominator;
  if (remainder === 0) return quotient === 0 ? 0 : quotient;
  const sign = numerator < 0 ? -1 : 1;
  const excess = Math.abs(remainder) - (denominator - Math.abs(remainder));
  const away = roundsAway(excess, { sign, mode, odd: quotient % 2 !== 0 });
  const rounded = away ? quotient + sign : quotient;
  return rounded === 0 ? 0 : rounded;
}

/** @throws {InvariantViolation} when the integer does not fit a machine integer. */
export function toSafeNumber(value: bigint): number {
  const narrow = Number(value);
  assert(Number.isSafeInteger(narrow), `beyond the range of an amount: ${value}`);
  return narrow;
}

type Tie = { readonly sign: 1 | -1; readonly mode: RoundingMode; readonly odd: boolean };

/** `excess` has the sign of 2·|remainder| − denominator: below, at, or above the half. */
function roundsAway(excess: number, tie: Tie): boolean {
  switch (tie.mode) {
    case "half-up":
      return excess >= 0;
    case "half-down":
      return excess > 0;
    case "half-even":
      return excess > 0 || (excess === 0 && tie.odd);
    case "up":
      return true;
    case "down":
      return false;
    case "ceiling":
      return tie.sign > 0;
    case "floor":
      return tie.sign < 0;
  }
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
