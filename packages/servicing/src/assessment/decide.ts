import {
  assessOne,
  type Assessment,
  canonical,
  counterfactuals,
  type LoadedModel,
  pointsBelow,
  sha256,
  utf8,
  withdrawnFeatures,
} from "@fairdue/assess";
import type { Pack } from "@fairdue/conduct";
import { assert } from "@fairdue/kernel";
import type { DecisionInput } from "./application.ts";
import { askLaw, lawfulLimit, type LawAnswer } from "./law.ts";
import type { CreditPolicy } from "./policy.ts";
import { type DecisionReason, reasonCodes, reasonOf, termReason } from "./reasons.ts";

/** What decides: resolved by the shell from what the input names. */
export type DecisionBench = {
  readonly policy: CreditPolicy;
  readonly packs: readonly Pack[];
  readonly model: LoadedModel | null;
  readonly challenger: LoadedModel | null;
};

export type CreditDecision = {
  readonly answer: "offer" | "refer" | "decline";
  readonly reasons: readonly DecisionReason[];
  readonly rules: LawAnswer["because"];
  readonly score: Score | null;
  /** The other model's score: kept to compare, without effect. */
  readonly shadow: {
    readonly model: string;
    readonly points: number;
    readonly probability: number;
  } | null;
  readonly counterfactuals: readonly StoredCounterfactual[];
  readonly offer: { readonly limitMinor: number; readonly rate: number } | null;
};

export type Score = Pick<Assessment, "points" | "probability" | "basePoints" | "notUsed"> & {
  readonly model: string;
  /** Points from which the answer of the score is yes. */
  readonly pointsMin: number;
  readonly terms: readonly { readonly term: string; readonly points: number }[];
};

export type StoredCounterfactual = {
  readonly columns: Readonly<Record<string, number>>;
  readonly points: number;
  readonly words: { readonly en: string; readonly zh: string };
};

/** Limits are whole hundreds of the currency. */
const stepMinor = 10_000;

/**
 * Decides on an application. Pure: the same input, policy, packs and models give the same decision,
 * bit for bit. Law comes first and last: before the score for whom, after it for how much.
 *
 * A person's refusal of automated decisions, a source that is down or suspects something, a missing
 * file and a middling score all end with a person, never with yes.
 */
export function decideCredit(input: DecisionInput, bench: DecisionBench): CreditDecision {
  assert(input.by.policyVersion === bench.policy.version, "decided by the policy that it names");
  const law = eligibility(input, bench);
  const score = scoreOf(input, bench);
  const findings: Finding[] = [
    ...(law.answer === "refused" ? [{ effect: "decline" as const, code: "law" as const }] : []),
    ...(law.answer === "refer" ? [{ effect: "refer" as const, code: "law-asks" as const }] : []),
    ...(input.refusesAutomation
      ? [{ effect: "refer" as const, code: "person-asked" as const }]
      : []),
    ...sourceFindings(input, bench.policy),
    ...exposureFindings(input, bench.policy),
    ...scoreFindings(score, bench.policy),
  ];
  const granted = grant(input, bench, score);
  // Where income or file are missing a person looks: that is said already.
  const isKnown = input.incomeMonthMinor !== null && !isThin(score, bench.policy);
  if (isKnown && score?.isBelow !== true && granted.limitMinor < leastLimit(input))
    findings.push({ effect: "decline", code: "nothing-affordable" });
  const effects = findings.map((it) => it.effect);
  const answer = effects.includes("decline")
    ? "decline"
    : effects.includes("refer")
      ? "refer"
      : "offer";
  return {
    answer,
    reasons: [
      ...findings.map((it) => reasonOf(it.code, it.source)),
      ...(granted.cap === null ? [] : [reasonOf(granted.cap)]),
      ...(score?.reasons ?? []),
    ],
    rules: law.because,
    score: score?.score ?? null,
    shadow: shadowOf(input, bench),
    counterfactuals: answer === "offer" ? [] : (score?.counterfactuals() ?? []),
    offer: answer === "offer" ? { limitMinor: granted.limitMinor, rate: granted.rate } : null,
  };
}

/** Names a decision: SHA-256 of input and outcome in canonical form. */
export function decisionDigest(input: DecisionInput, outcome: CreditDecision): string {
  return `sha256:${sha256(utf8(canonical({ input, outcome })))}`;
}

function leastLimit({ asked }: DecisionInput): number {
  return Math.max(stepMinor, asked.drawMinorMin);
}

type Finding = {
  readonly effect: "refer" | "decline";
  readonly code: keyof typeof reasonCodes;
  readonly source?: string;
};

function eligibility(input: DecisionInput, bench: DecisionBench): LawAnswer {
  return askLaw(bench.packs, actOf(input, "approve"), input);
}

function actOf(input: DecisionInput, decision: string, limitMinor?: number) {
  const second = input.facts["act.hasSecondSource"]?.value;
  return {
    kind: "credit-decision" as const,
    fields: {
      decision,
      isAutomated: !input.refusesAutomation,
      elements: ["reasons", "human-review"],
      ...(typeof second === "boolean" && { hasSecondSource: second }),
      ...(limitMinor !== undefined && { limitMinor }),
    },
  };
}

function sourceFindings(input: DecisionInput, policy: CreditPolicy): readonly Finding[] {
  return policy.sources.flatMap((it): Finding[] => {
    const said = input.sources.find((one) => one.name === it.name)?.answer ?? "down";
    if (said === "clear") return [];
    const effect = said === "suspect" ? it.whenSuspect : it.whenDown;
    return [
      { effect, code: said === "suspect" ? "source-suspects" : "source-down", source: it.name },
    ];
  });
}

function exposureFindings(
  { exposure, incomeMonthMinor }: DecisionInput,
  policy: CreditPolicy,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (exposure.lenders === null || exposure.grantedMinor === null)
    findings.push({ effect: "refer", code: "exposure-unknown" });
  else if (exposure.lenders > policy.exposure.lendersMax)
    findings.push({ effect: "decline", code: "too-many-lenders" });
  if (incomeMonthMinor === null) findings.push({ effect: "refer", code: "income-unknown" });
  return findings;
}

type Scored = {
  readonly score: Score;
  readonly isBelow: boolean;
  readonly reasons: readonly DecisionReason[];
  readonly counterfactuals: () => readonly StoredCounterfactual[];
};

function scoreOf(input: DecisionInput, bench: DecisionBench): Scored | null {
  const loaded = input.by.isChallenged ? bench.challenger : bench.model;
  const { row } = input;
  if (loaded === null || row === null) return null;
  const withheld = new Set(input.withheld);
  const it = assessOne(loaded, row, withheld);
  const last = bench.policy.bands.at(-1)?.probabilityPpmMax ?? 0;
  const pointsMin = pointsBelow(loaded.model.scale, last / 1e6);
  return {
    score: {
      model: it.modelChecksum,
      points: it.points,
      probability: it.probability,
      basePoints: it.basePoints,
      notUsed: it.notUsed,
      pointsMin,
      terms: it.reasons.map(({ term, points }) => ({ term, points })),
    },
    isBelow: it.points < pointsMin,
    reasons: it.reasons
      .filter((one) => one.points < 0)
      .slice(0, 4)
      .map(termReason),
    counterfactuals: () =>
      it.points >= pointsMin
        ? []
        : counterfactuals(loaded, {
            row,
            pointsMin,
            withdrawnFeatures: withdrawnFeatures(loaded.model, withheld),
          }).map(({ columns, points, words }) => ({ columns: known(columns), points, words })),
  };
}

/** What was missing and stays missing is no change. */
function known(columns: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => Number.isFinite(value)));
}

function shadowOf(input: DecisionInput, bench: DecisionBench): CreditDecision["shadow"] {
  const other = input.by.isChallenged ? bench.model : bench.challenger;
  if (other === null || input.row === null) return null;
  const it = assessOne(other, input.row, new Set(input.withheld));
  return { model: it.modelChecksum, points: it.points, probability: it.probability };
}

function isThin(score: Scored | null, policy: CreditPolicy): boolean {
  return score === null && policy.thinFile === "refer";
}

function scoreFindings(scored: Scored | null, policy: CreditPolicy): readonly Finding[] {
  if (scored === null)
    return policy.thinFile === "refer" ? [{ effect: "refer", code: "thin-file" }] : [];
  const { points, pointsMin, probability } = scored.score;
  if (points < pointsMin) return [{ effect: "decline", code: "score-below" }];
  return probability * 1e6 >= policy.referFromPpm
    ? [{ effect: "refer", code: "score-middling" }]
    : [];
}

type Granted = {
  readonly limitMinor: number;
  readonly rate: number;
  /** Why it is less than was asked for. */
  readonly cap: "capped-by-band" | "capped-by-income" | "capped-by-law" | null;
};

/** The least of what was asked for, what the band, the income and the law allow. */
function grant(input: DecisionInput, bench: DecisionBench, scored: Scored | null): Granted {
  const { policy, packs } = bench;
  const band = bandOf(policy, scored);
  if (band === undefined) return { limitMinor: 0, rate: 0, cap: null };
  const { asked, exposure, incomeMonthMinor } = input;
  const share = policy.exposure.incomeSharePpmMax;
  const affordable =
    incomeMonthMinor === null
      ? 0
      : Math.floor((incomeMonthMinor * 12 * share) / 1e6) - (exposure.grantedMinor ?? 0);
  const wanted = Math.min(asked.limitMinor, asked.limitMinorMax);
  const byBand = Math.min(wanted, band.limitMinorMax);
  const byIncome = Math.min(byBand, Math.max(0, affordable));
  const limitMinor = lawfulLimit(
    byIncome,
    stepMinor,
    (limit) => askLaw(packs, actOf(input, "approve", limit), input).answer !== "refused",
  );
  const rate = Math.min(asked.rateMax, Math.max(asked.rateMin, band.rate));
  const isLess = limitMinor < Math.floor(asked.limitMinor / stepMinor) * stepMinor;
  const cap =
    limitMinor < Math.floor(byIncome / stepMinor) * stepMinor
      ? "capped-by-law"
      : byIncome < byBand
        ? "capped-by-income"
        : "capped-by-band";
  return { limitMinor, rate, cap: isLess ? cap : null };
}

function bandOf(policy: CreditPolicy, scored: Scored | null) {
  if (scored === null) return policy.thinFile === "refer" ? undefined : policy.thinFile;
  const ppm = scored.score.probability * 1e6;
  return policy.bands.find((it) => ppm < it.probabilityPpmMax);
}
