import { randomUUIDv7 } from "node:crypto";
import { accepted, assert, type Outcome, refused } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import { type ContactAct, digestAct } from "@fairdue/servicing";
import { insertLeaves, sealLeaf } from "../log/leaves.ts";
import type { Row, Transaction } from "../sql/database.ts";
import { instantIn, nullable, textIn, truthIn } from "../sql/row.ts";
import { instant } from "./reserve.ts";

/** What becomes of a permit when it is redeemed for a text: the message that waits to be sent. */
export type MessageDraft = {
  readonly language: string;
  /** Variables of the template, or the free text: sealed by the vault. */
  readonly sealedContent: Buffer;
};

export type Redemption = {
  readonly permitId: string;
  readonly redeemedAt: number;
  readonly expiresAt: number;
  readonly verifyCode: string;
  /** The message that waits to be sent; null for calls and visits, which begin now. */
  readonly messageId: string | null;
};

export type NotRedeemed =
  | { readonly code: "permit-unknown" }
  | { readonly code: "permit-for-another-act" }
  | { readonly code: "permit-expired"; readonly at: number }
  | { readonly code: "permit-redeemed"; readonly at: number }
  | { readonly code: "permit-revoked"; readonly at: number; readonly reason: string };

/**
 * A payment since the permit was issued: what was asked for may be settled, so it is asked anew.
 * Permits tell the gate's time and events the database's: a shift of the former is taken out.
 */
const paidSince = `(purpose IN ('collection', 'reminder') AND EXISTS (
  SELECT FROM account_events AS e WHERE e.borrower_id = permits.borrower_id
    AND e.kind = 'repaid' AND e.recorded_at > permits.issued_at
      - coalesce((SELECT shift FROM clock_shift), interval '0')))`;

const messageChannels: readonly string[] = ["sms", "email", "push", "inbox", "letter", "message"];

export function isMessageChannel(channel: string): boolean {
  return messageChannels.includes(channel);
}

/**
 * Uses a permit, once: for a text the message is queued, for a call or visit the attempt is on
 * record, in the same transaction. The person's row is locked first and its version renewed, so that
 * nobody decides on a state in which this permit was neither out nor used.
 */
export async function redeem(
  tx: Transaction,
  it: {
    readonly permitId: string;
    readonly act: ContactAct;
    readonly message: MessageDraft | null;
  },
): Promise<Outcome<Redemption, NotRedeemed>> {
  const { act, permitId } = it;
  const isMessage = isMessageChannel(act.channel);
  assert(isMessage === (it.message !== null), "a text has a message, a call or visit has none");
  await tx.named(
    "gate-renew",
    "UPDATE contact_state SET version = version + 1 WHERE borrower_id = $1",
    [act.borrowerId],
  );
  const [used] = await tx.named(
    "permit-use",
    `UPDATE permits SET stage = $4
     WHERE borrower_id = $1 AND permit_id = $2 AND act_digest = decode($3, 'base64')
       AND stage = 'issued' AND expires_at > gate_now() AND NOT ${paidSince}
     RETURNING expires_at, verify_code, gate_now() AS now`,
    [act.borrowerId, permitId, digestAct(act), isMessage ? "redeemed" : "settled"],
  );
  if (used === undefined) return refused(await whyNot(tx, it));
  const now = instantIn(used, "now");
  await endRedeemed(tx, { act, permitId, now });
  const messageId = it.message === null ? null : await queueMessage(tx, it, it.message, used);
  if (!isMessage) await recordAttempt(tx, { act, permitId, at: now, outcome: "unknown" });
  return accepted({
    permitId,
    redeemedAt: now,
    expiresAt: instantIn(used, "expires_at"),
    verifyCode: textIn(used, "verify_code"),
    messageId,
  });
}

async function endRedeemed(
  tx: Transaction,
  { act, permitId, now }: { act: ContactAct; permitId: string; now: number },
): Promise<void> {
  const leaf = sealLeaf({
    borrowerId: act.borrowerId,
    kind: "permit.redeemed",
    at: now,
    values: { end: { permitId, reason: "redeemed" } },
  });
  await insertLeaves(tx, [leaf]);
  await tx.named(
    "permit-end",
    `INSERT INTO permit_ends (borrower_id, permit_id, ended, ended_at, reason, leaf_id)
     VALUES ($1, $2, 'redeemed', $3, 'redeemed', $4)`,
    [act.borrowerId, permitId, instant(now), leaf.leafId],
  );
}

async function queueMessage(
  tx: Transaction,
  { act, permitId }: { act: ContactAct; permitId: string },
  message: MessageDraft,
  used: Row,
): Promise<string> {
  const messageId = randomUUIDv7();
  const now = instantIn(used, "now");
  const { content } = act;
  const leaf = sealLeaf({
    borrowerId: act.borrowerId,
    kind: "message.queued",
    at: now,
    values: {
      message: {
        messageId,
        permitId,
        channel: act.channel,
        sealedContent: message.sealedContent.toString("base64"),
      },
    },
  });
  await insertLeaves(tx, [leaf]);
  await tx.named(
    "message-queue",
    `INSERT INTO messages (borrower_id, message_id, permit_id, channel, contact_point, template_id,
       template_version, language, sealed_content, verify_code, status, send_by, next_try_at,
       queued_at, leaf_id, act)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', $11, $12, $12, $13, $14)`,
    [
      act.borrowerId,
      messageId,
      permitId,
      act.channel,
      act.recipient.contactPoint,
      content.kind === "template" ? content.templateId : null,
      content.kind === "template" ? content.version : null,
      message.language,
      message.sealedContent,
      textIn(used, "verify_code"),
      instant(instantIn(used, "expires_at")),
      instant(now),
      leaf.leafId,
      JSON.stringify(act),
    ],
  );
  return messageId;
}

/** One permit is one attempt; the outcome is told later by an event of its own. */
export async function recordAttempt(
  tx: Transaction,
  it: {
    readonly act: ContactAct;
    readonly permitId: string;
    readonly at: number;
    readonly outcome: "unknown" | "delivered" | "not-delivered";
  },
): Promise<void> {
  const { act, permitId, at } = it;
  const event: Plain = {
    kind: "attempt",
    permitId,
    at,
    direction: "out",
    channel: act.channel,
    purpose: act.purpose,
    role: act.recipient.role,
    contactPoint: act.recipient.contactPoint,
    accountIds: act.accountIds,
    agencyId: act.actor.agencyId,
    outcome: it.outcome,
  };
  const eventId = randomUUIDv7();
  const leaf = sealLeaf({
    borrowerId: act.borrowerId,
    kind: "contact.attempt",
    at,
    values: { event: { eventId, ...event } },
  });
  await insertLeaves(tx, [leaf]);
  await tx.named(
    "attempt-insert",
    `INSERT INTO contact_events (borrower_id, event_id, at, kind, permit_id, channel, event, leaf_id)
     VALUES ($1, $2, $3, 'attempt', $4, $5, $6, $7)`,
    [
      act.borrowerId,
      eventId,
      instant(at),
      permitId,
      act.channel,
      JSON.stringify(event),
      leaf.leafId,
    ],
  );
}

async function whyNot(
  tx: Transaction,
  { permitId, act }: { permitId: string; act: ContactAct },
): Promise<NotRedeemed> {
  const [row] = await tx.rows(
    `SELECT encode(act_digest, 'base64') AS digest, expires_at, e.ended, e.ended_at, e.reason,
       ${paidSince} AS is_paid, gate_now() AS now
     FROM permits LEFT JOIN permit_ends AS e
       ON e.borrower_id = permits.borrower_id AND e.permit_id = permits.permit_id
     WHERE permits.borrower_id = $1 AND permits.permit_id = $2`,
    [act.borrowerId, permitId],
  );
  if (row === undefined) return { code: "permit-unknown" };
  if (textIn(row, "digest") !== digestAct(act)) return { code: "permit-for-another-act" };
  const ended = nullable(row, "ended", textIn);
  if (ended === "redeemed") return { code: "permit-redeemed", at: instantIn(row, "ended_at") };
  if (ended === "revoked")
    return {
      code: "permit-revoked",
      at: instantIn(row, "ended_at"),
      reason: textIn(row, "reason"),
    };
  if (truthIn(row, "is_paid"))
    return { code: "permit-revoked", at: instantIn(row, "now"), reason: "payment" };
  return { code: "permit-expired", at: instantIn(row, "expires_at") };
}
