import type { Database, Keyring, Products, Vault } from "@fairdue/store";
import type { IdKind, InstantMs } from "@fairdue/kernel";
import type { Logger } from "pino";
import type { PaymentGateway } from "../../payments/gateway.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";

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
  /** By which money comes in; null where no gateway is connected. */
  readonly payments: PaymentGateway | null;
  /** The telephone network and the bank of a demo; null everywhere else. */
  readonly sandbox: Sandbox | null;
};
