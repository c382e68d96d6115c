import { timingSafeEqual } from "node:crypto";
import { generateSecret, generateSync, generateURI } from "otplib";

const stepSeconds = 30;

export function newTotpSecret(): string {
  return generateSecret();
}

/** What an authenticator app reads as a QR code. */
export function totpUri(secret: string, login: string): string {
  return generateURI({ secret, label: login, issuer: "Fairdue" });
}

/**
 * The time step whose code was given, at most one step away from now (RFC 6238 §5.2); `undefined`
 * when it is none of them. The caller uses the step up, so that a code works once.
 */
export function totpStepOf(secret: string, code: string, epochSeconds: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const now = Math.floor(epochSeconds / stepSeconds);
  return [now, now - 1, now + 1].find((step) =>
    timingSafeEqual(Buffer.from(totpCode(secret, step * stepSeconds)), Buffer.from(code)),
  );
}

export function totpCode(secret: string, epochSeconds: number): string {
  return generateSync({ secret, epoch: epochSeconds });
}
