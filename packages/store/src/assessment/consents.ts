import type { Row, Sql, Transaction } from "../sql/database.ts";
import { instantIn, nullable, textIn } from "../sql/row.ts";

/** What a person agreed to: for which purpose, in which version of which words. */
export type DataConsent = {
  readonly consentId: string;
  readonly scope: string;
  readonly purpose: string;
  readonly textVersion: string;
  readonly givenAt: number;
  readonly withdrawnAt: number | null;
};

/** Records a consent; one that already stands for the scope is replaced by the new words. */
export async function giveConsent(
  tx: Transaction,
  borrowerId: string,
  it: Omit<DataConsent, "withdrawnAt">,
): Promise<void> {
  await withdrawConsent(tx, { borrowerId, scope: it.scope, at: it.givenAt });
  await tx.rows(
    `INSERT INTO data_consents (borrower_id, consent_id, scope, purpose, text_version, given_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      borrowerId,
      it.consentId,
      it.scope,
      it.purpose,
      it.textVersion,
      new Date(it.givenAt).toISOString(),
    ],
  );
}

/** Ends the consent of a scope at once; whether there was one. */
export async function withdrawConsent(
  tx: Transaction,
  it: { readonly borrowerId: string; readonly scope: string; readonly at: number },
): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE data_consents SET withdrawn_at = greatest(given_at, $3::timestamptz)
     WHERE borrower_id = $1 AND scope = $2 AND withdrawn_at IS NULL RETURNING consent_id`,
    [it.borrowerId, it.scope, new Date(it.at).toISOString()],
  );
  return rows.length > 0;
}

/** Every consent of a person, the newest first. */
export async function loadConsents(sql: Sql, borrowerId: string): Promise<readonly DataConsent[]> {
  const rows = await sql.named(
    "data-consents",
    "SELECT * FROM data_consents WHERE borrower_id = $1 ORDER BY given_at DESC, consent_id",
    [borrowerId],
  );
  return rows.map(consentOf);
}

/** Scopes in force, by person: for a pass over a whole book. */
export async function loadLiveScopes(
  sql: Sql,
  borrowerIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await sql.named(
    "data-consents-live",
    `SELECT borrower_id, scope FROM data_consents
     WHERE borrower_id = ANY($1) AND withdrawn_at IS NULL`,
    [borrowerIds],
  );
  const out = new Map<string, Set<string>>();
  for (const row of rows) {
    const id = textIn(row, "borrower_id");
    const known = out.get(id) ?? new Set();
    out.set(id, known.add(textIn(row, "scope")));
  }
  return out;
}

function consentOf(row: Row): DataConsent {
  return {
    consentId: textIn(row, "consent_id"),
    scope: textIn(row, "scope"),
    purpose: textIn(row, "purpose"),
    textVersion: textIn(row, "text_version"),
    givenAt: instantIn(row, "given_at"),
    withdrawnAt: nullable(row, "withdrawn_at", instantIn),
  };
}
