import { day } from "@fairdue/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  affordable,
  offerBandOf,
  decideWaiver,
  housePolicy,
  judgeCourse,
  policyFaults,
  type OfferPolicy,
} from "./index.ts";

describe("what can be paid", () => {
  const floor = housePolicy.floor;
  const none = {
    housingMinor: 0,
    foodMinor: 0,
    careMinor: 0,
    transportMinor: 0,
    otherNeedsMinor: 0,
  };

  test("income less needs and other debts, and of the rest a share in whole yuan", () => {
    const it = {
      ...none,
      incomeMinor: 600_000,
      housingMinor: 250_000,
      otherDebtsMinor: 50_050,
      people: 1,
    };
    expect(affordable(it, floor)).toMatchObject({
      needsMinor: 250_000,
      isByFloor: false,
      leftMinor: 299_950,
      payableMinor: 239_900,
    });
  });

  test("somebody who states no needs is left what is needed to live", () => {
    const it = { ...none, incomeMinor: 300_000, otherDebtsMinor: 0, people: 2 };
    expect(affordable(it, floor)).toMatchObject({
      needsMinor: 280_000,
      isByFloor: true,
      payableMinor: 16_000,
    });
  });

  test("never more than is left, never less than nothing", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 1, max: 9 }), (a, b, c, people) => {
        const it = { ...none, incomeMinor: a, foodMinor: b, otherDebtsMinor: c, people };
        const { payableMinor, leftMinor } = affordable(it, floor);
        expect(payableMinor).toBeGreaterThanOrEqual(0);
        expect(payableMinor).toBeLessThanOrEqual(leftMinor);
      }),
    );
  });
});

describe("the policy of the house", () => {
  test("has no fault and one band for every case", () => {
    expect(policyFaults(housePolicy)).toEqual([]);
    for (const dpd of [0, 30, 31, 90, 91, 5000])
      for (const hasHardship of [true, false])
        expect(offerBandOf(housePolicy, { dpd, hasHardship })).toBeDefined();
  });

  test("two bands that hold the same case are a fault", () => {
    const [first] = housePolicy.bands;
    const twice: OfferPolicy = {
      ...housePolicy,
      bands: first ? [first, { ...first, id: "again" }] : [],
    };
    expect(policyFaults(twice)).toHaveLength(1);
  });
});

describe("who may give up how much", () => {
  const ask = (givenUpMinor: number, principalMinor = 0) =>
    ({ givenUpMinor, principalMinor, owedMinor: 1_000_000 }) as const;

  test("a collector up to 200.00 of charges; above it a second person", () => {
    expect(decideWaiver(housePolicy, ask(20_000), ["collector"])).toEqual({ kind: "alone" });
    expect(decideWaiver(housePolicy, ask(20_001), ["collector"])).toEqual({
      kind: "second-person",
      because: "amount",
    });
  });

  test("principal is not a collector's to give up", () => {
    expect(decideWaiver(housePolicy, ask(100, 100), ["collector"])).toEqual({
      kind: "second-person",
      because: "principal",
    });
  });

  test("nobody gives up more than nine tenths", () => {
    expect(decideWaiver(housePolicy, ask(900_001), ["finance-officer"])).toEqual({
      kind: "never",
      because: "share",
    });
  });
});

describe("how an arrangement ends", () => {
  const plan = { kind: "instalment-plan", months: 12, rate: 100 } as const;
  const course = {
    on: day("2026-06-01"),
    acceptedOn: day("2026-03-01"),
    dpd: 0,
    owedMinor: 500,
    paidMinor: 0,
  };

  test("it is broken when a payment is later than the days of grace, not on the last of them", () => {
    expect(judgeCourse(plan, { ...course, dpd: 10 }, 10)).toBe("running");
    expect(judgeCourse(plan, { ...course, dpd: 11 }, 10)).toBe("broken");
  });

  test("it is met when nothing is owed any more", () => {
    expect(judgeCourse(plan, { ...course, owedMinor: 0 }, 10)).toBe("met");
  });

  test("a settlement waits for its day, and no longer", () => {
    const waive = { principalMinor: 0, interestMinor: 1, feeMinor: 0, penaltyMinor: 0 };
    const it = { kind: "settlement", payMinor: 400, payBy: day("2026-06-01"), waive } as const;
    expect(judgeCourse(it, course, 10)).toBe("running");
    expect(judgeCourse(it, { ...course, on: day("2026-06-02") }, 10)).toBe("broken");
    expect(judgeCourse(it, { ...course, paidMinor: 400 }, 10)).toBe("met");
  });

  test("a holiday is over after its months", () => {
    const it = { kind: "holiday", months: 3, interest: "waived" } as const;
    expect(judgeCourse(it, { ...course, on: day("2026-05-31") }, 10)).toBe("running");
    expect(judgeCourse(it, course, 10)).toBe("met");
  });
});
