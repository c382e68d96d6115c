import { scopes } from "@fairdue/api";
import { assert, type InstantMs } from "@fairdue/kernel";
import type { Shell } from "../http/compose/shell.ts";
import { composeApp } from "../http/compose/app.ts";
import { modules } from "../http/modules.ts";

/** Posts a request as one of the staff; answers with what the server said. */
export type DeskApi = (
  path: string,
  body: object,
  actorId: string,
) => Promise<{ readonly ok: boolean; readonly answer: Readonly<Record<string, unknown>> }>;

const actorHeader = "x-demo-actor";

/**
 * The real server, called within this process: what the demo's staff do goes the way of any request,
 * through its checks, idempotency and transaction. Only the proof of who asks is left out.
 */
export function openDeskApi(shell: Shell, now: () => number): DeskApi {
  const app = composeApp({
    shell: { ...shell, now: () => Math.floor(now()) as InstantMs },
    modules,
    authenticate: async (request) => {
      const actorId = request.headers.get(actorHeader);
      return actorId === null
        ? undefined
        : { actorId, scopes: new Set(scopes), who: { kind: "key" } };
    },
  });
  let asked = 0;
  return async (path, body, actorId) => {
    asked += 1;
    const response = await app.request(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        "idempotency-key": `demo-${asked}`,
        [actorHeader]: actorId,
      },
    });
    const answer: unknown = await response.json();
    assert(typeof answer === "object" && answer !== null, "the server answers with an object");
    assert(response.status < 500, `${path} answered ${response.status}`);
    return { ok: response.ok, answer: { ...answer } };
  };
}
