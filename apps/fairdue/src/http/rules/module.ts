import {
  askRules,
  compareRulePacks,
  lintRulePacks,
  listRulePacks,
  readRule,
  refusal,
  type Refused,
} from "@fairdue/api";
import {
  actKinds,
  dayOfAct,
  evaluate,
  lintPack,
  minuteOf,
  type Pack,
  parsePack,
  parseScenario,
  reportDecision,
} from "@fairdue/conduct";
import { accepted, type Outcome, parseZone, present, refused, type Zone } from "@fairdue/kernel";
import { packs as housePacks } from "@fairdue/packs";
import { foresee, rulesOfPacks, type Ruling, withWishes } from "@fairdue/servicing";
import { loadPastDecisions } from "@fairdue/store";
import { answers, type HttpModule } from "../compose/operation.ts";
import { headOf, ruleInWords } from "./wire.ts";

/** The law that is loaded: read in words, asked about an act, compared over what was decided. */
export const rulesModule: HttpModule = {
  name: "rules",
  operations: [
    answers(listRulePacks, async () =>
      accepted({
        packs: Object.values(housePacks).map((pack) => ({
          id: pack.id,
          version: pack.version,
          title: pack.title,
          zone: pack.zone,
          rules: pack.rules.map(headOf),
        })),
        acts,
      }),
    ),
    answers(readRule, async (_, { params }) => {
      const pack = packOf(params.packId);
      const rule = pack?.rules.find((it) => it.id === params.ruleId);
      return pack === undefined || rule === undefined
        ? refused(refusal("rule-not-found"))
        : accepted(ruleInWords(rule, pack));
    }),
    answers(lintRulePacks, async () =>
      accepted({ packs: Object.values(housePacks).map(lintOf), acts }),
    ),
    answers(askRules, async (_, { body }) => {
      const chosen = packsOf(body.packs);
      if (!chosen.ok) return chosen;
      const scenario = parseScenario(body.scenario);
      if (!scenario.ok) {
        const [first] = scenario.refusal;
        const field = `scenario.${first?.field ?? ""}`;
        return refused(refusal("invalid-request", { ...present(first, "a problem"), field }));
      }
      const { question, at } = scenario.value;
      const report = reportDecision(evaluate(chosen.value, question, at), chosen.value);
      const zone = question.zones?.[0] ?? zoneOf(chosen.value);
      const day = dayOfAct(chosen.value, question, at, zone);
      const spans = day.spans.map(({ rule, ...span }) => ({
        ...span,
        rule: rule && {
          id: rule.id,
          title: rule.title,
          article: rule.cite.map((it) => `${it.instrument} ${it.article}`).join("; "),
        },
      }));
      return accepted({
        report: { ...report },
        day: { zone, nowMinute: minuteOf(zone, at), spans, contacts: [...day.contacts] },
      });
    }),
    answers(compareRulePacks, async ({ database }, { body }) => {
      const before = packsOf(body.before);
      if (!before.ok) return before;
      const named = packsOf(body.after);
      if (!named.ok) return named;
      const own = body.pack === undefined ? accepted([]) : candidateOf(body.pack);
      if (!own.ok) return own;
      const past = await loadPastDecisions(database, body.most);
      const old = judgeBy(before.value);
      const fresh = judgeBy([...named.value, ...own.value]);
      const changes = past.flatMap((it) => {
        const was = old(it);
        const would = fresh(it);
        if (was.outcome === would.outcome && was.earliestAt === would.earliestAt) return [];
        return [
          {
            decisionId: it.decisionId,
            borrowerId: it.known.borrowerId,
            decidedAt: new Date(it.decidedAt).toISOString(),
            channel: it.act.channel,
            recorded: it.outcome,
            before: briefOf(was),
            after: briefOf(would),
          },
        ];
      });
      return accepted({ decisions: past.length, changes });
    }),
  ],
};

const acts = Object.entries(actKinds).map(([kind, title]) => ({ kind, title }));

function packOf(id: string): Pack | undefined {
  return Object.hasOwn(housePacks, id) ? housePacks[id] : undefined;
}

function packsOf(ids: readonly string[]): Outcome<readonly Pack[], Refused> {
  const found: Pack[] = [];
  for (const id of ids) {
    const pack = packOf(id);
    const expected = `one of ${Object.keys(housePacks).join(", ")}`;
    if (pack === undefined)
      return refused(refusal("rule-pack-not-found", { field: "packs", value: id, expected }));
    found.push(pack);
  }
  return accepted(found);
}

/** A pack that somebody proposes: it must load, as any other. */
function candidateOf(input: unknown): Outcome<readonly Pack[], Refused> {
  const read = parsePack(input);
  if (!read.ok) {
    const [first] = read.refusal;
    return refused(refusal("rule-pack-unsound", present(first, "a problem")));
  }
  const fault = lintPack(read.value).find((it) => it.level === "error");
  if (fault === undefined) return accepted([read.value]);
  const field = `pack.${fault.rule ?? ""}`;
  return refused(refusal("rule-pack-unsound", { field, value: fault.code, expected: fault.says }));
}

/** The zone in which a day is shown where nobody knows the person's: the law's own. */
function zoneOf(packs: readonly Pack[]): Zone {
  const own = packs.find((it) => it.zone !== "person");
  return present(parseZone(own?.zone ?? packs[0]?.home ?? "UTC"), "a zone");
}

type Past = Awaited<ReturnType<typeof loadPastDecisions>>[number];

function judgeBy(packs: readonly Pack[]): (it: Past) => Ruling {
  const rules = withWishes(rulesOfPacks(Object.fromEntries(packs.map((it) => [it.id, it]))));
  const ids = packs.map((it) => it.id);
  return ({ act, known, decidedAt }) =>
    foresee({ act, known: { ...known, packs: ids }, rules }, decidedAt);
}

function briefOf(it: Ruling): {
  outcome: string;
  earliestAt: string | null;
  because: string[];
} {
  const earliestAt = it.earliestAt === null ? null : new Date(it.earliestAt).toISOString();
  return { outcome: it.outcome, earliestAt, because: [...it.rules] };
}

function lintOf(pack: Pack): {
  id: string;
  faults: { level: string; code: string; rule: string | null; says: string }[];
  coverage: Record<string, number>;
  leavesOpen: Record<string, string>;
} {
  const coverage: Record<string, number> = {};
  for (const rule of pack.rules)
    for (const kind of rule.governs) coverage[kind] = (coverage[kind] ?? 0) + 1;
  return {
    id: pack.id,
    faults: faultsOf(pack).map((it) => ({ ...it })),
    coverage,
    leavesOpen: { ...pack.leavesOpen },
  };
}

const linted = new WeakMap<Pack, ReturnType<typeof lintPack>>();

/** A pack does not change while the server runs: its examples are run once. */
function faultsOf(pack: Pack): ReturnType<typeof lintPack> {
  const known = linted.get(pack) ?? lintPack(pack);
  linted.set(pack, known);
  return known;
}
