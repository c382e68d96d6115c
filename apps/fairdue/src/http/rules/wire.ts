import type { AnswerOf, listRulePacks, readRule } from "@fairdue/api";
import {
  type Citation,
  commonFacts,
  explain,
  type Pack,
  type ParameterValue,
  type Rule,
  readingOf,
  runExamples,
  type Status,
  valueWords,
} from "@fairdue/conduct";

type RuleHead = AnswerOf<typeof listRulePacks>["packs"][number]["rules"][number];

/** Best checked first. */
const certainty: readonly Status[] = [
  "verified",
  "house-policy",
  "secondary",
  "memory",
  "disputed",
  "draft",
];

export function headOf(rule: Rule): RuleHead {
  const sources = [
    ...rule.cite,
    ...Object.values(rule.parameters ?? {})
      .flat()
      .map((it) => it.cite),
  ];
  const least = Math.max(0, ...sources.map((it) => certainty.indexOf(it.status)));
  return {
    id: rule.id,
    version: rule.version,
    title: rule.title,
    governs: [...rule.governs],
    severity: rule.severity,
    force: rule.force,
    status: certainty[least] ?? "memory",
    from: rule.inForce.from,
    to: rule.inForce.to ?? null,
  };
}

export function ruleInWords(rule: Rule, pack: Pack): AnswerOf<typeof readRule> {
  const values = latestValues(rule);
  const meanings = new Map([...commonFacts, ...pack.facts].map((it) => [it.name, it.meaning]));
  return {
    ...headOf(rule),
    pack: { id: pack.id, title: pack.title },
    where: rule.when === undefined ? null : explain(rule.when, pack, values),
    mustHold: explain(rule.test, pack, values),
    remedy: rule.remedy,
    datedBy: rule.datedBy ?? "act",
    whenUnknown: rule.whenUnknown ?? "deny",
    parameters: Object.entries(rule.parameters ?? {}).map(([name, dated]) => ({
      name,
      values: dated.map((it) => ({
        from: it.from,
        to: it.to ?? null,
        value: valueWords(it.value, name),
        cite: citationOf(it.cite),
      })),
    })),
    citations: rule.cite.map(citationOf),
    facts: [...readingOf(rule.when, rule.test).facts]
      .filter((name) => !name.startsWith("event."))
      .map((name) => ({ name, meaning: meanings.get(name) ?? null })),
    examples: runExamples(rule, pack).map(({ title, shows, failures }) => ({
      title,
      shows,
      failures: [...failures],
    })),
  };
}

/** The words of a rule hold the newest values; all of them stand below with their dates. */
function latestValues(rule: Rule): Record<string, ParameterValue> {
  return Object.fromEntries(
    Object.entries(rule.parameters ?? {}).flatMap(([name, dated]) => {
      const last = [...dated].sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
      return last === undefined ? [] : [[name, last.value]];
    }),
  );
}

function citationOf(it: Citation): AnswerOf<typeof readRule>["citations"][number] {
  const { instrument, article, status, checkedOn } = it;
  return { instrument, article, status, checkedOn, note: it.note ?? null };
}
