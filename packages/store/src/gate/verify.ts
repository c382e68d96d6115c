import { canonicalJson, type Opening, type Plain } from "@fairdue/proof";
import type { LogFault } from "../log/verify.ts";
import type { Row, Sql } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";

/** Rows of one table, with what was logged when they were written. */
type LoggedTable = {
  readonly table: string;
  /** Key of the row, as it is named in a fault. */
  readonly key: string;
  /** Columns of the row and `openings` of its leaf; the leaf itself is checked by `verifyLog`. */
  readonly select: string;
  /** What the row must say, by the names of the leaf's openings. */
  readonly record: (row: Row) => Readonly<Record<string, Plain>>;
};

const tables: readonly LoggedTable[] = [
  {
    table: "gate_decisions",
    key: "decision_id",
    select: "t.decision_id, t.request_key, t.act, t.ruling, t.outcome, t.decided_at",
    record: (row) => ({
      decision: {
        decisionId: textIn(row, "decision_id"),
        requestKey: textIn(row, "request_key"),
        act: row["act"] as Plain,
      },
      ruling: row["ruling"] as Plain,
    }),
  },
  {
    table: "permits",
    key: "permit_id",
    select: `t.permit_id, t.borrower_id, encode(t.act_digest, 'base64') AS digest, t.channel,
      t.issued_at, t.expires_at, t.verify_code`,
    record: (row) => ({
      permit: {
        permitId: textIn(row, "permit_id"),
        borrowerId: textIn(row, "borrower_id"),
        actDigest: textIn(row, "digest"),
        channel: textIn(row, "channel"),
        issuedAt: instantIn(row, "issued_at"),
        expiresAt: instantIn(row, "expires_at"),
        verifyCode: textIn(row, "verify_code"),
      },
    }),
  },
  {
    table: "permit_ends",
    key: "permit_id",
    select: "t.permit_id, t.reason",
    record: (row) => ({
      end: { permitId: textIn(row, "permit_id"), reason: textIn(row, "reason") },
    }),
  },
  {
    table: "contact_events",
    key: "event_id",
    select: "t.event_id, t.event",
    record: (row) => ({
      event: { eventId: textIn(row, "event_id"), ...(row["event"] as object) },
    }),
  },
  {
    table: "contact_facts",
    key: "name",
    select: "t.name, t.value, t.source",
    record: (row) => ({
      fact: {
        name: textIn(row, "name"),
        value: row["value"] as Plain,
        source: textIn(row, "source"),
      },
    }),
  },
];

/** A permit's leaf is its decision's; every other row names its own. */
function joinOf(table: string): string {
  return table === "permits"
    ? `JOIN gate_decisions AS d ON d.borrower_id = t.borrower_id AND d.decision_id = t.decision_id
       LEFT JOIN leaves AS l ON l.borrower_id = t.borrower_id AND l.leaf_id = d.leaf_id`
    : "LEFT JOIN leaves AS l ON l.borrower_id = t.borrower_id AND l.leaf_id = t.leaf_id";
}

/**
 * Compares every row of the gate with what was logged of it when it was written, and names each that
 * says another thing now or has no leaf. Together with `verifyLog`, which holds the leaves to the
 * signed checkpoints, no row can be changed unnoticed.
 */
export async function verifyGate(sql: Sql): Promise<readonly LogFault[]> {
  const faults: LogFault[] = [];
  for (const it of tables) {
    const rows = await sql.rows(
      `SELECT ${it.select}, l.openings, l.leaf_id AS its_leaf FROM ${it.table} AS t ${joinOf(it.table)}`,
    );
    for (const row of rows) {
      const wrong = whatIsWrong(it, row);
      if (wrong !== undefined)
        faults.push({ table: it.table, row: `${it.key}=${textIn(row, it.key)}`, says: wrong });
    }
  }
  return faults;
}

const noLeaf = { en: "no leaf of the log tells of it", zh: "日志中没有与其对应的叶子" };
const changed = { en: "it says another thing than was logged", zh: "内容与当时写入日志的不一致" };

function whatIsWrong(it: LoggedTable, row: Row): LogFault["says"] | undefined {
  if (nullable(row, "its_leaf", textIn) === null) return noLeaf;
  const openings = row["openings"];
  // Erased: there is nothing left to compare with.
  if (!Array.isArray(openings)) return undefined;
  const logged = new Map((openings as readonly Opening[]).map((one) => [one.name, one.value]));
  const isSame = Object.entries(it.record(row)).every(([name, value]) => {
    const own = logged.get(name);
    return own !== undefined && canonicalJson(own) === canonicalJson(value);
  });
  return isSame ? undefined : changed;
}
