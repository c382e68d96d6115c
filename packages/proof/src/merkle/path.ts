import { assert } from "@fairdue/kernel";
import { nodeHash, splitAt } from "./hash.ts";

/** A complete subtree: the hash of leaves [index × 2^level, (index + 1) × 2^level). */
export type Node = { readonly level: number; readonly index: number };

/** A hash of a path: the complete subtrees that make it, from left to right. */
export type Range = readonly Node[];

/**
 * Which subtrees an inclusion proof is made of, from the leaf upward.
 * Source: PATH(m, D[n]) of RFC 6962 §2.1.1.
 */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  assert(Number.isSafeInteger(size) && index >= 0 && index < size, "the leaf is in the log");
  const ranges: Range[] = [];
  let low = 0;
  let high = size;
  while (high - low > 1) {
    const middle = low + splitAt(high - low);
    if (index < middle) {
      ranges.push(nodesOf(middle, high));
      high = middle;
    } else {
      ranges.push(nodesOf(low, middle));
      low = middle;
    }
  }
  return ranges.reverse();
}

/**
 * Which subtrees a consistency proof between two sizes is made of.
 * Source: PROOF(m, D[n]) of RFC 6962 §2.1.2. Empty when nothing has to be shown.
 */
export function consistencyRanges(oldSize: number, size: number): readonly Range[] {
  assert(Number.isSafeInteger(size) && oldSize >= 0 && oldSize <= size, "a log only grows");
  if (oldSize === 0 || oldSize === size) return [];
  const ranges: Range[] = [];
  let low = 0;
  let high = size;
  let isWholeOld = true;
  while (oldSize !== high) {
    const middle = low + splitAt(high - low);
    if (oldSize <= middle) {
      ranges.push(nodesOf(middle, high));
      high = middle;
    } else {
      ranges.push(nodesOf(low, middle));
      low = middle;
      isWholeOld = false;
    }
  }
  if (!isWholeOld) ranges.push(nodesOf(low, high));
  return ranges.reverse();
}

/** The complete subtrees whose hashes make the root of a log of this size; none if it is empty. */
export function rootRange(size: number): Range {
  return nodesOf(0, size);
}

/** Leaves [low, high) as complete subtrees; low is a multiple of the largest of them. */
function nodesOf(low: number, high: number): Range {
  const nodes: Node[] = [];
  for (let at = low; at < high; ) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= high) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The hash of a range from the hashes of its subtrees, joined from the right. */
export function joinRange(hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1);
  assert(last !== undefined, "a range has at least one subtree");
  let hash = last;
  for (let k = hashes.length - 2; k >= 0; k--) hash = nodeHash(hashes[k]!, hash);
  return hash;
}
