import { accepted, type Outcome, refused } from "@fairdue/kernel";

/** Why a series of payments has no annual rate. */
export type RateFailure =
  /** Nothing is paid, or nothing but zeros. */
  | { readonly reason: "no-flows" }
  /** All money goes one way: no rate makes it even. */
  | { readonly reason: "no-sign-change" }
  /** Money turns more than once, also in the running sum: several rates could be right. */
  | { readonly reason: "several-sign-changes"; readonly changes: number }
  /** The only rate lies outside −99.99 % to 10^12 % a period. */
  | { readonly reason: "out-of-range" };

/** A sum whose root is sought, and its slope there. */
export type Equation = (rate: number) => { readonly value: number; readonly slope: number };

const lowest = -0.9999;
const highest = 1e10;

/**
 * The root of a present-value equation by Newton's steps inside a bracket: a step that would leave
 * the bracket is replaced by its middle, so that it always ends, to the last bits of a double.
 */
export function rootOf(equation: Equation, start = 0.01): Outcome<number, RateFailure> {
  const bracket = bracketOf(equation, start);
  if (!bracket) return refused({ reason: "out-of-range" });
  let { low, high } = bracket;
  const lowSign = Math.sign(equation(low).value);
  let rate = (low + high) / 2;
  for (let step = 0; step < 300; step += 1) {
    const { value, slope } = equation(rate);
    if (value === 0) break;
    if (Math.sign(value) === lowSign) low = rate;
    else high = rate;
    const newton = rate - value / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - rate) <= 1e-16 * Math.max(1, Math.abs(rate)) || high - low < 1e-16) break;
    rate = next;
  }
  return accepted(rate);
}

type Bracket = { readonly low: number; readonly high: number };

/** Widens from zero, upwards and downwards, until the sign changes. */
function bracketOf(equation: Equation, start: number): Bracket | undefined {
  const atZero = Math.sign(equation(0).value);
  if (atZero === 0) return { low: 0, high: 0 };
  for (let below = 0, above = start; above < highest; below = above, above *= 2) {
    if (Math.sign(equation(above).value) !== atZero) return { low: below, high: above };
  }
  for (let above = 0, gap = 0.5; 1 - gap <= -lowest; above = gap - 1, gap /= 2) {
    if (Math.sign(equation(gap - 1).value) !== atZero) return { low: gap - 1, high: above };
  }
  return undefined;
}

/**
 * Is the rate unique? One change of sign among the amounts (Descartes), or one in their running
 * sum, which leaves a single positive rate (C. J. Norstrøm, 1972): a line drawn many times is such.
 */
export function uniqueness(amounts: readonly number[]): RateFailure | undefined {
  const changes = signChanges(amounts);
  if (!amounts.some((it) => it !== 0)) return { reason: "no-flows" };
  if (changes === 0) return { reason: "no-sign-change" };
  if (changes === 1) return undefined;
  let sum = 0;
  const running = amounts.map((it) => {
    sum += it;
    return sum;
  });
  return sum !== 0 && signChanges(running) === 1
    ? undefined
    : { reason: "several-sign-changes", changes };
}

function signChanges(amounts: readonly number[]): number {
  let changes = 0;
  let last = 0;
  for (const it of amounts) {
    const sign = Math.sign(it);
    if (sign === 0) continue;
    if (last !== 0 && sign !== last) changes += 1;
    last = sign;
  }
  return changes;
}
