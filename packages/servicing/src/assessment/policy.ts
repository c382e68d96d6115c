import { accepted, type Outcome, parseDay, type Problem, refused } from "@fairdue/kernel";

/**
 * What a lender declares about its credit: a dated, versioned table, no code. Probabilities are
 * parts per million, amounts minor units, rates in the product's own unit.
 */
export type CreditPolicy = {
  readonly version: number;
  /** First day on which it decides. */
  readonly from: string;
  /** Rule packs by id, and what they ask about the lender and the loan (`lender.kind`). */
  readonly packs: readonly string[];
  readonly lenderFacts: Readonly<Record<string, string | number | boolean>>;
  /** Day of the assessment of the impact of automated decisions; `null` where there is none. */
  readonly impactAssessedOn: string | null;
  /** From the lowest risk to the highest; above the last the answer is no. */
  readonly bands: readonly CreditBand[];
  /** From this probability a person looks before anything is granted. */
  readonly referFromPpm: number;
  /** What happens where there is no behaviour to score: a person looks, or this band holds. */
  readonly thinFile: "refer" | { readonly limitMinorMax: number; readonly rate: number };
  readonly exposure: ExposurePolicy;
  /** Each hook that is asked; without an answer it falls back as declared, never to yes. */
  readonly sources: readonly SourcePolicy[];
  readonly reviewHours: number;
  readonly offerDays: number;
  readonly limits: LimitPolicy;
  readonly warning: WarningPolicy;
};

export type CreditBand = {
  readonly probabilityPpmMax: number;
  readonly limitMinorMax: number;
  readonly rate: number;
};

/** Caps by what the person earns and owes elsewhere; a cap of the lender beside those of the law. */
export type ExposurePolicy = {
  /** Lenders with whom the person has credit, this one included. */
  readonly lendersMax: number;
  /** All credit together as a share of a year's income. */
  readonly incomeSharePpmMax: number;
};

export type SourcePolicy = {
  readonly name: string;
  readonly whenDown: "refer" | "decline";
  readonly whenSuspect: "refer" | "decline";
};

export type LimitPolicy = {
  /** Days between two periodic reviews of an account. */
  readonly everyDays: number;
  readonly cutFromPpm: number;
  /** What is left of the limit, never below what is in use. */
  readonly cutToPpm: number;
  readonly raiseBelowPpm: number;
  readonly raiseByPpm: number;
  /** Days between the notice of a cut and the cut. */
  readonly noticeDays: number;
};

export type WarningPolicy = {
  /** From this probability help is offered. */
  readonly helpFromPpm: number;
  /** From this one it goes beyond a reminder. */
  readonly easeFromPpm: number;
};

/** A cautious policy to start from; every number is a choice of the lender's. */
export const cautiousPolicy: CreditPolicy = {
  version: 1,
  from: "2025-01-01",
  packs: ["cn"],
  lenderFacts: { "lender.kind": "consumer-finance", "loan.isAssisted": false },
  impactAssessedOn: "2025-01-01",
  bands: [
    { probabilityPpmMax: 10_000, limitMinorMax: 5_000_000, rate: 300 },
    { probabilityPpmMax: 30_000, limitMinorMax: 2_000_000, rate: 400 },
    { probabilityPpmMax: 80_000, limitMinorMax: 800_000, rate: 500 },
  ],
  referFromPpm: 50_000,
  thinFile: "refer",
  exposure: { lendersMax: 5, incomeSharePpmMax: 500_000 },
  sources: [
    { name: "identity", whenDown: "refer", whenSuspect: "refer" },
    { name: "fraud", whenDown: "refer", whenSuspect: "refer" },
  ],
  reviewHours: 72,
  offerDays: 14,
  limits: {
    everyDays: 90,
    cutFromPpm: 150_000,
    cutToPpm: 700_000,
    raiseBelowPpm: 15_000,
    raiseByPpm: 250_000,
    noticeDays: 15,
  },
  warning: { helpFromPpm: 100_000, easeFromPpm: 300_000 },
};

/** Checks a policy; all problems at once. */
export function parseCreditPolicy(json: unknown): Outcome<CreditPolicy, readonly Problem[]> {
  const problems: Problem[] = [];
  const policy = json as CreditPolicy;
  const expect = (
    holds: boolean,
    field: string,
    it: { value: unknown; expected: string },
  ): void => {
    if (!holds)
      problems.push({ field, value: JSON.stringify(it.value) ?? "nothing", expected: it.expected });
  };
  if (typeof json !== "object" || json === null)
    return refused([
      { field: "policy", value: JSON.stringify(json) ?? "nothing", expected: "an object" },
    ]);
  for (const [name, min, max] of numbers) {
    const value = at(json, name);
    expect(isWhole(value, min, max), name, {
      value,
      expected: `a whole number from ${min} to ${max}`,
    });
  }
  expect(typeof policy.from === "string" && parseDay(policy.from) !== undefined, "from", {
    value: policy.from,
    expected: "a day such as 2026-01-01",
  });
  expect(Array.isArray(policy.packs) && policy.packs.length > 0, "packs", {
    value: policy.packs,
    expected: "at least one rule pack: without law nothing is decided",
  });
  const bands = Array.isArray(policy.bands) ? policy.bands : [];
  expect(bands.length > 0 && isRising(bands), "bands", {
    value: policy.bands,
    expected: "bands of rising probabilityPpmMax, each with limitMinorMax and rate above zero",
  });
  expect(Array.isArray(policy.sources) && policy.sources.every(isSource), "sources", {
    value: policy.sources,
    expected: "sources with a name and refer or decline for whenDown and whenSuspect, never yes",
  });
  expect(
    policy.thinFile === "refer" || isWhole(at(json, "thinFile.limitMinorMax"), 1, 1e12),
    "thinFile",
    {
      value: policy.thinFile,
      expected: '"refer", or a limit and a rate',
    },
  );
  return problems.length > 0 ? refused(problems) : accepted(policy);
}

const million = 1_000_000;
const numbers: readonly (readonly [string, number, number])[] = [
  ["version", 1, 999_999],
  ["referFromPpm", 0, million],
  ["exposure.lendersMax", 1, 100],
  ["exposure.incomeSharePpmMax", 0, 10 * million],
  ["reviewHours", 1, 720],
  ["offerDays", 1, 180],
  ["limits.everyDays", 1, 366],
  ["limits.cutFromPpm", 0, million],
  ["limits.cutToPpm", 0, million],
  ["limits.raiseBelowPpm", 0, million],
  ["limits.raiseByPpm", 0, 10 * million],
  ["limits.noticeDays", 0, 90],
  ["warning.helpFromPpm", 0, million],
  ["warning.easeFromPpm", 0, million],
];

function at(json: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (it, name) => (typeof it === "object" && it !== null ? Reflect.get(it, name) : undefined),
      json,
    );
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;
}

function isRising(bands: readonly CreditBand[]): boolean {
  return bands.every(
    (it, k) =>
      isWhole(it.probabilityPpmMax, 1, million) &&
      isWhole(it.limitMinorMax, 1, 1e12) &&
      isWhole(it.rate, 0, 10 * million) &&
      (k === 0 || it.probabilityPpmMax > (bands[k - 1]?.probabilityPpmMax ?? 0)),
  );
}

function isSource(it: SourcePolicy): boolean {
  const words = ["refer", "decline"];
  return (
    /^[a-z][a-z0-9-]{0,30}$/.test(it.name) &&
    words.includes(it.whenDown) &&
    words.includes(it.whenSuspect)
  );
}
