import { z } from "@hono/zod-openapi";
import { ask, read } from "../endpoint/endpoint.ts";

const tag = "Rules of conduct";
const words = z.object({ en: z.string(), zh: z.string() });
const inPack = z.strictObject({ packId: z.string().max(40) });
const packIds = z
  .array(z.string().max(40))
  .min(1)
  .max(8)
  .openapi({ description: "Names of packs, such as `cn`; the strictest outcome wins." });

const citation = z.object({
  instrument: z.string(),
  article: z.string(),
  status: z.string().openapi({
    description: "verified, secondary, memory, draft, disputed or house-policy.",
  }),
  checkedOn: z.string(),
  note: z.string().nullable(),
});

const ruleHead = z.object({
  id: z.string(),
  version: z.int(),
  title: words,
  governs: z.array(z.string()),
  severity: z.string(),
  force: z.string(),
  status: z.string().openapi({ description: "The least certain status among its sources." }),
  from: z.string(),
  to: z.string().nullable(),
});

const actWord = z.object({ kind: z.string(), title: words });

export const listRulePacks = read({
  operationId: "listRulePacks",
  path: "/v1/rule-packs",
  tag,
  summary: "The rule packs that are loaded, with their rules in short",
  scope: "rules:read",
  answer: z
    .object({
      packs: z.array(
        z.object({
          id: z.string(),
          version: z.string(),
          title: words,
          zone: z.string(),
          rules: z.array(ruleHead),
        }),
      ),
      acts: z.array(actWord).openapi({ description: "Every kind of act, in words." }),
    })
    .openapi("RulePacks"),
});

export const readRule = read({
  operationId: "readRule",
  path: "/v1/rule-packs/{packId}/rules/{ruleId}",
  tag,
  summary: "One rule in words: what must hold, by which law, with which values since when",
  scope: "rules:read",
  params: inPack.extend({ ruleId: z.string().max(120) }),
  answer: ruleHead
    .extend({
      pack: z.object({ id: z.string(), title: words }),
      where: words.nullable().openapi({ description: "Whom and what it binds; null: everyone." }),
      mustHold: words,
      remedy: words,
      datedBy: z.string(),
      whenUnknown: z.string(),
      parameters: z.array(
        z.object({
          name: z.string(),
          values: z.array(
            z.object({ from: z.string(), to: z.string().nullable(), value: words, cite: citation }),
          ),
        }),
      ),
      citations: z.array(citation),
      facts: z.array(z.object({ name: z.string(), meaning: words.nullable() })),
      examples: z.array(
        z.object({ title: z.string(), shows: z.string(), failures: z.array(z.string()) }),
      ),
    })
    .openapi("Rule"),
  problems: ["rule-not-found"],
});

export const lintRulePacks = read({
  operationId: "lintRulePacks",
  path: "/v1/rule-lint",
  tag,
  summary: "What is wrong with the packs, and which acts no rule of a pack governs",
  scope: "rules:read",
  answer: z
    .object({
      packs: z.array(
        z.object({
          id: z.string(),
          faults: z.array(
            z.object({
              level: z.string(),
              code: z.string(),
              rule: z.string().nullable(),
              says: z.string(),
            }),
          ),
          coverage: z.record(z.string(), z.int()).openapi({
            description: "Rules by kind of act; absent where none governs it.",
          }),
          leavesOpen: z.record(z.string(), z.string()),
        }),
      ),
      acts: z.array(actWord),
    })
    .openapi("RuleLint"),
});

const scenario = z.record(z.string(), z.unknown()).openapi({
  description: "A scenario as in docs/schemas/conduct-scenario.schema.json.",
});

export const askRules = ask({
  operationId: "askRules",
  path: "/v1/rule-decisions",
  tag,
  summary: "Decide on an act by rule packs, with the whole trace; nothing is reserved or kept",
  scope: "rules:read",
  body: z.strictObject({ packs: packIds, scenario }).openapi("AskRules"),
  answer: z
    .object({
      report: z.record(z.string(), z.unknown()).openapi({
        description: "The decision and its trace, as `fairdue conduct check` gives it.",
      }),
      day: z.object({
        zone: z.string(),
        nowMinute: z.int(),
        spans: z.array(
          z.object({
            from: z.int(),
            to: z.int(),
            outcome: z.string(),
            rule: z.object({ id: z.string(), title: words, article: z.string() }).nullable(),
          }),
        ),
        contacts: z.array(z.object({ minute: z.int(), kind: z.string() })),
      }),
    })
    .openapi("RuleDecision"),
  problems: ["rule-pack-not-found"],
});

const brief = z.object({
  outcome: z.string(),
  earliestAt: z.string().nullable(),
  because: z.array(z.string()),
});

export const compareRulePacks = ask({
  operationId: "compareRulePacks",
  path: "/v1/rule-comparisons",
  tag,
  summary: "Which decisions of the gate would change under other packs",
  description:
    "Puts the newest decisions of the gate again, by the packs as they were and as they would be. " +
    "History and facts are taken as far as they were known at the time of each decision; a fact that " +
    "has been stated anew since then is unknown in both. `pack` is a whole pack as JSON.",
  scope: "rules:read",
  body: z
    .strictObject({
      before: packIds,
      after: z.array(z.string().max(40)).max(8),
      pack: z.record(z.string(), z.unknown()).optional(),
      most: z.int().min(1).max(2000).default(500),
    })
    .openapi("CompareRulePacks"),
  answer: z
    .object({
      decisions: z.int(),
      changes: z.array(
        z.object({
          decisionId: z.string(),
          borrowerId: z.string(),
          decidedAt: z.string(),
          channel: z.string(),
          recorded: z.string(),
          before: brief,
          after: brief,
        }),
      ),
    })
    .openapi("RuleComparison"),
  problems: ["rule-pack-not-found", "rule-pack-unsound"],
});

export const ruleEndpoints = [listRulePacks, readRule, lintRulePacks, askRules, compareRulePacks];
