import { createHash } from "node:crypto";
import { refusal, type Refused } from "@fairdue/api";
import { claimKey, type KeyedRequest, storeAnswer, type Transaction } from "@fairdue/store";
import type { Actor } from "../auth/actor.ts";
import { isRetryable } from "../compose/unavailable.ts";
import type { Shell } from "../compose/shell.ts";

export type KeyedCall = {
  readonly actor: Actor;
  readonly key: string;
  readonly route: string;
  readonly body: unknown;
};

type Acted =
  | { readonly ok: true; readonly value: unknown; readonly status: number }
  | { readonly ok: false; readonly refusal: Refused };

export type OnceAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly body: string;
      readonly isReplayed: boolean;
    }
  | { readonly ok: false; readonly refusal: Refused };

/**
 * Acts once for each key of a caller. Key, act and answer share one transaction: either all three are
 * there or none is. Only what was done is remembered; a refusal wrote nothing and frees its key, so
 * that a corrected request may use it and a repeated one is judged anew.
 */
export async function answerOnce(
  shell: Shell,
  call: KeyedCall,
  act: (tx: Transaction) => Promise<Acted>,
): Promise<OnceAnswer> {
  const request: KeyedRequest = {
    actor: call.actor.actorId,
    key: call.key,
    route: call.route,
    bodyHash: createHash("sha256").update(canonical(call.body)).digest(),
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await shell.database.transaction((tx) => actOnce(tx, request, act));
    } catch (error) {
      if (error instanceof RolledBack) return { ok: false, refusal: error.refusal };
      if (!isRetryable(error) || attempt === attemptsMax) throw error;
    }
  }
}

const attemptsMax = 4;

async function actOnce(
  tx: Transaction,
  request: KeyedRequest,
  act: (tx: Transaction) => Promise<Acted>,
): Promise<OnceAnswer> {
  const claim = await claimKey(tx, request);
  if (claim.kind === "taken") return { ok: false, refusal: refusal("idempotency-key-reused") };
  if (claim.kind === "answered") return { ok: true, ...claim.answer, isReplayed: true };
  const acted = await act(tx);
  if (!acted.ok) throw new RolledBack(acted.refusal);
  const answer = { status: acted.status, body: JSON.stringify(acted.value) };
  await storeAnswer(tx, request, answer);
  return { ok: true, ...answer, isReplayed: false };
}

/** Carries a refusal out of a transaction, so that nothing of it stays. */
class RolledBack extends Error {
  override readonly name = "RolledBack";
  readonly refusal: Refused;
  constructor(refused: Refused) {
    super(refused.code);
    this.refusal = refused;
  }
}

/** JSON with the keys of every object in order: the same request, however it was written down. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}
