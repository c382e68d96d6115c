import type { Pass, Span } from "./pass.ts";

/** Slots of a choose pass: Σ best score, Σ value of the choices, people chosen, signed use per limit. */
export const chooseHead = 3;

/**
 * Everyone takes what is best for them at the prices: the hard dual, exact.
 * Ties go to the earlier option, and to nothing before any option.
 */
export function chooseChunk(pass: Pass & { kind: "choose" }, { from, to, at }: Span): void {
  const { field, price, slots, choice, slotSize } = pass;
  const { first, value, use, classOf, resources, reach } = field;
  const single = classOf.length === 0;
  const kept = choice.length > 0;
  slots.fill(0, at, at + slotSize);
  let sumScore = 0;
  let sumValue = 0;
  let chosen = 0;
  const usage = new Float64Array(reach.limits);
  for (let i = from; i < to; i++) {
    let best = 0;
    let bestOption = -1;
    const end = first[i + 1]!;
    for (let o = first[i]!; o < end; o++) {
      const base = single ? 0 : classOf[o]! * resources;
      let score = value[o]!;
      for (let r = 0; r < resources; r++) score -= use[o * resources + r]! * price[base + r]!;
      if (score > best) {
        best = score;
        bestOption = o;
      }
    }
    if (kept) choice[i] = bestOption < 0 ? 0 : bestOption - first[i]! + 1;
    if (bestOption < 0) continue;
    sumScore += best;
    sumValue += value[bestOption]!;
    chosen += 1;
    const c = single ? 0 : classOf[bestOption]!;
    for (let e = reach.start[c]!; e < reach.start[c + 1]!; e++) {
      usage[reach.limit[e]!]! += reach.sign[e]! * use[bestOption * resources + reach.resource[e]!]!;
    }
  }
  slots[at] = sumScore;
  slots[at + 1] = sumValue;
  slots[at + 2] = chosen;
  slots.set(usage, at + chooseHead);
}
