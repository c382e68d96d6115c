import { assert, roundRatio } from "@fairdue/kernel";

/** coefficient × 10^-scale, exact; a negative scale stands for trailing zeros. */
export type Decimal = { readonly coefficient: bigint; readonly scale: number };

/** The profile keeps nineteen significant digits between two steps, ties to even. */
const digitsKept = 19;
const powers: readonly bigint[] = Array.from({ length: 96 }, (_, index) => 10n ** BigInt(index));
const ceilingOfDigits = power(digitsKept);

export const zero: Decimal = { coefficient: 0n, scale: 0 };
export const one: Decimal = { coefficient: 1n, scale: 0 };

export function whole(value: number | bigint): Decimal {
  return { coefficient: BigInt(value), scale: 0 };
}

/** An amount of minor units as a decimal of the currency's main unit. */
export function fromMinor(minor: bigint, digits: number): Decimal {
  return { coefficient: minor, scale: digits };
}

/** Reads `12.50`, `-3`, `0.045`; `undefined` when the text is not a plain decimal number. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? "";
  const coefficient = BigInt(`${match[2]}${fraction}`);
  return { coefficient: match[1] === "-" ? -coefficient : coefficient, scale: fraction.length };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { coefficient: lifted(a, scale) + lifted(b, scale), scale };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return kept({ coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale });
}

/** a ÷ b to nineteen significant digits. */
export function over(a: Decimal, b: Decimal): Decimal {
  assert(b.coefficient !== 0n, "a divisor is not zero");
  if (a.coefficient === 0n) return zero;
  const sign = a.coefficient < 0n !== b.coefficient < 0n ? -1n : 1n;
  const dividend = abs(a.coefficient);
  const divisor = abs(b.coefficient);
  let shift = Math.max(0, digitsKept + length(divisor) - length(dividend));
  let quotient = (dividend * power(shift)) / divisor;
  while (quotient < ceilingOfDigits / 10n) {
    shift += 1;
    quotient = (dividend * power(shift)) / divisor;
  }
  const surplus = length(quotient) - digitsKept;
  const rounded = roundRatio(dividend * power(shift), divisor * power(surplus), "half-even");
  return kept({ coefficient: sign * rounded, scale: a.scale - b.scale + shift - surplus });
}

/** Rounded to nineteen significant digits, ties to even. */
export function kept(value: Decimal): Decimal {
  const size = abs(value.coefficient);
  if (size < ceilingOfDigits) return value;
  const surplus = length(size) - digitsKept;
  const rounded = roundRatio(value.coefficient, power(surplus), "half-even");
  return kept({ coefficient: rounded, scale: value.scale - surplus });
}

/** Cut to a number of decimals, ties to even. */
export function scaled(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { coefficient: lifted(value, scale), scale };
  return {
    coefficient: roundRatio(value.coefficient, power(value.scale - scale), "half-even"),
    scale,
  };
}

/** Rounded once to minor units of a currency with so many digits, ties to even. */
export function toMinor(value: Decimal, digits: number): bigint {
  return scaled(value, digits).coefficient;
}

/** `12.50` for 1250 minor units of a currency with two digits. */
export function formatMinor(minor: bigint, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(abs(minor)).padStart(digits + 1, "0");
  return `${minor < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function lifted(value: Decimal, scale: number): bigint {
  return value.coefficient * power(scale - value.scale);
}

function power(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

/** How many decimal digits a positive integer has. */
function length(value: bigint): number {
  let digits = 1;
  while (value >= power(digits)) digits += 1;
  return digits;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
