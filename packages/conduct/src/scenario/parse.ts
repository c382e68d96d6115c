import {
  accepted,
  type Outcome,
  parseZone,
  type Problem,
  refused,
  type Zone,
} from "@fairdue/kernel";
import type { Question } from "../evaluate/evaluate.ts";
import { contactKinds } from "../rule/act.ts";
import type { Fact } from "../rule/fact.ts";
import { ScenarioReader } from "./reader.ts";

/** A scenario that was read: the question, its instant, and the packs that it names. */
export type Scenario = {
  readonly id: string | null;
  readonly packs: readonly string[] | null;
  readonly at: number;
  readonly question: Question;
};

const topFields = [
  "id",
  "packs",
  "at",
  "zone",
  "zones",
  "timezone",
  "timeZone",
  "act",
  "facts",
  "history",
  "comment",
];

/** Reads a scenario (docs/schemas/conduct-scenario.schema.json); all problems at once. */
export function parseScenario(input: unknown): Outcome<Scenario, readonly Problem[]> {
  const reader = new ScenarioReader();
  const doc = reader.record(input, "scenario");
  if (doc === undefined) return refused(reader.problems);
  for (const name of Object.keys(doc))
    if (!topFields.includes(name)) reader.fail(name, doc[name], `one of ${topFields.join(", ")}`);
  const zones = reader.zones(doc);
  const act = reader.record(doc["act"], "act");
  const kind = act && reader.kind(act);
  const inAct = doc["at"] === undefined ? act?.["at"] : undefined;
  const told = inAct ?? doc["at"];
  const field = inAct === undefined ? "at" : "act.at";
  const isContact = kind !== undefined && contactKinds.includes(kind);
  const at = isContact ? reader.instant(told, field, zones) : reader.moment(told, field, zones);
  const facts = reader.facts(doc["facts"]);
  const history = reader.history(doc["history"], zones);
  const packs = doc["packs"] === undefined ? null : reader.words(doc["packs"], "packs");
  const fields = act === undefined ? {} : reader.fields(act, "act", zones);
  if (reader.problems.length > 0 || kind === undefined || at === undefined)
    return refused(reader.problems);
  return accepted({
    id: typeof doc["id"] === "string" ? doc["id"] : null,
    packs,
    at,
    question: { act: { kind, fields }, facts, history, zones: zonesKnown(zones, facts) },
  });
}

function zonesKnown(
  zones: readonly Zone[],
  facts: Readonly<Record<string, Fact | undefined>>,
): readonly Zone[] | undefined {
  if (zones.length > 0) return zones;
  const told = facts["person.zones"]?.value ?? facts["person.zone"]?.value;
  const list = (typeof told === "object" ? told : told === undefined ? [] : [told])
    .map((it) => parseZone(String(it)))
    .filter((it): it is Zone => it !== undefined);
  return list.length > 0 ? list : undefined;
}
