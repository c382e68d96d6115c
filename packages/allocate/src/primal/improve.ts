import {
  applyMove,
  cloneDraft,
  copyDraft,
  moveAt,
  movesOf,
  type Draft,
  type MoveTable,
} from "./moves.ts";
import { repair } from "./repair.ts";

/** A gain smaller than this share of the draft's value is rounding. */
const trifle = 1e-13;

/** Fills what is left: single moves by greatest gain, then pairs, until none gains. */
export function climb(draft: Draft, movesMax: number): void {
  for (;;) {
    if (single(draft)) continue;
    if (!pair(draft, movesOf(draft, movesMax))) return;
  }
}

function single(draft: Draft): boolean {
  const { core, current, slack } = draft;
  const { limits, use, value } = core;
  let bestGain = trifle * Math.abs(draft.value);
  let person = -1;
  let to = -1;
  for (let p = 0; p < current.length; p++) {
    const from = current[p]!;
    for (let a = core.first[p]!; a < core.first[p + 1]!; a++) {
      const gain = value[a]! - value[from]!;
      if (gain <= bestGain) continue;
      let fits = true;
      for (let m = 0; m < limits && fits; m++)
        fits = slack[m]! + use[from * limits + m]! - use[a * limits + m]! >= 0;
      if (!fits) continue;
      bestGain = gain;
      person = p;
      to = a;
    }
  }
  if (person < 0) return false;
  applyMove(draft, { person, to });
  return true;
}

/** The best pair of moves by two people that gains and fits; moves are tried cheapest loss first. */
function pair(draft: Draft, table: MoveTable): boolean {
  const { limits } = draft.core;
  const { count, gain, change, person } = table;
  let bestGain = trifle * Math.abs(draft.value);
  let first = -1;
  let second = -1;
  const after = new Float64Array(limits);
  for (let a = 0; a < count; a++) {
    for (let m = 0; m < limits; m++) after[m] = draft.slack[m]! - change[a * limits + m]!;
    const own = gain[a]!;
    for (let b = a + 1; b < count; b++) {
      if (own + gain[b]! <= bestGain) continue;
      let fits = person[a] !== person[b];
      for (let m = 0; m < limits && fits; m++) fits = after[m]! - change[b * limits + m]! >= 0;
      if (!fits) continue;
      bestGain = own + gain[b]!;
      first = a;
      second = b;
    }
  }
  if (first < 0) return false;
  applyMove(draft, moveAt(table, first));
  applyMove(draft, moveAt(table, second));
  return true;
}

/**
 * Iterated local search: a few near-tied people are pushed to another choice, the plan is mended
 * and filled again, and kept if it is better. The pushes come from a fixed sequence, so the same
 * problem always gets the same plan.
 */
export function searchOn(
  draft: Draft,
  how: {
    readonly rounds: number;
    readonly movesMax: number;
    readonly seed: number;
    readonly enough: () => boolean;
  },
): void {
  const trial = cloneDraft(draft);
  let seed = 0x2545f491 ^ Math.imul(how.seed, 0x9e3779b1);
  const next = (below: number): number => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) % below;
  };
  for (let round = 0; round < how.rounds && !how.enough(); round++) {
    copyDraft(draft, trial);
    const table = movesOf(trial, how.movesMax);
    if (table.count === 0) return;
    const pushes = 1 + next(4);
    for (let k = 0; k < pushes; k++) {
      // Squaring favours the moves that lose least.
      const span = next(table.count) * (next(1024) / 1024);
      const move = moveAt(table, Math.floor(span));
      if (trial.current[move.person] !== move.to) applyMove(trial, move);
    }
    if (!repair(trial)) continue;
    climb(trial, how.movesMax);
    if (trial.value > draft.value + trifle * Math.abs(draft.value)) copyDraft(trial, draft);
  }
}
