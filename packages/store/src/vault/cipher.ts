import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { assert } from "@fairdue/kernel";

const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D): nonce, ciphertext, tag. `place` is authenticated
 * with them, so that a value moved to another person or field does not open.
 */
export function seal(key: Buffer, plain: Buffer, place: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(place, "utf8"));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made; throws when key, place or content is not the one that was sealed. */
export function unseal(key: Buffer, sealed: Buffer, place: string): Buffer {
  assert(sealed.length >= nonceBytes + tagBytes, "a sealed value has a nonce and a tag");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(place, "utf8"));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const body = sealed.subarray(nonceBytes, sealed.length - tagBytes);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** A keyed hash for equality search: without the key it says nothing, not even by trying all phones. */
export function searchHash(key: Buffer, field: string, searchForm: string): Buffer {
  return createHmac("sha256", key).update(`${field}\n${searchForm}`).digest();
}

export function freshKey(): Buffer {
  return randomBytes(keyBytes);
}
