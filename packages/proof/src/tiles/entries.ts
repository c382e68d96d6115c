import { accepted, assert, refused, type Outcome } from "@fairdue/kernel";

/** The longest entry that an entry bundle can hold. */
export const entryBytesMax = 0xffff;

/**
 * Entries as a bundle: each with its length before it, 16 bits, big end first.
 * Source: C2SP tlog-tiles, "Log Entries".
 */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  const length = entries.reduce((sum, it) => sum + 2 + it.length, 0);
  const bundle = new Uint8Array(length);
  let at = 0;
  for (const entry of entries) {
    assert(entry.length <= entryBytesMax, "an entry has at most 65,535 bytes");
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 255;
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

export type BrokenBundle = { readonly code: "bundle-cut-short"; readonly at: number };

export function decodeEntries(bundle: Uint8Array): Outcome<readonly Uint8Array[], BrokenBundle> {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const length = (bundle[at]! << 8) | (bundle[at + 1] ?? 0);
    const end = at + 2 + length;
    if (end > bundle.length) return refused({ code: "bundle-cut-short", at });
    entries.push(bundle.slice(at + 2, end));
    at = end;
  }
  return accepted(entries);
}
