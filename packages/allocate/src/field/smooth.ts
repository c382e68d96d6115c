import type { Field } from "./field.ts";
import type { Pass, Span } from "./pass.ts";

/** Slots of a smooth pass: value, gradient (limits), upper triangle of the Hessian as a full square. */
export function smoothSlots(field: Field): number {
  const m = field.reach.limits;
  return 1 + m + m * m;
}

/** Below this many temperatures under the best, an option's share is under 1e-13. */
const negligible = -30;

/**
 * The dual with max replaced by T·log Σ exp(·/T) (nothing counts with score 0): its sum, mean
 * signed use per limit, and Σ covariance of use, from which the caller makes gradient and Hessian.
 */
export function smoothChunk(pass: Pass & { kind: "smooth" }, { from, to, at }: Span): void {
  const { field, price, slots, slotSize, temperature } = pass;
  const { first, value, use, classOf, resources, reach } = field;
  const m = reach.limits;
  const single = classOf.length === 0;
  const chunk = new Float64Array(slotSize);
  let longest = 1;
  for (let i = from; i < to; i++) longest = Math.max(longest, first[i + 1]! - first[i]!);
  const score = new Float64Array(longest);
  const mean = new Float64Array(m);
  const touched = new Int32Array(m);
  let sum = 0;
  for (let i = from; i < to; i++) {
    const begin = first[i]!;
    const count = first[i + 1]! - begin;
    let best = 0;
    for (let j = 0; j < count; j++) {
      const o = begin + j;
      const base = single ? 0 : classOf[o]! * resources;
      let s = value[o]!;
      for (let r = 0; r < resources; r++) s -= use[o * resources + r]! * price[base + r]!;
      score[j] = s;
      if (s > best) best = s;
    }
    let total = 0;
    const none = -best / temperature;
    if (none > negligible) total += Math.exp(none);
    let live = total > 0 ? 1 : 0;
    for (let j = 0; j < count; j++) {
      const x = (score[j]! - best) / temperature;
      const weight = x > negligible ? Math.exp(x) : 0;
      score[j] = weight;
      total += weight;
      if (weight > 0) live += 1;
    }
    sum += best + (live > 1 ? temperature * Math.log(total) : 0);
    let touchedCount = 0;
    for (let j = 0; j < count; j++) {
      if (score[j] === 0) continue;
      const share = score[j]! / total;
      const o = begin + j;
      const c = single ? 0 : classOf[o]!;
      const endEntry = reach.start[c + 1]!;
      for (let e = reach.start[c]!; e < endEntry; e++) {
        const k = reach.limit[e]!;
        const a = share * reach.sign[e]! * use[o * resources + reach.resource[e]!]!;
        if (mean[k] === 0 && a !== 0) touched[touchedCount++] = k;
        mean[k]! += a;
        if (live === 1) continue;
        for (let f = e; f < endEntry; f++) {
          chunk[1 + m + k * m + reach.limit[f]!]! +=
            a * reach.sign[f]! * use[o * resources + reach.resource[f]!]!;
        }
      }
    }
    for (let x = 0; x < touchedCount; x++) {
      const k = touched[x]!;
      chunk[1 + k]! += mean[k]!;
      if (live === 1) continue;
      for (let y = 0; y < touchedCount; y++) {
        const l = touched[y]!;
        if (l >= k) chunk[1 + m + k * m + l]! -= mean[k]! * mean[l]!;
      }
    }
    for (let x = 0; x < touchedCount; x++) mean[touched[x]!] = 0;
  }
  chunk[0] = sum;
  slots.set(chunk, at);
}
