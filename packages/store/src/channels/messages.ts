import type { ContactAct } from "@fairdue/servicing";
import { recordAttempt } from "../gate/redeem.ts";
import { insertLeaves, logLeaf, sealLeaf } from "../log/leaves.ts";
import { bytesIn } from "../log/tiles.ts";
import type { Database, Row, Transaction } from "../sql/database.ts";
import { instantIn, integerIn, nullable, textIn } from "../sql/row.ts";
import { instant } from "../gate/reserve.ts";

declare const permitted: unique symbol;

/**
 * A message whose permit was redeemed, claimed for sending by this worker. Nothing else makes this
 * type, and channel adapters take nothing else: what has no permit can't be sent.
 */
export type PermittedMessage = {
  readonly [permitted]: true;
  readonly borrowerId: string;
  readonly messageId: string;
  readonly permitId: string;
  readonly channel: string;
  readonly contactPoint: string;
  readonly templateId: string | null;
  readonly templateVersion: number | null;
  readonly language: string;
  readonly sealedContent: Buffer;
  readonly verifyCode: string;
  readonly act: ContactAct;
  /** After this instant it must not reach the person any more. */
  readonly sendBy: number;
  readonly tries: number;
};

export type ClaimOptions = {
  readonly channel: string;
  readonly messagesMax: number;
  /** The longest that one sending may take: what could end after `sendBy` is not begun. */
  readonly guardMs: number;
};

/**
 * Claims messages for sending. The claim is durable before anything leaves: a worker that dies after
 * it leaves a message in `sending`, which is settled as `unknown` and never sent again by itself.
 */
export async function claimMessages(
  database: Database,
  { channel, messagesMax, guardMs }: ClaimOptions,
): Promise<readonly PermittedMessage[]> {
  return await database.transaction(async (tx) => {
    const rows = await tx.named(
      "messages-claim",
      `UPDATE messages AS m SET status = 'sending', claimed_at = gate_now(), tries = tries + 1
       FROM (SELECT borrower_id, message_id FROM messages
             WHERE channel = $1 AND status = 'queued' AND next_try_at <= gate_now()
               AND send_by > gate_now() + make_interval(secs => $3::float8 / 1000)
             ORDER BY next_try_at LIMIT $2 FOR UPDATE SKIP LOCKED) AS due
       WHERE m.borrower_id = due.borrower_id AND m.message_id = due.message_id
       RETURNING m.*`,
      [channel, messagesMax, guardMs],
    );
    await setStages(tx, rows, "sending");
    return rows.map(messageOf);
  });
}

function messageOf(row: Row): PermittedMessage {
  const message: Omit<PermittedMessage, typeof permitted> = {
    borrowerId: textIn(row, "borrower_id"),
    messageId: textIn(row, "message_id"),
    permitId: textIn(row, "permit_id"),
    channel: textIn(row, "channel"),
    contactPoint: textIn(row, "contact_point"),
    templateId: nullable(row, "template_id", textIn),
    templateVersion: nullable(row, "template_version", integerIn),
    language: textIn(row, "language"),
    sealedContent: bytesIn(row, "sealed_content"),
    verifyCode: textIn(row, "verify_code"),
    act: row["act"] as ContactAct,
    sendBy: instantIn(row, "send_by"),
    tries: integerIn(row, "tries"),
  };
  return message as PermittedMessage;
}

async function setStages(
  tx: Transaction,
  rows: readonly Row[],
  stage: "sending" | "redeemed" | "settled",
): Promise<void> {
  if (rows.length === 0) return;
  await tx.named(
    "permits-stage",
    `UPDATE permits AS p SET stage = $3
     FROM UNNEST($1::text[], $2::uuid[]) AS it (borrower_id, permit_id)
     WHERE p.borrower_id = it.borrower_id AND p.permit_id = it.permit_id AND p.stage <> 'settled'`,
    [rows.map((it) => textIn(it, "borrower_id")), rows.map((it) => textIn(it, "permit_id")), stage],
  );
}

/** What became of one sending. */
export type Delivery =
  /** The peer has taken it; its names for the parts. */
  | { readonly kind: "accepted"; readonly refs: readonly string[] }
  /** Certainly not taken, and worth another try: throttled, peer down before anything was said. */
  | { readonly kind: "again"; readonly error: string; readonly afterMs: number }
  /** Certainly not taken, and it never will be: no such number. */
  | { readonly kind: "refused"; readonly error: string }
  /** Nobody can say: the connection broke after the message was on its way. */
  | { readonly kind: "unknown"; readonly error: string };

/** Puts the end of a sending on record; answers with the message's new status. */
export async function settleMessage(
  database: Database,
  message: PermittedMessage,
  delivery: Delivery,
): Promise<string> {
  return await database.transaction((tx) => settle(tx, message, delivery));
}

async function settle(
  tx: Transaction,
  message: PermittedMessage,
  delivery: Delivery,
): Promise<string> {
  if (delivery.kind === "again") return await queueAgain(tx, message, delivery);
  const status = { accepted: "sent", refused: "failed", unknown: "unknown" }[delivery.kind];
  const error = delivery.kind === "accepted" ? null : delivery.error;
  const now = await moveTo(tx, message, { status, error });
  if (now === undefined) return "settled-before";
  await recordAttempt(tx, {
    act: message.act,
    permitId: message.permitId,
    at: now,
    outcome: delivery.kind === "refused" ? "not-delivered" : "unknown",
  });
  if (delivery.kind === "accepted") await saveRefs(tx, message, delivery.refs);
  return status;
}

async function queueAgain(
  tx: Transaction,
  message: PermittedMessage,
  delivery: Extract<Delivery, { kind: "again" }>,
): Promise<string> {
  const rows = await tx.rows(
    `UPDATE messages SET status = 'queued', last_error = $3, claimed_at = NULL,
       next_try_at = gate_now() + make_interval(secs => $4::float8 / 1000)
     WHERE borrower_id = $1 AND message_id = $2 AND status = 'sending'
     RETURNING borrower_id, permit_id`,
    [message.borrowerId, message.messageId, delivery.error, delivery.afterMs],
  );
  await setStages(tx, rows, "redeemed");
  return rows.length === 0 ? "settled-before" : "queued";
}

/** Moves a message out of `sending`; undefined if someone else has settled it. */
async function moveTo(
  tx: Transaction,
  message: PermittedMessage,
  { status, error }: { status: string; error: string | null },
): Promise<number | undefined> {
  const rows = await tx.rows(
    `UPDATE messages SET status = $3, last_error = $4, settled_at = gate_now()
     WHERE borrower_id = $1 AND message_id = $2 AND status = 'sending'
     RETURNING borrower_id, permit_id, settled_at`,
    [message.borrowerId, message.messageId, status, error],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  await setStages(tx, rows, "settled");
  const now = instantIn(row, "settled_at");
  await logLeaf(tx, {
    borrowerId: message.borrowerId,
    kind: `message.${status}`,
    at: now,
    values: { message: { messageId: message.messageId, status } },
  });
  return now;
}

async function saveRefs(
  tx: Transaction,
  message: PermittedMessage,
  refs: readonly string[],
): Promise<void> {
  if (refs.length === 0) return;
  await tx.rows(
    `INSERT INTO provider_refs (provider_ref, borrower_id, message_id, part)
     SELECT ref, $2, $3, part FROM UNNEST($1::text[]) WITH ORDINALITY AS it (ref, part)
     ON CONFLICT DO NOTHING`,
    [refs, message.borrowerId, message.messageId],
  );
}

/**
 * Ends what may not be sent any more: messages whose permit has ended before they could leave. Their
 * quota is free again. Answers with how many.
 */
export async function expireMessages(
  database: Database,
  it: { readonly guardMs: number; readonly channels: readonly string[] | null },
): Promise<number> {
  return await database.transaction(async (tx) => {
    const rows = await tx.rows(
      `UPDATE messages AS m SET status = 'expired', settled_at = gate_now()
       FROM (SELECT borrower_id, message_id FROM messages
             WHERE status = 'queued' AND ($2::text[] IS NULL OR channel = ANY ($2))
               AND send_by <= gate_now() + make_interval(secs => $1::float8 / 1000)
             LIMIT 500 FOR UPDATE SKIP LOCKED) AS late
       WHERE m.borrower_id = late.borrower_id AND m.message_id = late.message_id
       RETURNING m.borrower_id, m.permit_id, m.message_id, m.settled_at`,
      [it.guardMs, it.channels],
    );
    await setStages(tx, rows, "settled");
    for (const row of rows)
      await logLeaf(tx, {
        borrowerId: textIn(row, "borrower_id"),
        kind: "message.expired",
        at: instantIn(row, "settled_at"),
        values: { message: { messageId: textIn(row, "message_id"), status: "expired" } },
      });
    return rows.length;
  });
}

/**
 * Settles what a dead worker left in `sending`: nobody knows whether it left, so it counts as sent
 * and is never sent again by itself. A late receipt tells what became of it.
 */
export async function settleAbandoned(database: Database, olderThanMs: number): Promise<number> {
  return await database.transaction(async (tx) => {
    const rows = await tx.rows(
      `SELECT * FROM messages WHERE status = 'sending'
         AND claimed_at < gate_now() - make_interval(secs => $1::float8 / 1000)
       LIMIT 500 FOR UPDATE SKIP LOCKED`,
      [olderThanMs],
    );
    for (const row of rows)
      await settle(tx, messageOf(row), { kind: "unknown", error: "the sender stopped midway" });
    return rows.length;
  });
}

/** What a peer says later of a part of a message. */
export type Receipt = {
  readonly providerRef: string;
  readonly state: "delivered" | "failed" | "read";
  readonly at: number;
};

/**
 * Takes a receipt: `known` for one that came before, `stranger` where no message has this name. The
 * whole message is delivered when all its parts are.
 */
export async function takeReceipt(
  database: Database,
  receipt: Receipt,
): Promise<"taken" | "known" | "stranger"> {
  return await database.transaction(async (tx) => {
    const [ref] = await tx.rows(
      "SELECT borrower_id, message_id, part FROM provider_refs WHERE provider_ref = $1",
      [receipt.providerRef],
    );
    if (ref === undefined) return "stranger";
    const borrowerId = textIn(ref, "borrower_id");
    const messageId = textIn(ref, "message_id");
    const part = integerIn(ref, "part");
    const { state, at, providerRef } = receipt;
    const leaf = sealLeaf({
      borrowerId,
      kind: "message.receipt",
      at,
      values: { receipt: { messageId, part, state } },
    });
    const added = await tx.rows(
      `INSERT INTO message_receipts (borrower_id, message_id, part, state, provider_ref, told_at, leaf_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING part`,
      [borrowerId, messageId, part, state, providerRef, instant(at), leaf.leafId],
    );
    if (added.length === 0) return "known";
    await insertLeaves(tx, [leaf]);
    await concludeDelivery(tx, { borrowerId, messageId });
    return "taken";
  });
}

async function concludeDelivery(
  tx: Transaction,
  { borrowerId, messageId }: { borrowerId: string; messageId: string },
): Promise<void> {
  await tx.rows(
    `WITH told AS (
       SELECT count(*) FILTER (WHERE state = 'delivered') AS delivered,
         count(*) FILTER (WHERE state = 'failed') AS failed
       FROM message_receipts WHERE borrower_id = $1 AND message_id = $2)
     , parts AS (SELECT count(*) AS n FROM provider_refs WHERE message_id = $2)
     UPDATE messages SET status = CASE WHEN told.failed > 0 THEN 'failed' ELSE 'delivered' END
     FROM told, parts
     WHERE borrower_id = $1 AND message_id = $2 AND status IN ('sent', 'unknown')
       AND (told.failed > 0 OR told.delivered >= parts.n)`,
    [borrowerId, messageId],
  );
}
