import {
  instantOf,
  parseDay,
  parseInstant,
  parseZone,
  present,
  type Problem,
  type Zone,
} from "@fairdue/kernel";
import { actKinds, type ActKind, type Happening, parseActKind, type Value } from "../rule/act.ts";
import type { Fact } from "../rule/fact.ts";
import {
  dashed,
  factName,
  fieldName,
  fieldsOfKind,
  mediumOfRequest,
  recordKindOf,
  fieldWord,
  instantNames,
  kindNames,
} from "./vocabulary.ts";

/** Kinds of happening beside the kinds of act. */
export const recordKinds: readonly string[] = [
  "consent",
  "request",
  "refusal",
  "notice",
  "payment",
  "promise",
  "complaint",
  "objection",
  "dispute",
  "application",
  "hardship-request",
  "missed-payment",
  "returned",
  "confirmation",
  "information",
];

const noonMs = 12 * 3_600_000;

type Loose = Readonly<Record<string, unknown>>;

/** Reads the parts of a scenario and gathers what is wrong with it. */
export class ScenarioReader {
  readonly problems: Problem[] = [];

  fail(field: string, value: unknown, expected: string): undefined {
    const shown = value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60);
    this.problems.push({ field, value: shown, expected });
    return undefined;
  }

  record(value: unknown, field: string): Loose | undefined {
    return isRecord(value) ? value : this.fail(field, value, "an object");
  }

  words(value: unknown, field: string): readonly string[] {
    const list: unknown = typeof value === "string" ? value.split(",") : value;
    if (Array.isArray(list) && list.every((it) => typeof it === "string")) return list;
    this.fail(field, value, "a list of words");
    return [];
  }

  zones(doc: Loose): readonly Zone[] {
    const told = doc["zones"] ?? doc["zone"] ?? doc["timezone"] ?? doc["timeZone"];
    if (told === undefined || told === null || told === "unknown") return [];
    const field = doc["zones"] === undefined ? "zone" : "zones";
    return this.words(told, field).flatMap((name) => {
      const zone = parseZone(name);
      if (zone !== undefined) return [zone];
      this.fail(field, name, "an IANA time zone such as Asia/Shanghai");
      return [];
    });
  }

  kind(act: Loose): ActKind | undefined {
    const value = firstOf(act, kindNames);
    const kind = typeof value === "string" ? parseActKind(dashed(value)) : undefined;
    return kind ?? this.fail("act.kind", value, `one of ${Object.keys(actKinds).join(", ")}`);
  }

  /** An instant with an offset, or a wall-clock time where the zone is given and single. */
  instant(value: unknown, field: string, zones: readonly Zone[]): number | undefined {
    const form = "an instant such as 2026-11-25T21:30:00+08:00 (no offset where the zone is given)";
    if (typeof value !== "string") return this.fail(field, value, form);
    const instant = parseInstant(value);
    if (instant !== undefined) return instant;
    return this.local(value, field, { zones, form });
  }

  /** As `instant`; what has no hour of its own (a decision, a charge) may be told by its day. */
  moment(value: unknown, field: string, zones: readonly Zone[]): number | undefined {
    const day = typeof value === "string" ? parseDay(value) : undefined;
    if (day === undefined) return this.instant(value, field, zones);
    return instantOf(zones[0] ?? present(parseZone("UTC"), "UTC"), day, noonMs);
  }

  private local(
    value: string,
    field: string,
    { zones, form }: { readonly zones: readonly Zone[]; readonly form: string },
  ): number | undefined {
    const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(value);
    const day = parseDay(local?.[1] ?? "");
    const [hour = 99, minute = 99, second = 99] = [local?.[2], local?.[3], local?.[4] ?? "0"].map(
      Number,
    );
    if (day === undefined || hour > 23 || minute > 59 || second > 59)
      return this.fail(field, value, form);
    const [zone, other] = zones;
    if (zone === undefined || other !== undefined)
      return this.fail(field, value, "an offset, for no single zone is given");
    return instantOf(zone, day, ((hour * 60 + minute) * 60 + second) * 1000);
  }

  facts(value: unknown): Readonly<Record<string, Fact | undefined>> {
    const facts: Record<string, Fact | undefined> = {};
    const record = value === undefined ? undefined : this.record(value, "facts");
    if (record) this.flatten(record, "", facts);
    return facts;
  }

  private flatten(record: Loose, prefix: string, facts: Record<string, Fact | undefined>): void {
    for (const [name, value] of Object.entries(record)) {
      const path = factName(prefix + name);
      if (value === null || value === "unknown") continue;
      const plain = asValue(value);
      if (plain !== undefined) facts[path] = { value: plain, source: "scenario", observedAt: null };
      else if (!isRecord(value)) this.fail(`facts.${path}`, value, "a value or a list of values");
      else if ("value" in value) this.sourced(value, path, facts);
      else this.flatten(value, `${path}.`, facts);
    }
  }

  private sourced(it: Loose, path: string, facts: Record<string, Fact | undefined>): void {
    if (it["value"] === null || it["value"] === "unknown") return;
    const value = asValue(it["value"]);
    if (value === undefined) {
      this.fail(`facts.${path}.value`, it["value"], "a value or a list of values");
      return;
    }
    const source = typeof it["source"] === "string" ? it["source"] : "scenario";
    const told = it["observedAt"];
    const at = told === undefined ? null : this.instant(told, `facts.${path}.observedAt`, []);
    facts[path] = { value, source, observedAt: at ?? null };
  }

  history(value: unknown, zones: readonly Zone[]): readonly Happening[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.fail("history", value, "a list of happenings");
      return [];
    }
    const list = value.flatMap((it: unknown, k) => {
      const happening = this.happening(it, `history[${k}]`, zones);
      return happening ? withConsent(happening) : [];
    });
    return list.sort((a, b) => a.at - b.at);
  }

  private happening(value: unknown, field: string, zones: readonly Zone[]): Happening | undefined {
    const it = this.record(value, field);
    if (it === undefined) return undefined;
    const at = this.happenedAt(firstOf(it, instantNames), `${field}.at`, zones);
    const told = firstOf(it, kindNames);
    const word = typeof told === "string" ? dashed(told) : "";
    const record = recordKindOf(word);
    const kind = parseActKind(word) ?? (recordKinds.includes(record) ? record : undefined);
    if (kind === undefined) {
      const right = `a kind of act, or one of ${recordKinds.join(", ")}`;
      return this.fail(`${field}.kind`, told, right);
    }
    return at === undefined
      ? undefined
      : { at, kind, fields: withMedium(this.fields(it, field, zones)) };
  }

  /** An event may be told by its day alone: it then lies at the first moment of that day. */
  private happenedAt(value: unknown, field: string, zones: readonly Zone[]): number | undefined {
    const day = typeof value === "string" ? parseDay(value) : undefined;
    const [zone] = zones;
    if (day !== undefined && zone !== undefined) return instantOf(zone, day, 0);
    return this.instant(value, field, zones);
  }

  /** Fields of an act or a happening: plain values; `until` and `withdrawnAt` become instants. */
  fields(it: Loose, path: string, zones: readonly Zone[]): Readonly<Record<string, Value>> {
    const told = firstOf(it, kindNames);
    const fields: Record<string, Value> = {
      ...fieldsOfKind(typeof told === "string" ? dashed(told) : ""),
    };
    const skipped = new Set([
      ...instantNames,
      "kind",
      ...(it["kind"] === undefined ? kindNames : []),
    ]);
    for (const [given, value] of Object.entries(it)) {
      const name = fieldName(given);
      if (skipped.has(name) || value === null || value === "unknown") continue;
      if (name === "until" || name === "withdrawnAt") {
        const end = this.instant(value, `${path}.${name}`, zones);
        if (end !== undefined) fields[name] = end;
      } else this.field(fields, name, { value, path: `${path}.${name}` });
    }
    return fields;
  }

  private field(
    fields: Record<string, Value>,
    name: string,
    it: { readonly value: unknown; readonly path: string },
  ): void {
    const plain = asValue(it.value);
    if (plain !== undefined) fields[name] = inHouseWords(name, plain);
    else if (isRecord(it.value))
      for (const [inner, value] of Object.entries(it.value))
        this.field(fields, `${name}.${inner}`, { value, path: `${it.path}.${inner}` });
    else this.fail(it.path, it.value, "a value or a list of values");
  }
}

/** A request in one word (`stop-calling`) is an opt-out from a medium. */
function withMedium(fields: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const { about } = fields;
  const channel = typeof about === "string" ? mediumOfRequest(about) : undefined;
  return channel === undefined ? fields : { ...fields, about: "opt-out", channel };
}

/** A contact in which the person also consents (`consent: "call-back"`) is two happenings. */
function withConsent(it: Happening): readonly Happening[] {
  const consent = it.fields["consent"];
  if (it.kind === "consent" || consent === undefined || consent === false) return [it];
  const about = consent === true ? {} : { about: fieldWord("about", String(consent)) };
  const { debts } = it.fields;
  const fields = debts === undefined ? about : { ...about, debts };
  return [it, { at: it.at, kind: "consent", fields }];
}

function inHouseWords(name: string, value: Value): Value {
  if (typeof value === "string") return fieldWord(name, value);
  if (name !== "about" || typeof value !== "object") return value;
  return value.map((it) => (typeof it === "string" ? fieldWord(name, it) : it));
}

function firstOf(it: Loose, names: readonly string[]): unknown {
  for (const name of names) if (it[name] !== undefined) return it[name];
  return undefined;
}

function isRecord(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asValue(value: unknown): Value | undefined {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  return value.every((it) => ["string", "number", "boolean"].includes(typeof it))
    ? (value as Value)
    : undefined;
}
