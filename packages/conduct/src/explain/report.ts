import { formatInstant, type InstantMs, localTimeAt, parseZone, type Zone } from "@fairdue/kernel";
import { commonFacts } from "../rule/catalogue.ts";
import { countedIn, leftOutOf, type Tally } from "../evaluate/context.ts";
import {
  type Decision,
  type Finding,
  type Question,
  rankOf,
  valueOf,
} from "../evaluate/evaluate.ts";
import type { Happening } from "../rule/act.ts";
import type { Fact } from "../rule/fact.ts";
import type { Pack } from "../rule/rule.ts";
import { type Text, text } from "../rule/text.ts";
import { explain, factWords } from "./words.ts";

/** A decision as it is shown and kept: JSON, every rule with its law and the facts that it used. */
export type DecisionReport = {
  readonly decision: Decision["outcome"];
  readonly allowed: boolean;
  readonly at: string;
  /** With `defer-until`: the first lawful instant, in UTC and on the person's own clock. */
  readonly earliestAt: string | null;
  readonly earliestLocal: string | null;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly says: Text;
  /** The rules that made the decision, strictest law first. */
  readonly because: readonly RuleReason[];
  /** Rules that permit by a presumption or safe harbour only: it may be rebutted. */
  readonly presumed: readonly RuleReason[];
  /** What must be done before the act (`require`), or with it. */
  readonly obligations: readonly RuleReason[];
  readonly flags: readonly RuleReason[];
  /** Facts without which nothing could be permitted. */
  readonly unknownFacts: readonly string[];
  /** Facts of the scenario that no rule reads: a slip of the pen, perhaps. */
  readonly unreadFacts: readonly string[];
  readonly trace: { readonly rules: readonly RuleTrace[]; readonly events: readonly EventTrace[] };
};

export type RuleReason = {
  readonly rule: string;
  readonly effect: Finding["effect"];
  readonly says: Text;
};

export type RuleTrace = {
  readonly rule: string;
  readonly version: number;
  readonly pack: string;
  readonly title: Text;
  readonly result: Finding["result"];
  readonly effect: Finding["effect"];
  readonly severity: string;
  readonly force: string;
  readonly status: string;
  readonly isPresumedBound: boolean;
  readonly test: Text;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly facts: readonly FactTrace[];
  readonly counts: readonly CountTrace[];
  readonly citations: readonly unknown[];
  readonly remedy: Text;
};

export type FactTrace = {
  readonly name: string;
  readonly value: unknown;
  readonly source: string;
  readonly observedAt: string | null;
};

export type CountTrace = {
  readonly count: number;
  readonly max: number | null;
  readonly debt: string | null;
  readonly counted: readonly number[];
  readonly leftOut: readonly { readonly event: number; readonly why: Text }[];
};

export type EventTrace = { readonly event: number; readonly at: string; readonly kind: string };

export function reportDecision(it: Decision, packs: readonly Pack[]): DecisionReport {
  const { question } = it;
  const flagged = it.findings.filter((one) => one.effect === "allow-with-flags");
  const required = it.findings.filter((one) => one.effect === "require");
  const unknownFacts = new Set(
    it.findings.flatMap((one) => (one.result === "unknown" ? missingOf(one, question) : [])),
  );
  return {
    decision: it.outcome,
    allowed: rankOf[it.outcome] <= rankOf["allow-with-flags"],
    at: formatInstant(it.at as InstantMs),
    earliestAt: it.earliestAt === null ? null : formatInstant(it.earliestAt as InstantMs),
    earliestLocal: it.earliestAt === null ? null : localTime(it.earliestAt, zoneOf(it, packs)),
    packs: packs.map(({ id, version }) => ({ id, version })),
    says: sentenceOf(it),
    because: it.because.map((one) => reasonOf(one, question)),
    presumed: it.findings.filter(isPresumed).map(presumptionOf),
    obligations: [...required, ...flagged.filter((one) => one.rule.severity === "record")].map(
      (one) => reasonOf(one, question),
    ),
    flags: flagged.map((one) => reasonOf(one, question)),
    unknownFacts: [...unknownFacts],
    unreadFacts: unreadFacts(it, packs),
    trace: {
      rules: it.findings.map((one) => traceOf(one, question)),
      events: question.history.map((event, k) => eventTrace(event, k)),
    },
  };
}

/** A test that was passed where the law only presumes. */
function isPresumed(it: Finding): boolean {
  const { force } = it.rule;
  return it.result === "passed" && (force === "presumption" || force === "safe-harbour");
}

function presumptionOf(it: Finding): RuleReason {
  const { id, title } = it.rule;
  const says = text(
    `Presumed to comply; that may be rebutted: ${title.en}.`,
    `推定合规，但可被反驳：${title.zh}。`,
  );
  return { rule: id, effect: it.effect, says };
}

function eventTrace(event: Happening, place: number): EventTrace {
  const at = formatInstant(event.at as InstantMs);
  return { event: place, at, kind: event.kind, ...event.fields };
}

const words: Readonly<Record<Decision["outcome"], Text>> = {
  allow: text("Permitted.", "允许。"),
  "allow-with-flags": text("Permitted, with notes.", "允许，请注意提示事项。"),
  "defer-until": text("Not yet.", "暂不允许，请稍后进行。"),
  require: text("Permitted only after what is required has been done.", "须先完成规定事项。"),
  hold: text("On hold: a person must look at it.", "暂缓：须人工审查。"),
  deny: text("Refused.", "不允许。"),
};

function sentenceOf(it: Decision): Text {
  const first = it.because[0];
  const head = words[it.outcome];
  if (first === undefined) return head;
  const { says } = reasonOf(first, it.question);
  return text(`${head.en} ${says.en}`, `${head.zh}${says.zh}`);
}

function reasonOf(it: Finding, question: Question): RuleReason {
  const { rule } = it;
  const missing = it.result === "unknown" ? missingOf(it, question) : [];
  const says =
    missing.length === 0
      ? text(`${rule.title.en}. ${rule.remedy.en}`, `${rule.title.zh}。${rule.remedy.zh}`)
      : text(
          `fact ${missing.join(", ")} unknown: ${rule.title.en}. ${rule.remedy.en}`,
          `事实未知（${missing.map((name) => factWords(name, it).zh).join("、")}）：${rule.title.zh}。${rule.remedy.zh}`,
        );
  return { rule: rule.id, effect: it.effect, says };
}

/** Facts of an undecided rule that nobody told and that no absence explains. */
export function missingOf(it: Finding, question: Question): readonly string[] {
  const declared = [...commonFacts, ...it.pack.facts];
  return it.factNames.filter(
    (name) =>
      valueOf(name, question) === undefined &&
      declared.find((one) => one.name === name)?.absent === undefined,
  );
}

function traceOf(it: Finding, question: Question): RuleTrace {
  const { rule } = it;
  return {
    rule: rule.id,
    version: rule.version,
    pack: it.pack.id,
    title: rule.title,
    result: it.result,
    effect: it.effect,
    severity: rule.severity,
    force: rule.force,
    status: it.resolved.status,
    isPresumedBound: it.isPresumedBound,
    test: explain(rule.test, it.pack, it.resolved.values),
    parameters: it.resolved.values,
    facts: it.factNames.map((name) => factTrace(name, valueOf(name, question), it.pack)),
    counts: it.tallies.map(countTrace),
    citations: rule.cite,
    remedy: rule.remedy,
  };
}

function factTrace(name: string, value: ReturnType<typeof valueOf>, pack: Pack): FactTrace {
  if (isFact(value)) {
    const { observedAt } = value;
    const at = observedAt === null ? null : formatInstant(observedAt as InstantMs);
    return { name, value: value.value, source: value.source, observedAt: at };
  }
  if (value !== undefined) return { name, value, source: "act", observedAt: null };
  const absent = [...pack.facts, ...commonFacts].find((it) => it.name === name)?.absent;
  return absent === undefined
    ? { name, value: null, source: "unknown", observedAt: null }
    : { name, value: absent, source: "no record", observedAt: null };
}

function isFact(value: ReturnType<typeof valueOf>): value is Fact {
  return typeof value === "object" && "source" in value && !Array.isArray(value);
}

function countTrace(it: Tally): CountTrace {
  return {
    count: countedIn(it).length,
    max: it.max ?? null,
    debt: it.debt ?? null,
    counted: countedIn(it),
    leftOut: leftOutOf(it),
  };
}

function unreadFacts(it: Decision, packs: readonly Pack[]): readonly string[] {
  const declared = new Set(
    [...commonFacts, ...packs.flatMap((pack) => pack.facts)].map((one) => one.name),
  );
  const read = new Set(it.findings.flatMap((one) => one.factNames));
  const own = new Set(["person.zone", "contract.signedOn"]);
  return Object.keys(it.question.facts).filter(
    (name) => !declared.has(name) && !read.has(name) && !own.has(name),
  );
}

function zoneOf(it: Decision, packs: readonly Pack[]): Zone | undefined {
  const own = packs.find((pack) => pack.zone !== "person")?.zone;
  return it.question.zones?.[0] ?? (own === undefined ? undefined : parseZone(own));
}

function localTime(at: number, zone: Zone | undefined): string | null {
  if (zone === undefined) return null;
  const { offsetMs } = localTimeAt(zone, at as InstantMs);
  const wall = formatInstant((at + offsetMs) as InstantMs).slice(0, 19);
  const minutes = Math.abs(offsetMs) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const offset = `${offsetMs < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
  return `${wall}${offset}[${zone}]`;
}
