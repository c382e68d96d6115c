import { sha256 as digest } from "@noble/hashes/sha2.js";
import { assert } from "@fairdue/kernel";
import { sha256 } from "../bytes/bytes.ts";

/** Length of every hash of the log: SHA-256. */
export const hashLength = 32;

const leafPrefix = Uint8Array.of(0);
const nodeBuffer = new Uint8Array(1 + 2 * hashLength);

/** Hash of a leaf: SHA-256(0x00 ‖ entry). Source: RFC 6962 §2.1. */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(leafPrefix, entry);
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). Source: RFC 6962 §2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  assert(left.length === hashLength && right.length === hashLength, "a node joins two hashes");
  nodeBuffer[0] = 1;
  nodeBuffer.set(left, 1);
  nodeBuffer.set(right, 1 + hashLength);
  return digest(nodeBuffer);
}

/** Root of the log with no entries: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256();
}

/**
 * Root of a tree over these leaf hashes, by the definition: split at the largest power of two below
 * the size. Source: RFC 6962 §2.1. For tests and small trees; a log uses its tiles.
 */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0]!;
  const half = splitAt(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

/** The largest power of two smaller than n; n >= 2. */
export function splitAt(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
