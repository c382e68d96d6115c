import { applyMove, movesOf, moveAt, violation, type Draft, type Move } from "./moves.ts";

/**
 * Brings a draft within all limits by the moves that lose least per unit of violation removed,
 * and by pairs of moves when no single one helps. False when neither does.
 */
export function repair(draft: Draft): boolean {
  for (let broken = violation(draft); broken > 0; ) {
    const move = bestSingle(draft, broken);
    if (move !== undefined) applyMove(draft, move);
    else {
      const pair = bestPair(draft, broken);
      if (pair === undefined) return false;
      for (const it of pair) applyMove(draft, it);
    }
    broken = violation(draft);
  }
  return true;
}

function bestSingle(draft: Draft, broken: number): Move | undefined {
  const { core, current, slack } = draft;
  const { limits, use, loss, unit } = core;
  let best: Move | undefined;
  let bestRate = Number.POSITIVE_INFINITY;
  for (let p = 0; p < current.length; p++) {
    const from = current[p]!;
    for (let a = core.first[p]!; a < core.first[p + 1]!; a++) {
      if (a === from) continue;
      let left = 0;
      for (let m = 0; m < limits; m++) {
        const after = slack[m]! + use[from * limits + m]! - use[a * limits + m]!;
        if (after < 0) left -= after / unit[m]!;
      }
      const removed = broken - left;
      if (!(removed > 1e-12)) continue;
      const rate = (loss[a]! - loss[from]!) / removed;
      if (rate < bestRate) {
        bestRate = rate;
        best = { person: p, to: a };
      }
    }
  }
  return best;
}

function bestPair(draft: Draft, broken: number): readonly [Move, Move] | undefined {
  const table = movesOf(draft, 1200);
  const { limits, unit } = draft.core;
  const { change, person, count } = table;
  let best: readonly [number, number] | undefined;
  let bestLeft = broken - 1e-12;
  const after = new Float64Array(limits);
  for (let a = 0; a < count; a++) {
    for (let m = 0; m < limits; m++) after[m] = draft.slack[m]! - change[a * limits + m]!;
    for (let b = a + 1; b < count; b++) {
      if (person[a] === person[b]) continue;
      let left = 0;
      for (let m = 0; m < limits; m++) {
        const slack = after[m]! - change[b * limits + m]!;
        if (slack < 0) left -= slack / unit[m]!;
      }
      if (left < bestLeft) {
        bestLeft = left;
        best = [a, b];
      }
    }
  }
  return best && [moveAt(table, best[0]), moveAt(table, best[1])];
}
