import { randomUUID } from "node:crypto";
import {
  refusal,
  type Refused,
  setContactControl,
  setMyContactControl,
  stateContactFacts,
  tellCallOutcome,
} from "@fairdue/api";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import { type ContactControl, effectOf } from "@fairdue/servicing";
import {
  hasOutcome,
  learn,
  loadContactBook,
  loadRedeemedChannel,
  type Transaction,
} from "@fairdue/store";
import { type Operation, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";

type ControlAnswer = { happeningId: string; revokedPermits: string[] };

/** Outcomes after which other permits of the person are decided anew: a law may ask for a pause. */
const telling = new Set(["conversation", "refused", "wrong-person", "voicemail"]);

export const controlOperations: readonly Operation[] = [
  writes(setContactControl, (shell, { params, body, actor }, tx) =>
    applyControl(shell, tx, {
      borrowerId: params.borrowerId,
      control: body,
      source: actor.actorId,
    }),
  ),
  writes(setMyContactControl, async (shell, { body, actor }, tx) => {
    if (actor.who.kind !== "borrower") return refused(refusal("contacts-not-open"));
    const { borrowerId } = actor.who;
    return await applyControl(shell, tx, { borrowerId, control: body, source: "borrower" });
  }),
  writes(stateContactFacts, async (_, { params, body }, tx) => {
    const { borrowerId } = params;
    if ((await loadContactBook(tx, borrowerId)) === undefined)
      return refused(refusal("contacts-not-open"));
    const facts = Object.entries(body.facts).map(([name, value]) => ({
      name,
      value: value ?? undefined,
      source: body.source,
    }));
    const revoked = await learn(tx, { borrowerId, facts, revokes: "facts-changed" });
    return accepted({ revokedPermits: revoked.map((it) => it.permitId) });
  }),
  writes(tellCallOutcome, async (_, { params, body }, tx) => {
    const { borrowerId, permitId } = params;
    const channel = await loadRedeemedChannel(tx, { borrowerId, permitId });
    if (channel === undefined) return refused(refusal("permit-unknown"));
    if (await hasOutcome(tx, { borrowerId, permitId }))
      return refused(refusal("outcome-told-before"));
    const at = Date.parse(body.endedAt);
    const event = { kind: "outcome", permitId, at, outcome: body.outcome } as const;
    const kept = body.recordingRef === null ? event : { ...event, recordingRef: body.recordingRef };
    const revoked = await learn(tx, {
      borrowerId,
      events: [{ kind: "outcome", channel, permitId, event: kept, at }],
      revokes: telling.has(body.outcome) ? "call-outcome" : null,
    });
    return accepted({ revokedPermits: revoked.map((it) => it.permitId) });
  }),
];

export async function applyControl(
  { now }: Shell,
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly control: ContactControl;
    readonly source: string;
  },
): Promise<Outcome<ControlAnswer, Refused>> {
  const { borrowerId, source } = it;
  if ((await loadContactBook(tx, borrowerId)) === undefined)
    return refused(refusal("contacts-not-open"));
  const happeningId = randomUUID();
  const at = now();
  const effect = effectOf(it.control, { happeningId, at });
  const revoked = await learn(tx, {
    borrowerId,
    facts: effect.facts.map((fact) => ({ ...fact, source })),
    events: effect.events.map((event) => ({
      kind: "note",
      channel: "-",
      permitId: null,
      event: event as { readonly [key: string]: Plain },
      at,
    })),
    revokes: effect.revokes,
  });
  return accepted({ happeningId, revokedPermits: revoked.map((one) => one.permitId) });
}
