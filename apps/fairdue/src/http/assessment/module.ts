import {
  acceptCreditOffer,
  answerReview,
  applyForCredit,
  askForPerson,
  giveDataConsent,
  listConsents,
  listPersonDecisions,
  listReviews,
  readDecision,
  refusal,
  type Refused,
  replayDecision,
  withdrawDataConsent,
} from "@fairdue/api";
import { accepted, type EpochDay, type Outcome, present, refused } from "@fairdue/kernel";
import {
  askReview,
  type Book,
  giveConsent,
  listDecisions,
  listReviews as storedReviews,
  loadBook,
  loadBorrower,
  loadConsents,
  loadDecision,
  logLeaf,
  type DataConsent,
  type Sql,
  withdrawConsent,
} from "@fairdue/store";
import { randomUUID } from "node:crypto";
import { acceptCredit } from "../../assessment/accept.ts";
import { applyFor } from "../../assessment/apply.ts";
import { benchThen } from "../../assessment/bench.ts";
import { decideReview, replay } from "../../assessment/review.ts";
import { decisionView, headToWire, instantOf, reviewToWire } from "../../assessment/wire.ts";
import { businessDayOf } from "../book/wire.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { limitOperations } from "./limits.ts";

const hourMs = 3_600_000;
const reviewsMax = 200;

/** Applications, decisions, offers, reviews by people, consents. */
export const assessmentModule: HttpModule = {
  name: "assessment",
  operations: [
    writes(applyForCredit, async (shell, { params, body }, tx) => {
      const { borrowerId } = params;
      if (!(await loadBorrower(tx, borrowerId))) return refused(refusal("borrower-not-found"));
      const book = await loadBook(tx, body.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const product = await shell.products.find(body.productId, body.productVersion);
      if (!product) return refused(refusal("product-not-found"));
      const on = businessDayOf(book, shell.now());
      const decided = await applyFor(shell, tx, { borrowerId, book, on, product, body });
      if (!decided.ok) return decided;
      return accepted(present(await decisionView(tx, shell, decided.value), "just decided"));
    }),
    answers(listPersonDecisions, async ({ database }, { params }) => {
      if (!(await loadBorrower(database, params.borrowerId)))
        return refused(refusal("borrower-not-found"));
      return accepted({
        items: (await listDecisions(database, params.borrowerId)).map(headToWire),
      });
    }),
    answers(readDecision, async (shell, { params }) => {
      const found = await decisionView(shell.database, shell, params);
      return found ? accepted(found) : refused(refusal("decision-not-found"));
    }),
    answers(replayDecision, async ({ database, vault }, { params, body }) => {
      const again = await replay(database, vault, { ...params, columns: body.columns });
      return again ? accepted(again) : refused(refusal("decision-not-found"));
    }),
    writes(acceptCreditOffer, async (shell, { params, body }, tx) =>
      acceptCredit(shell, tx, {
        ...params,
        ...body,
        dueDay: body.dueDay,
        accountId: body.accountId,
        bookOf: (bookId) => bookAndDay(shell, tx, bookId),
      }),
    ),
    writes(askForPerson, async (shell, { params, body }, tx) => {
      const decision = await loadDecision(tx, shell.vault, params);
      if (!decision) return refused(refusal("decision-not-found"));
      const { policy } = await benchThen(tx, decision);
      const review = await askReview(tx, {
        ...params,
        reviewId: randomUUID(),
        bookId: decision.bookId,
        why: body.why,
        askedAt: shell.now(),
        dueAt: shell.now() + policy.reviewHours * hourMs,
      });
      return accepted(reviewToWire(review, shell.now()));
    }),
    answers(listReviews, async (shell, { params, query }) => {
      const { database } = shell;
      if (!(await loadBook(database, params.bookId))) return refused(refusal("book-not-found"));
      const items = await storedReviews(database, {
        bookId: params.bookId,
        isOpen: query.state === "open",
        limit: reviewsMax,
      });
      return accepted({ items: items.map((it) => reviewToWire(it, shell.now())) });
    }),
    writes(answerReview, async (shell, { params, body, actor }, tx) => {
      const done = await decideReview(shell, tx, {
        ...params,
        by: actor.actorId,
        answer: body,
        onOf: async (bookId) => (await bookAndDay(shell, tx, bookId)).on,
      });
      if (!done.ok) return done;
      return accepted(present(await decisionView(tx, shell, done.value), "just reviewed"));
    }),
    answers(listConsents, async ({ database }, { params }) => {
      const known = await person(database, params.borrowerId);
      if (!known.ok) return known;
      return accepted({
        items: (await loadConsents(database, params.borrowerId)).map(consentToWire),
      });
    }),
    writes(giveDataConsent, async (shell, { params, body }, tx) => {
      const { borrowerId } = params;
      const known = await person(tx, borrowerId);
      if (!known.ok) return known;
      const at = shell.now();
      const consent = { ...body, consentId: randomUUID(), givenAt: at };
      await giveConsent(tx, borrowerId, consent);
      const values = { consent: { ...body } };
      await logLeaf(tx, { borrowerId, kind: "consent.given", at, values });
      return accepted(consentToWire({ ...consent, withdrawnAt: null }));
    }),
    writes(withdrawDataConsent, async (shell, { params }, tx) => {
      const { borrowerId, scope } = params;
      const known = await person(tx, borrowerId);
      if (!known.ok) return known;
      const at = shell.now();
      const wasGiven = await withdrawConsent(tx, { borrowerId, scope, at });
      await logLeaf(tx, { borrowerId, kind: "consent.withdrawn", at, values: { scope } });
      return accepted({ scope, wasGiven });
    }),
    ...limitOperations,
  ],
};

type Known = Outcome<null, Refused>;

async function person(sql: Sql, borrowerId: `brw_${string}`): Promise<Known> {
  const known = await loadBorrower(sql, borrowerId as Parameters<typeof loadBorrower>[1]);
  return known ? accepted(null) : refused(refusal("borrower-not-found"));
}

async function bookAndDay(
  shell: Shell,
  sql: Sql,
  bookId: string,
): Promise<{ readonly book: Book; readonly on: EpochDay }> {
  const book = present(await loadBook(sql, bookId), "the book of a decision");
  return { book, on: businessDayOf(book, shell.now()) };
}

function consentToWire({ givenAt, withdrawnAt, ...it }: DataConsent) {
  return {
    ...it,
    givenAt: instantOf(givenAt),
    withdrawnAt: withdrawnAt === null ? null : instantOf(withdrawnAt),
  };
}
