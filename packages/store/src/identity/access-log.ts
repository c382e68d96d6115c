import { randomUUID } from "node:crypto";
import type { AccessRefusal } from "@fairdue/servicing";
import type { Row, Sql } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";

export type RefusalRow = {
  readonly actor: string;
  readonly permission: string;
  readonly code: string;
  readonly subject: string;
  readonly refusedAt: number;
};

/** Keeps a refusal: who, what, whose; an id, never a person's data. */
export async function recordRefusal(
  sql: Sql,
  actor: string,
  refusal: AccessRefusal,
  subject: string,
): Promise<void> {
  await sql.named(
    "access-refusal",
    `INSERT INTO access_refusals (refusal_id, actor, permission, code, subject)
     VALUES ($1, $2, $3, $4, $5)`,
    [randomUUID(), actor, refusal.permission, refusal.code, subject],
  );
}

export async function listRefusals(sql: Sql, limit: number): Promise<readonly RefusalRow[]> {
  const rows = await sql.rows(
    `SELECT actor, permission, code, subject, refused_at FROM access_refusals
     ORDER BY refused_at DESC LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({
    actor: textIn(row, "actor"),
    permission: textIn(row, "permission"),
    code: textIn(row, "code"),
    subject: textIn(row, "subject"),
    refusedAt: instantIn(row, "refused_at"),
  }));
}

export type BrokenGlass = {
  readonly glassId: string;
  readonly staffId: string;
  readonly reason: string;
  readonly brokenAt: number;
  readonly untilAt: number;
  readonly reviewedBy: string | null;
  readonly finding: string | null;
};

/** Opens reading in an emergency, for minutes, with a reason; somebody else reviews it. */
export async function breakGlass(
  sql: Sql,
  staffId: string,
  reason: string,
  minutes: number,
): Promise<string> {
  const glassId = `gls_${randomUUID()}`;
  await sql.rows(
    `INSERT INTO broken_glasses (glass_id, staff_id, reason, until_at)
     VALUES ($1, $2, $3, now() + make_interval(mins => $4))`,
    [glassId, staffId, reason, minutes],
  );
  return glassId;
}

/** Until when the glass of somebody is broken (epoch milliseconds), or `null`. */
export async function brokenGlassUntil(sql: Sql, staffId: string): Promise<number | null> {
  const [row] = await sql.named(
    "broken-glass",
    `SELECT max(until_at) AS until_at FROM broken_glasses
     WHERE staff_id = $1 AND until_at > clock_timestamp()`,
    [staffId],
  );
  return row ? nullable(row, "until_at", instantIn) : null;
}

export async function listBrokenGlasses(sql: Sql): Promise<readonly BrokenGlass[]> {
  const rows = await sql.rows(
    `SELECT glass_id, staff_id, reason, broken_at, until_at, reviewed_by, finding
     FROM broken_glasses ORDER BY broken_at DESC LIMIT 200`,
  );
  return rows.map(glassOf);
}

/** A second person's finding on a broken glass; `false` when it is his own or already reviewed. */
export async function reviewGlass(
  sql: Sql,
  it: { readonly glassId: string; readonly reviewedBy: string; readonly finding: string },
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE broken_glasses SET reviewed_by = $2, reviewed_at = now(), finding = $3
     WHERE glass_id = $1 AND reviewed_by IS NULL AND staff_id <> $2 RETURNING glass_id`,
    [it.glassId, it.reviewedBy, it.finding],
  );
  return rows.length === 1;
}

function glassOf(row: Row): BrokenGlass {
  return {
    glassId: textIn(row, "glass_id"),
    staffId: textIn(row, "staff_id"),
    reason: textIn(row, "reason"),
    brokenAt: instantIn(row, "broken_at"),
    untilAt: instantIn(row, "until_at"),
    reviewedBy: nullable(row, "reviewed_by", textIn),
    finding: nullable(row, "finding", textIn),
  };
}
