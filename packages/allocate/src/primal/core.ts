import { addUse, perClass, type Field } from "../field/field.ts";
import type { Contest } from "../dual/prices.ts";

/**
 * The people whose choice is nearly a tie at the prices, with the alternatives that cost little.
 * Everyone else keeps what is best for them at the prices.
 *
 * What a plan falls short of the bound is exactly Σ loss of its choices + Σ price × slack: a good
 * plan spends little loss to leave little priced slack.
 */
export type Core = {
  readonly limits: number;
  readonly prices: Float64Array;
  /** Person in the whole field. */
  readonly origin: Int32Array;
  /** first[p] … first[p + 1] are the alternatives of core person p. */
  readonly first: Int32Array;
  /** Option in the whole field; -1 for nothing. */
  readonly option: Int32Array;
  readonly value: Float64Array;
  readonly loss: Float64Array;
  /** Signed use: [alternative × limits + limit]. */
  readonly use: Float64Array;
  /** Alternative now chosen by core person p. */
  readonly current: Int32Array;
  /** Signed bound less signed use, for the whole plan. */
  readonly slack: Float64Array;
  /** A typical use of each limit by one option: makes violations of different units comparable. */
  readonly unit: Float64Array;
};

/** Everyone at their best, and the alternatives that lose at most `lossMax`. */
export function coreOf(
  field: Field,
  it: {
    readonly contest?: Contest | undefined;
    readonly prices: Float64Array;
    readonly slack: Float64Array;
    readonly alternativesMax: number;
  },
): Core {
  const scan = it.contest?.field ?? field;
  const { losses, nothing } = lossesOf(scan, it.prices);
  const lossMax = lossAt(losses, nothing, it.alternativesMax);
  const limits = it.prices.length;
  const origin: number[] = [];
  const first: number[] = [0];
  const option: number[] = [];
  const loss: number[] = [];
  const current: number[] = [];
  for (let i = 0; i < scan.people; i++) {
    const kept: { option: number; loss: number }[] = [];
    if (nothing[i]! <= lossMax) kept.push({ option: -1, loss: nothing[i]! });
    for (let o = scan.first[i]!; o < scan.first[i + 1]!; o++)
      if (losses[o]! <= lossMax)
        kept.push({ option: it.contest ? it.contest.optionOrigin[o]! : o, loss: losses[o]! });
    if (kept.length < 2) continue;
    const best = kept.findIndex((alternative) => alternative.loss === 0);
    current.push(option.length + best);
    origin.push(it.contest ? it.contest.origin[i]! : i);
    for (const alternative of kept) {
      option.push(alternative.option);
      loss.push(alternative.loss);
    }
    first.push(option.length);
  }
  const use = new Float64Array(option.length * limits);
  const unit = new Float64Array(limits);
  option.forEach((o, a) => {
    const row = use.subarray(a * limits, (a + 1) * limits);
    if (o >= 0) addUse(field, o, row);
    for (let m = 0; m < limits; m++) unit[m]! += Math.abs(row[m]!) / option.length;
  });
  return {
    limits,
    prices: it.prices,
    origin: Int32Array.from(origin),
    first: Int32Array.from(first),
    option: Int32Array.from(option),
    value: Float64Array.from(option, (o) => (o < 0 ? 0 : field.value[o]!)),
    loss: Float64Array.from(loss),
    use,
    current: Int32Array.from(current),
    slack: it.slack.slice(),
    unit: unit.map((x) => (x > 0 ? x : 1)),
  };
}

/** Loss of each option, and of nothing, against the person's best at the prices. */
function lossesOf(
  field: Field,
  prices: Float64Array,
): { losses: Float64Array; nothing: Float64Array } {
  const price = perClass(field, prices, true);
  const { first, value, use, classOf, resources } = field;
  const losses = new Float64Array(value.length);
  const nothing = new Float64Array(field.people);
  for (let i = 0; i < field.people; i++) {
    let best = 0;
    for (let o = first[i]!; o < first[i + 1]!; o++) {
      const base = classOf.length === 0 ? 0 : classOf[o]! * resources;
      let score = value[o]!;
      for (let r = 0; r < resources; r++) score -= use[o * resources + r]! * price[base + r]!;
      losses[o] = score;
      if (score > best) best = score;
    }
    nothing[i] = best;
    for (let o = first[i]!; o < first[i + 1]!; o++) losses[o] = best - losses[o]!;
  }
  return { losses, nothing };
}

/** The loss up to which about `count` alternatives are cheaper than it. */
function lossAt(losses: Float64Array, nothing: Float64Array, count: number): number {
  const total = losses.length + nothing.length;
  if (total <= count) return Number.POSITIVE_INFINITY;
  const positive = new Float64Array(total);
  let n = 0;
  for (const it of losses) if (it > 0) positive[n++] = it;
  for (const it of nothing) if (it > 0) positive[n++] = it;
  if (n <= count) return Number.POSITIVE_INFINITY;
  return positive.subarray(0, n).sort()[count]!;
}
