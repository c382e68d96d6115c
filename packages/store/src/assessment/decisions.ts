import type { EpochDay } from "@fairdue/kernel";
import { assert } from "@fairdue/kernel";
import { type CreditDecision, decisionDigest, type DecisionInput } from "@fairdue/servicing";
import { logLeaf } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, integerIn, nullable, textIn } from "../sql/row.ts";
import type { Vault } from "../vault/vault.ts";

export type DecisionKey = { readonly borrowerId: string; readonly decisionId: string };

export type DecisionHead = DecisionKey & {
  readonly bookId: string;
  readonly decidedAt: number;
  readonly answer: CreditDecision["answer"];
  readonly productId: string;
  readonly productVersion: number;
  readonly model: string | null;
  readonly policyVersion: number;
  readonly points: number | null;
  readonly probability: number | null;
  readonly digest: string;
  readonly leafId: string;
};

export type StoredDecision = DecisionHead & {
  readonly input: DecisionInput;
  readonly outcome: CreditDecision;
};

const inputPlace = "credit-decision-input";
const outcomePlace = "credit-decision-outcome";

/** Keeps a decision with all that it rests on, and logs that it was made. */
export async function saveDecision(
  tx: Transaction,
  vault: Vault,
  it: DecisionKey & {
    readonly bookId: string;
    readonly input: DecisionInput;
    readonly outcome: CreditDecision;
  },
): Promise<{ readonly digest: string; readonly leafId: string }> {
  const { borrowerId, decisionId, bookId, input, outcome } = it;
  const digest = decisionDigest(input, outcome);
  const leafId = await logLeaf(tx, {
    borrowerId,
    kind: "credit.decided",
    at: input.at,
    values: { decision: { decisionId, bookId, digest, answer: outcome.answer } },
    rules: outcome.rules.map((rule) => rule.rule),
    outcome: outcome.answer,
  });
  const seal = (value: unknown, place: string) =>
    vault.seal(tx, borrowerId, JSON.stringify(value), place);
  await tx.named(
    "credit-decision-save",
    `INSERT INTO credit_decisions (borrower_id, decision_id, book_id, decided_at, answer, product_id,
       product_version, model, policy_version, points, probability, sealed_input, sealed_outcome,
       digest, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      borrowerId,
      decisionId,
      bookId,
      new Date(input.at).toISOString(),
      outcome.answer,
      input.asked.productId,
      input.asked.productVersion,
      outcome.score?.model ?? null,
      input.by.policyVersion,
      outcome.score?.points ?? null,
      outcome.score?.probability ?? null,
      await seal(input, inputPlace),
      await seal(outcome, outcomePlace),
      digest,
      leafId,
    ],
  );
  return { digest, leafId };
}

export async function loadDecision(
  sql: Sql,
  vault: Vault,
  key: DecisionKey,
): Promise<StoredDecision | undefined> {
  const [row] = await sql.named(
    "credit-decision",
    "SELECT * FROM credit_decisions WHERE borrower_id = $1 AND decision_id = $2",
    [key.borrowerId, key.decisionId],
  );
  if (row === undefined) return undefined;
  const open = async (column: string, place: string): Promise<unknown> => {
    const sealed = row[column];
    assert(sealed instanceof Buffer, "sealed bytes");
    return JSON.parse(await vault.unseal(sql, key.borrowerId, sealed, place));
  };
  return {
    ...headOf(row),
    input: (await open("sealed_input", inputPlace)) as DecisionInput,
    outcome: (await open("sealed_outcome", outcomePlace)) as CreditDecision,
  };
}

/** A person's decisions, the newest first. */
export async function listDecisions(
  sql: Sql,
  borrowerId: string,
): Promise<readonly DecisionHead[]> {
  const rows = await sql.named(
    "credit-decisions-of",
    `SELECT ${headColumns} FROM credit_decisions WHERE borrower_id = $1
     ORDER BY decided_at DESC, decision_id LIMIT 200`,
    [borrowerId],
  );
  return rows.map(headOf);
}

/** Decisions of a book since an instant: what watching reads. */
export async function decisionsSince(
  sql: Sql,
  it: { readonly bookId: string; readonly since: number; readonly limit: number },
): Promise<readonly DecisionHead[]> {
  const rows = await sql.rows(
    `SELECT ${headColumns} FROM credit_decisions WHERE book_id = $1 AND decided_at >= $2
     ORDER BY decided_at DESC, decision_id LIMIT $3`,
    [it.bookId, new Date(it.since).toISOString(), it.limit],
  );
  return rows.map(headOf);
}

const headColumns = `borrower_id, decision_id, book_id, decided_at, answer, product_id,
  product_version, model, policy_version, points, probability, digest, leaf_id`;

function headOf(row: Row): DecisionHead {
  const probability = row["probability"];
  return {
    borrowerId: textIn(row, "borrower_id"),
    decisionId: textIn(row, "decision_id"),
    bookId: textIn(row, "book_id"),
    decidedAt: instantIn(row, "decided_at"),
    answer: textIn(row, "answer") as DecisionHead["answer"],
    productId: textIn(row, "product_id"),
    productVersion: integerIn(row, "product_version"),
    model: nullable(row, "model", textIn),
    policyVersion: integerIn(row, "policy_version"),
    points: nullable(row, "points", integerIn),
    probability: typeof probability === "number" ? probability : null,
    digest: textIn(row, "digest"),
    leafId: textIn(row, "leaf_id"),
  };
}

export type CreditOfferOnRecord = DecisionKey & {
  readonly limitMinor: number;
  readonly rate: number;
  readonly cost: unknown;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly expiresOn: EpochDay;
  readonly accountId: string | null;
};

export async function saveOffer(
  tx: Transaction,
  it: Omit<CreditOfferOnRecord, "accountId">,
): Promise<void> {
  await tx.rows(
    `INSERT INTO credit_offers (borrower_id, decision_id, limit_minor, rate, cost, made_at, made_by,
       expires_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      it.borrowerId,
      it.decisionId,
      it.limitMinor,
      it.rate,
      JSON.stringify(it.cost),
      new Date(it.madeAt).toISOString(),
      it.madeBy,
      dateOf(it.expiresOn),
    ],
  );
}

/** The offer of a decision, locked: it is accepted once. */
export async function lockOffer(
  tx: Transaction,
  key: DecisionKey,
): Promise<CreditOfferOnRecord | undefined> {
  return await offerBy(tx, key, "FOR UPDATE");
}

export async function loadOffer(
  sql: Sql,
  key: DecisionKey,
): Promise<CreditOfferOnRecord | undefined> {
  return await offerBy(sql, key, "");
}

async function offerBy(sql: Sql, key: DecisionKey, lock: "" | "FOR UPDATE") {
  const [row] = await sql.rows(
    `SELECT * FROM credit_offers WHERE borrower_id = $1 AND decision_id = $2 ${lock}`,
    [key.borrowerId, key.decisionId],
  );
  return row === undefined
    ? undefined
    : {
        ...key,
        limitMinor: integerIn(row, "limit_minor"),
        rate: integerIn(row, "rate"),
        cost: row["cost"],
        madeAt: instantIn(row, "made_at"),
        madeBy: textIn(row, "made_by"),
        expiresOn: dayIn(row, "expires_on"),
        accountId: nullable(row, "account_id", textIn),
      };
}

export async function acceptOffer(
  tx: Transaction,
  key: DecisionKey,
  it: { readonly at: number; readonly accountId: string },
): Promise<void> {
  await tx.rows(
    `UPDATE credit_offers SET accepted_at = $3, account_id = $4
     WHERE borrower_id = $1 AND decision_id = $2`,
    [key.borrowerId, key.decisionId, new Date(it.at).toISOString(), it.accountId],
  );
}
