import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { formatPermitToken, type Permit, permitText } from "@fairdue/servicing";

/** Signs permits, and knows its own signatures again. */
export type PermitSigner = {
  token(permit: Permit): string;
  isOwn(text: string, signature: Uint8Array): boolean;
  /** PEM, to be given to agencies and diallers. */
  readonly publicKey: string;
};

/** @param secret  32 bytes of an Ed25519 key */
export function permitSigner(secret: Uint8Array): PermitSigner {
  const privateKey = privateKeyOf(secret);
  const publicKey = createPublicKey(privateKey);
  return {
    token: (permit) =>
      formatPermitToken(permit, sign(null, Buffer.from(permitText(permit), "utf8"), privateKey)),
    isOwn: (text, signature) => verify(null, Buffer.from(text, "utf8"), publicKey, signature),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

function privateKeyOf(secret: Uint8Array): KeyObject {
  // PKCS #8 of an Ed25519 key (RFC 8410): a fixed head before the 32 bytes.
  const head = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([head, secret]), format: "der", type: "pkcs8" });
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Ten characters without I, L, O and U: 50 bits that nobody guesses and everybody can type. */
export function drawVerifyCode(): string {
  return Array.from(randomBytes(10), (byte) => alphabet[byte & 31]).join("");
}
