import type { ContactAct } from "@fairdue/servicing";
import { openContacts, type Database } from "@fairdue/store";

/** People with open contacts, as a portfolio import leaves them. */
export async function admit(database: Database, borrowerIds: readonly string[]): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.rows("INSERT INTO borrowers (borrower_id) SELECT * FROM UNNEST($1::text[])", [
      borrowerIds,
    ]);
    await openContacts(
      tx,
      borrowerIds.map((borrowerId) => ({ borrowerId, bookId: "bk_test" })),
    );
  });
}

export function smsTo(borrowerId: string, change: Partial<ContactAct> = {}): ContactAct {
  return {
    borrowerId,
    accountIds: ["acc_1"],
    channel: "sms",
    purpose: "collection",
    recipient: { role: "borrower", contactPoint: "phone" },
    content: {
      kind: "template",
      templateId: "due-reminder",
      version: 1,
      language: "zh-CN",
      digest: "d",
    },
    actor: { agencyId: null, collectorId: null, isAutomated: true },
    place: null,
    ...change,
  };
}

export function callTo(borrowerId: string, change: Partial<ContactAct> = {}): ContactAct {
  return smsTo(borrowerId, {
    channel: "call",
    content: { kind: "script", script: "opening" },
    actor: { agencyId: null, collectorId: "col_1", isAutomated: false },
    ...change,
  });
}
