import type { Keyring } from "@fairdue/store";

const placeOf = (staffId: string): string => `staff|${staffId}|totp`;

/** Seals an authenticator secret: the outer key's name, a separator, the wrapped bytes. */
export async function sealSecondFactor(
  keyring: Keyring,
  staffId: string,
  secret: string,
): Promise<Buffer> {
  const { wrappingKey, wrapped } = await keyring.wrap(
    Buffer.from(secret, "utf8"),
    placeOf(staffId),
  );
  return Buffer.concat([Buffer.from(`${wrappingKey}\n`, "utf8"), wrapped]);
}

export async function openSecondFactor(
  keyring: Keyring,
  staffId: string,
  sealed: Buffer,
): Promise<string> {
  const end = sealed.indexOf(10);
  const opened = await keyring.unwrap(
    sealed.subarray(0, end).toString("utf8"),
    sealed.subarray(end + 1),
    placeOf(staffId),
  );
  return opened.toString("utf8");
}
