import { unreachable } from "@fairdue/kernel";
import { chooseChunk } from "./choose.ts";
import { censusChunk, gatherChunk } from "./contested.ts";
import type { Field } from "./field.ts";
import { smoothChunk } from "./smooth.ts";

/**
 * People per chunk. Sums are made chunk by chunk and added in the order of chunks, so a result
 * does not depend on how many threads took part.
 */
export const chunkPeople = 8192;

/**
 * One pass over a field: plain data that a thread can receive. Every chunk writes only its own
 * slots, so chunks may run anywhere, in any order, at once.
 */
export type Pass =
  | (PassBase & {
      readonly kind: "choose";
      /** choice[i]: 0 for nothing, else 1 + position among the person's options; empty = not kept. */
      readonly choice: Uint16Array;
    })
  | (PassBase & { readonly kind: "smooth"; readonly temperature: number })
  | (PassBase & {
      readonly kind: "census";
      readonly width: Float64Array;
      readonly limitWidth: Float64Array;
    })
  | (PassBase & {
      readonly kind: "gather";
      readonly width: Float64Array;
      readonly limitWidth: Float64Array;
      readonly into: Field;
      /** Person in the field from which each gathered person came. */
      readonly origin: Int32Array;
      /** Option in the field from which each gathered option came. */
      readonly optionOrigin: Int32Array;
      /** Per chunk: index of its first person and first option in `into`. */
      readonly start: Float64Array;
    });

export type PassBase = {
  readonly field: Field;
  /** Price per class and resource: see `perClass`. */
  readonly price: Float64Array;
  /** Results: `slotSize` numbers per chunk. */
  readonly slots: Float64Array;
  readonly slotSize: number;
};

export function chunksOf(field: Field): number {
  return Math.ceil(field.people / chunkPeople);
}

/** Runs one chunk of a pass. The only entry that a worker thread needs. */
export function runChunk(pass: Pass, chunk: number): void {
  const from = chunk * chunkPeople;
  const to = Math.min(pass.field.people, from + chunkPeople);
  const at = chunk * pass.slotSize;
  switch (pass.kind) {
    case "choose":
      return chooseChunk(pass, { from, to, at });
    case "smooth":
      return smoothChunk(pass, { from, to, at });
    case "census":
      return censusChunk(pass, { from, to, at });
    case "gather":
      return gatherChunk(pass, { from, to, at: chunk });
    default:
      return unreachable(pass);
  }
}

/** The people of a chunk, and where its results go. */
export type Span = { readonly from: number; readonly to: number; readonly at: number };

/** Room for the results of a pass. */
export function slotsFor(field: Field, slotSize: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * slotSize * Math.max(1, chunksOf(field))));
}

/** Sum of the slots over chunks, in the order of chunks. */
export function sumSlots(pass: Pass): Float64Array {
  const total = new Float64Array(pass.slotSize);
  const chunks = chunksOf(pass.field);
  for (let c = 0; c < chunks; c++)
    for (let k = 0; k < pass.slotSize; k++) total[k]! += pass.slots[c * pass.slotSize + k]!;
  return total;
}

/**
 * A computation that asks for passes and goes on when they are done. `runAlone` drives it in this
 * thread; a shell drives it with worker threads.
 */
export type Work<Result> = Generator<Pass, Result, void>;

export function runAlone<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const chunks = chunksOf(step.value.field);
    for (let c = 0; c < chunks; c++) runChunk(step.value, c);
  }
}
