import { refusal, type Refused } from "@fairdue/api";
import { assert } from "@fairdue/kernel";
import type { Context } from "hono";
import type { Actor } from "../auth/actor.ts";
import { answerOnce } from "../idempotency/answer-once.ts";
import type { AppOptions } from "./app.ts";
import type { Operation } from "./operation.ts";
import { answerProblem } from "./problem-answer.ts";
import { reachOf } from "./reach.ts";
import { type JsonBody, readBody, readKey, readRequest } from "./read-request.ts";

/** Parse → load → decide → write → answer, for every operation in the same order. */
export async function runOperation(
  c: Context,
  operation: Operation,
  options: AppOptions,
): Promise<Response> {
  const { endpoint } = operation;
  const actor = await actorOf(c, operation, options);
  if ("code" in actor) return answerProblem(c, actor);
  const body: JsonBody = endpoint.body ? await readBody(c) : { ok: true, value: undefined };
  if (!body.ok) return answerProblem(c, body.refusal);
  const read = readRequest(c, endpoint, body.value);
  if (!read.ok) return answerProblem(c, read.refusal);
  const asked = { actor, ...read.value };
  const reach = await reachOf(options.shell, endpoint, asked);
  if (!reach.ok) return answerProblem(c, reach.refusal);
  if (!endpoint.isWrite) {
    const reply = await operation.run(reach.value, asked, null);
    if (!reply.ok) return answerProblem(c, reply.refusal);
    checkAnswer(operation, reply.value, options);
    return c.json(reply.value as object, endpoint.status);
  }
  const key = readKey(c);
  if (!key.ok) return answerProblem(c, key.refusal);
  const address = { route: `${c.req.method} ${c.req.path}`, key: key.value };
  const reply = await answerOnce(options.shell, { ...address, actor, body: body.value }, (tx) =>
    operation.run(options.shell, asked, tx).then((it) => {
      if (it.ok) checkAnswer(operation, it.value, options);
      return it.ok ? { ok: true, value: it.value, status: endpoint.status } : it;
    }),
  );
  if (!reply.ok) return answerProblem(c, reply.refusal);
  if (reply.isReplayed) c.header("Idempotency-Replayed", "true");
  c.header("Content-Type", "application/json");
  return c.body(reply.body, reply.status as 200);
}

const anyone: Actor = { actorId: "anyone", scopes: new Set(), who: { kind: "anyone" } };

async function actorOf(
  c: Context,
  { endpoint }: Operation,
  { authenticate }: AppOptions,
): Promise<Actor | Refused> {
  if (endpoint.scope === "public") return anyone;
  const actor = await authenticate(c.req.raw);
  if (!actor) return refusal("unauthenticated");
  if (actor.scopes.has(endpoint.scope)) return actor;
  return refusal("scope-missing", {
    field: "header.authorization",
    value: [...actor.scopes].sort().join(" ") || "no scope",
    expected: endpoint.scope,
  });
}

function checkAnswer({ endpoint }: Operation, value: unknown, options: AppOptions): void {
  if (!options.checksAnswers) return;
  const read = endpoint.answer.safeParse(value);
  assert(read.success, `${endpoint.operationId} answers by the contract: ${read.error?.message}`);
}
