import { type CaseOnRecord, type DebtInCase, loadDebts, type Sql } from "@fairdue/store";

/** Where the texts of notes are sealed: a sealed text opens in no other place. */
export const notePlace = "case-note";

/** The debts in a case, at least the accounts of the person where nothing is overdue yet. */
export async function debtsOf(sql: Sql, it: CaseOnRecord): Promise<readonly DebtInCase[]> {
  return await loadDebts(sql, { borrowerId: it.borrowerId, bookId: it.bookId });
}
