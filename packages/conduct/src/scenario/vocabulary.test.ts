import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actAliases } from "../rule/act.ts";
import { parseScenario } from "./parse.ts";
import { aliasWords } from "./vocabulary.ts";

const page = readFileSync(
  join(import.meta.dirname, "../../../../docs/cli/conduct-words.md"),
  "utf8",
);

test("every other word is published", () => {
  const words = [...Object.keys(actAliases), ...aliasWords()];
  expect(words.filter((it) => !page.includes(`\`${it}\``))).toEqual([]);
});

const plain = {
  zone: "America/New_York",
  at: "2026-04-07T10:00",
  act: { kind: "call", recipient: "borrower", debts: "card" },
  facts: { "person.isRepresented": true },
  history: [
    { at: "2026-04-01T00:00", kind: "call", outcome: "ring-out", direction: "inbound" },
    { at: "2026-04-02T09:00", kind: "request", about: "opt-out", channel: "call" },
  ],
};

test("a scenario in other words is the same scenario", () => {
  const other = {
    zone: "America/New_York",
    act: { type: "Phone Call", time: "2026-04-07T10:00", recipient: "consumer", account: "card" },
    at: "2026-04-07T10:00",
    facts: { consumer: { isRepresented: true } },
    history: [
      { date: "2026-04-01", channel: "phone", result: "no_answer", direction: "incoming" },
      { at: "2026-04-02T09:00", kind: "request", about: "stop calling" },
    ],
  };
  expect(parseScenario(other)).toEqual(parseScenario(plain));
});

test("a conversation with a consent is two happenings", () => {
  const read = parseScenario({
    ...plain,
    history: [{ at: "2026-04-01", kind: "call", outcome: "spoke", consent: "callback" }],
  });
  expect(read.ok && read.value.question.history.map((it) => [it.kind, it.fields["about"]])).toEqual(
    [
      ["call", undefined],
      ["consent", "call-back"],
    ],
  );
});

test("a contact told by its day alone is refused: it needs its hour", () => {
  expect(parseScenario({ ...plain, at: "2026-04-07" }).ok).toBe(false);
  expect(parseScenario({ ...plain, at: "2026-04-07", act: { kind: "late-fee" } }).ok).toBe(true);
});
