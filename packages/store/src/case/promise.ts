import { randomUUID } from "node:crypto";
import { type EpochDay } from "@fairdue/kernel";
import { judgePromise, type PromiseToPay } from "@fairdue/servicing";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, integerIn, nullable, textIn } from "../sql/row.ts";
import { insertCaseEvents } from "./events.ts";
import type { CaseKey } from "./load.ts";

export type PromiseOnRecord = PromiseToPay &
  CaseKey & {
    readonly promiseId: string;
    readonly madeBy: string;
    readonly status: "open" | "kept" | "broken" | "withdrawn";
    readonly paidMinor: number;
    readonly judgedOn: EpochDay | null;
  };

const columns = `borrower_id, case_id, promise_id, amount_minor, made_on, promised_on, made_by, status,
  paid_minor, judged_on`;

export async function insertPromise(
  tx: Transaction,
  it: PromiseToPay & CaseKey & { readonly madeBy: string },
): Promise<string> {
  const promiseId = `ptp_${randomUUID()}`;
  await tx.rows(
    `INSERT INTO promises (borrower_id, case_id, promise_id, amount_minor, made_on, promised_on, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      it.borrowerId,
      it.caseId,
      promiseId,
      it.amountMinor,
      dateOf(it.madeOn),
      dateOf(it.promisedOn),
      it.madeBy,
    ],
  );
  await insertCaseEvents(tx, [
    {
      borrowerId: it.borrowerId,
      caseId: it.caseId,
      bookedOn: it.madeOn,
      kind: "promised",
      actor: it.madeBy,
      body: { promiseId, amountMinor: it.amountMinor, promisedOn: dateOf(it.promisedOn) },
    },
  ]);
  return promiseId;
}

export async function loadPromises(sql: Sql, key: CaseKey): Promise<readonly PromiseOnRecord[]> {
  const rows = await sql.named(
    "promises-of-case",
    `SELECT ${columns} FROM promises WHERE borrower_id = $1 AND case_id = $2
     ORDER BY made_on DESC, promise_id`,
    [key.borrowerId, key.caseId],
  );
  return rows.map(promiseOf);
}

/**
 * Judges the open promises of a book by the money that came in through a closed day; kept ones at
 * once, broken ones when their day is over. Judged again, nothing changes.
 */
export async function judgePromises(
  tx: Transaction,
  { bookId, through }: { readonly bookId: string; readonly through: EpochDay },
): Promise<{ readonly kept: number; readonly broken: number }> {
  const rows = await tx.rows(
    `SELECT ${columns
      .split(/,\s*/)
      .map((it) => `p.${it}`)
      .join(", ")}, coalesce(m.paid, 0)::bigint AS paid
     FROM promises AS p JOIN cases AS c USING (borrower_id, case_id)
     LEFT JOIN LATERAL (
       SELECT sum((e.fact->>'amountMinor')::bigint) AS paid FROM account_events AS e
       WHERE e.borrower_id = p.borrower_id AND e.kind IN ('repaid', 'recovered')
         AND e.value_on BETWEEN p.made_on AND least(p.promised_on, $2::date)
         AND NOT EXISTS (SELECT FROM account_events AS r WHERE r.borrower_id = e.borrower_id
           AND r.account_id = e.account_id AND r.kind = 'repayment-returned'
           AND r.fact->>'repaymentId' = e.fact->>'repaymentId')) AS m ON true
     WHERE c.book_id = $1 AND p.status = 'open' ORDER BY p.borrower_id, p.promise_id
     FOR UPDATE OF p`,
    [bookId, dateOf(through)],
  );
  const judged = rows.flatMap((row) => {
    const it = promiseOf(row);
    const paidMinor = integerIn(row, "paid");
    const verdict = judgePromise(it, { paidMinor, through });
    return verdict === "open" ? [] : [{ ...it, paidMinor, verdict }];
  });
  await tx.rows(
    `UPDATE promises AS p SET status = j.verdict, paid_minor = j.paid, judged_on = $5
     FROM UNNEST($1::text[], $2::text[], $3::text[], $4::bigint[]) AS j (borrower_id, promise_id, verdict, paid)
     WHERE p.borrower_id = j.borrower_id AND p.promise_id = j.promise_id`,
    [
      judged.map((it) => it.borrowerId),
      judged.map((it) => it.promiseId),
      judged.map((it) => it.verdict),
      judged.map((it) => it.paidMinor),
      dateOf(through),
    ],
  );
  await insertCaseEvents(
    tx,
    judged.map((it) => ({
      borrowerId: it.borrowerId,
      caseId: it.caseId,
      bookedOn: through,
      kind: `promise-${it.verdict}`,
      actor: "calendar",
      body: { promiseId: it.promiseId, amountMinor: it.amountMinor, paidMinor: it.paidMinor },
    })),
  );
  const kept = judged.filter((it) => it.verdict === "kept").length;
  return { kept, broken: judged.length - kept };
}

function promiseOf(row: Row): PromiseOnRecord {
  return {
    borrowerId: textIn(row, "borrower_id"),
    caseId: textIn(row, "case_id"),
    promiseId: textIn(row, "promise_id"),
    amountMinor: integerIn(row, "amount_minor"),
    madeOn: dayIn(row, "made_on"),
    promisedOn: dayIn(row, "promised_on"),
    madeBy: textIn(row, "made_by"),
    status: textIn(row, "status") as PromiseOnRecord["status"],
    paidMinor: integerIn(row, "paid_minor"),
    judgedOn: nullable(row, "judged_on", dayIn),
  };
}
