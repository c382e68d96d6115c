import { assert, day, type EpochDay } from "@fairdue/kernel";
import { type CreditPolicy, parseCreditPolicy } from "@fairdue/servicing";
import { logLeaf, nobody } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";

/** Puts a version of a book's credit policy in force from its day; a version never changes. */
export async function saveCreditPolicy(
  tx: Transaction,
  it: {
    readonly bookId: string;
    readonly policy: CreditPolicy;
    readonly declaredBy: string;
    readonly approvedBy: string;
    readonly at: number;
  },
): Promise<"saved" | "version-exists"> {
  const { bookId, policy, declaredBy, approvedBy, at } = it;
  const rows = await tx.rows(
    `INSERT INTO credit_policies (book_id, version, from_on, policy, declared_by, approved_by)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING version`,
    [
      bookId,
      policy.version,
      dateOf(day(policy.from)),
      JSON.stringify(policy),
      declaredBy,
      approvedBy,
    ],
  );
  if (rows.length === 0) return "version-exists";
  const values = { policy: JSON.stringify(policy), by: { declaredBy, approvedBy } };
  await logLeaf(tx, { borrowerId: nobody, kind: "credit-policy.declared", at, values });
  return "saved";
}

/** The policy that decides on a day: of those that have begun, the highest version. */
export async function loadCreditPolicy(
  sql: Sql,
  it: { readonly bookId: string; readonly on: EpochDay },
): Promise<CreditPolicy | undefined> {
  const rows = await sql.named(
    "credit-policy",
    `SELECT policy FROM credit_policies WHERE book_id = $1 AND from_on <= $2
     ORDER BY version DESC LIMIT 1`,
    [it.bookId, dateOf(it.on)],
  );
  return rows.map(policyOf)[0];
}

export async function loadCreditPolicyVersion(
  sql: Sql,
  it: { readonly bookId: string; readonly version: number },
): Promise<CreditPolicy | undefined> {
  const rows = await sql.named(
    "credit-policy-version",
    "SELECT policy FROM credit_policies WHERE book_id = $1 AND version = $2",
    [it.bookId, it.version],
  );
  return rows.map(policyOf)[0];
}

function policyOf(row: Row): CreditPolicy {
  const read = parseCreditPolicy(row["policy"]);
  assert(read.ok, "a credit policy on record is right");
  return read.value;
}
