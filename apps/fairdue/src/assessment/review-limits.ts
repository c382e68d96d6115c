import { refusal, type Refused } from "@fairdue/api";
import { availableMinor, dpdOn } from "@fairdue/credit";
import {
  accepted,
  addDays,
  assert,
  day,
  type EpochDay,
  formatDay,
  minor,
  type Outcome,
  parseId,
  present,
  refused,
} from "@fairdue/kernel";
import {
  chooseLimits,
  type KnownForLaw,
  type LimitBudgets,
  type LimitCandidate,
  type LimitProposal,
  reviewLimit,
} from "@fairdue/servicing";
import {
  type Database,
  dueCuts,
  executeIn,
  insertLimitReview,
  insertMessages,
  type LimitReview,
  loadHeldPeople,
  logLeaf,
  type Products,
  reviewedSince,
  settleLimitReview,
  type Transaction,
} from "@fairdue/store";
import { randomUUID } from "node:crypto";
import { benchOf, type BookBench } from "./bench.ts";
import { scoreBook, type ScoredAccount } from "./score-book.ts";

export type LimitsRun = {
  readonly bookId: string;
  readonly zone: string;
  readonly on: EpochDay;
  readonly at: number;
  readonly newEventId: () => string;
};

export type LimitsReport = {
  readonly reviewed: number;
  readonly raises: number;
  readonly cuts: number;
  readonly carriedOut: number;
  readonly statement: { readonly en: string; readonly zh: string } | null;
};

/** Loss where the product states none, and what used credit earns before loss; ppm of the amount. */
const lossGivenDefaultPpm = 600_000;

/**
 * The periodic review of a book: every account whose last review is old enough is looked at, the
 * best raises and cuts within the budgets are chosen, told of or offered; cuts whose notice has run
 * out are carried out. An early warning that is high makes the review of its account at once.
 */
export async function reviewLimits(
  database: Database,
  products: Products,
  it: LimitsRun & { readonly budgets: LimitBudgets | undefined },
): Promise<Outcome<LimitsReport, Refused>> {
  const bench = await benchOf(database, { ...it, use: "credit" });
  if (!bench.ok) return bench;
  if (bench.value.model === null) return refused(refusal("model-not-active"));
  const carriedOut = await carryOutCuts(database, products, it);
  const candidates = await candidatesOf(database, products, { ...it, bench: bench.value });
  const plan = chooseLimits(
    candidates.map((one) => one.candidate),
    it.budgets ?? openBudgets(candidates),
  );
  const chosen = plan.ok ? plan.value.chosen : new Set<string>();
  let raises = 0;
  let cuts = 0;
  await database.transaction(async (tx) => {
    for (const { candidate, scored, cause } of candidates) {
      const { proposal } = candidate;
      const isTaken = chosen.has(candidate.accountId);
      const kept: LimitProposal = {
        ...proposal,
        kind: "keep",
        toMinor: candidate.limitMinor,
        needs: "nothing",
      };
      await recordReview(tx, {
        ...it,
        bench: bench.value,
        scored,
        cause,
        proposal: isTaken ? proposal : kept,
      });
      if (isTaken && proposal.kind === "raise") raises += 1;
      if (isTaken && proposal.kind === "cut") cuts += 1;
    }
  });
  const statement = plan.ok ? plan.value.report.statement : null;
  return accepted({ reviewed: candidates.length, raises, cuts, carriedOut, statement });
}

type Cause = LimitReview["cause"];
type Candidate = {
  readonly candidate: LimitCandidate;
  readonly scored: ScoredAccount;
  readonly cause: Cause;
};

async function candidatesOf(
  database: Database,
  products: Products,
  it: LimitsRun & { readonly bench: BookBench },
): Promise<readonly Candidate[]> {
  const { policy, model } = it.bench;
  assert(model !== null, "a model to score by");
  const since = addDays(it.on, -policy.limits.everyDays);
  const recent = await reviewedSince(database, { bookId: it.bookId, since });
  const lately = await reviewedSince(database, { bookId: it.bookId, since: addDays(it.on, -30) });
  const held = await loadHeldPeople(database, it.bookId);
  const out: Candidate[] = [];
  for await (const block of scoreBook(database, products, { ...it, loaded: model }))
    for (const scored of block) {
      const { accountId, borrowerId } = scored.account;
      const isAlarming =
        scored.probability * 1e6 >= policy.limits.cutFromPpm && !lately.has(accountId);
      if (recent.has(accountId) && !isAlarming) continue;
      const proposal = propose(scored, { ...it, isHeld: held.has(borrowerId), asked: null });
      const cause = recent.has(accountId) ? "event" : "periodic";
      out.push({ candidate: candidateOf(scored, proposal), scored, cause });
    }
  return out;
}

export type AskedLimit = { readonly limitMinor: number; readonly affordableMinor: number | null };

/** What becomes of one limit by policy and law. */
export function propose(
  { account, probability, drivers }: Pick<ScoredAccount, "account" | "probability" | "drivers">,
  it: {
    readonly bench: BookBench;
    readonly on: EpochDay;
    readonly at: number;
    readonly zone: string;
    readonly isHeld: boolean;
    readonly asked: AskedLimit | null;
  },
): LimitProposal {
  const { state, product, accountId } = account;
  const { policy, packs } = it.bench;
  return reviewLimit(
    {
      accountId,
      limitMinor: state.limitMinor,
      usedMinor: Math.max(0, state.limitMinor - availableMinor(product, state)),
      limitMinorMax: product.declaration.limitMinorMax,
      dpd: dpdOn(state, it.on),
      probability,
      isInHardship: it.isHeld || state.moratorium !== null,
      askedMinor: it.asked?.limitMinor ?? null,
      affordableMinor: it.asked === null ? null : it.asked.affordableMinor,
      drivers: drivers.map((one) => one.words),
    },
    { policy, packs, known: knownFor(it) },
  );
}

function knownFor(it: {
  readonly bench: BookBench;
  readonly at: number;
  readonly zone: string;
  readonly asked: AskedLimit | null;
}): KnownForLaw {
  const { policy } = it.bench;
  const assessed = policy.impactAssessedOn;
  return {
    at: it.at,
    zone: it.zone,
    facts: Object.fromEntries(
      Object.entries(policy.lenderFacts).map(([name, value]) => [
        name,
        { value, source: "policy", observedAt: it.at },
      ]),
    ),
    happenings: [
      ...(assessed === null
        ? []
        : [
            {
              at: day(assessed) * 86_400_000,
              kind: "confirmation",
              fields: { about: "impact-assessment" },
            },
          ]),
      ...(it.asked === null
        ? []
        : [{ at: it.at - 1, kind: "application", fields: { about: "limit-raise" } }]),
    ],
  };
}

function candidateOf(
  { account, probability }: ScoredAccount,
  proposal: LimitProposal,
): LimitCandidate {
  const { state, product, accountId, borrowerId } = account;
  const { unit } = product.declaration.rate;
  const perYear =
    unit === "ppm-day" ? 365 : unit === "ppm-month" ? 12 : unit === "bp-year" ? 100 : 1;
  return {
    accountId,
    borrowerId,
    limitMinor: state.limitMinor,
    usedMinor: Math.max(0, state.limitMinor - availableMinor(product, state)),
    probability,
    lossGivenDefaultPpm,
    marginPpm: state.rate * perYear,
    segment: product.declaration.id,
    group: product.declaration.id,
    proposal,
  };
}

/** Without budgets of its own a book lets raises add a twentieth of its limits, and a fifth be cut. */
function openBudgets(candidates: readonly Candidate[]): LimitBudgets {
  const all = candidates.map((it) => it.candidate);
  const limits = all.reduce((sum, it) => sum + it.limitMinor, 0);
  const segments = Map.groupBy(all, (it) => it.segment);
  return {
    expectedLossMinorMax: Math.floor(limits / 500),
    exposureMinorMax: Math.floor(limits / 20),
    segmentMinorMax: Object.fromEntries(
      [...segments].map(([segment]) => [segment, Math.floor(limits / 25)]),
    ),
    cutsMax: Object.fromEntries(
      [...segments].map(([segment, its]) => [segment, Math.ceil(its.length / 5)]),
    ),
  };
}

type Reviewed = LimitsRun & {
  readonly bench: BookBench;
  readonly scored: Pick<ScoredAccount, "account" | "probability">;
  readonly cause: Cause;
  readonly proposal: LimitProposal;
};

/** Puts a review on record, and in the log if it changes something. */
export async function recordReview(tx: Transaction, it: Reviewed): Promise<LimitReview> {
  const { account, probability } = it.scored;
  const { proposal, bench } = it;
  const { noticeDays } = bench.policy.limits;
  const review: LimitReview = {
    borrowerId: account.borrowerId,
    reviewId: randomUUID(),
    accountId: account.accountId,
    bookId: it.bookId,
    reviewedOn: it.on,
    cause: it.cause,
    kind: proposal.kind,
    fromMinor: account.state.limitMinor,
    toMinor: proposal.toMinor,
    model: bench.model?.checksum ?? null,
    probability,
    reasons: proposal.reasons,
    status: { nothing: "kept", notice: "notified", agreement: "awaits-agreement" }[
      proposal.kind === "keep" ? "nothing" : proposal.needs
    ] as LimitReview["status"],
    effectiveOn: proposal.kind === "cut" ? addDays(it.on, noticeDays) : null,
  };
  await insertLimitReview(tx, review);
  if (proposal.kind === "keep") return review;
  const { reviewId, accountId, kind, fromMinor, toMinor, status } = review;
  const effectiveOn = review.effectiveOn === null ? null : formatDay(review.effectiveOn);
  // The notice of a cut, and the offer of a raise, leave by who listens to this.
  const body = { reviewId, accountId, kind, fromMinor, toMinor, status, effectiveOn };
  await insertMessages(tx, [
    { borrowerId: review.borrowerId, bookId: it.bookId, topic: "limit.reviewed", body },
  ]);
  await logLeaf(tx, {
    borrowerId: account.borrowerId,
    kind: "limit.reviewed",
    at: it.at,
    values: {
      review: {
        reviewId: review.reviewId,
        kind: review.kind,
        from: review.fromMinor,
        to: review.toMinor,
      },
    },
    outcome: review.kind,
  });
  return review;
}

async function carryOutCuts(
  database: Database,
  products: Products,
  it: LimitsRun,
): Promise<number> {
  let done = 0;
  for (const review of await dueCuts(database, it))
    await database.transaction(async (tx) => {
      const isDone = await carryOut(tx, products, { ...it, review });
      await settleLimitReview(tx, review, isDone ? "done" : "lapsed");
      done += isDone ? 1 : 0;
    });
  return done;
}

/** Changes a limit as reviewed; false where the account would not have it any more. */
export async function carryOut(
  tx: Transaction,
  products: Products,
  it: LimitsRun & { readonly review: LimitReview },
): Promise<boolean> {
  const { review } = it;
  const [outcome] = await executeIn(tx, products, [
    {
      bookId: it.bookId,
      borrowerId: present(parseId("Borrower", review.borrowerId), "an id on record"),
      accountId: present(parseId("Account", review.accountId), "an id on record"),
      eventId: present(parseId("Event", it.newEventId()), "a new id"),
      on: null,
      today: it.on,
      fact: { kind: "limit-changed", limitMinor: minor(review.toMinor) },
    },
  ]);
  return outcome?.ok === true;
}
