import type { AllocationReport } from "@fairdue/allocate";
import type { Because, WorkItem } from "./work-item.ts";

export type PlanTotals = {
  readonly people: number;
  readonly expectedMinor: number;
  readonly costMinor: number;
  readonly minutes: number;
  readonly harm: number;
  /** Complaints to be expected, in millionths of one. */
  readonly complaintsPpm: number;
};

/** A day's plan in figures: what a lead looks at, and what a simulation compares. */
export type PlanSummary = {
  readonly people: number;
  readonly treated: PlanTotals;
  readonly byTreatment: Readonly<Record<string, PlanTotals>>;
  readonly bySegment: Readonly<Record<string, PlanTotals & { readonly inSegment: number }>>;
  readonly because: Readonly<Partial<Record<Because, number>>>;
  readonly dataThin: number;
};

export type PlanCertificate = Pick<
  AllocationReport,
  "value" | "bound" | "gapPpm" | "isOptimal" | "statement" | "budgets"
>;

const none: PlanTotals = {
  people: 0,
  expectedMinor: 0,
  costMinor: 0,
  minutes: 0,
  harm: 0,
  complaintsPpm: 0,
};

function plus(a: PlanTotals, it: WorkItem): PlanTotals {
  return {
    people: a.people + 1,
    expectedMinor: a.expectedMinor + it.expectedMinor,
    costMinor: a.costMinor + it.costMinor,
    minutes: a.minutes + it.minutes,
    harm: a.harm + it.harm,
    complaintsPpm: a.complaintsPpm + it.complaintPpm,
  };
}

export function summarise(items: readonly WorkItem[]): PlanSummary {
  let treated = none;
  let dataThin = 0;
  const byTreatment: Record<string, PlanTotals> = {};
  const bySegment: Record<string, PlanTotals & { inSegment: number }> = {};
  const because: Partial<Record<Because, number>> = {};
  for (const it of items) {
    because[it.because] = (because[it.because] ?? 0) + 1;
    const segmentId = it.segmentId ?? "-";
    const segment = bySegment[segmentId] ?? { ...none, inSegment: 0 };
    bySegment[segmentId] = { ...segment, inSegment: segment.inSegment + 1 };
    if (it.treatmentId === null) continue;
    if (it.isDataThin) dataThin += 1;
    treated = plus(treated, it);
    byTreatment[it.treatmentId] = plus(byTreatment[it.treatmentId] ?? none, it);
    bySegment[segmentId] = { ...plus(segment, it), inSegment: segment.inSegment + 1 };
  }
  return { people: items.length, treated, byTreatment, bySegment, because, dataThin };
}
