import { createHmac, randomBytes, randomUUIDv7 } from "node:crypto";
import {
  commitmentText,
  encodeLeaf,
  type Leaf,
  type Opening,
  type Plain,
  saltLength,
} from "@fairdue/proof";
import type { Sql } from "../sql/database.ts";

/** Stands for the borrower where a leaf concerns no person: `template.approved`, `pack.loaded`. */
export const nobody = "-";

/** What is to be logged: its words in clear, everything personal as values to be committed to. */
export type LeafDraft = {
  /** Whom it concerns; `nobody` for none. */
  readonly borrowerId: string;
  readonly kind: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Values by name; only salted commitments to them enter the log. */
  readonly values: Readonly<Record<string, Plain>>;
  readonly rules?: readonly string[];
  readonly outcome?: string;
};

/** A leaf as it is stored: the entry for the log, its openings for those who may read them. */
export type SealedLeaf = {
  readonly leafId: string;
  readonly borrowerId: string;
  readonly kind: string;
  readonly entry: string;
  readonly openings: readonly Opening[];
};

/** Draws the salts and makes the commitments. */
export function sealLeaf(draft: LeafDraft): SealedLeaf {
  const openings: Opening[] = [];
  const sealed = (name: string, value: Plain): string => {
    const salt = randomBytes(saltLength);
    openings.push({ name, salt: salt.toString("base64"), value });
    return createHmac("sha256", salt).update(commitmentText(name, value)).digest("base64");
  };
  const subject = draft.borrowerId === nobody ? undefined : sealed("subject", draft.borrowerId);
  const payload = Object.fromEntries(
    Object.entries(draft.values).map(([name, value]) => [name, sealed(name, value)]),
  );
  const leaf: Leaf = {
    v: 1,
    kind: draft.kind,
    at: new Date(draft.at).toISOString(),
    ...(subject !== undefined && { subject }),
    ...(openings.length > 0 && { payload }),
    ...(draft.rules !== undefined && { rules: draft.rules }),
    ...(draft.outcome !== undefined && { outcome: draft.outcome }),
  };
  return {
    leafId: randomUUIDv7(),
    borrowerId: draft.borrowerId,
    kind: draft.kind,
    entry: Buffer.from(encodeLeaf(leaf)).toString("utf8"),
    openings,
  };
}

/**
 * Queues leaves for the log, in the caller's transaction: what they tell of and they themselves are
 * durable together, or neither is. Their place comes later, so that no writer waits for another.
 */
export async function insertLeaves(sql: Sql, leaves: readonly SealedLeaf[]): Promise<void> {
  if (leaves.length === 0) return;
  await sql.named(
    "leaves-insert",
    `INSERT INTO leaves (borrower_id, leaf_id, kind, entry, openings)
     SELECT * FROM UNNEST($1::text[], $2::uuid[], $3::text[], $4::text[], $5::json[])`,
    [
      leaves.map((it) => it.borrowerId),
      leaves.map((it) => it.leafId),
      leaves.map((it) => it.kind),
      leaves.map((it) => it.entry),
      leaves.map((it) => JSON.stringify(it.openings)),
    ],
  );
}

/** Logs one act in the caller's transaction and answers with the id of its leaf. */
export async function logLeaf(sql: Sql, draft: LeafDraft): Promise<string> {
  const leaf = sealLeaf(draft);
  await insertLeaves(sql, [leaf]);
  return leaf.leafId;
}

/**
 * Erases what could be read of a person: salts and values. The log's hashes stay as they are, and
 * its entries say nothing about anyone any more. Answers with the number of leaves made mute.
 */
export async function eraseOpenings(sql: Sql, borrowerId: string): Promise<number> {
  const rows = await sql.rows(
    `UPDATE leaves SET openings = NULL WHERE borrower_id = $1 AND openings IS NOT NULL
     RETURNING leaf_id`,
    [borrowerId],
  );
  return rows.length;
}
