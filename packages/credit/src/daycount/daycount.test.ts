import { addDays, civilOf, day } from "@fairdue/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type DayCount, dayCounts, partsBetween, yearFraction } from "./daycount.ts";

function fraction(dayCount: DayCount, from: string, to: string): string {
  const it = yearFraction(dayCount, day(from), day(to));
  return (Number(it.numerator) / Number(it.denominator)).toFixed(8);
}

/** `from to parts-of-30/360-us parts-of-30e/360 days`, one row a line. */
function check(table: string): void {
  for (const line of table.trim().split("\n")) {
    const [from, to, us, eurobond, actual] = line.trim().split(/\s+/);
    const of = (it: DayCount): number => partsBetween(it, day(from ?? ""), day(to ?? ""));
    expect([line, of("30/360-us"), of("30e/360"), of("actual/360")]).toEqual([
      line,
      Number(us),
      Number(eurobond),
      Number(actual),
    ]);
  }
}

test("the worked periods of ISDA's paper on actual/actual", () => {
  // "EMU and market conventions: recent developments", ISDA, November 1998.
  expect(fraction("actual/actual-isda", "2003-11-01", "2004-05-01")).toBe("0.49772438");
  expect(fraction("actual/actual-isda", "1999-02-01", "1999-07-01")).toBe("0.41095890");
  expect(fraction("actual/actual-isda", "1999-07-01", "2000-07-01")).toBe("1.00137735");
  expect(fraction("actual/actual-isda", "2002-08-15", "2003-07-15")).toBe("0.91506849");
  expect(fraction("actual/actual-isda", "1999-07-30", "2000-01-30")).toBe("0.50389251");
});

test("the 30/360 conventions differ only around the 31st", () => {
  // ISDA, "30/360 day count conventions" (spreadsheet to the 2006 Definitions), rows of its table.
  check(`
    2007-01-15  2007-01-30   15   15   15
    2007-01-15  2007-02-15   30   30   31
    2007-01-15  2007-07-15  180  180  181
    2007-09-30  2008-03-31  180  180  183
    2007-09-30  2007-10-31   30   30   31
    2007-09-30  2008-09-30  360  360  366
    2007-01-15  2007-01-31   16   15   16
    2007-01-31  2007-02-28   28   28   28
    2007-02-28  2007-03-31   33   32   31
    2006-08-31  2007-02-28  178  178  181
    2007-02-28  2007-08-31  183  182  184
    2007-02-14  2007-02-28   14   14   14
    2007-02-26  2008-02-29  363  363  368
    2008-02-29  2009-02-28  359  359  365
    2008-02-29  2008-03-30   31   31   30
    2008-02-29  2008-03-31   32   31   31
    2007-08-31  2008-02-29  179  179  182
  `);
});

test("actual/365 fixed and actual/360 count days", () => {
  expect(fraction("actual/365-fixed", "2028-01-01", "2029-01-01")).toBe("1.00273973");
  expect(fraction("actual/360", "2026-01-15", "2026-02-15")).toBe("0.08611111");
});

test("a whole year is one year under actual/actual, common or leap", () => {
  expect(fraction("actual/actual-isda", "2027-01-01", "2028-01-01")).toBe("1.00000000");
  expect(fraction("actual/actual-isda", "2028-01-01", "2029-01-01")).toBe("1.00000000");
});

const someDay = fc.integer({ min: 0, max: 40_000 }).map((it) => addDays(day("1990-01-01"), it));

test("every convention but 30/360 US is additive: a span is the sum of its parts", () => {
  fc.assert(
    fc.property(someDay, someDay, someDay, (a, b, c) => {
      for (const it of dayCounts) {
        if (it === "30/360-us") continue;
        expect(partsBetween(it, a, b) + partsBetween(it, b, c)).toBe(partsBetween(it, a, c));
      }
    }),
  );
});

test("30/360 US equals 30E/360 on every period that does not end on a 31st", () => {
  fc.assert(
    fc.property(someDay, someDay, (from, to) => {
      fc.pre(civilOf(to).day !== 31);
      expect(partsBetween("30/360-us", from, to)).toBe(partsBetween("30e/360", from, to));
    }),
  );
});
