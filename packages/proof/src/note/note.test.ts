import { createHash, createPublicKey, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { leafHash } from "../merkle/hash.ts";
import { formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
import { cosign, cosignatureBy } from "./cosign.ts";
import {
  formatNote,
  formatSignerKey,
  formatVerifierKey,
  isSignedBy,
  parseNote,
  parseSignerKey,
  parseVerifierKey,
  signNote,
  signerKey,
  type SignedNote,
  type SignerKey,
  type VerifierKey,
} from "./note.ts";

// The keys and notes of the tests of golang.org/x/mod/sumdb/note.
const peterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const peterSecret =
  "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine =
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const enochKey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const enochLine =
  "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

function key(given: string): VerifierKey {
  const parsed = parseVerifierKey(given);
  if (!parsed.ok) throw new Error(parsed.refusal.reason);
  return parsed.value;
}

function secret(given: string): SignerKey {
  const parsed = parseSignerKey(given);
  if (!parsed.ok) throw new Error(parsed.refusal.reason);
  return parsed.value;
}

function note(content: string): SignedNote {
  const parsed = parseNote(content);
  if (!parsed.ok) throw new Error(parsed.refusal.reason);
  return parsed.value;
}

/** Ed25519 once more, by the library of Node. */
function nodeVerifies(
  message: string | Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
  const from = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, Buffer.from(message), from, signature);
}

describe("notes of the Go checksum database", () => {
  test("are read, verified and written back byte for byte", () => {
    const content = `${text}\n${peterLine}${enochLine}`;
    const signed = note(content);
    expect(isSignedBy(signed, key(peterKey))).toBe(true);
    expect(isSignedBy(signed, key(enochKey))).toBe(true);
    expect(formatNote(signed)).toBe(content);
    expect(nodeVerifies(text, signed.signatures[0]!.signature, key(peterKey).publicKey)).toBe(true);
  });

  test("are signed to the same bytes with the same key", () => {
    const signer = secret(peterSecret);
    expect(formatVerifierKey(signer)).toBe(peterKey);
    expect(formatSignerKey(signer)).toBe(peterSecret);
    expect(formatNote({ text, signatures: [signNote(text, signer)] })).toBe(
      `${text}\n${peterLine}`,
    );
  });

  test("a changed text, a stranger's key and a second, false signature are seen", () => {
    const bent = note(`${text.replace("problem", "Problem")}\n${peterLine}`);
    expect(isSignedBy(bent, key(peterKey))).toBe(false);
    expect(isSignedBy(note(`${text}\n${peterLine}`), key(enochKey))).toBe(false);
    const good = note(`${text}\n${peterLine}`);
    const [own] = good.signatures;
    const false2 = { ...own!, signature: own!.signature.map((b) => b ^ 1) };
    expect(isSignedBy({ ...good, signatures: [own!, false2] }, key(peterKey))).toBe(false);
  });

  test.each([
    ["no signatures", text],
    ["no last newline", `${text}\n${peterLine.trimEnd()}`],
    ["a plain dash", `${text}\n${peterLine.replace("—", "-")}`],
    ["a short signature", `${text}\n— PeterNeumann x08g\n`],
    ["base 64 with a second spelling", `${text}\n${peterLine.replace("nAM=", "nAN=")}`],
    ["control characters", `${text}\r\n\n${peterLine}`],
  ])("malformed: %s", (_, content) => expect(parseNote(content).ok).toBe(false));

  test("a key whose hash does not fit is refused", () => {
    expect(parseVerifierKey(peterKey.replace("c74f20a3", "c74f20a4")).ok).toBe(false);
    expect(parseVerifierKey(peterKey.replace("PeterNeumann", "PeterNewmann")).ok).toBe(false);
  });

  test("the key hash is the first four bytes of SHA-256(name, newline, type, key)", () => {
    const it = key(peterKey);
    const hash = createHash("sha256")
      .update("PeterNeumann\n")
      .update(Buffer.of(1))
      .update(it.publicKey);
    expect(Buffer.from(it.keyHash)).toEqual(hash.digest().subarray(0, 4));
  });
});

describe("checkpoints", () => {
  const root = leafHash(Uint8Array.of(1));
  const checkpoint = {
    origin: "log.lender.example/fairdue",
    size: 20_852_163,
    root,
    extensions: [],
  };

  test("are three lines: origin, size, root", () => {
    const formatted = formatCheckpoint(checkpoint);
    expect(formatted).toBe(
      `log.lender.example/fairdue\n20852163\n${Buffer.from(root).toString("base64")}\n`,
    );
    expect(parseCheckpoint(formatted)).toEqual({ ok: true, value: checkpoint });
  });

  test("the example of C2SP tlog-checkpoint is read", () => {
    const example =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    const read = parseCheckpoint(example);
    expect(read.ok && { origin: read.value.origin, size: read.value.size }).toEqual({
      origin: "example.com/behind-the-sofa",
      size: 20_852_163,
    });
  });

  test.each([
    ["a size with a leading zero", "o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"],
    ["a negative size", "o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"],
    ["a short root", "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n"],
    ["no origin", "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"],
  ])("malformed: %s", (_, given) => expect(parseCheckpoint(given).ok).toBe(false));
});

describe("witnesses", () => {
  const log = signerKey("log.lender.example", "ed25519", new Uint8Array(32).fill(7));
  const witness = signerKey("witness.regulator.example", "cosignature", new Uint8Array(32).fill(9));
  const body = formatCheckpoint({
    origin: "log.lender.example",
    size: 3,
    root: leafHash(Uint8Array.of(3)),
    extensions: [],
  });
  const signed: SignedNote = {
    text: body,
    signatures: [signNote(body, log), cosign(body, witness, 1_764_000_000)],
  };

  test("a cosignature holds the second at which it was made, and verifies by Node as well", () => {
    const read = note(formatNote(signed));
    expect(cosignatureBy(read, witness)).toEqual({
      name: "witness.regulator.example",
      atUnixSeconds: 1_764_000_000,
    });
    expect(isSignedBy(read, log)).toBe(true);
    const { signature } = read.signatures[1]!;
    expect(Buffer.from(signature.slice(0, 8)).readBigUInt64BE()).toBe(1_764_000_000n);
    const message = `cosignature/v1\ntime 1764000000\n${body}`;
    expect(nodeVerifies(message, signature.slice(8), witness.publicKey)).toBe(true);
  });

  test("another time, another checkpoint or a plain signature is no cosignature", () => {
    const moved = signed.signatures[1]!.signature.slice();
    moved[7]! ^= 1;
    const later = { ...signed, signatures: [{ ...signed.signatures[1]!, signature: moved }] };
    expect(cosignatureBy(later, witness)).toBeUndefined();
    expect(
      cosignatureBy({ ...signed, text: body.replace("\n3\n", "\n4\n") }, witness),
    ).toBeUndefined();
    expect(isSignedBy(signed, witness)).toBe(false);
    expect(cosignatureBy(signed, log)).toBeUndefined();
  });

  test("a witness's key is of its own type, 4", () => {
    const published = formatVerifierKey(witness);
    expect(parseVerifierKey(published)).toMatchObject({ ok: true, value: { kind: "cosignature" } });
    expect(Buffer.from(published.split("+").at(-1)!, "base64")[0]).toBe(4);
  });
});
