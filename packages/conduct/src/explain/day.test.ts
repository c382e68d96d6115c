import { parseInstant, parseZone } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { within } from "../rule/condition.ts";
import type { Pack } from "../rule/rule.ts";
import { dayOfAct } from "./day.ts";

const cite = {
  instrument: "a test law",
  article: "1",
  status: "verified",
  checkedOn: "2026-01-01",
} as const;

const pack: Pack = {
  id: "t",
  version: "1",
  title: { en: "Test", zh: "测试" },
  zone: "person",
  calendar: "weekdays",
  facts: [],
  rules: [
    {
      id: "t.hours",
      version: 1,
      title: { en: "By day only", zh: "仅限日间" },
      governs: ["call"],
      inForce: { from: "2020-01-01" },
      test: within({ bands: [{ from: "08:00", to: "21:00" }], zone: "person", edges: "[)" }),
      severity: "defer",
      force: "prohibition",
      cite: [cite],
      remedy: { en: "Wait.", zh: "请等待。" },
      examples: "",
    },
  ],
};

test("the day of an act: quiet, open, quiet, with the rule behind each and what was done", () => {
  const zone = parseZone("Asia/Shanghai")!;
  const at = parseInstant("2026-11-25T15:00:00+08:00")!;
  const history = ["2026-11-25T09:30:00+08:00", "2026-11-24T09:30:00+08:00"].map((one) => ({
    at: parseInstant(one)!,
    kind: "call",
    fields: {},
  }));
  const question = {
    act: { kind: "call", fields: {} } as const,
    facts: {},
    history,
    zones: [zone],
  };
  const day = dayOfAct([pack], question, at, zone);
  expect(day.spans.map((it) => [it.from / 60, it.to / 60, it.outcome, it.rule?.id])).toEqual([
    [0, 8, "defer-until", "t.hours"],
    [8, 21, "allow", undefined],
    [21, 24, "defer-until", "t.hours"],
  ]);
  expect(day.contacts).toEqual([{ minute: 570, kind: "call" }]);
});
