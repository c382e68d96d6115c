import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf, Refused } from "@fairdue/api";
import type { Outcome } from "@fairdue/kernel";
import type { Transaction } from "@fairdue/store";
import type { Hono } from "hono";
import type { Actor } from "../auth/actor.ts";
import type { Shell } from "./shell.ts";

/** A request that has been read: who asks, and for what, in the domain's own types. */
export type Asked<It extends Endpoint> = {
  readonly actor: Actor;
  readonly params: ParamsOf<It>;
  readonly query: QueryOf<It>;
  readonly body: BodyOf<It>;
};

export type Reply<It extends Endpoint> = Outcome<AnswerOf<It>, Refused>;

/** An endpoint of the contract with what this server does for it. */
export type Operation = {
  readonly endpoint: Endpoint;
  readonly run: (
    shell: Shell,
    asked: Asked<Endpoint>,
    tx: Transaction | null,
  ) => Promise<Reply<Endpoint>>;
};

/**
 * One resource of the server. To add one, write `http/<resource>/module.ts` and name it in
 * `http/modules.ts`; nothing else needs to change.
 */
export type HttpModule = {
  readonly name: string;
  readonly operations: readonly Operation[];
  /** For what is not in the contract: pages, files, probes. */
  readonly mount?: (app: Hono, shell: Shell) => void;
};

/** Answers a question. It may read through `shell.database`, and writes nothing. */
export function answers<It extends Endpoint>(
  endpoint: It,
  run: (shell: Shell, asked: Asked<It>) => Promise<Reply<It>>,
): Operation {
  return { endpoint, run: (shell, asked) => run(shell, asked as Asked<It>) };
}

/**
 * Does a write. Everything it reads and writes goes through `tx`, the transaction that also holds
 * the idempotency key and the answer: a refusal rolls all of it back.
 */
export function writes<It extends Endpoint>(
  endpoint: It,
  run: (shell: Shell, asked: Asked<It>, tx: Transaction) => Promise<Reply<It>>,
): Operation {
  return {
    endpoint,
    run: (shell, asked, tx) => {
      if (tx === null) throw new Error(`${endpoint.operationId} is a write of the contract`);
      return run(shell, asked as Asked<It>, tx);
    },
  };
}
