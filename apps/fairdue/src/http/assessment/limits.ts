import {
  answerLimitOffer,
  askForLimit,
  listEarlyWarnings,
  listLimitReviews,
  refusal,
} from "@fairdue/api";
import { advance } from "@fairdue/credit";
import { assessOne } from "@fairdue/assess";
import { accepted, type EpochDay, formatDay, present, refused } from "@fairdue/kernel";
import { behaviourAsOf, helpWords, rowOf } from "@fairdue/servicing";
import {
  listLimitReviews as storedReviews,
  listWarnings,
  loadAccount,
  loadBook,
  loadHeldPeople,
  loadLiveScopes,
  lockLimitReview,
  settleLimitReview,
  type StoredAccount,
  type Transaction,
  type WarningOnRecord,
  withEvents,
} from "@fairdue/store";
import { withheldOf } from "../../assessment/apply.ts";
import { benchOf, type BookBench } from "../../assessment/bench.ts";
import { carryOut, propose, recordReview } from "../../assessment/review-limits.ts";
import { limitToWire } from "../../assessment/wire.ts";
import { businessDayOf } from "../book/wire.ts";
import { paged, readCursor } from "../compose/cursor.ts";
import { answers, type Operation, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";

const reviewsMax = 300;

/** Early warnings, and limits: what was reviewed, what is asked for, what is agreed to. */
export const limitOperations: readonly Operation[] = [
  answers(listEarlyWarnings, async ({ database }, { params, query }) => {
    const { bookId } = params;
    if (!(await loadBook(database, bookId))) return refused(refusal("book-not-found"));
    const cursor = readCursor(query.cursor, ["string", "string"]);
    if (!cursor.ok) return cursor;
    const after = cursor.value && {
      probability: Number(cursor.value[0]),
      accountId: String(cursor.value[1]),
    };
    const rows = await listWarnings(database, {
      bookId,
      after: after ?? undefined,
      count: query.limit + 1,
    });
    return accepted(
      paged(rows, query.limit, {
        key: (it) => [String(it.probability), it.accountId],
        toWire: warningToWire,
      }),
    );
  }),
  answers(listLimitReviews, async ({ database }, { params, query }) => {
    const { bookId } = params;
    if (!(await loadBook(database, bookId))) return refused(refusal("book-not-found"));
    const items = await storedReviews(database, {
      bookId,
      status: query.status,
      limit: reviewsMax,
    });
    return accepted({ items: items.map(limitToWire) });
  }),
  writes(askForLimit, async (shell, { params, body }, tx) => {
    const account = await loadAccount(tx, shell.products, params);
    if (!account || account.state.status !== "open") return refused(refusal("account-not-found"));
    const book = present(await loadBook(tx, account.bookId), "the book of an account");
    const on = businessDayOf(book, shell.now());
    const bench = await benchOf(tx, { bookId: book.bookId, on, use: "credit" });
    if (!bench.ok) return bench;
    const scored = await scoreOne(tx, account, { bench: bench.value, on });
    if (scored === undefined) return refused(refusal("model-not-active"));
    const run = runOf(shell, { bookId: book.bookId, zone: book.zone, on });
    const isLower = body.limitMinor < account.state.limitMinor;
    const income = body.incomeMonthMinor;
    const share = bench.value.policy.exposure.incomeSharePpmMax;
    const affordableMinor =
      income === null
        ? null
        : Math.floor((income * 12 * share) / 1e6) - (body.otherCreditMinor ?? 0);
    const held = await loadHeldPeople(tx, book.bookId);
    const proposal = isLower
      ? // Whoever wants less gets less, at once and without a machine's opinion.
        {
          kind: "cut" as const,
          toMinor: body.limitMinor,
          needs: "notice" as const,
          reasons: [asked],
          rules: [],
        }
      : propose(scored, {
          ...run,
          bench: bench.value,
          isHeld: held.has(params.borrowerId),
          asked: { limitMinor: body.limitMinor, affordableMinor },
        });
    const review = await recordReview(tx, {
      ...run,
      bench: bench.value,
      scored,
      cause: "asked",
      proposal,
    });
    if (review.kind === "keep") return accepted(limitToWire(review));
    const isDone = await carryOut(tx, shell.products, { ...run, review });
    const status = isDone ? ("done" as const) : ("lapsed" as const);
    await settleLimitReview(tx, review, status);
    return accepted(limitToWire({ ...review, status, effectiveOn: on }));
  }),
  writes(answerLimitOffer, async (shell, { params, body }, tx) => {
    const review = await lockLimitReview(tx, params);
    if (!review) return refused(refusal("review-not-found"));
    if (review.status !== "awaits-agreement") return refused(refusal("review-answered"));
    const book = present(await loadBook(tx, review.bookId), "the book of a review");
    const on = businessDayOf(book, shell.now());
    const run = runOf(shell, { bookId: book.bookId, zone: book.zone, on });
    const isDone = body.isAgreed && (await carryOut(tx, shell.products, { ...run, review }));
    const status = isDone ? "done" : body.isAgreed ? "lapsed" : "declined";
    await settleLimitReview(tx, params, status);
    return accepted(limitToWire({ ...review, status }));
  }),
];

const asked = {
  code: "asked",
  words: { en: "You asked for a lower limit.", zh: "您申请降低额度。" },
};

function runOf(
  shell: Shell,
  it: { readonly bookId: string; readonly zone: string; readonly on: EpochDay },
) {
  return { ...it, at: shell.now(), newEventId: () => shell.newId("Event") };
}

async function scoreOne(
  tx: Transaction,
  account: StoredAccount,
  it: { readonly bench: BookBench; readonly on: EpochDay },
) {
  const { model } = it.bench;
  if (model === null) return undefined;
  const [history] = await withEvents(tx, [account]);
  const lived = {
    accountId: account.accountId,
    product: account.product,
    events: present(history, "the account's own").events,
  };
  const scopes = await loadLiveScopes(tx, [account.borrowerId]);
  const withheld = withheldOf([model], scopes.get(account.borrowerId) ?? new Set());
  const row = rowOf(behaviourAsOf([lived], it.on), 0);
  const { probability, reasons } = assessOne(model, row, new Set(withheld));
  const to = it.on > account.state.asOf ? it.on : account.state.asOf;
  return {
    account: { ...account, state: advance(account.product, account.state, to).state },
    probability,
    drivers: reasons.filter((one) => one.points < 0).slice(0, 4),
  };
}

function warningToWire(it: WarningOnRecord) {
  const { borrowerId, accountId, model, points, probability } = it;
  return {
    borrowerId,
    accountId,
    model,
    points,
    probability,
    warnedOn: formatDay(it.warnedOn),
    drivers: it.drivers.map((one) => ({ ...one })),
    help: it.help.map((id) => ({ id, words: helpWords[id] })),
  };
}
