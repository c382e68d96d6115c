import { sha256 as digest } from "@noble/hashes/sha2.js";
import { hmac } from "@noble/hashes/hmac.js";

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = digest.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(digest, key, message);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let k = 0; k < a.length; k++) difference |= a[k]! ^ b[k]!;
  return difference === 0;
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, it) => length + it.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    // A lone surrogate is not text: it becomes U+FFFD, as everywhere on the web.
    const given = character.codePointAt(0)!;
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(bytes);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (it) => it.toString(16).padStart(2, "0")).join("");
}

/** Bytes of a hexadecimal text, or undefined if it is not one. */
export function unhex(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, k) =>
    Number.parseInt(text.slice(2 * k, 2 * k + 2), 16),
  );
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base 64 with padding (RFC 4648 §4), as signed notes write it. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let k = 0; k < bytes.length; k += 3) {
    const group = (bytes[k]! << 16) | ((bytes[k + 1] ?? 0) << 8) | (bytes[k + 2] ?? 0);
    text += alphabet[group >> 18]! + alphabet[(group >> 12) & 63]!;
    text += k + 1 < bytes.length ? alphabet[(group >> 6) & 63]! : "=";
    text += k + 2 < bytes.length ? alphabet[group & 63]! : "=";
  }
  return text;
}

/** Bytes of a base-64 text in its one canonical spelling, or undefined. */
export function unbase64(text: string): Uint8Array | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
    return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let k = 0; k < text.length; k += 4) {
    let group = 0;
    for (let j = 0; j < 4; j++)
      group = (group << 6) | Math.max(0, alphabet.indexOf(text[k + j] ?? "="));
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8)
      bytes[at++] = (group >> shift) & 255;
  }
  return base64(bytes) === text ? bytes : undefined;
}
