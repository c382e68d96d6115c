import { addDays, day } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { checkHardship, evidenceIds, hardshipKindIds, hardshipKinds, reaches } from "./index.ts";

const on = day("2026-11-10");

test("no kind of hardship asks for more than two papers to choose from", () => {
  for (const id of hardshipKindIds) {
    const { evidence } = hardshipKinds[id];
    expect(evidence.length).toBeGreaterThan(0);
    expect(evidence.length).toBeLessThanOrEqual(2);
    expect(evidence.every((one) => evidenceIds.includes(one))).toBe(true);
  }
});

test("a grant ends within its longest pause and is looked at before", () => {
  const grant = {
    outcome: "granted",
    kind: "lost-work",
    pauseUntil: addDays(on, 90),
    reviewOn: addDays(on, 80),
    reason: "seen",
  } as const;
  const known = { on, asked: [] };
  expect(checkHardship(grant, known).ok).toBe(true);
  expect(checkHardship({ ...grant, pauseUntil: addDays(on, 91) }, known).ok).toBe(false);
  expect(checkHardship({ ...grant, reviewOn: addDays(on, 91) }, known).ok).toBe(false);
});

test("nobody is declined for want of a paper that he was never asked for", () => {
  const refusal = { outcome: "declined", kind: "illness", reason: "no note" } as const;
  expect(checkHardship(refusal, { on, asked: [] }).ok).toBe(false);
  expect(checkHardship(refusal, { on, asked: ["medical-note"] }).ok).toBe(true);
});

test("a disaster of a city reaches its counties, between its days, and no other city", () => {
  const it = { disasterId: "flood", regions: ["5101"], from: on, until: addDays(on, 30) };
  expect(reaches(it, { region: "510107", on })).toBe(true);
  expect(reaches(it, { region: "510107", on: addDays(on, 31) })).toBe(false);
  expect(reaches(it, { region: "510704", on })).toBe(false);
});
