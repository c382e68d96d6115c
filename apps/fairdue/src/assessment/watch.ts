import { refusal, type Refused } from "@fairdue/api";
import { behaviourCatalogue, type Drift, type LoadedModel, measureDrift } from "@fairdue/assess";
import { accepted, addDays, type EpochDay, type Outcome, refused } from "@fairdue/kernel";
import { type ModelUse, reachedDpd, warningHorizon } from "@fairdue/servicing";
import {
  type Database,
  type DecisionHead,
  decisionsSince,
  loadModel,
  loadModelRole,
  type Products,
  saveModelWatch,
} from "@fairdue/store";
import { scoreBook, type ScoredAccount } from "./score-book.ts";

/** What was seen of a model at work on a day. */
export type WatchReport = {
  readonly role: "champion" | "challenger";
  readonly accounts: number;
  readonly scorePsi: number;
  readonly verdict: Drift["verdict"];
  readonly moved: readonly { readonly feature: string; readonly psi: number }[];
  /** Of those scored 60 days ago: how many fell behind over how many were foretold. */
  readonly calibration: {
    readonly accounts: number;
    readonly observed: number;
    readonly predicted: number;
    readonly ece: number;
  } | null;
  /** Share of decisions that were no, in the last 30 days and the 30 before; `null` without any. */
  readonly rejectRate: number | null;
  readonly rejectRateBefore: number | null;
  readonly alarms: readonly string[];
};

const dayMs = 86_400_000;
/** A reject rate that moves further than this in a month is looked at. */
const rejectMoveMax = 0.1;
/** Fewer fallen behind than this say nothing about calibration. */
const outcomesMin = 20;

/**
 * Watches the models of a use: the people of today against those it was trained on, what it foretold
 * 60 days ago against what happened, and how many were refused. Alarms are on record and counted.
 */
export async function watchModels(
  database: Database,
  products: Products,
  it: {
    readonly bookId: string;
    readonly use: ModelUse;
    readonly on: EpochDay;
    readonly at: number;
  },
): Promise<Outcome<readonly WatchReport[], Refused>> {
  const role = await loadModelRole(database, it);
  if (role === undefined) return refused(refusal("model-not-active"));
  const decisions = await decisionsSince(database, {
    ...it,
    since: it.at - 60 * dayMs,
    limit: 100_000,
  });
  const reports: WatchReport[] = [];
  for (const [name, checksum] of [
    ["champion", role.champion],
    ["challenger", role.challenger],
  ] as const) {
    const loaded = checksum === null ? undefined : await loadModel(database, checksum);
    if (loaded === undefined) continue;
    const report = await watchOne(database, products, { ...it, role: name, loaded, decisions });
    const { bookId, use, on } = it;
    await database.transaction((tx) =>
      saveModelWatch(tx, {
        bookId,
        use,
        watchedOn: on,
        model: loaded.checksum,
        report,
        alarms: report.alarms.length,
      }),
    );
    reports.push(report);
  }
  return accepted(reports);
}

type Watching = {
  readonly bookId: string;
  readonly use: ModelUse;
  readonly on: EpochDay;
  readonly at: number;
  readonly role: WatchReport["role"];
  readonly loaded: LoadedModel;
  readonly decisions: readonly DecisionHead[];
};

async function watchOne(
  database: Database,
  products: Products,
  it: Watching,
): Promise<WatchReport> {
  const { model } = it.loaded;
  const now = await scoredOn(database, products, it);
  const before = await scoredOn(database, products, {
    ...it,
    on: addDays(it.on, -warningHorizon.days),
  });
  const drift = measureDrift(model, observed(now));
  const outcome = outcomesOf(before, it.on);
  const bad = outcome.reduce((sum, y) => sum + y, 0);
  const then = bad < outcomesMin ? null : measureDrift(model, { ...observed(before), outcome });
  const rejectRate = rejectedSince(it.decisions, { from: it.at - 30 * dayMs, to: it.at + 1 });
  const rejectRateBefore = rejectedSince(it.decisions, {
    from: it.at - 60 * dayMs,
    to: it.at - 30 * dayMs,
  });
  const isMoved =
    rejectRate !== null &&
    rejectRateBefore !== null &&
    Math.abs(rejectRate - rejectRateBefore) > rejectMoveMax;
  return {
    role: it.role,
    accounts: now.length,
    scorePsi: drift.scorePsi,
    verdict: drift.verdict,
    moved: drift.featurePsi.slice(0, 5),
    calibration:
      then === null
        ? null
        : {
            accounts: before.length,
            observed: bad / before.length,
            predicted: before.reduce((sum, one) => sum + one.probability, 0) / before.length,
            ece: then.calibration?.ece ?? 0,
          },
    rejectRate,
    rejectRateBefore,
    alarms: [
      ...drift.alarms.map((one) => one.kind),
      ...(then?.alarms ?? []).flatMap((one) =>
        one.kind === "probabilities-off" ? [one.kind] : [],
      ),
      ...(isMoved ? ["reject-rate-moved"] : []),
    ],
  };
}

async function scoredOn(
  database: Database,
  products: Products,
  it: { readonly bookId: string; readonly on: EpochDay; readonly loaded: LoadedModel },
): Promise<readonly ScoredAccount[]> {
  const out: ScoredAccount[] = [];
  for await (const block of scoreBook(database, products, it)) out.push(...block);
  return out;
}

function observed(all: readonly ScoredAccount[]): Parameters<typeof measureDrift>[1] {
  return {
    points: Int32Array.from(all, (it) => it.points),
    probability: Float64Array.from(all, (it) => it.probability),
    values: (feature) => {
      const at = behaviourCatalogue.findIndex((it) => it.name === feature);
      return at < 0 ? undefined : Float64Array.from(all, (it) => it.values[at] ?? Number.NaN);
    },
  };
}

function outcomesOf(before: readonly ScoredAccount[], through: EpochDay): Uint8Array {
  const after = addDays(through, -warningHorizon.days);
  return Uint8Array.from(before, (it) =>
    reachedDpd(it.lived, { after, through, dpd: warningHorizon.dpd }) ? 1 : 0,
  );
}

function rejectedSince(
  all: readonly DecisionHead[],
  span: { readonly from: number; readonly to: number },
): number | null {
  const its = all.filter((it) => it.decidedAt >= span.from && it.decidedAt < span.to);
  if (its.length === 0) return null;
  return its.filter((it) => it.answer === "decline").length / its.length;
}
