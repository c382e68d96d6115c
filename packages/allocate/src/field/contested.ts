import { copyOption, type Field } from "./field.ts";
import type { Pass, Span } from "./pass.ts";

/** Slots of a census: contested people, their live options, and of the decided: Σ value, signed use. */
export const censusHead = 3;

/**
 * Who could still change their mind while every price stays inside a box around the centre? An
 * option is live if, somewhere in the box, it can beat the option that is best at the centre.
 * People without a live second option are decided: inside the box they are constants, and the
 * search for prices need not look at them again.
 */
export function censusChunk(pass: Pass & { kind: "census" }, { from, to, at }: Span): void {
  const { field, slots, slotSize } = pass;
  const { reach, resources, use, classOf } = field;
  slots.fill(0, at, at + slotSize);
  const judge = judgeOf(pass);
  let contested = 0;
  let options = 0;
  let decidedValue = 0;
  for (let i = from; i < to; i++) {
    const live = judge.look(i);
    if (live > 0) {
      contested += 1;
      options += live;
      continue;
    }
    const o = judge.best();
    if (o < 0) continue;
    decidedValue += field.value[o]!;
    const c = classOf.length === 0 ? 0 : classOf[o]!;
    for (let e = reach.start[c]!; e < reach.start[c + 1]!; e++) {
      slots[at + censusHead + reach.limit[e]!]! +=
        reach.sign[e]! * use[o * resources + reach.resource[e]!]!;
    }
  }
  slots[at] = contested;
  slots[at + 1] = options;
  slots[at + 2] = decidedValue;
}

/** Copies the contested people, with their live options only, to the place that the census gave them. */
export function gatherChunk(pass: Pass & { kind: "gather" }, { from, to, at }: Span): void {
  const { field, into, origin, optionOrigin, start } = pass;
  const judge = judgeOf(pass);
  let person = start[2 * at]!;
  let option = start[2 * at + 1]!;
  for (let i = from; i < to; i++) {
    if (judge.look(i) === 0) continue;
    for (let o = field.first[i]!; o < field.first[i + 1]!; o++) {
      if (!judge.isLive(o - field.first[i]!)) continue;
      copyOption(field, o, into, option);
      optionOrigin[option] = o;
      option += 1;
    }
    origin[person] = i;
    into.first[person + 1] = option;
    person += 1;
  }
}

type Judge = {
  /** Number of live options of person i, the best included; 0 when decided. */
  look(i: number): number;
  isLive(j: number): boolean;
  /** Best option at the centre; -1 for nothing. */
  best(): number;
};

function judgeOf(pass: {
  readonly field: Field;
  readonly price: Float64Array;
  readonly width: Float64Array;
  readonly limitWidth: Float64Array;
}): Judge {
  const { field, price, width, limitWidth } = pass;
  const { first, value, use, classOf, resources, reach } = field;
  const single = classOf.length === 0;
  let score = new Float64Array(16);
  let live = new Uint8Array(16);
  const apart = new Float64Array(reach.limits);
  let bestOption = -1;

  /** The most by which the scores of options o and p can move against each other inside the box. */
  function drift(o: number, p: number): number {
    const c = single ? 0 : classOf[o]!;
    const d = single ? 0 : classOf[p]!;
    let sum = 0;
    if (c === d) {
      const base = c * resources;
      for (let r = 0; r < resources; r++)
        sum += Math.abs(use[o * resources + r]! - use[p * resources + r]!) * width[base + r]!;
      return sum;
    }
    for (let e = reach.start[c]!; e < reach.start[c + 1]!; e++)
      apart[reach.limit[e]!]! += reach.sign[e]! * use[o * resources + reach.resource[e]!]!;
    for (let e = reach.start[d]!; e < reach.start[d + 1]!; e++)
      apart[reach.limit[e]!]! -= reach.sign[e]! * use[p * resources + reach.resource[e]!]!;
    for (let m = 0; m < apart.length; m++) {
      sum += Math.abs(apart[m]!) * limitWidth[m]!;
      apart[m] = 0;
    }
    return sum;
  }

  function driftFromNothing(o: number): number {
    const base = single ? 0 : classOf[o]! * resources;
    let sum = 0;
    for (let r = 0; r < resources; r++) sum += use[o * resources + r]! * width[base + r]!;
    return sum;
  }

  function look(i: number): number {
    const begin = first[i]!;
    const count = first[i + 1]! - begin;
    if (count > score.length) {
      score = new Float64Array(2 * count);
      live = new Uint8Array(2 * count);
    }
    let best = 0;
    bestOption = -1;
    for (let j = 0; j < count; j++) {
      const o = begin + j;
      const base = single ? 0 : classOf[o]! * resources;
      let s = value[o]!;
      for (let r = 0; r < resources; r++) s -= use[o * resources + r]! * price[base + r]!;
      score[j] = s;
      live[j] = 0;
      if (s > best) {
        best = s;
        bestOption = o;
      }
    }
    let options = 0;
    for (let j = 0; j < count; j++) {
      const o = begin + j;
      if (o === bestOption) continue;
      const room = bestOption < 0 ? driftFromNothing(o) : drift(o, bestOption);
      if (best - score[j]! <= room) {
        live[j] = 1;
        options += 1;
      }
    }
    if (bestOption < 0) return options;
    const nothingIsNear = best <= driftFromNothing(bestOption);
    if (options === 0 && !nothingIsNear) return 0;
    live[bestOption - begin] = 1;
    return options + 1;
  }

  return { look, isLive: (j) => live[j] === 1, best: () => bestOption };
}
