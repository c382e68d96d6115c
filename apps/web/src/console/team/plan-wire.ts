import type { Bilingual } from "../../text/language.tsx";

export type PlanTotals = {
  readonly people: number;
  readonly expectedMinor: number;
  readonly costMinor: number;
  readonly minutes: number;
  readonly harm: number;
  readonly complaintsPpm: number;
};

export type PlanSummary = {
  readonly people: number;
  readonly treated: PlanTotals;
  readonly byTreatment: Readonly<Record<string, PlanTotals>>;
  readonly because: Readonly<Record<string, number>>;
  readonly dataThin: number;
};

export type BudgetLine = {
  readonly id: string;
  readonly resource: string;
  readonly sense: "at-most" | "at-least";
  readonly bound: number;
  readonly used: number;
  readonly left: number;
  readonly shadowPrice: number;
  readonly quote?: { readonly name: string; readonly per: number; readonly brings: number };
};

export type Certificate = {
  readonly gapPpm: number;
  readonly isOptimal: boolean;
  readonly statement: Bilingual;
  readonly budgets: readonly BudgetLine[];
};

export type Shortfall = { readonly id: string; readonly statement: Bilingual };

export type DayPlan = {
  readonly on: string;
  readonly strategyId: string;
  readonly version: number;
  readonly plannedAt: string;
  readonly seconds: number;
  readonly summary: PlanSummary;
  readonly certificate: Certificate;
};

export const becauseTitles: Readonly<Record<string, Bilingual>> = {
  chosen: { zh: "今日处置", en: "Treated today" },
  budget: { zh: "预算内让位于他人", en: "The budgets help others more" },
  held: { zh: "催收暂停", en: "Collection rests" },
  "promise-running": { zh: "承诺未到期", en: "A promise is running" },
  "self-cure": { zh: "惯常自行还款", en: "Always pays a little late" },
  "hold-out": { zh: "对照组", en: "Held out" },
  "no-stage": { zh: "本阶段无处置", en: "No treatment at this stage" },
  "no-segment": { zh: "不在分群", en: "In no segment" },
  cooling: { zh: "距上次联系太近", en: "Too soon after the last attempt" },
  "not-lawful": { zh: "今日不可联系", en: "Not lawful today" },
};
