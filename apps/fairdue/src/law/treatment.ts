import { type ActKind, contactKinds, explain } from "@fairdue/conduct";
import type { EpochDay } from "@fairdue/kernel";
import { articleOf, parametersOn, type RuleInForce, rulesInForceOn } from "./in-force.ts";

type Bilingual = { readonly en: string; readonly zh: string };

export type TreatmentRule = {
  readonly id: string;
  readonly title: Bilingual;
  /** The condition in words, with the values in force. */
  readonly test: Bilingual;
  readonly remedy: Bilingual;
  readonly severity: string;
  readonly force: string;
  readonly inForceFrom: string;
  readonly cite: readonly { readonly article: string; readonly status: string }[];
};

export type TreatmentChapter = {
  readonly id: string;
  readonly title: Bilingual;
  readonly rules: readonly TreatmentRule[];
};

type Chapter = {
  readonly id: string;
  readonly title: Bilingual;
  readonly holds: (rule: RuleInForce["rule"]) => boolean;
};

const aboutContact: readonly ActKind[] = contactKinds;
const governs = (kinds: readonly ActKind[]) => (rule: RuleInForce["rule"]) =>
  rule.governs.some((it) => kinds.includes(it));

/** Chapters of the page, in the order in which they matter to a person; a rule stands in the first. */
const chapters: readonly Chapter[] = [
  {
    id: "pause",
    title: { zh: "什么时候必须停下来", en: "When collection must stop" },
    holds: (rule) =>
      governs(aboutContact)(rule) &&
      (rule.severity === "hold" ||
        /pause|protect|dispute|hardship|deceased|minor|vulnerab|bankrupt|plan-kept|paid/.test(
          rule.id,
        )),
  },
  {
    id: "visit",
    title: { zh: "上门", en: "Visits" },
    holds: (rule) => rule.governs.includes("visit") && rule.governs.length <= 2,
  },
  {
    id: "contact",
    title: { zh: "谁可以在什么时候、以什么方式联系您", en: "Who may contact you, when and how" },
    holds: governs(aboutContact),
  },
  {
    id: "money",
    title: { zh: "费用、利率与还款", en: "Charges, rates and payments" },
    holds: governs([
      "price-quote",
      "fee-charge",
      "payment-allocation",
      "debit-attempt",
      "early-payoff",
      "contract",
      "plan",
      "disbursement",
      "limit-change",
      "credit-decision",
      "loan-offer",
    ]),
  },
  {
    id: "record",
    title: { zh: "征信、数据与隐私", en: "Credit records, data and privacy" },
    holds: governs([
      "credit-query",
      "negative-report",
      "objection-answer",
      "data-use",
      "data-share",
      "rights-answer",
      "incident-report",
      "record-deletion",
      "posting",
    ]),
  },
  {
    id: "redress",
    title: { zh: "投诉、委外与诉讼", en: "Complaints, agencies and court" },
    holds: () => true,
  },
];

/** How people who are overdue are treated: the rules in force on a day, by chapter, in plain words. */
export function treatmentOf(packIds: readonly string[], on: EpochDay): readonly TreatmentChapter[] {
  const all = rulesInForceOn(packIds, on);
  const byChapter = new Map<string, TreatmentRule[]>();
  for (const it of all) {
    const chapter = chapters.find((one) => one.holds(it.rule))?.id ?? "redress";
    byChapter.set(chapter, [...(byChapter.get(chapter) ?? []), ruleOf(it, on)]);
  }
  return chapters.flatMap(({ id, title }) => {
    const rules = byChapter.get(id);
    return rules === undefined ? [] : [{ id, title, rules }];
  });
}

function ruleOf({ pack, rule }: RuleInForce, on: EpochDay): TreatmentRule {
  return {
    id: rule.id,
    title: rule.title,
    test: explain(rule.test, pack, parametersOn(rule, on)),
    remedy: rule.remedy,
    severity: rule.severity,
    force: rule.force,
    inForceFrom: rule.inForce.from,
    cite: rule.cite.map((it) => ({ article: articleOf(it), status: it.status })),
  };
}
