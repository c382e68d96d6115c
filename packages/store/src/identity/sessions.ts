import { createHash, randomBytes } from "node:crypto";
import type { Row, Sql } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";

export type SessionKind = "staff" | "borrower";

export type Session = {
  readonly sessionId: string;
  readonly kind: SessionKind;
  readonly subjectId: string;
  readonly hasSecondFactor: boolean;
  readonly device: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
};

const columns = `session_id, kind, subject_id, second_factor_at, device, created_at, seen_at, expires_at`;

/** What may be stored of a secret: its SHA-256. Secrets here are random, so no slow hash is needed. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}

/** Opens a session and answers with the secret, which is kept nowhere. */
export async function openSession(
  sql: Sql,
  it: {
    readonly kind: SessionKind;
    readonly subjectId: string;
    readonly device: string;
    readonly hasSecondFactor: boolean;
    readonly hours: number;
  },
): Promise<{ readonly secret: string; readonly sessionId: string }> {
  const secret = randomBytes(32).toString("base64url");
  const sessionId = `ses_${randomBytes(9).toString("base64url").replace(/[-_]/g, "x")}`;
  await sql.rows(
    `INSERT INTO sessions (session_hash, session_id, kind, subject_id, device, second_factor_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN clock_timestamp() END,
       clock_timestamp() + make_interval(hours => $7))`,
    [secretHash(secret), sessionId, it.kind, it.subjectId, it.device, it.hasSecondFactor, it.hours],
  );
  return { secret, sessionId };
}

/** The living session of a secret. One that nobody used for `idleMinutes` has ended by itself. */
export async function loadSession(
  sql: Sql,
  secret: string,
  idleMinutes: number,
): Promise<Session | undefined> {
  const [row] = await sql.named(
    "session-touch",
    `UPDATE sessions SET seen_at = clock_timestamp()
     WHERE session_hash = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()
       AND seen_at > clock_timestamp() - make_interval(mins => $2)
     RETURNING ${columns}`,
    [secretHash(secret), idleMinutes],
  );
  return row && sessionOf(row);
}

/** Marks the second factor as given. */
export async function raiseSession(sql: Sql, sessionId: string): Promise<void> {
  await sql.rows("UPDATE sessions SET second_factor_at = clock_timestamp() WHERE session_id = $1", [
    sessionId,
  ]);
}

export async function listSessions(
  sql: Sql,
  kind: SessionKind,
  subjectId: string,
): Promise<readonly Session[]> {
  const rows = await sql.rows(
    `SELECT ${columns} FROM sessions
     WHERE kind = $1 AND subject_id = $2 AND revoked_at IS NULL AND expires_at > clock_timestamp()
     ORDER BY created_at DESC LIMIT 100`,
    [kind, subjectId],
  );
  return rows.map(sessionOf);
}

/** Ends one session of a subject, or all of them when none is named; answers how many it ended. */
export async function revokeSessions(
  sql: Sql,
  kind: SessionKind,
  subjectId: string,
  sessionId?: string,
): Promise<number> {
  const rows = await sql.rows(
    `UPDATE sessions SET revoked_at = clock_timestamp()
     WHERE kind = $1 AND subject_id = $2 AND revoked_at IS NULL
       AND ($3::text IS NULL OR session_id = $3) RETURNING session_id`,
    [kind, subjectId, sessionId ?? null],
  );
  return rows.length;
}

function sessionOf(row: Row): Session {
  return {
    sessionId: textIn(row, "session_id"),
    kind: textIn(row, "kind") === "staff" ? "staff" : "borrower",
    subjectId: textIn(row, "subject_id"),
    hasSecondFactor: nullable(row, "second_factor_at", instantIn) !== null,
    device: textIn(row, "device"),
    createdAt: instantIn(row, "created_at"),
    seenAt: instantIn(row, "seen_at"),
    expiresAt: instantIn(row, "expires_at"),
  };
}
