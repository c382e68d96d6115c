import type { contactIn, contactOnRecord, gateAnswer } from "@fairdue/api";
import { formatInstant, type InstantMs } from "@fairdue/kernel";
import type { ContactAct } from "@fairdue/servicing";
import type { ContactOnRecord } from "@fairdue/store";
import type { z } from "@hono/zod-openapi";
import type { GateAnswer } from "../../gate/gate.ts";

export type ContactAsked = z.output<typeof contactIn>;

export function at(instant: number): string {
  return formatInstant(instant as InstantMs);
}

/** The act without its content, which is chosen and digested on the way. */
export function actWithout(asked: Omit<ContactAsked, "requestKey">): Omit<ContactAct, "content"> {
  const { borrowerId, accountIds, channel, purpose, recipient, actor, place, details } = asked;
  const act = { borrowerId, accountIds, channel, purpose, recipient, actor, place };
  return details === undefined ? act : { ...act, details };
}

export function answerToWire(
  it: GateAnswer,
  contentSalt: string | null,
): z.input<typeof gateAnswer> {
  const ruling = it.ruling as {
    readonly earliestAt: number | null;
    readonly rules: readonly string[];
    readonly says: { readonly en: string; readonly zh: string };
    readonly trace: unknown;
  };
  const { permit } = it;
  return {
    decisionId: it.decisionId,
    decidedAt: at(it.decidedAt),
    outcome: it.outcome,
    earliestAt: ruling.earliestAt === null ? null : at(ruling.earliestAt),
    rules: [...ruling.rules],
    says: ruling.says,
    trace: ruling.trace,
    permit: permit && {
      ...permit,
      issuedAt: at(permit.issuedAt),
      expiresAt: at(permit.expiresAt),
    },
    contentSalt,
  };
}

export function contactToWire(it: ContactOnRecord): z.input<typeof contactOnRecord> {
  return { ...it, issuedAt: at(it.issuedAt), expiresAt: at(it.expiresAt) };
}
