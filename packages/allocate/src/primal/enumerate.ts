import type { Core } from "./core.ts";
import { copyDraft, draftOf, type Draft } from "./moves.ts";

/**
 * Searches all plans whose gap to the bound is smaller than the best known one's (depth first,
 * losses prune). If the search `ended`, the draft is optimal; or, if it is still no plan, none exists.
 * `isPlan` says whether the draft keeps the limits, before and after.
 *
 * A plan's gap is Σ loss + Σ price × slack, all terms >= 0. So a branch dies as soon as its losses,
 * plus the priced slack that the people still open cannot absorb, reach the best gap.
 */
export function enumerate(
  core: Core,
  best: Draft,
  how: { readonly nodesMax: number; readonly isPlan: boolean },
): { readonly ended: boolean; readonly isPlan: boolean } {
  const { nodesMax } = how;
  let isPlan = how.isPlan;
  const gapOf = (it: Draft): number => {
    let gap = 0;
    for (const a of it.current) gap += core.loss[a]!;
    for (let m = 0; m < core.limits; m++) gap += core.prices[m]! * it.slack[m]!;
    return gap;
  };
  let bestGap = isPlan ? gapOf(best) : Number.POSITIVE_INFINITY;
  const open = openPeople(core, bestGap);
  const draft = draftOf(core);
  const suffix = suffixesOf(core, open);
  const ranked = open.map((p) => alternativesByLoss(core, p));
  let nodes = 0;

  const hopeless = (depth: number, lost: number): boolean => {
    let floor = lost;
    for (let m = 0; m < core.limits; m++) {
      const at = depth * core.limits + m;
      const slack = draft.slack[m]!;
      if (slack + suffix.relief[at]! < 0) return true;
      const left = slack - suffix.absorb[at]!;
      if (left > 0) floor += core.prices[m]! * left;
    }
    return floor >= bestGap * (1 - 1e-12);
  };
  const visit = (depth: number, lost: number): boolean => {
    if (hopeless(depth, lost)) return true;
    if (depth === open.length) {
      bestGap = gapOf(draft);
      isPlan = true;
      copyDraft(draft, best);
      return true;
    }
    const p = open[depth]!;
    for (const a of ranked[depth]!) {
      const more = lost + core.loss[a]!;
      if (more >= bestGap) break;
      nodes += 1;
      if (nodes > nodesMax) return false;
      shift(draft, p, a);
      if (!visit(depth + 1, more)) return false;
    }
    shift(draft, p, core.current[p]!);
    return true;
  };
  const ended = visit(0, 0);
  return { ended, isPlan };
}

function shift(draft: Draft, p: number, to: number): void {
  const { core } = draft;
  const from = draft.current[p]!;
  if (from === to) return;
  for (let m = 0; m < core.limits; m++)
    draft.slack[m]! += core.use[from * core.limits + m]! - core.use[to * core.limits + m]!;
  draft.value += core.value[to]! - core.value[from]!;
  draft.current[p] = to;
}

/** People with a second alternative within the gap; those with the dearest second choice first. */
function openPeople(core: Core, gap: number): number[] {
  const second = Array.from(core.current, (_, p) => {
    const alternatives = alternativesByLoss(core, p);
    return core.loss[alternatives[1] ?? alternatives[0]!]!;
  });
  return [...core.current.keys()]
    .filter((p) => second[p]! < gap)
    .sort((p, q) => second[q]! - second[p]! || p - q);
}

function alternativesByLoss(core: Core, p: number): number[] {
  const list: number[] = [];
  for (let a = core.first[p]!; a < core.first[p + 1]!; a++) list.push(a);
  return list.sort((a, b) => core.loss[a]! - core.loss[b]! || a - b);
}

/** Per depth: by how much the people still open could lower, or raise, the use of each limit. */
function suffixesOf(
  core: Core,
  open: readonly number[],
): { relief: Float64Array; absorb: Float64Array } {
  const { limits, use } = core;
  const relief = new Float64Array((open.length + 1) * limits);
  const absorb = new Float64Array((open.length + 1) * limits);
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const p = open[depth]!;
    const now = core.current[p]!;
    for (let m = 0; m < limits; m++) {
      let least = use[now * limits + m]!;
      let most = least;
      for (let a = core.first[p]!; a < core.first[p + 1]!; a++) {
        least = Math.min(least, use[a * limits + m]!);
        most = Math.max(most, use[a * limits + m]!);
      }
      const at = depth * limits + m;
      relief[at] = relief[at + limits]! + use[now * limits + m]! - least;
      absorb[at] = absorb[at + limits]! + most - use[now * limits + m]!;
    }
  }
  return { relief, absorb };
}
