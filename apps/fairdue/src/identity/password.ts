import { hash, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let decoy: Promise<string> | undefined;

/** Takes as long for a login that does not exist as for one that does. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const isRight = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return stored !== null && isRight;
}

/** NIST SP 800-63B §3.1.1: length counts, composition rules do not; the login itself is no password. */
export function passwordFault(
  password: string,
  login: string,
): "too-short" | "too-long" | "is-login" | undefined {
  const length = [...password].length;
  if (length < 12) return "too-short";
  if (length > 128) return "too-long";
  return password.toLowerCase().includes(login.toLowerCase()) ? "is-login" : undefined;
}
