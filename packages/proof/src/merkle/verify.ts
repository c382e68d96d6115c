import { sameBytes } from "../bytes/bytes.ts";
import { emptyRoot, hashLength, nodeHash } from "./hash.ts";

/**
 * Does the path lead from this leaf to this root?
 *
 * Source: RFC 9162 §2.1.3.2 (the same tree as RFC 6962). Sizes up to 2^53 − 1.
 */
export function verifyInclusion(it: {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}): boolean {
  if (!isIndex(it.index) || !isIndex(it.size) || it.index >= it.size) return false;
  if (!areHashes([it.leafHash, it.root, ...it.path])) return false;
  let node = it.index;
  let last = it.size - 1;
  let hash = it.leafHash;
  for (const step of it.path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(step, hash);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else hash = nodeHash(hash, step);
    node = half(node);
    last = half(last);
  }
  return last === 0 && sameBytes(hash, it.root);
}

/**
 * Does the newer log begin with the whole older log, nothing changed and nothing removed?
 *
 * Source: RFC 9162 §2.1.4.2; an empty older log is the beginning of every log, with an empty path.
 */
export function verifyConsistency(it: {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}): boolean {
  if (!isIndex(it.oldSize) || !isIndex(it.size) || it.oldSize > it.size) return false;
  if (!areHashes([it.oldRoot, it.root, ...it.path])) return false;
  if (it.oldSize === it.size) return it.path.length === 0 && sameBytes(it.oldRoot, it.root);
  if (it.oldSize === 0) return it.path.length === 0 && sameBytes(it.oldRoot, emptyRoot());
  const path = isPowerOfTwo(it.oldSize) ? [it.oldRoot, ...it.path] : [...it.path];
  let node = it.oldSize - 1;
  let last = it.size - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let oldHash = first;
  let hash = first;
  for (const step of rest) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      oldHash = nodeHash(step, oldHash);
      hash = nodeHash(step, hash);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else hash = nodeHash(hash, step);
    node = half(node);
    last = half(last);
  }
  return last === 0 && sameBytes(oldHash, it.oldRoot) && sameBytes(hash, it.root);
}

function isIndex(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function areHashes(all: readonly Uint8Array[]): boolean {
  return all.every((it) => it.length === hashLength);
}

// Bit operations of JavaScript end at 32 bits; a log may be larger.
function isOdd(n: number): boolean {
  return n % 2 === 1;
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  let it = n;
  while (it > 1 && !isOdd(it)) it = half(it);
  return it === 1;
}
