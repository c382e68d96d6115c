import { refusal, type Refused } from "@fairdue/api";
import { accepted, type EpochDay, type Outcome, present, refused } from "@fairdue/kernel";
import { claimOfAnother, type ClaimRefusal, decideAccess } from "@fairdue/servicing";
import {
  type Book,
  type CaseKey,
  type CaseOnRecord,
  loadBook,
  loadCase,
  lockCase,
  type Sql,
  type Transaction,
} from "@fairdue/store";
import type { Actor } from "../auth/actor.ts";
import { businessDayOf } from "../book/wire.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "./wire.ts";

/** A case with the book in which it is, and the business day on which things are booked now. */
export type Standing = { readonly it: CaseOnRecord; readonly book: Book; readonly on: EpochDay };

export async function standingCase(
  shell: Pick<Shell, "now">,
  sql: Sql,
  key: CaseKey,
): Promise<Outcome<Standing, Refused>> {
  const it = await loadCase(sql, key);
  return it === undefined ? refused(refusal("case-not-found")) : await standingOf(shell, sql, it);
}

/** The same, locked, and still open. */
export async function openStanding(
  shell: Pick<Shell, "now">,
  tx: Transaction,
  key: CaseKey,
): Promise<Outcome<Standing, Refused>> {
  const it = await lockCase(tx, key);
  if (it === undefined) return refused(refusal("case-not-found"));
  if (it.closedOn !== null) return refused(refusal("case-closed"));
  return await standingOf(shell, tx, it);
}

async function standingOf(
  shell: Pick<Shell, "now">,
  sql: Sql,
  it: CaseOnRecord,
): Promise<Outcome<Standing, Refused>> {
  const book = present(await loadBook(sql, it.bookId), "the book of a case");
  return accepted({ it, book, on: businessDayOf(book, shell.now()) });
}

/** Refuses what would be done behind the back of a colleague who has the case in hand. */
export function unlessClaimed(
  it: CaseOnRecord,
  by: { readonly actorId: string; readonly at: number },
): Refused | undefined {
  const other = claimOfAnother(it, by);
  return other === null ? undefined : claimRefusal({ code: "case-claimed", ...other });
}

export function claimRefusal(it: ClaimRefusal): Refused {
  if (it.code === "case-claimed")
    return refusal("case-claimed", {
      field: "caseId",
      value: it.by,
      expected: `nobody on it; free at ${at(it.until)}`,
    });
  if (it.code === "case-owned-by-another")
    return refusal("case-owned-by-another", {
      field: "caseId",
      value: it.ownerId,
      expected: "a case of your own, or one that nobody owns",
    });
  return refusal(it.code);
}

/** Who assigns cases may take one over from a colleague; so may a program with the scope to assign. */
export function mayTakeOver(actor: Actor, it: CaseOnRecord, now: number): boolean {
  if (actor.who.kind !== "staff") return actor.scopes.has("cases:assign");
  const subject = { ownerId: it.ownerId, teamId: it.teamId, agencyId: it.agencyId };
  return decideAccess(actor.who.staff, "case.assign", {
    epochSeconds: Math.floor(now / 1000),
    subject,
  }).ok;
}
