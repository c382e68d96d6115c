import { type AccountFact, advance, dpdOn, payoffQuote } from "@fairdue/credit";
import { type EpochDay, formatDay, parseId, present } from "@fairdue/kernel";
import { escalationOn, factsAtBreach, judgeCourse, waived } from "@fairdue/servicing";
import {
  type ArrangementOnRecord,
  arrangementsToJudge,
  type Book,
  hardshipToReview,
  insertComplaintEvent,
  listComplaints,
  loadAccountsOf,
  loadDisasters,
  lockArrangement,
  lockComplaint,
  paidSince,
  saveArrangementStatus,
  saveComplaint,
} from "@fairdue/store";
import { businessDayOf } from "../http/book/wire.ts";
import type { Shell } from "../http/compose/shell.ts";
import { endGrant, relieveIn } from "./hardship.ts";
import { endCourse } from "./settle.ts";

/** What a round did, by number. */
export type FollowUp = {
  expired: number;
  met: number;
  broken: number;
  escalated: number;
  ended: number;
  relieved: number;
};

/**
 * The round of a day, idempotent: offers out of time expire, arrangements are judged by the account,
 * grants whose day is over end, complaints near their day rise, newly known people of a disaster area
 * are relieved. Each matter in its own transaction: one fault stops no other.
 */
export async function followUp(shell: Shell, book: Book): Promise<FollowUp> {
  const done = { expired: 0, met: 0, broken: 0, escalated: 0, ended: 0, relieved: 0 };
  const on = businessDayOf(book, shell.now());
  await judgeArrangements(shell, { book, on, done });
  await escalateComplaints(shell, { book, on, done });
  for (const grant of await hardshipToReview(shell.database, { bookId: book.bookId, on })) {
    if (grant.pauseUntil === null || grant.pauseUntil >= on) continue;
    await shell.database.transaction((tx) => endGrant(shell, tx, grant, on));
    done.ended += 1;
  }
  for (const disaster of await loadDisasters(shell.database, book.bookId)) {
    if (on < disaster.from || on > disaster.until) continue;
    const struck = { ...disaster, bookId: book.bookId, on };
    done.relieved += await shell.database.transaction((tx) => relieveIn(shell, tx, struck));
  }
  return done;
}

type Round = { readonly book: Book; readonly on: EpochDay; readonly done: FollowUp };

const pageSize = 500;

async function judgeArrangements(shell: Shell, round: Round): Promise<void> {
  for (let after = ""; ; ) {
    const { bookId } = round.book;
    const page = await arrangementsToJudge(shell.database, { bookId, after, count: pageSize });
    for (const one of page) await judgeOne(shell, round, one);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.arrangementId;
  }
}

async function judgeOne(
  shell: Shell,
  { on, done }: Round,
  seen: ArrangementOnRecord,
): Promise<void> {
  await shell.database.transaction(async (tx) => {
    const it = await lockArrangement(tx, seen);
    if (it?.status === "offered" && on > it.expiresOn) {
      const step = { status: "expired", on, at: shell.now(), actor: "calendar" } as const;
      await saveArrangementStatus(tx, it, step);
      done.expired += 1;
    }
    if (it?.status !== "running" || it.acceptedOn === null) return;
    const { borrowerId, accountId, acceptedOn, terms } = it;
    const accounts = await loadAccountsOf(
      tx,
      shell.products,
      present(parseId("Borrower", borrowerId), "an id on record"),
    );
    const account = accounts.find((one) => one.accountId === accountId);
    if (!account) return;
    const { product } = account;
    const to = on < account.state.asOf ? account.state.asOf : on;
    const { state } = advance(product, account.state, to);
    const course = {
      on,
      acceptedOn,
      dpd: dpdOn(state, to),
      owedMinor: payoffQuote(product, state, to).totalMinor,
      paidMinor: await paidSince(tx, { borrowerId, accountId, from: acceptedOn }),
    };
    const verdict = judgeCourse(terms, course, it.graceDays);
    if (verdict === "running") return;
    const facts: readonly AccountFact[] =
      verdict === "broken"
        ? factsAtBreach(terms, it)
        : terms.kind === "settlement"
          ? [waived(rest(payoffQuote(product, state, to)), `settlement ${it.arrangementId}`)]
          : [];
    const ended = await endCourse(shell, tx, it, { status: verdict, on, facts });
    if (ended.ok) done[verdict] += 1;
  });
}

/** All that is still owed once a settlement's amount is there: it is given up, to the last unit. */
function rest(owed: ReturnType<typeof payoffQuote>) {
  const { principalMinor, interestMinor, feeMinor, penaltyMinor } = owed;
  return { principalMinor, interestMinor, feeMinor, penaltyMinor };
}

async function escalateComplaints(shell: Shell, { book, on, done }: Round): Promise<void> {
  const open = await listComplaints(shell.database, {
    bookId: book.bookId,
    status: "open",
    after: null,
    count: 5000,
  });
  for (const seen of open) {
    const escalation = escalationOn(seen.answerBy, on);
    if (escalation <= seen.escalation) continue;
    await shell.database.transaction(async (tx) => {
      const it = await lockComplaint(tx, seen);
      if (it?.status !== "open" || escalation <= it.escalation) return;
      await saveComplaint(tx, it, { escalation });
      await insertComplaintEvent(tx, it, {
        at: shell.now(),
        kind: "escalated",
        actor: "calendar",
        body: { escalation, answerBy: formatDay(it.answerBy) },
      });
      done.escalated += 1;
    });
  }
}
