import { day, formatDay, formatMinor, minor, type RoundingMode, roundRatio } from "@fairdue/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayCounts, partsOfYear } from "../daycount/daycount.ts";
import { basisOf, exactInterest, rateUnits, weightOf } from "../interest/interest.ts";
import { carefulColumns, columnsByInstalment, roomFor } from "./columns.ts";
import { dueDaysOf } from "./due-days.ts";
import { exactInstalment, levelInstalment } from "./instalment.ts";
import { planColumns, planSchedule, type Schedule, type ScheduleTerms } from "./schedule.ts";
import { type InstalmentTerms, plainInstalments } from "./terms.ts";

/** 10 000 from 15 January 2026 at 0.04 % a day over 12 months: the worked case of the domain. */
const plain: ScheduleTerms = {
  principalMinor: minor(1_000_000),
  startOn: day("2026-01-15"),
  rate: 400,
  rateUnit: "ppm-day",
  dayCount: "actual/365-fixed",
  rounding: "half-up",
  method: "equal-instalment",
  terms: 12,
  firstDueOn: null,
  dueDay: null,
  firstDueDaysMin: 0,
  feePpm: 0,
  feePer: "plan",
  customPrincipalMinor: [],
  instalments: plainInstalments,
};

type Changes = Partial<Omit<ScheduleTerms, "instalments">> & {
  readonly instalments?: Partial<InstalmentTerms>;
};

function planned(changes: Changes = {}): Schedule {
  const instalments = { ...plainInstalments, ...changes.instalments };
  return planSchedule({ ...plain, ...changes, instalments });
}

/** The rows asked for, `number due principal interest fee balance`, and the totals in words. */
function check(changes: Changes, table: string): void {
  const { rows, totals, residues } = planned(changes);
  for (const line of table.trim().split("\n")) {
    const said = line.trim().replace(/\s+/g, " ");
    const [head] = said.split(" ");
    if (head === "total") {
      expect(
        `total interest ${formatMinor(minor(totals.interestMinor))} fee ${formatMinor(minor(totals.feeMinor))}`,
      ).toBe(said);
    } else if (head === "residue") {
      const found = residues.map(
        (it) => `${it.of} ${it.row} ${formatMinor(minor(it.amountMinor))}`,
      );
      expect(["residue", ...found].join(" ")).toBe(said);
    } else {
      const row = rows.find((it) => String(it.number) === head);
      const amounts = row && [
        row.principalMinor,
        row.interestMinor,
        row.feeMinor,
        row.balanceMinor,
      ];
      expect(
        row &&
          amounts &&
          [head, formatDay(row.dueOn), ...amounts.map((it) => formatMinor(minor(it)))].join(" "),
      ).toBe(said);
    }
  }
}

test("equal instalments: 900.41 a month, the last 900.42, interest 804.93 in all", () =>
  check(
    {},
    `
    1   2026-02-15  776.41  124.00  0.00  9223.59
    2   2026-03-15  797.11  103.30  0.00  8426.48
    12  2027-01-15  889.39   11.03  0.00     0.00
    total interest 804.93 fee 0.00
    residue instalment 12 0.01
  `,
  ));

test("equal principal: the last row takes the cent that does not divide", () =>
  check(
    { method: "equal-principal" },
    `
    1   2026-02-15  833.33  124.00  0.00  9166.67
    2   2026-03-15  833.33  102.67  0.00  8333.34
    12  2027-01-15  833.37   10.33  0.00     0.00
    residue principal 12 0.04
  `,
  ));

test("interest first costs 1 460.00: the principal is in use all year", () =>
  check(
    { method: "interest-first" },
    `
    1   2026-02-15      0.00  124.00  0.00  10000.00
    12  2027-01-15  10000.00  124.00  0.00      0.00
    total interest 1460.00 fee 0.00
  `,
  ));

test("a bullet is one row at the end of the term, interest simple", () =>
  check({ method: "bullet" }, `1 2027-01-15 10000.00 1460.00 0.00 0.00`));

test("a plan of one's own principal", () =>
  check(
    {
      method: "custom-principal",
      customPrincipalMinor: [200_000, 0, 800_000].map((it) => minor(it)),
    },
    `
    1  2026-02-15  2000.00  124.00  0.00  8000.00
    2  2026-03-15     0.00   89.60  0.00  8000.00
    3  2026-04-15  8000.00   99.20  0.00     0.00
  `,
  ));

test("a flat fee: 8.8 % over twelve, or 0.75 % on each instalment", () => {
  check(
    { method: "flat-fee", feePpm: 88_000 },
    `
    1   2026-02-15  833.33  0.00  73.37  9166.67
    2   2026-03-15  833.33  0.00  73.33  8333.34
    12  2027-01-15  833.37  0.00  73.33     0.00
    total interest 0.00 fee 880.00
    residue principal 12 0.04 fee 1 0.04
  `,
  );
  check(
    {
      method: "flat-fee",
      feePpm: 7_500,
      feePer: "instalment",
      instalments: { feeResidue: "last" },
    },
    `
    1   2026-02-15  833.33  0.00  75.00  9166.67
    total interest 0.00 fee 900.00
  `,
  );
});

test("every 14 days, every 2 weeks, every quarter", () => {
  const dues = (changes: Changes): string[] =>
    planned({ terms: 3, ...changes }).rows.map((row) => formatDay(row.dueOn));
  const fortnights = ["2026-01-29", "2026-02-12", "2026-02-26"];
  expect(dues({ instalments: { every: { unit: "day", count: 14 } } })).toEqual(fortnights);
  expect(dues({ instalments: { every: { unit: "week", count: 2 } } })).toEqual(fortnights);
  expect(dues({ instalments: { every: { unit: "month", count: 3 } } })).toEqual([
    "2026-04-15",
    "2026-07-15",
    "2026-10-15",
  ]);
});

test("the 31st is clamped to the month's end, always from the seed", () => {
  const dues = planned({ startOn: day("2027-10-31"), terms: 6 }).rows;
  expect(dues.map((row) => formatDay(row.dueOn))).toEqual([
    "2027-11-30",
    "2027-12-31",
    "2028-01-31",
    "2028-02-29",
    "2028-03-31",
    "2028-04-30",
  ]);
});

test("an irregular first period bears interest for its own days", () =>
  check(
    { firstDueOn: day("2026-03-20"), dueDay: 20, method: "equal-principal", terms: 2 },
    `
    1  2026-03-20  5000.00  256.00  0.00  5000.00
    2  2026-04-20  5000.00   62.00  0.00     0.00
  `,
  ));

test("a fixed due day lies at least so many days after the start", () => {
  const first = (startOn: string): string => {
    const { rows } = planned({ startOn: day(startOn), dueDay: 20, firstDueDaysMin: 5 });
    return formatDay(rows[0]?.dueOn ?? day(startOn));
  };
  expect([first("2026-01-15"), first("2026-01-16")]).toEqual(["2026-01-20", "2026-02-20"]);
});

test("a down payment falls due at once, without interest, outside the level instalment", () =>
  check(
    { terms: 3, instalments: { downPaymentPpm: 250_000 } },
    `
    0  2026-01-15  2500.00   0.00  0.00  7500.00
    1  2026-02-15  2467.24  93.00  0.00  5032.76
    2  2026-03-15  2503.87  56.37  0.00  2528.89
    3  2026-04-15  2528.89  31.36  0.00     0.00
    residue instalment 3 0.01
  `,
  ));

test("instalments in whole yuan: the last, or the first, row takes what that leaves", () => {
  check(
    { instalments: { multipleMinor: 100 } },
    `
    1   2026-02-15  776.00  124.00  0.00  9224.00
    residue instalment 12 5.29
  `,
  );
  const first = planned({ instalments: { multipleMinor: 100, residue: "first" } });
  expect(first.residues.map((it) => [it.row, it.of, it.amountMinor])).toEqual([
    [1, "instalment", 463],
    [12, "instalment", -2],
  ]);
});

test("smoothing moves the level until the last row is near", () => {
  const rounded = planned({ terms: 60, instalments: { multipleMinor: 1000 } });
  const smooth = planned({ terms: 60, instalments: { multipleMinor: 1000, finalRow: "smoothed" } });
  const excess = (it: Schedule): number =>
    Math.abs((it.rows.at(-1)?.totalMinor ?? 0) - (it.rows[0]?.totalMinor ?? 0));
  expect(excess(smooth)).toBeLessThan(excess(rounded));
});

test("due days roll over the Chinese calendar, and an unannounced year is said to be uncertain", () => {
  const { rows } = planned({
    startOn: day("2026-09-01"),
    terms: 5,
    instalments: { calendar: "cn", roll: "following" },
  });
  expect(rows.map((row) => `${formatDay(row.dueOn)} ${row.isCertain}`)).toEqual([
    "2026-10-08 true",
    "2026-11-02 true",
    "2026-12-01 true",
    "2027-01-01 false",
    "2027-02-01 false",
  ]);
});

test("a monthly rate bears a twelfth of the year whatever the month's length", () =>
  check(
    { rateUnit: "ppm-month", dayCount: "30e/360", rate: 10_000, terms: 12 },
    `
    1   2026-02-15  788.49  100.00  0.00  9211.51
    2   2026-03-15  796.37   92.12  0.00  8415.14
  `,
  ));

test("one cent in three rows, one row, and no rate at all", () => {
  check(
    { principalMinor: minor(1), method: "equal-principal", terms: 3 },
    `3 2026-04-15 0.01 0.00 0.00 0.00`,
  );
  check({ rate: 0, terms: 1 }, `1 2026-02-15 10000.00 0.00 0.00 0.00`);
  check({ rate: 0, terms: 3 }, `1 2026-02-15 3333.33 0.00 0.00 6666.67`);
});

const modes: readonly RoundingMode[] = ["half-up", "half-even", "half-down", "up", "down"];

const someTerms: fc.Arbitrary<ScheduleTerms> = fc
  .record({
    principal: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 2e9 })),
    start: fc.integer({ min: 14_000, max: 24_000 }),
    rate: fc.integer({ min: 0, max: 2_000 }),
    unit: fc.constantFrom(...rateUnits),
    dayCount: fc.constantFrom(...dayCounts),
    rounding: fc.constantFrom(...modes),
    method: fc.constantFrom(
      "equal-instalment" as const,
      "equal-principal" as const,
      "interest-first" as const,
      "bullet" as const,
      "flat-fee" as const,
    ),
    terms: fc.integer({ min: 1, max: 60 }),
    every: fc.record({
      unit: fc.constantFrom("day" as const, "week" as const, "month" as const),
      count: fc.integer({ min: 1, max: 40 }),
    }),
    multipleMinor: fc.constantFrom(1, 5, 100),
    residue: fc.constantFrom("first" as const, "last" as const),
    downPaymentPpm: fc.constantFrom(0, 100_000),
    feePpm: fc.integer({ min: 0, max: 200_000 }),
  })
  .map((it) => ({
    ...plain,
    principalMinor: minor(it.principal),
    startOn: day("1970-01-01") && planDay(it.start),
    rate: it.rate,
    rateUnit: it.unit,
    dayCount: it.dayCount,
    rounding: it.rounding,
    method: it.method,
    terms: it.terms,
    feePpm: it.feePpm,
    instalments: {
      ...plainInstalments,
      every:
        it.every.unit === "month" ? { ...it.every, count: 1 + (it.every.count % 12) } : it.every,
      multipleMinor: it.multipleMinor,
      residue: it.residue,
      downPaymentPpm: it.downPaymentPpm,
    },
  }));

function planDay(offset: number): ScheduleTerms["startOn"] {
  return dueDaysOf({
    startOn: day("1970-01-01"),
    every: { unit: "day", count: offset },
    count: 1,
    dueDay: null,
    firstDueOn: null,
    firstDueDaysMin: 0,
  })[0]!;
}

test("whatever the terms: principal is repaid to the unit, nothing is negative, due days rise", () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      const { rows, totals } = planSchedule(terms);
      expect(totals.principalMinor).toBe(terms.principalMinor);
      expect(rows.at(-1)?.balanceMinor).toBe(0);
      let last = terms.startOn - 1;
      for (const row of rows) {
        expect(row.dueOn).toBeGreaterThan(last);
        last = row.dueOn;
        const parts = [row.principalMinor, row.interestMinor, row.feeMinor, row.balanceMinor];
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("each row's interest is its period's exact interest, rounded once", () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      fc.pre(terms.method !== "flat-fee");
      const basis = basisOf({ ...terms, unit: terms.rateUnit });
      let from = terms.startOn;
      let balance: number = terms.principalMinor;
      for (const row of planSchedule(terms).rows) {
        const span = { principalMinor: balance, rate: terms.rate, from, to: row.dueOn };
        const exact = exactInterest(basis, span);
        const error = BigInt(row.interestMinor) * exact.denominator - exact.numerator;
        expect(error < exact.denominator && -error < exact.denominator).toBe(true);
        balance -= row.principalMinor;
        from = row.dueOn;
      }
    }),
  );
});

test("the level instalment of the fast path is that of integers of any size", () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      const basis = basisOf({ ...terms, unit: terms.rateUnit });
      const dueOn = planSchedule({ ...terms, method: "equal-principal" }).rows.map((r) => r.dueOn);
      const span = { startOn: terms.startOn - 1, dueOn, principalMinor: terms.principalMinor };
      const exactly = { ...span, startOn: terms.startOn, rate: terms.rate };
      fc.pre(terms.rate > 0);
      for (const multiple of [1, 100]) {
        const fast = levelInstalment(basis, exactly, multiple);
        expect(fast).toBe(exactInstalment(basis, exactly, multiple));
      }
    }),
    { numRuns: 300 },
  );
});

test("the fast columns are the careful ones, whatever is left over, and however the end comes", () => {
  fc.assert(
    fc.property(someTerms, fc.integer({ min: -500, max: 500 }), (terms, off) => {
      const basis = basisOf({ ...terms, unit: terms.rateUnit, rounding: "half-up" });
      const dueOn = planSchedule({ ...terms, method: "equal-principal" }).rows.map((r) => r.dueOn);
      const { startOn, principalMinor, rate } = terms;
      const span = { startOn, dueOn, principalMinor, rate };
      const instalment = Math.max(1, levelInstalment(basis, span) + off);
      for (const first of [instalment, instalment + off]) {
        const level = { instalment, first };
        const fast = columnsByInstalment(basis, span, level);
        const careful = carefulColumns(basis, span, level);
        expect(fast).toEqual(careful);
        for (let k = 0, balance: number = principalMinor; k < fast.count; k += 1) {
          const from = dueOn[k - 1] ?? startOn;
          const exact = exactInterest(basis, {
            principalMinor: balance,
            rate,
            from,
            to: dueOn[k]!,
          });
          const rounded = roundRatio(exact.numerator, exact.denominator, "half-up");
          expect(BigInt(fast.interestMinor[k]!)).toBe(rounded);
          balance -= fast.principalMinor[k]!;
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("columns in shared room are the rows of the schedule", () => {
  const room = roomFor(60);
  fc.assert(
    fc.property(someTerms, (terms) => {
      const { columns } = planColumns(terms, room);
      const { rows } = planSchedule(terms);
      const plan = rows.filter((row) => row.number > 0);
      expect(columns.count).toBe(plan.length);
      plan.forEach((row, k) => {
        expect(columns.principalMinor[k]).toBe(row.principalMinor);
        expect(columns.interestMinor[k]).toBe(row.interestMinor);
      });
    }),
  );
});

test("the identity: the sum of the daily accruals is the interest of the period, exactly", () => {
  fc.assert(
    fc.property(someTerms, fc.integer({ min: 1, max: 800 }), (terms, days) => {
      fc.pre(terms.dayCount !== "30/360-us");
      const basis = basisOf({ ...terms, unit: terms.rateUnit });
      const at = (k: number): ScheduleTerms["startOn"] => planDay(terms.startOn + k);
      const span = { principalMinor: terms.principalMinor, rate: terms.rate };
      let sum = 0n;
      for (let k = 0; k < days; k += 1) {
        sum += exactInterest(basis, { ...span, from: at(k), to: at(k + 1) }).numerator;
      }
      expect(sum).toBe(exactInterest(basis, { ...span, from: at(0), to: at(days) }).numerator);
    }),
    { numRuns: 50 },
  );
});

test("a whole year at 365 days costs the yearly rate, in every unit that is a year's", () => {
  for (const dayCount of dayCounts) {
    const basis = basisOf({ unit: "bp-year", dayCount, rounding: "half-up" });
    const parts = weightOf(basis, day("2026-01-01"), day("2027-01-01"));
    const expected = dayCount === "actual/360" ? 365 : partsOfYear(dayCount);
    expect(parts).toBe(expected);
  }
});
