import { expect, test } from "vitest";
import { cautiousPolicy } from "../assessment/policy.ts";
import { helpFor } from "../warning/warning.ts";
import { chooseLimits, type LimitCandidate, type LimitInput, reviewLimit } from "./index.ts";
import type { Pack } from "@fairdue/conduct";

/** A pack without rules: what is looked at here is the policy. */
const pack: Pack = {
  id: "none",
  version: "1",
  title: { en: "no rules", zh: "无规则" },
  zone: "Asia/Shanghai",
  calendar: "weekdays",
  facts: [],
  rules: [],
};
const bench = {
  policy: cautiousPolicy,
  packs: [pack],
  known: { facts: {}, happenings: [], zone: "Asia/Shanghai", at: Date.UTC(2026, 8, 1) },
};
const account: LimitInput = {
  accountId: "acc_one",
  limitMinor: 1_000_000,
  usedMinor: 300_000,
  limitMinorMax: 20_000_000,
  dpd: 0,
  probability: 0.02,
  isInHardship: false,
  askedMinor: null,
  affordableMinor: null,
  drivers: [],
};
const review = (more: Partial<LimitInput>) => reviewLimit({ ...account, ...more }, bench);

test("a cut has notice, and never takes what is in use", () => {
  expect(review({ probability: 0.2 })).toMatchObject({
    kind: "cut",
    toMinor: 700_000,
    needs: "notice",
  });
  expect(review({ probability: 0.2, usedMinor: 950_000 })).toMatchObject({ toMinor: 950_000 });
  expect(review({ probability: 0.2, usedMinor: 1_000_000 }).kind).toBe("keep");
});

test("a person in hardship is not cut, whatever the risk, and not tempted", () => {
  for (const probability of [0.001, 0.2, 0.9])
    expect(review({ probability, isInHardship: true, affordableMinor: 9e6 }).kind).toBe("keep");
});

test("a raise waits for a yes unless it was asked for, and needs to be affordable", () => {
  const low = { probability: 0.005 };
  expect(review(low).kind).toBe("keep");
  expect(review({ ...low, affordableMinor: 5_000_000 })).toMatchObject({
    kind: "raise",
    toMinor: 1_250_000,
    needs: "agreement",
  });
  const asked = { ...low, askedMinor: 3_000_000, affordableMinor: 2_000_000 };
  expect(review(asked)).toMatchObject({ kind: "raise", toMinor: 2_000_000, needs: "nothing" });
  expect(review({ ...asked, dpd: 3 }).kind).toBe("keep");
});

test("without law nothing is raised or cut", () => {
  const lawless = { ...bench, packs: [] };
  expect(reviewLimit({ ...account, probability: 0.2 }, lawless).kind).toBe("keep");
});

test("over the book the best raises within leverage are taken, and cuts within fairness", () => {
  const candidate = (k: number, kind: "raise" | "cut"): LimitCandidate => ({
    accountId: `acc_${kind}-${k}`,
    borrowerId: `brw_${kind}-${k}`,
    limitMinor: 1_000_000,
    usedMinor: 100_000 * (k + 1),
    probability: kind === "raise" ? 0.004 : 0.4,
    lossGivenDefaultPpm: 600_000,
    marginPpm: 146_000,
    segment: "cash-line",
    group: "north",
    proposal: {
      kind,
      toMinor: kind === "raise" ? 1_250_000 : 700_000,
      needs: "nothing",
      reasons: [],
      rules: [],
    },
  });
  const all = [0, 1, 2, 3].flatMap((k) => [candidate(k, "raise"), candidate(k, "cut")]);
  const plan = chooseLimits(all, {
    expectedLossMinorMax: 1_000_000,
    exposureMinorMax: 500_000,
    segmentMinorMax: {},
    cutsMax: { north: 1 },
  });
  expect(plan.ok).toBe(true);
  if (!plan.ok) return;
  const chosen = [...plan.value.chosen].sort();
  // Two raises fit, those whose use is highest; one cut may be made, where least margin is lost.
  expect(chosen).toEqual(["acc_cut-0", "acc_raise-2", "acc_raise-3"]);
});

test("help comes first: a reminder, then another day, then smaller instalments", () => {
  const base = { dpd: 0, mayMoveDueDay: true, maySpread: true, isInHardship: false };
  const help = (probability: number, more = {}) =>
    helpFor({ ...base, probability, ...more }, cautiousPolicy.warning);
  expect(help(0.05)).toEqual([]);
  expect(help(0.15)).toEqual(["reminder", "due-day-change"]);
  expect(help(0.5)).toEqual(["reminder", "due-day-change", "smaller-instalments"]);
  expect(help(0.5, { isInHardship: true })).toEqual([]);
});
