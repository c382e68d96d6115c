import type { Database, Keyring, Products, Vault } from "@fairdue/store";
import type { IdKind, InstantMs } from "@fairdue/kernel";
import type { Logger } from "pino";

/**
 * What every module of the server may use of the world. A module takes what it needs from here and
 * reaches for nothing else: no clock, no randomness and no connection of its own.
 */
export type Shell = {
  readonly database: Database;
  readonly products: Products;
  readonly now: () => InstantMs;
  /** A new id with the prefix of its kind, rising with time. */
  readonly newId: (kind: IdKind) => string;
  readonly log: Logger;
  /** Seals and opens personal data. */
  readonly vault: Vault;
  readonly keyring: Keyring;
};
