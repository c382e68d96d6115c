export * from "./api/api-keys.ts";
export * from "./api/idempotency.ts";
export * from "./account/execute.ts";
export * from "./account/list.ts";
export {
  loadAccount,
  loadAccountsOf,
  loadEvents,
  lockAccounts,
  type StoredAccount,
} from "./account/load.ts";
export { saveLoans } from "./account/import.ts";
export * from "./account/quarantine.ts";
export * from "./account/read.ts";
export { type AccountKey, accountIdOf } from "./account/rows.ts";
export { backUp, type BackupManifest, restore } from "./backup/backup.ts";
export * from "./assessment/index.ts";
export * from "./book/books.ts";
export * from "./book/declarations.ts";
export * from "./borrower/book-of.ts";
export * from "./borrower/borrowers.ts";
export {
  type BorrowerRequest,
  insertRequest,
  loadRequests,
  type NewRequest,
  type RequestKind,
  settleRequest,
} from "./borrower/requests.ts";
export * from "./arrangement/index.ts";
export {
  type Complaint,
  fileComplaint,
  loadComplaints,
  type NewComplaint,
} from "./complaint/intake.ts";
export * from "./complaint/credit-report.ts";
export * from "./complaint/work.ts";
export * from "./hardship/index.ts";
export * from "./case/index.ts";
export * from "./channels/inbox.ts";
export * from "./channels/messages.ts";
export * from "./channels/push.ts";
export * from "./channels/replies.ts";
export * from "./channels/templates.ts";
export * from "./close/closed-days.ts";
export * from "./gate/clock.ts";
export * from "./gate/contact-rules.ts";
export * from "./gate/contacts.ts";
export * from "./figures/index.ts";
export * from "./gate/facts.ts";
export {
  loadKnowledge,
  type DecisionOnRecord,
  type KnowledgeWanted,
  type Loaded,
} from "./gate/load.ts";
export * from "./gate/own-contacts.ts";
export { loadPastDecisions, type PastDecision } from "./gate/past-decisions.ts";
export * from "./gate/redeem.ts";
export * from "./gate/rules-of-book.ts";
export { decisionRecord, plainRuling, type Reservation, reserve } from "./gate/reserve.ts";
export * from "./identity/index.ts";
export * from "./journal/book-lines.ts";
export { type CloseOptions, closeBook, openDay } from "./close/close.ts";
export { closeWithCrew, type CrewOptions } from "./close/crew.ts";
export { type DayProgress, loadDayReport } from "./close/days.ts";
export { loadPositions, loadStanding } from "./close/seal.ts";
export { verifyGate } from "./gate/verify.ts";
export * from "./journal/group-commit.ts";
export {
  addTotals,
  insertPostings,
  type JournalPosting,
} from "./journal/lines.ts";
export { journalLines, type LinesWanted } from "./journal/lines-of-book.ts";
export * from "./journal/post.ts";
export * from "./journal/totals.ts";
export * from "./log/leaves.ts";
export * from "./log/sequence.ts";
export {
  type CosignatureRefusal,
  loadCheckpoint,
  loadEntries,
  loadPublished,
  type NoProofYet,
  proveLeaf,
  publishedPaths,
  saveCosignatures,
  tileReader,
} from "./log/tiles.ts";
export * from "./log/verify.ts";
export * from "./outbox/deliveries.ts";
export * from "./outbox/outbox.ts";
export * from "./outbox/webhooks.ts";
export * from "./payment/mandates.ts";
export * from "./payment/payments.ts";
export * from "./overview/overview.ts";
export * from "./overview/watch.ts";
export * from "./server/server.ts";
export * from "./plan/index.ts";
export * from "./sql/database.ts";
export * from "./sql/migrate.ts";
export * from "./sql/narrow.ts";
export * from "./sql/retry.ts";
export * from "./sql/row.ts";
export * from "./sql/start-anew.ts";
export * from "./testing/test-database.ts";
export { type Keyring, keyringFrom, newKeyFile, openKeyring, withNewKey } from "./vault/keyring.ts";
export * from "./vault/forget.ts";
export * from "./vault/reads.ts";
export * from "./vault/secret.ts";
export * from "./vault/vault.ts";
export { verifyBook, type VerifyOptions, type VerifyReport } from "./verify/verify.ts";
export * from "./verify/verify-contact.ts";
export * from "./supervision/counts.ts";
export * from "./supervision/publications.ts";
