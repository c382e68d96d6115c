import type { Sql } from "../sql/database.ts";
import { bytesIn } from "../log/tiles.ts";
import { instantIn, integerIn, nullable, textIn } from "../sql/row.ts";

/** One decision about a contact, as the person himself may see it. */
export type OwnContact = {
  readonly decisionId: string;
  readonly decidedAt: number;
  readonly outcome: string;
  readonly channel: string;
  readonly purpose: string;
  readonly agencyId: string | null;
  readonly rules: readonly string[];
  readonly says: { readonly en: string; readonly zh: string };
  readonly leafId: string;
  readonly permitId: string | null;
  readonly verifyCode: string | null;
  /** How the permit ended: redeemed, expired or revoked. */
  readonly ended: string | null;
  readonly endedAt: number | null;
  readonly messageId: string | null;
  readonly status: string | null;
  readonly message: {
    readonly templateId: string | null;
    readonly templateVersion: number | null;
    readonly language: string;
    readonly verifyCode: string;
    readonly sealedContent: Buffer;
  } | null;
};

/** What was permitted and what was refused about contacting a person; the newest first. */
export async function loadOwnContacts(
  sql: Sql,
  borrowerId: string,
  contactsMax = 100,
): Promise<readonly OwnContact[]> {
  const rows = await sql.rows(
    `SELECT d.decision_id, d.decided_at, d.outcome, d.act, d.ruling, d.leaf_id,
       p.permit_id, p.verify_code, e.ended, e.ended_at, m.message_id, m.status, m.template_id,
       m.template_version, m.language, m.sealed_content
     FROM gate_decisions AS d
     LEFT JOIN permits AS p ON p.borrower_id = d.borrower_id AND p.decision_id = d.decision_id
     LEFT JOIN permit_ends AS e ON e.borrower_id = p.borrower_id AND e.permit_id = p.permit_id
     LEFT JOIN messages AS m ON m.borrower_id = p.borrower_id AND m.permit_id = p.permit_id
     WHERE d.borrower_id = $1 ORDER BY d.decided_at DESC LIMIT $2`,
    [borrowerId, contactsMax],
  );
  return rows.map((row) => {
    const act = row["act"] as {
      readonly channel: string;
      readonly purpose: string;
      readonly actor: { readonly agencyId: string | null };
    };
    const ruling = row["ruling"] as {
      readonly rules: readonly string[];
      readonly says: { readonly en: string; readonly zh: string };
    };
    const messageId = nullable(row, "message_id", textIn);
    return {
      decisionId: textIn(row, "decision_id"),
      decidedAt: instantIn(row, "decided_at"),
      outcome: textIn(row, "outcome"),
      channel: act.channel,
      purpose: act.purpose,
      agencyId: act.actor.agencyId,
      rules: ruling.rules,
      says: ruling.says,
      leafId: textIn(row, "leaf_id"),
      permitId: nullable(row, "permit_id", textIn),
      verifyCode: nullable(row, "verify_code", textIn),
      ended: nullable(row, "ended", textIn),
      endedAt: nullable(row, "ended_at", instantIn),
      messageId,
      status: nullable(row, "status", textIn),
      message:
        messageId === null
          ? null
          : {
              templateId: nullable(row, "template_id", textIn),
              templateVersion: nullable(row, "template_version", integerIn),
              language: textIn(row, "language"),
              verifyCode: textIn(row, "verify_code"),
              sealedContent: bytesIn(row, "sealed_content"),
            },
    };
  });
}
