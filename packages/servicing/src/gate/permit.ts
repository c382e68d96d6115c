import { accepted, type Outcome, refused } from "@fairdue/kernel";
import { base64, canonicalJson, type Plain, sha256, unbase64, utf8 } from "@fairdue/proof";
import { type ContactAct, plainAct } from "./act.ts";

/** The one way out: signed, single-use, expiring, good for exactly one act. */
export type Permit = {
  readonly permitId: string;
  readonly borrowerId: string;
  /** SHA-256 of the act's canonical form, base 64. */
  readonly actDigest: string;
  readonly channel: ContactAct["channel"];
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Ten characters by which the person can ask whether the contact is genuine. */
  readonly verifyCode: string;
};

export function digestAct(act: ContactAct): string {
  return base64(sha256(utf8(canonicalJson(plainAct(act)))));
}

/**
 * Digest of what is said: the variables of a template, or a free text. Salted, since a digest of an
 * amount alone could be guessed; the salt travels with the content.
 */
export function digestContent(content: Plain, salt: string): string {
  return base64(sha256(utf8(`content/v1\n${salt}\n${canonicalJson(content)}`)));
}

const version = "permit/v1";

/** The text that is signed with Ed25519. */
export function permitText(it: Permit): string {
  return `${version}\n${canonicalJson({ ...it })}`;
}

/** `payload.signature`, both in base 64: what a dialler or an agency is handed. */
export function formatPermitToken(it: Permit, signature: Uint8Array): string {
  return `${base64(utf8(permitText(it)))}.${base64(signature)}`;
}

export type MalformedToken = { readonly code: "malformed-token" };

/** The parts of a token, unverified: the caller verifies the signature over `text`. */
export function parsePermitToken(
  token: string,
): Outcome<{ permit: Permit; text: string; signature: Uint8Array }, MalformedToken> {
  const [payload, tail, ...more] = token.split(".");
  const bytes = unbase64(payload ?? "");
  const signature = unbase64(tail ?? "");
  if (more.length > 0 || bytes === undefined || signature?.length !== 64) return malformed;
  const text = decodeText(bytes);
  const permit = text?.startsWith(`${version}\n`)
    ? readPermit(text.slice(version.length + 1))
    : undefined;
  if (text === undefined || permit === undefined || permitText(permit) !== text) return malformed;
  return accepted({ permit, text, signature });
}

const malformed = refused<MalformedToken>({ code: "malformed-token" });

function decodeText(bytes: Uint8Array): string | undefined {
  // Tokens are ASCII but for nothing: ids, base 64 and numbers.
  if (bytes.some((it) => it > 126)) return undefined;
  return String.fromCharCode(...bytes);
}

function readPermit(text: string): Permit | undefined {
  let it: Partial<Permit>;
  try {
    it = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { permitId, borrowerId, actDigest, channel, issuedAt, expiresAt, verifyCode } = it;
  const texts = [permitId, borrowerId, actDigest, channel, verifyCode];
  if (!texts.every((one) => typeof one === "string")) return undefined;
  if (!Number.isSafeInteger(issuedAt) || !Number.isSafeInteger(expiresAt)) return undefined;
  return { permitId, borrowerId, actDigest, channel, issuedAt, expiresAt, verifyCode } as Permit;
}
