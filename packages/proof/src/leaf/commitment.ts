import { assert } from "@fairdue/kernel";
import { base64, hmacSha256, sameBytes, unbase64, utf8 } from "../bytes/bytes.ts";
import { canonicalJson, type Plain } from "./canonical.ts";

/** Bytes of a salt. With fewer, a short personal value could be guessed from its commitment. */
export const saltLength = 32;

/**
 * What opens a commitment: the salt and the value. Kept apart from the log, erasable: without it
 * the commitment says nothing about the value, not even to someone who tries every phone number.
 */
export type Opening = {
  /** Which of the leaf's commitments: `subject`, or a name in `payload`. */
  readonly name: string;
  /** 32 random bytes in base 64. */
  readonly salt: string;
  readonly value: Plain;
};

/**
 * Commits to a value without telling it: HMAC-SHA-256 under a random salt, in base 64.
 *
 * Hiding while the salt is secret (or gone), binding always: no other value or name fits. The name
 * is part of it, so an opening of `amount` cannot pass as one of `limit`.
 *
 * @param salt  32 bytes of fresh randomness, never used twice: the caller brings it
 */
export function commit(name: string, salt: Uint8Array, value: Plain): string {
  assert(salt.length === saltLength, "a salt has 32 bytes");
  return base64(hmacSha256(salt, utf8(commitmentText(name, value))));
}

/** What is committed to: for those who compute the HMAC with a faster library of their platform. */
export function commitmentText(name: string, value: Plain): string {
  assert(!name.includes("\n"), "a commitment's name is one line");
  return `fairdue-commitment/v1\n${name}\n${canonicalJson(value)}`;
}

/** Does this opening belong to this commitment? */
export function opens(opening: Opening, commitment: string): boolean {
  const salt = unbase64(opening.salt);
  const expected = unbase64(commitment);
  if (salt?.length !== saltLength || expected === undefined) return false;
  const found = unbase64(commit(opening.name, salt, opening.value));
  return found !== undefined && sameBytes(found, expected);
}
