import { hkdfSync } from "node:crypto";
import { type SignerKey, signerKey } from "@fairdue/proof";
import { packs } from "@fairdue/packs";
import { type ContactRules, rulesOfPacks, withWishes } from "@fairdue/servicing";
import type { Database, Keyring } from "@fairdue/store";
import { type Gate, openGate } from "./gate.ts";
import { type PermitSigner, permitSigner } from "./keys.ts";

/** The gate of an installation with its keys. */
export type ContactDesk = {
  readonly gate: Gate;
  readonly signer: PermitSigner;
  /** The log's own key; its name is the log's origin. */
  readonly logKey: SignerKey;
  readonly rules: ContactRules;
};

const lawInForce = withWishes(rulesOfPacks(packs));

const desks = new WeakMap<Keyring, ContactDesk>();

/**
 * The desk of a server: one per key ring. Its signing keys are drawn from the ring (HKDF, RFC 5869),
 * so that an installation has one secret to keep.
 */
export function contactDesk(it: {
  readonly database: Database;
  readonly keyring: Keyring;
}): ContactDesk {
  const known = desks.get(it.keyring);
  if (known) return known;
  const desk = openDesk(it, lawInForce);
  desks.set(it.keyring, desk);
  return desk;
}

/** The rules that the desk goes by: for previews, which ask for no permit. */
export function rulesInForce(keyring: Keyring): ContactRules {
  return desks.get(keyring)?.rules ?? lawInForce;
}

/** Opens the desk with rules of the caller's choice: what trials and tests do before the first request. */
export function openDesk(
  it: { readonly database: Database; readonly keyring: Keyring },
  rules: ContactRules,
): ContactDesk {
  const signer = permitSigner(drawn(it.keyring, "permit"));
  const origin = process.env["FAIRDUE_LOG_ORIGIN"] ?? "log.fairdue.local";
  const logKey = signerKey(origin, "ed25519", drawn(it.keyring, "log"));
  const gate = openGate({ database: it.database, rules, signer });
  const desk = { gate, signer, logKey, rules };
  desks.set(it.keyring, desk);
  return desk;
}

function drawn(keyring: Keyring, use: string): Uint8Array {
  const salt = Buffer.alloc(0);
  return new Uint8Array(hkdfSync("sha256", keyring.searchKey, salt, `fairdue ${use} key`, 32));
}
