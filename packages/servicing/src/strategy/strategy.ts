import type { ContactChannel, ContactPurpose } from "../gate/act.ts";
import type { Condition } from "./condition.ts";

export type Bilingual = { readonly zh: string; readonly en: string };

/**
 * A declared, versioned rule of who gets which treatment 策略. It is data: nothing in the code knows
 * a segment or a treatment by name. A version never changes; its successor has the next number.
 */
export type Strategy = {
  readonly id: string;
  readonly title: Bilingual;
  /** Days within which money counts as the effect of a treatment. */
  readonly horizonDays: number;
  /** Seed of the stable split into arms and hold-out: a new salt draws everybody anew. */
  readonly salt: string;
  readonly holdOut: HoldOut;
  readonly selfCure: SelfCure;
  readonly queues: readonly Queue[];
  readonly treatments: readonly Treatment[];
  /** In order: the first whose condition holds is the person's segment. */
  readonly segments: readonly Segment[];
  readonly budgets: readonly Budget[];
  /** How shadow prices are quoted, by resource. */
  readonly quotes: Readonly<Record<string, { readonly per: number; readonly name: string }>>;
};

/** People who are left alone at random, so that the effect of the others' treatment can be known. */
export type HoldOut = {
  readonly sharePpm: number;
  /** From this day past due on nobody is held out: measuring must not let a debt grow old. */
  readonly dpdMax: number;
};

/** Who paid the last so many times by themselves is left alone until later than they ever paid. */
export type SelfCure = { readonly episodesMin: number; readonly marginDays: number };

export type Queue = { readonly id: string; readonly title: Bilingual; readonly teamId: string };

export type Treatment = {
  readonly id: string;
  readonly title: Bilingual;
  readonly channel: ContactChannel;
  readonly purpose: ContactPurpose;
  /** What a collector must be able to do; empty for anyone. */
  readonly skill: string;
  /** The approved template of a message; null for what is spoken. */
  readonly templateId: string | null;
  /** Words for what is spoken, with {overdue}, {dpd} and {oldestDueOn}. */
  readonly words: Bilingual | null;
  /** The next step as a verb. */
  readonly step: Bilingual;
  readonly costMinor: number;
  readonly minutes: number;
  /** Points of harm: what a treatment costs the person in peace. */
  readonly harm: number;
  /** Complaints that a million of these bring. */
  readonly complaintPpm: number;
  /** Days that must lie between two attempts on the channel. */
  readonly everyDays: number;
  readonly prior: Prior;
};

/**
 * What is believed of an effect before there are data: the share of the overdue amount that comes in
 * within the horizon because of the treatment, and how unsure that is (one standard deviation).
 */
export type Prior = { readonly liftPpm: number; readonly spreadPpm: number };

export type Segment = {
  readonly id: string;
  readonly title: Bilingual;
  readonly when: Condition;
  readonly queue: string;
  /** Champion and challengers; their shares sum to a million. */
  readonly arms: readonly Arm[];
};

export type Arm = {
  readonly id: string;
  readonly sharePpm: number;
  /** From `fromDpd` days past due on, the treatments to choose from; the last that has begun counts. */
  readonly stages: readonly Stage[];
};

export type Stage = { readonly fromDpd: number; readonly treatments: readonly StageTreatment[] };
export type StageTreatment = { readonly id: string; readonly prior: Prior | null };

/** Columns of an option that a budget may limit or be narrowed by. */
export const budgetResources = ["cost", "minutes", "harm", "count"] as const;
export const budgetFilters = [
  "team",
  "queue",
  "region",
  "band",
  "channel",
  "skill",
  "treatment",
  "segment",
] as const;
export type BudgetFilter = (typeof budgetFilters)[number];

/** A hard limit, or a floor: an absolute one, or a share of the people who could get it. */
export type Budget = {
  readonly id: string;
  readonly resource: (typeof budgetResources)[number];
  readonly atMost: number | null;
  readonly atLeast: number | null;
  readonly atLeastPpmOfPeople: number | null;
  readonly where: Readonly<Partial<Record<BudgetFilter, readonly string[]>>>;
};

/** Bands of the amount overdue, for floors of fairness between small debts and large ones. */
export const amountBands: readonly { readonly id: string; readonly belowMinor: number }[] = [
  { id: "small", belowMinor: 100_000 },
  { id: "middle", belowMinor: 1_000_000 },
  { id: "large", belowMinor: Number.POSITIVE_INFINITY },
];

export function bandOf(overdueMinor: number): string {
  return amountBands.find((it) => overdueMinor < it.belowMinor)?.id ?? "large";
}
