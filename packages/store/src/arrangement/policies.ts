import type { EpochDay } from "@fairdue/kernel";
import type { DatedPolicy, OfferPolicy } from "@fairdue/servicing";
import { logLeaf, nobody } from "../log/leaves.ts";
import { dateOf, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn } from "../sql/row.ts";

/** Puts a policy in force from a day on; false where this version is there already. */
export async function saveOfferPolicy(
  tx: Transaction,
  it: DatedPolicy & { readonly bookId: string; readonly by: string; readonly at: number },
): Promise<boolean> {
  const { policyId, version } = it.policy;
  const leafId = await logLeaf(tx, {
    borrowerId: nobody,
    kind: "offer-policy.declared",
    at: it.at,
    values: { policy: { bookId: it.bookId, policyId, version, from: dateOf(it.from) } },
  });
  const rows = await tx.rows(
    `INSERT INTO offer_policies (book_id, policy_id, version, from_on, declaration, declared_by, declared_at, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING version`,
    [
      it.bookId,
      policyId,
      version,
      dateOf(it.from),
      JSON.stringify(it.policy),
      it.by,
      new Date(it.at).toISOString(),
      leafId,
    ],
  );
  return rows.length > 0;
}

/** Policies of a book, the one in force latest first. */
export async function loadOfferPolicies(sql: Sql, bookId: string): Promise<readonly DatedPolicy[]> {
  const rows = await sql.rows(
    `SELECT from_on, declaration FROM offer_policies WHERE book_id = $1
     ORDER BY from_on DESC, declared_at DESC`,
    [bookId],
  );
  return rows.map((row) => ({
    from: dayIn(row, "from_on"),
    policy: row["declaration"] as OfferPolicy,
  }));
}

/** The policy of a book on a day; undefined where none was declared yet. */
export async function offerPolicyOn(
  sql: Sql,
  bookId: string,
  on: EpochDay,
): Promise<OfferPolicy | undefined> {
  const all = await loadOfferPolicies(sql, bookId);
  return all.find((it) => it.from <= on)?.policy;
}
