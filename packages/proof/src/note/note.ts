import { ed25519 } from "@noble/curves/ed25519.js";
import { accepted, refused, type Outcome } from "@fairdue/kernel";
import {
  base64,
  hex,
  joinBytes,
  sameBytes,
  sha256,
  unbase64,
  unhex,
  utf8,
} from "../bytes/bytes.ts";

/**
 * Signed notes: a text and signatures by named keys, readable as plain text.
 * Source: C2SP signed-note; the format of the Go checksum database.
 */
export type SignedNote = {
  /** The signed text, its last newline included. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

export type NoteSignature = {
  readonly name: string;
  /** First 4 bytes of the key's hash: says which key to try, proves nothing. */
  readonly keyHash: Uint8Array;
  readonly signature: Uint8Array;
};

/** What a key signs: notes as they are, or a witness's statement that it saw a checkpoint. */
export type KeyKind = "ed25519" | "cosignature";

export type VerifierKey = {
  readonly name: string;
  readonly kind: KeyKind;
  readonly keyHash: Uint8Array;
  readonly publicKey: Uint8Array;
};

export type SignerKey = VerifierKey & { readonly secret: Uint8Array };

export type MalformedNote = { readonly code: "malformed-note"; readonly reason: string };
export type MalformedKey = { readonly code: "malformed-key"; readonly reason: string };

/** Signature types of C2SP signed-note: 1 is Ed25519, 4 is cosignature/v1. */
const kindBytes: Readonly<Record<KeyKind, number>> = { ed25519: 1, cosignature: 4 };
const dash = "\u2014";

export function parseNote(content: string): Outcome<SignedNote, MalformedNote> {
  const border = content.lastIndexOf("\n\n");
  if (border < 0) return malformed("no empty line before the signatures");
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0009\u000b-\u001f]/.test(content)) return malformed("control characters");
  const text = content.slice(0, border + 1);
  const block = content.slice(border + 2);
  if (block === "" || !block.endsWith("\n")) return malformed("no signatures, or no last newline");
  const signatures: NoteSignature[] = [];
  for (const line of block.slice(0, -1).split("\n")) {
    const match = /^— ([^ +]+) ([A-Za-z0-9+/=]+)$/u.exec(line);
    const bytes = match === null ? undefined : unbase64(match[2]!);
    if (match === null || bytes === undefined || bytes.length < 5)
      return malformed(`not a signature line: ${line.slice(0, 60)}`);
    signatures.push({
      name: match[1]!,
      keyHash: bytes.slice(0, 4),
      signature: bytes.slice(4),
    });
  }
  return accepted({ text, signatures });
}

function malformed(reason: string): Outcome<never, MalformedNote> {
  return refused({ code: "malformed-note", reason });
}

export function formatNote(note: SignedNote): string {
  const lines = note.signatures.map(
    (it) => `${dash} ${it.name} ${base64(joinBytes(it.keyHash, it.signature))}\n`,
  );
  return `${note.text}\n${lines.join("")}`;
}

/** `name+hash+base64(kind ‖ public key)`: how a key is published. */
export function formatVerifierKey(key: VerifierKey): string {
  const body = joinBytes(Uint8Array.of(kindBytes[key.kind]), key.publicKey);
  return `${key.name}+${hex(key.keyHash)}+${base64(body)}`;
}

export function parseVerifierKey(text: string): Outcome<VerifierKey, MalformedKey> {
  const parts = splitKey(text.trim(), "");
  if (parts === undefined) return badKey("expected name+hash+base64");
  const key = verifierKey(parts.name, parts.kind, parts.bytes);
  if (!sameBytes(key.keyHash, parts.keyHash)) return badKey("the hash does not fit name and key");
  return accepted(key);
}

/** `PRIVATE+KEY+name+hash+base64(kind ‖ secret)`: how a signer keeps its key. */
export function parseSignerKey(text: string): Outcome<SignerKey, MalformedKey> {
  const parts = splitKey(text.trim(), "PRIVATE+KEY+");
  if (parts === undefined) return badKey("expected PRIVATE+KEY+name+hash+base64");
  const key = signerKey(parts.name, parts.kind, parts.bytes);
  if (!sameBytes(key.keyHash, parts.keyHash)) return badKey("the hash does not fit name and key");
  return accepted(key);
}

export function formatSignerKey(key: SignerKey): string {
  const body = joinBytes(Uint8Array.of(kindBytes[key.kind]), key.secret);
  return `PRIVATE+KEY+${key.name}+${hex(key.keyHash)}+${base64(body)}`;
}

/** @param secret  32 random bytes: the caller brings the randomness */
export function signerKey(name: string, kind: KeyKind, secret: Uint8Array): SignerKey {
  return { ...verifierKey(name, kind, ed25519.getPublicKey(secret)), secret };
}

export function verifierKey(name: string, kind: KeyKind, publicKey: Uint8Array): VerifierKey {
  const keyHash = sha256(utf8(`${name}\n`), Uint8Array.of(kindBytes[kind]), publicKey).slice(0, 4);
  return { name, kind, publicKey, keyHash };
}

function badKey(reason: string): Outcome<never, MalformedKey> {
  return refused({ code: "malformed-key", reason });
}

function splitKey(
  text: string,
  prefix: string,
): { name: string; kind: KeyKind; keyHash: Uint8Array; bytes: Uint8Array } | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text.slice(prefix.length));
  if (match === null) return undefined;
  const keyHash = unhex(match[2]!);
  const body = unbase64(match[3]!);
  const kind: KeyKind | undefined =
    body?.[0] === 1 ? "ed25519" : body?.[0] === 4 ? "cosignature" : undefined;
  if (keyHash === undefined || body?.length !== 33 || kind === undefined) return undefined;
  return { name: match[1]!, kind, keyHash, bytes: body.slice(1) };
}

/** Signs a text as a note with one signature more. */
export function signNote(text: string, key: SignerKey): NoteSignature {
  return {
    name: key.name,
    keyHash: key.keyHash,
    signature: ed25519.sign(utf8(text), key.secret),
  };
}

/**
 * Is the note signed by this key? One false signature in the key's name spoils the note, even beside
 * a good one (C2SP signed-note).
 */
export function isSignedBy(note: SignedNote, key: VerifierKey): boolean {
  if (key.kind !== "ed25519") return false;
  const own = signaturesOf(note, key);
  return own.length > 0 && own.every((it) => verifies(it.signature, utf8(note.text), key));
}

export function signaturesOf(note: SignedNote, key: VerifierKey): readonly NoteSignature[] {
  return note.signatures.filter((it) => it.name === key.name && sameBytes(it.keyHash, key.keyHash));
}

export function verifies(signature: Uint8Array, message: Uint8Array, key: VerifierKey): boolean {
  if (signature.length !== 64) return false;
  try {
    // Strict RFC 8032: the answer must not differ between verifiers.
    return ed25519.verify(signature, message, key.publicKey, { zip215: false });
  } catch {
    // The curve library throws on bytes that are no point: that is a false signature, no bug.
    return false;
  }
}
