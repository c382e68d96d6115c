import { refusal, type Refused } from "@fairdue/api";
import {
  accepted,
  type AccountId,
  type BorrowerId,
  type Outcome,
  parseId,
  refused,
} from "@fairdue/kernel";
import { loadAccount, type Sql, type StoredAccount } from "@fairdue/store";
import type { Key } from "../account/view.ts";
import type { Actor } from "../auth/actor.ts";
import type { Shell } from "../compose/shell.ts";

/** Whose session it is. The scopes of these addresses are held by borrowers' sessions only. */
export function ownId(actor: Actor): BorrowerId | undefined {
  return actor.who.kind === "borrower" ? parseId("Borrower", actor.who.borrowerId) : undefined;
}

/** An account of the person's own; anybody else's is not there. */
export async function ownAccount(
  { products }: Shell,
  sql: Sql,
  it: { readonly actor: Actor; readonly accountId: AccountId },
): Promise<Outcome<StoredAccount & Key, Refused>> {
  const borrowerId = ownId(it.actor);
  if (borrowerId === undefined) return refused(refusal("unauthenticated"));
  const stored = await loadAccount(sql, products, { borrowerId, accountId: it.accountId });
  return stored
    ? accepted({ ...stored, borrowerId, accountId: it.accountId })
    : refused(refusal("account-not-found"));
}
