import type { Core } from "./core.ts";

/** A change of one core person's choice. */
export type Move = { readonly person: number; readonly to: number };

/** A plan over a core while it is being improved; every change keeps slack and value in step. */
export type Draft = {
  readonly core: Core;
  readonly current: Int32Array;
  readonly slack: Float64Array;
  /** Σ value over core people. */
  value: number;
};

export function draftOf(core: Core): Draft {
  let value = 0;
  for (const a of core.current) value += core.value[a]!;
  return { core, current: core.current.slice(), slack: core.slack.slice(), value };
}

export function copyDraft(from: Draft, to: Draft): void {
  to.current.set(from.current);
  to.slack.set(from.slack);
  to.value = from.value;
}

export function cloneDraft(it: Draft): Draft {
  return { ...it, current: it.current.slice(), slack: it.slack.slice() };
}

export function applyMove(draft: Draft, { person, to }: Move): void {
  const { core, slack } = draft;
  const from = draft.current[person]!;
  for (let m = 0; m < core.limits; m++)
    slack[m]! += core.use[from * core.limits + m]! - core.use[to * core.limits + m]!;
  draft.value += core.value[to]! - core.value[from]!;
  draft.current[person] = to;
}

/** How far the limits are broken, each in typical uses of one option; 0 when all are kept. */
export function violation(draft: Draft): number {
  let sum = 0;
  for (let m = 0; m < draft.core.limits; m++) {
    const slack = draft.slack[m]!;
    if (slack < 0) sum -= slack / draft.core.unit[m]!;
  }
  return sum;
}

/** All moves from the current choices, flattened for fast pair scans: cheapest loss first. */
export type MoveTable = {
  readonly count: number;
  readonly person: Int32Array;
  readonly to: Int32Array;
  /** Change of value. */
  readonly gain: Float64Array;
  /** Change of signed use: [move × limits + limit]. */
  readonly change: Float64Array;
};

export function movesOf(draft: Draft, countMax: number): MoveTable {
  const { core, current } = draft;
  const list: { person: number; to: number; loss: number }[] = [];
  for (let p = 0; p < current.length; p++) {
    const from = current[p]!;
    for (let a = core.first[p]!; a < core.first[p + 1]!; a++)
      if (a !== from) list.push({ person: p, to: a, loss: core.loss[a]! - core.loss[from]! });
  }
  list.sort((x, y) => x.loss - y.loss || x.person - y.person || x.to - y.to);
  const count = Math.min(countMax, list.length);
  const { limits } = core;
  const table: MoveTable = {
    count,
    person: new Int32Array(count),
    to: new Int32Array(count),
    gain: new Float64Array(count),
    change: new Float64Array(count * limits),
  };
  for (let k = 0; k < count; k++) {
    const { person, to } = list[k]!;
    const from = current[person]!;
    table.person[k] = person;
    table.to[k] = to;
    table.gain[k] = core.value[to]! - core.value[from]!;
    for (let m = 0; m < limits; m++)
      table.change[k * limits + m] = core.use[to * limits + m]! - core.use[from * limits + m]!;
  }
  return table;
}

export function moveAt(table: MoveTable, k: number): Move {
  return { person: table.person[k]!, to: table.to[k]! };
}
