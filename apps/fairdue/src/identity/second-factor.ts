import { type Keyring, openSecret, sealSecret } from "@fairdue/store";

const placeOf = (staffId: string): string => `staff|${staffId}|totp`;

/** Seals an authenticator secret for one member of staff. */
export async function sealSecondFactor(
  keyring: Keyring,
  staffId: string,
  secret: string,
): Promise<Buffer> {
  return await sealSecret(keyring, placeOf(staffId), Buffer.from(secret, "utf8"));
}

export async function openSecondFactor(
  keyring: Keyring,
  staffId: string,
  sealed: Buffer,
): Promise<string> {
  return (await openSecret(keyring, placeOf(staffId), sealed)).toString("utf8");
}
