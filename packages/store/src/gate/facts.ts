import { randomUUIDv7 } from "node:crypto";
import { assert } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import type { ContactEvent } from "@fairdue/servicing";
import { insertLeaves, sealLeaf, type SealedLeaf } from "../log/leaves.ts";
import type { Transaction } from "../sql/database.ts";
import { instantIn, integerIn, textIn } from "../sql/row.ts";
import { instant } from "./reserve.ts";

/** Starts to keep contact state of a person; again, it changes nothing. */
export async function openContacts(
  tx: Transaction,
  people: readonly { readonly borrowerId: string; readonly bookId: string }[],
): Promise<void> {
  await tx.rows(
    `INSERT INTO contact_state (borrower_id, book_id)
     SELECT * FROM UNNEST($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [people.map((it) => it.borrowerId), people.map((it) => it.bookId)],
  );
}

/** Something newly known of a person: facts stated or withdrawn, events that took place. */
export type Learned = {
  readonly borrowerId: string;
  readonly facts?: readonly {
    readonly name: string;
    /** `undefined` withdraws it: from then on it is unknown. */
    readonly value: Plain | undefined;
    readonly source: string;
  }[];
  readonly events?: readonly {
    readonly kind: "outcome" | "reply" | "note" | "attempt";
    readonly channel: string;
    readonly permitId: string | null;
    readonly event: ContactEvent | { readonly [key: string]: Plain };
    readonly at: number;
  }[];
  /** Why permits that are out die by it; `null` if they live on (a plain receipt). */
  readonly revokes: string | null;
};

export type Revoked = { readonly permitId: string };

/**
 * Puts what is newly known on record, and in the same transaction ends every permit of the person
 * that is out and unused and stops messages that wait: consent withdrawn at noon is in force at noon.
 */
export async function learn(tx: Transaction, it: Learned): Promise<readonly Revoked[]> {
  const [state] = await tx.rows(
    "SELECT version, gate_now() AS now FROM contact_state WHERE borrower_id = $1 FOR UPDATE",
    [it.borrowerId],
  );
  assert(state !== undefined, `contacts of ${it.borrowerId} are open`);
  assert(integerIn(state, "version") > 0, "a version counts from 1");
  const now = instantIn(state, "now");
  const leaves: SealedLeaf[] = [];
  const log = (kind: string, at: number, values: Readonly<Record<string, Plain>>): string => {
    const leaf = sealLeaf({ borrowerId: it.borrowerId, kind, at, values });
    leaves.push(leaf);
    return leaf.leafId;
  };
  for (const fact of it.facts ?? []) await stateFact(tx, { ...it, fact, now, log });
  for (const one of it.events ?? []) {
    const event = one.event as Plain;
    const eventId = randomUUIDv7();
    const leafId = log(`contact.${one.kind}`, one.at, { event: { eventId, ...(event as object) } });
    await tx.rows(
      `INSERT INTO contact_events (borrower_id, event_id, at, kind, permit_id, channel, event, leaf_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        it.borrowerId,
        eventId,
        instant(one.at),
        one.kind,
        one.permitId,
        one.channel,
        JSON.stringify(event),
        leafId,
      ],
    );
  }
  await insertLeaves(tx, leaves);
  return it.revokes === null ? [] : await revokeLive(tx, { ...it, reason: it.revokes, now });
}

type FactToState = {
  readonly borrowerId: string;
  readonly fact: NonNullable<Learned["facts"]>[number];
  readonly now: number;
  readonly log: (kind: string, at: number, values: Readonly<Record<string, Plain>>) => string;
};

async function stateFact(
  tx: Transaction,
  { borrowerId, fact, now, log }: FactToState,
): Promise<void> {
  const { name, value, source } = fact;
  if (value === undefined) {
    log("fact.withdrawn", now, { fact: { name, source } });
    await tx.rows("DELETE FROM contact_facts WHERE borrower_id = $1 AND name = $2", [
      borrowerId,
      name,
    ]);
    return;
  }
  const leafId = log("fact.stated", now, { fact: { name, value, source } });
  await tx.rows(
    `INSERT INTO contact_facts (borrower_id, name, value, source, known_at, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (borrower_id, name) DO UPDATE SET value = excluded.value,
       source = excluded.source, known_at = excluded.known_at, leaf_id = excluded.leaf_id`,
    [borrowerId, name, JSON.stringify(value), source, instant(now), leafId],
  );
}

type Revocation = { readonly borrowerId: string; readonly reason: string; readonly now: number };

/** The person's row is locked: no permit can be issued or redeemed meanwhile. */
async function revokeLive(tx: Transaction, it: Revocation): Promise<readonly Revoked[]> {
  const live = await tx.rows(
    `SELECT p.permit_id FROM permits AS p
     WHERE p.borrower_id = $1 AND p.stage = 'issued' AND p.expires_at > gate_now()`,
    [it.borrowerId],
  );
  const ids = live.map((row) => textIn(row, "permit_id"));
  await endPermits(tx, { ...it, permitIds: ids, ended: "revoked" });
  await tx.rows(
    `UPDATE messages SET status = 'revoked', settled_at = gate_now(), last_error = $2
     WHERE borrower_id = $1 AND status = 'queued'`,
    [it.borrowerId, it.reason],
  );
  await tx.rows(
    `UPDATE permits SET stage = 'settled' WHERE borrower_id = $1 AND stage = 'redeemed'
       AND permit_id IN (SELECT permit_id FROM messages WHERE borrower_id = $1 AND status = 'revoked')`,
    [it.borrowerId],
  );
  return ids.map((permitId) => ({ permitId }));
}

export type PermitEnding = {
  readonly borrowerId: string;
  readonly permitIds: readonly string[];
  readonly ended: "revoked" | "expired";
  readonly reason: string;
  readonly now: number;
};

/** Ends unused permits, with a leaf for each; their quota is free again. */
export async function endPermits(tx: Transaction, it: PermitEnding): Promise<void> {
  if (it.permitIds.length === 0) return;
  const leaves = it.permitIds.map((permitId) =>
    sealLeaf({
      borrowerId: it.borrowerId,
      kind: `permit.${it.ended}`,
      at: it.now,
      values: { end: { permitId, reason: it.reason } },
    }),
  );
  await insertLeaves(tx, leaves);
  await tx.rows(
    `INSERT INTO permit_ends (borrower_id, permit_id, ended, ended_at, reason, leaf_id)
     SELECT $1, permit_id, $3, $4, $5, leaf_id
     FROM UNNEST($2::uuid[], $6::uuid[]) AS it (permit_id, leaf_id)`,
    [
      it.borrowerId,
      it.permitIds,
      it.ended,
      instant(it.now),
      it.reason,
      leaves.map((leaf) => leaf.leafId),
    ],
  );
  await tx.rows(
    `UPDATE permits SET stage = 'settled' WHERE borrower_id = $1 AND permit_id = ANY ($2::uuid[])`,
    [it.borrowerId, it.permitIds],
  );
}

/** Gives back the quota of permits that ended unused: a leaf tells of each. Answers with how many. */
export async function sweepExpired(tx: Transaction, permitsMax = 500): Promise<number> {
  const rows = await tx.rows(
    `SELECT borrower_id, permit_id, gate_now() AS now FROM permits
     WHERE stage = 'issued' AND expires_at < gate_now() ORDER BY expires_at LIMIT $1
     FOR UPDATE SKIP LOCKED`,
    [permitsMax],
  );
  for (const row of rows)
    await endPermits(tx, {
      borrowerId: textIn(row, "borrower_id"),
      permitIds: [textIn(row, "permit_id")],
      ended: "expired",
      reason: "unused",
      now: instantIn(row, "now"),
    });
  return rows.length;
}
