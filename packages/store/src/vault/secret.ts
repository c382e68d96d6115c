import type { Keyring } from "./keyring.ts";

/**
 * Seals a secret that belongs to no person under the outer key: the key's name, a line end, the
 * wrapped bytes. `place` is authenticated with it, so that it opens nowhere else.
 */
export async function sealSecret(keyring: Keyring, place: string, secret: Buffer): Promise<Buffer> {
  const { wrappingKey, wrapped } = await keyring.wrap(secret, place);
  return Buffer.concat([Buffer.from(`${wrappingKey}\n`, "utf8"), wrapped]);
}

/** @throws when the ring does not hold its key, or it was sealed for another place. */
export async function openSecret(keyring: Keyring, place: string, sealed: Buffer): Promise<Buffer> {
  const end = sealed.indexOf(10);
  return await keyring.unwrap(sealed.toString("utf8", 0, end), sealed.subarray(end + 1), place);
}
