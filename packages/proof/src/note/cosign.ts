import { ed25519 } from "@noble/curves/ed25519.js";
import { assert } from "@fairdue/kernel";
import { joinBytes, utf8 } from "../bytes/bytes.ts";
import {
  signaturesOf,
  verifies,
  type NoteSignature,
  type SignedNote,
  type SignerKey,
  type VerifierKey,
} from "./note.ts";

/**
 * A witness (a regulator, an auditor) states: at this second this was the largest log of this
 * origin that I have seen, and it begins with every earlier one.
 *
 * Source: C2SP tlog-cosignature, cosignature/v1.
 */
export type Cosignature = { readonly name: string; readonly atUnixSeconds: number };

/**
 * Cosigns a checkpoint's text. The witness must have checked consistency with the last checkpoint
 * that it cosigned: see `verifyConsistency`.
 */
export function cosign(text: string, key: SignerKey, atUnixSeconds: number): NoteSignature {
  assert(key.kind === "cosignature", "a witness signs with a cosignature key");
  assert(Number.isSafeInteger(atUnixSeconds) && atUnixSeconds > 0, "time is in whole seconds");
  const signature = ed25519.sign(messageOf(text, atUnixSeconds), key.secret);
  return {
    name: key.name,
    keyHash: key.keyHash,
    signature: joinBytes(bigEndian(atUnixSeconds), signature),
  };
}

/** The witness's statement on this note, if its signature is good. */
export function cosignatureBy(note: SignedNote, key: VerifierKey): Cosignature | undefined {
  if (key.kind !== "cosignature") return undefined;
  for (const it of signaturesOf(note, key)) {
    if (it.signature.length !== 72) continue;
    const atUnixSeconds = it.signature.slice(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
    if (!Number.isSafeInteger(atUnixSeconds)) continue;
    if (verifies(it.signature.slice(8), messageOf(note.text, atUnixSeconds), key))
      return { name: key.name, atUnixSeconds };
  }
  return undefined;
}

function messageOf(text: string, atUnixSeconds: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${atUnixSeconds}\n${text}`);
}

function bigEndian(seconds: number): Uint8Array {
  const bytes = new Uint8Array(8);
  for (let k = 7, rest = seconds; k >= 0; k--, rest = Math.floor(rest / 256)) bytes[k] = rest % 256;
  return bytes;
}
