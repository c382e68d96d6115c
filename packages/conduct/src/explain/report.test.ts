import { parseInstant, parseZone } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { evaluate, type Question } from "../evaluate/evaluate.ts";
import type { Value } from "../rule/act.ts";
import { all, atLeast, cap, is, known, not, param, within } from "../rule/condition.ts";
import type { Condition } from "../rule/condition.ts";
import type { Pack, Rule } from "../rule/rule.ts";
import { reportDecision } from "./report.ts";

const cite = {
  instrument: "a test law",
  article: "1",
  status: "verified",
  checkedOn: "2026-01-01",
} as const;
const zone = parseZone("Asia/Shanghai")!;
const at = (words: string): number => parseInstant(words)!;

function rule(name: string, it: Condition, more: Partial<Rule> = {}): Rule {
  return {
    id: `t.${name}`,
    version: 2,
    title: { en: `Rule ${name}`, zh: `规则 ${name}` },
    governs: ["call"],
    inForce: { from: "2020-01-01" },
    test: it,
    severity: "block",
    force: "prohibition",
    cite: [cite],
    remedy: { en: "Do otherwise.", zh: "请改正。" },
    examples: "",
    ...more,
  };
}

function packOf(...rules: readonly Rule[]): Pack {
  return {
    id: "t",
    version: "1",
    title: { en: "Test", zh: "测试" },
    zone: "Asia/Shanghai",
    calendar: "weekdays",
    facts: [],
    rules,
  };
}

function ask(
  values: Readonly<Record<string, Value>> = {},
  history: Question["history"] = [],
): Question {
  const facts = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, source: "core", observedAt: at("2026-11-01T00:00:00Z") },
    ]),
  );
  return { act: { kind: "call", fields: { agency: "agy_1" } }, facts, history, zones: [zone] };
}

const noon = at("2026-11-25T12:00:00+08:00");
const reportOn = (
  pack: Pack,
  it: Question,
  when: number = noon,
): ReturnType<typeof reportDecision> => reportDecision(evaluate([pack], it, when), [pack]);

test("a report names each fact with its value, its source and when it was said", () => {
  const pack = packOf(rule("paid", all(not(is("debt.isPaid")), known("act.agency"), is("x.y"))));
  const report = reportOn(pack, ask({ "debt.isPaid": false, "x.z": 1 }));
  expect(report.decision).toBe("deny");
  expect(report.unknownFacts).toEqual(["x.y"]);
  expect(report.unreadFacts).toEqual(["x.z"]);
  expect(report.because[0]?.says.en).toContain("fact x.y unknown: Rule paid. Do otherwise.");
  expect(report.trace.rules[0]?.facts).toEqual([
    { name: "debt.isPaid", value: false, source: "core", observedAt: "2026-11-01T00:00:00.000Z" },
    { name: "act.agency", value: "agy_1", source: "act", observedAt: null },
    { name: "x.y", value: null, source: "unknown", observedAt: null },
  ]);
  const silent = reportOn(packOf(rule("paid", not(is("debt.isPaid")))), ask());
  expect(silent.trace.rules[0]?.facts[0]).toMatchObject({ value: false, source: "no record" });
});

test("each event is counted or left out with the reason", () => {
  const most = { most: [{ from: "2020-01-01", value: 1, cite }] };
  const daily = cap({ of: { kinds: ["call"] }, in: { span: "day" }, max: param("most") });
  const pack = packOf(rule("daily", daily, { parameters: most, severity: "defer" }));
  const call = (words: string, kind = "call"): Question["history"][number] => ({
    at: at(words),
    kind,
    fields: {},
  });
  const history = [
    call("2026-11-24T23:59:59+08:00"),
    call("2026-11-25T00:00:00+08:00"),
    call("2026-11-25T08:00:00+08:00", "sms"),
  ];
  const report = reportOn(pack, ask({}, history));
  expect(report.decision).toBe("defer-until");
  expect(report.earliestLocal).toBe("2026-11-26T00:00:00+08:00[Asia/Shanghai]");
  const [count] = report.trace.rules[0]!.counts;
  expect(count).toMatchObject({ count: 1, max: 1, counted: [1] });
  expect(count?.leftOut.map((it) => [it.event, it.why.en])).toEqual([
    [0, "before the period"],
    [2, "of another kind"],
  ]);
});

test("duties and notes stand apart from what refuses", () => {
  const pack = packOf(
    rule("record", is("a.b"), { severity: "record" }),
    rule("ask", is("a.c"), { severity: "require" }),
  );
  const report = reportOn(pack, ask({ "a.b": false, "a.c": false }));
  expect(report.decision).toBe("require");
  expect(report.allowed).toBe(false);
  expect(report.obligations.map((it) => it.rule)).toEqual(["t.ask", "t.record"]);
  expect(report.flags.map((it) => it.rule)).toEqual(["t.record"]);
  expect(report.says.zh).toContain("须先完成规定事项");
});

test("full hours since an instant lead to the moment at which they are full", () => {
  const started = "2026-11-25T08:20:00+08:00";
  const waits = rule("rest", atLeast({ hoursSince: { fact: "shift.startedAt" } }, 6), {
    severity: "defer",
  });
  const report = reportOn(packOf(waits), ask({ "shift.startedAt": started }));
  expect(report.earliestLocal).toBe("2026-11-25T14:20:00+08:00[Asia/Shanghai]");
});

test("after a deadline in hours the act is lawful again at the next moment", () => {
  const late = { deadline: { from: { fact: "x.at" }, length: 5, unit: "hours" } } as const;
  const pack = packOf(rule("late", not(late), { severity: "defer" }));
  const decision = evaluate([pack], ask({ "x.at": "2026-11-25T10:00:00+08:00" }), noon);
  expect(decision.earliestAt).toBe(at("2026-11-25T15:00:00+08:00") + 1);
});

test("no hour of any day fits: the act is refused, not put off", () => {
  const hours = within({ bands: [{ from: "08:00", to: "08:00" }], zone: "person", edges: "[)" });
  const report = reportOn(packOf(rule("hours", hours, { severity: "defer" })), ask());
  expect(report).toMatchObject({ decision: "deny", earliestAt: null });
});
