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
  return roundsAway(mode, half, sign, quotient % 2n !== 0n) ? quotient + BigInt(sign) : quotient;
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

/** Below this a quotient times its divisor is exact, so that one multiplication gives the remainder. */
const quickMax = 2 ** 52;

/** numerator ÷ denominator rounded once, both safe integers. */
export function divRound(numerator: number, denominator: number, mode: RoundingMode): number {
  assert(denominator > 0, "a denominator is positive");
  const size = numerator < 0 ? -numerator : numerator;
  let quotient = Math.floor(size / denominator);
  let remainder = size - quotient * denominator;
  if (size >= quickMax) {
    remainder = size % denominator;
    quotient = (size - remainder) / denominator;
  } else if (remainder < 0) {
    quotient -= 1;
    remainder += denominator;
  }
  if (remainder !== 0) {
    const sign = numerator < 0 ? -1 : 1;
    const excess = remainder - (denominator - remainder);
    if (roundsAway(mode, excess, sign, quotient % 2 !== 0)) quotient += 1;
  }
  return numerator < 0 && quotient !== 0 ? -quotient : quotient;
}

/** @throws {InvariantViolation} when the integer does not fit a machine integer. */
export function toSafeNumber(value: bigint): number {
  const narrow = Number(value);
  assert(Number.isSafeInteger(narrow), `beyond the range of an amount: ${value}`);
  return narrow;
}

/** `excess` has the sign of 2·|remainder| − denominator: below, at, or above the half. */
function roundsAway(mode: RoundingMode, excess: number, sign: 1 | -1, odd: boolean): boolean {
  switch (mode) {
    case "half-up":
      return excess >= 0;
    case "half-down":
      return excess > 0;
    case "half-even":
      return excess > 0 || (excess === 0 && odd);
    case "up":
      return true;
    case "down":
      return false;
    case "ceiling":
      return sign > 0;
    case "floor":
      return sign < 0;
  }
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
