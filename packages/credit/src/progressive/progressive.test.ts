import { roundRatio } from "@fairdue/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { progressiveSchedule } from "./progressive.ts";
import type { Report } from "./report.ts";

type Json = Record<string, unknown>;

function schedule(document: Json): Report {
  const answer = progressiveSchedule({ profile: "progressive", ...document });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

/** Each row as `due  principal + interest  paid  balance`. */
function table(report: Report): string {
  return report.rows
    .map((row) =>
      row.number === null
        ? `${row.due} ${row.kind} ${row.principal}`
        : `${row.due} ${row.principal} + ${row.interest} paid ${row.paid} balance ${row.balance}`,
    )
    .join("\n");
}

function check(document: Json, expected: string): Report {
  const report = schedule(document);
  const lines = expected.split("\n").map((line) => line.trim());
  expect(table(report)).toBe(lines.filter((line) => line !== "").join("\n"));
  return report;
}

/** 1 % a month on 30 days of 360: every number below can be done by hand. */
const onePercent: Json = {
  startOn: "2026-01-01",
  instalments: 3,
  ratePercentYear: "12",
  daysInYear: 360,
  daysInMonth: 30,
  recalculation: true,
};

test("equal instalments: interest on the balance, the last row absorbs the cent", () =>
  // 300 × 0.01 ÷ (1 − 1.01⁻³) = 102.0066…
  check(
    { terms: { ...onePercent, principal: "300" } },
    `
    2026-01-01 disbursement 300.00
    2026-02-01 99.01 + 3.00 paid 0.00 balance 200.99
    2026-03-01 100.00 + 2.01 paid 0.00 balance 100.99
    2026-04-01 100.99 + 1.01 paid 0.00 balance 0.00
    `,
  ));

test("without interest the principal is shared, the last row takes the rest", () =>
  check(
    { terms: { startOn: "2026-01-15", instalments: 3, principal: "100.00" } },
    `
    2026-01-15 disbursement 100.00
    2026-02-15 33.33 + 0.00 paid 0.00 balance 66.67
    2026-03-15 33.33 + 0.00 paid 0.00 balance 33.34
    2026-04-15 33.34 + 0.00 paid 0.00 balance 0.00
    `,
  ));

test("whole multiples: the last row takes what rounding leaves", () =>
  check(
    {
      terms: {
        startOn: "2026-01-15",
        instalments: 3,
        principal: "1000",
        instalmentInMultiplesOf: 10,
      },
    },
    `
    2026-01-15 disbursement 1000.00
    2026-02-15 330.00 + 0.00 paid 0.00 balance 670.00
    2026-03-15 330.00 + 0.00 paid 0.00 balance 340.00
    2026-04-15 340.00 + 0.00 paid 0.00 balance 0.00
    `,
  ));

test("flat interest is earned on all that was lent, whatever was repaid", () =>
  // 3 × 300 × 1 % = 9.00, shared with the principal: 103.00 each
  check(
    { terms: { ...onePercent, principal: "300", interestMethod: "flat", recalculation: false } },
    `
    2026-01-01 disbursement 300.00
    2026-02-01 100.00 + 3.00 paid 0.00 balance 200.00
    2026-03-01 100.00 + 3.00 paid 0.00 balance 100.00
    2026-04-01 100.00 + 3.00 paid 0.00 balance 0.00
    `,
  ));

test("a due day on the 31st is clamped to the month and comes back", () => {
  const report = schedule({ terms: { startOn: "2026-01-31", instalments: 4, principal: "400" } });
  expect(report.rows.slice(1).map((row) => row.due)).toEqual([
    "2026-02-28",
    "2026-03-31",
    "2026-04-30",
    "2026-05-31",
  ]);
});

test("a fixed length moves the last due day only", () => {
  const report = schedule({
    terms: {
      startOn: "2026-01-01",
      instalments: 3,
      every: 15,
      unit: "days",
      fixedLength: 40,
      principal: "300",
    },
  });
  expect(report.rows.slice(1).map((row) => row.due)).toEqual([
    "2026-01-16",
    "2026-01-31",
    "2026-02-10",
  ]);
});

test("a year of 366 days counts all through a leap year, or only around 29 February", () => {
  const interest = (leapYear: string): string[] =>
    schedule({
      terms: {
        principal: "1000",
        startOn: "2024-01-31",
        instalments: 2,
        ratePercentYear: "36.5",
        leapYear,
      },
    })
      .rows.slice(1)
      .map((row) => row.interest);
  // 1000 × 0.365 × 29 ÷ 366; the second row, 31 days without the 29th, earns by 365 instead.
  const full = interest("full-leap-year");
  const narrow = interest("feb-29-period-only");
  expect([full[0], narrow[0]]).toEqual(["28.92", "28.92"]);
  expect(Number(narrow[1]) / Number(full[1])).toBeCloseTo(366 / 365, 3);
});

test("a down payment is due at once, without interest, outside the instalments", () =>
  check(
    {
      terms: { ...onePercent, principal: "400", downPayment: { percent: 25, automatic: true } },
    },
    `
    2026-01-01 disbursement 400.00
    2026-01-01 100.00 + 0.00 paid 100.00 balance 300.00
    2026-02-01 99.01 + 3.00 paid 0.00 balance 200.99
    2026-03-01 100.00 + 2.01 paid 0.00 balance 100.99
    2026-04-01 100.99 + 1.01 paid 0.00 balance 0.00
    `,
  ));

test("a tranche is shared by the rows after it", () =>
  // after the first row 200.99 + 100 over two rows: 300.99 × 0.01 ÷ (1 − 1.01⁻²) = 152.756…
  check(
    {
      terms: onePercent,
      events: [
        { type: "disbursement", on: "2026-01-01", amount: "300" },
        { type: "disbursement", on: "2026-02-01", amount: "100" },
      ],
    },
    `
    2026-01-01 disbursement 300.00
    2026-02-01 99.01 + 3.00 paid 0.00 balance 200.99
    2026-02-01 disbursement 100.00
    2026-03-01 149.75 + 3.01 paid 0.00 balance 151.24
    2026-04-01 151.24 + 1.51 paid 0.00 balance 0.00
    `,
  ));

const lent = { type: "disbursement", on: "2026-01-01", amount: "300" };
const paidFirst = { type: "repayment", on: "2026-02-01", amount: "102.01" };

test("overdue principal goes on earning until it is paid", () =>
  // 99.01 unpaid from 1 February: on 1 March the second row has earned 1 % of all 300
  check(
    { terms: onePercent, events: [lent], asOf: "2026-03-01" },
    `
    2026-01-01 disbursement 300.00
    2026-02-01 99.01 + 3.00 paid 0.00 balance 200.99
    2026-03-01 99.01 + 3.00 paid 0.00 balance 101.98
    2026-04-01 101.98 + 1.02 paid 0.00 balance 0.00
    `,
  ));

test("interest on past-due principal can be left to a penalty", () =>
  check(
    {
      terms: { ...onePercent, recalculation: { interestOnPastDue: false } },
      events: [lent],
      asOf: "2026-03-01",
    },
    `
    2026-01-01 disbursement 300.00
    2026-02-01 99.01 + 3.00 paid 0.00 balance 200.99
    2026-03-01 100.00 + 2.01 paid 0.00 balance 100.99
    2026-04-01 100.99 + 1.01 paid 0.00 balance 0.00
    `,
  ));

test("a payoff on a due day takes the principal and nothing that was not earned", () => {
  const quote = schedule({ terms: onePercent, events: [lent, paidFirst], payoffOn: "2026-02-01" });
  expect(quote.payoff).toMatchObject({ principal: "200.99", interest: "0.00", total: "200.99" });
  const middle = schedule({ terms: onePercent, events: [lent, paidFirst], payoffOn: "2026-02-15" });
  expect(middle.payoff.interest).toBe("1.00"); // 200.99 × 1 % × 14 ÷ 28
});

test("a payoff that counts to the rest day takes the interest of the whole row", () => {
  const terms = { ...onePercent, recalculation: { preClose: "till-rest-date" } };
  const quote = schedule({ terms, events: [lent, paidFirst], payoffOn: "2026-02-15" });
  expect(quote.payoff.interest).toBe("2.01");
});

test("money in advance goes where the future rule says", () => {
  const paidPerRow = (future: string): string[] => {
    const report = schedule({
      terms: {
        startOn: "2026-01-01",
        instalments: 3,
        allocation: { default: { future } },
      },
      events: [lent, { type: "repayment", on: "2026-01-10", amount: "120" }],
    });
    return report.rows.slice(1).map((row) => row.paid);
  };
  expect(paidPerRow("next-instalment")).toEqual(["100.00", "20.00", "0.00"]);
  expect(paidPerRow("last-instalment")).toEqual(["0.00", "20.00", "100.00"]);
  expect(paidPerRow("next-last-instalment")).toEqual(["100.00", "0.00", "20.00"]);
  expect(paidPerRow("re-amortisation")).toEqual(["40.00", "40.00", "40.00"]);
});

test("component by component, all interest is taken before any principal", () => {
  const due = schedule({
    terms: {
      ...onePercent,
      recalculation: false,
      allocateAcross: "component-by-component",
    },
    events: [lent, { type: "repayment", on: "2026-03-02", amount: "5.01" }],
  });
  expect(due.transactions.at(-1)).toMatchObject({ interest: "5.01", principal: "0.00" });
});

test("a charge is paid before interest, one due after the end makes a row of its own", () => {
  const report = check(
    {
      terms: { startOn: "2026-01-01", instalments: 1, principal: "100" },
      events: [
        { type: "charge", on: "2026-01-05", due: "2026-01-20", kind: "penalty", amount: "7" },
        { type: "charge", on: "2026-01-06", due: "2026-02-20", kind: "fee", amount: "3" },
        { type: "repayment", on: "2026-01-07", amount: "50" },
      ],
    },
    `
    2026-01-01 disbursement 100.00
    2026-02-01 100.00 + 0.00 paid 50.00 balance 0.00
    2026-02-20 0.00 + 0.00 paid 0.00 balance 0.00
    `,
  );
  expect(report.transactions.at(-1)).toMatchObject({ penalties: "7.00", principal: "43.00" });
});

test("too much money is owed to the borrower, and a refund of it closes the account", () => {
  const report = schedule({
    terms: { startOn: "2026-01-01", instalments: 1, principal: "100" },
    events: [
      { type: "repayment", on: "2026-01-10", amount: "130" },
      { type: "credit-balance-refund", on: "2026-01-11", amount: "30" },
    ],
  });
  expect([report.overpaid, report.totals["outstanding"]]).toEqual(["0.00", "0.00"]);
});

test("a chargeback is owed again by the row in which it falls", () => {
  const report = schedule({
    terms: { startOn: "2026-01-01", instalments: 3 },
    events: [
      lent,
      { id: "paid", type: "repayment", on: "2026-02-01", amount: "100" },
      { type: "chargeback", on: "2026-02-10", of: "paid", amount: "100" },
    ],
  });
  expect(report.rows.map((row) => row.principal)).toEqual(["300.00", "100.00", "200.00", "100.00"]);
  expect(report.rows.at(-1)?.balance).toBe("0.00");
});

test("a pause stops interest for its days", () => {
  const report = schedule({
    terms: onePercent,
    events: [lent, { type: "interest-pause", on: "2026-02-02", through: "2026-03-01" }],
  });
  expect(report.rows.map((row) => row.interest)).toEqual(["0.00", "3.00", "0.00", "0.99"]); // 1 % of 98.98
});

test("a rate change gives the open rows a new instalment", () =>
  check(
    {
      terms: onePercent,
      events: [lent, paidFirst, { type: "rate-change", on: "2026-02-02", ratePercentYear: 0 }],
    },
    `
    2026-01-01 disbursement 300.00
    2026-02-01 99.01 + 3.00 paid 102.01 balance 200.99
    2026-03-01 100.50 + 0.00 paid 0.00 balance 100.49
    2026-04-01 100.49 + 0.00 paid 0.00 balance 0.00
    `,
  ));

test("re-amortisation spreads what is past due over the rows to come", () =>
  check(
    {
      terms: { startOn: "2026-01-01", instalments: 3 },
      events: [lent, { type: "re-amortisation", on: "2026-02-10" }],
    },
    `
    2026-01-01 disbursement 300.00
    2026-02-01 0.00 + 0.00 paid 0.00 balance 300.00
    2026-03-01 150.00 + 0.00 paid 0.00 balance 150.00
    2026-04-01 150.00 + 0.00 paid 0.00 balance 0.00
    `,
  ));

test("re-age replaces the open rows by new ones", () =>
  check(
    {
      terms: { startOn: "2026-01-01", instalments: 3 },
      events: [
        lent,
        { type: "repayment", on: "2026-02-01", amount: "100" },
        { type: "re-age", on: "2026-04-10", firstDueOn: "2026-05-01", instalments: 2 },
      ],
    },
    `
    2026-01-01 disbursement 300.00
    2026-02-01 100.00 + 0.00 paid 100.00 balance 200.00
    2026-03-01 0.00 + 0.00 paid 0.00 balance 200.00
    2026-04-01 0.00 + 0.00 paid 0.00 balance 200.00
    2026-05-01 100.00 + 0.00 paid 0.00 balance 100.00
    2026-06-01 100.00 + 0.00 paid 0.00 balance 0.00
    `,
  ));

test("a charge-off may call in everything on its day", () => {
  const report = schedule({
    terms: { ...onePercent, chargeOff: "accelerate-maturity" },
    events: [lent, paidFirst, { type: "charge-off", on: "2026-02-15" }],
  });
  const last = report.rows.at(-1);
  expect([last?.due, last?.principal, last?.interest]).toEqual(["2026-02-15", "200.99", "1.00"]);
});

test("bad input names every field, what it held and what would be right", () => {
  const answer = progressiveSchedule({
    profile: "progressive",
    terms: { startOn: "2026-02-30", instalments: 0, rate: 5 },
    events: [{ type: "repayment", on: "2026-01-01", amount: "1.005" }, { type: "pay" }],
  });
  if (answer.ok) throw new Error("accepted");
  expect(answer.refusal.map((it) => it.field)).toEqual([
    "terms.startOn",
    "terms.instalments",
    "terms.rate",
    "events[0].amount",
    "events[1].type",
    "events[1].on",
    "events[1].amount",
  ]);
});

test("an id that nothing has, or that two have, is refused", () => {
  const answer = progressiveSchedule({
    profile: "progressive",
    terms: { startOn: "2026-01-01", instalments: 1 },
    events: [
      { id: "a", type: "disbursement", on: "2026-01-01", amount: 5 },
      { id: "a", type: "chargeback", on: "2026-01-02", amount: 5, of: "b" },
    ],
  });
  expect(answer.ok).toBe(false);
});

/**
 * Equal 30-day months in exact fractions: an oracle that shares nothing with the engine. Where an
 * exact fraction is a tie, nineteen digits may fall on either side of it: those are left out.
 */
function byFractions(it: { principal: bigint; rows: number; ppmMonth: bigint }): bigint[][] {
  const one = 1_000_000n;
  const grown = (one + it.ppmMonth) ** BigInt(it.rows);
  const unit = one ** BigInt(it.rows);
  const emi =
    it.ppmMonth === 0n
      ? roundRatio(it.principal, BigInt(it.rows), "half-even")
      : roundRatio(it.principal * it.ppmMonth * grown, one * (grown - unit), "half-even");
  let balance = it.principal;
  return Array.from({ length: it.rows }, (_, index) => {
    fc.pre((balance * it.ppmMonth * 2n) % (2n * one) !== one);
    const interest = roundRatio(balance * it.ppmMonth, one, "half-even");
    const principal = index === it.rows - 1 ? balance : emi - interest;
    balance -= principal;
    return [principal, interest];
  });
}

test("against exact fractions, wherever no smoothing is called for", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 100n, max: 10_000_000n }),
      fc.integer({ min: 1, max: 36 }),
      fc.integer({ min: 0, max: 30 }),
      (principal, rows, percent) => {
        const expected = byFractions({ principal, rows, ppmMonth: BigInt(percent) * 1000n });
        fc.pre(expected.every((row) => row[0]! >= 0n));
        const sum = (row: bigint[]): bigint => row[0]! + row[1]!;
        const gap = sum(expected.at(-1)!) - sum(expected.at(-2) ?? expected[0]!);
        fc.pre((gap < 0n ? -gap : gap) <= BigInt(Math.floor(rows / 2)));
        const report = schedule({
          terms: {
            principalMinor: Number(principal),
            startOn: "2026-01-01",
            instalments: rows,
            ratePercentYear: String((percent * 12) / 10),
            daysInYear: 360,
            daysInMonth: 30,
          },
        });
        const found = report.rows
          .slice(1)
          .map((row) => [minor(row.principal), minor(row.interest)]);
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

const future = fc.constantFrom(
  "next-instalment",
  "last-instalment",
  "next-last-instalment",
  "re-amortisation",
);
const payments = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: 200 }), amount: fc.integer({ min: 1, max: 9000 }) }),
  { maxLength: 4 },
);

test("whatever is paid, nothing is lost: rows, transactions and payoff agree", () => {
  fc.assert(
    fc.property(
      payments,
      future,
      fc.boolean(),
      fc.constantFrom("row-by-row", "component-by-component"),
      (paid, rule, recalculation, allocateAcross) => {
        const document = {
          terms: {
            startOn: "2026-01-01",
            instalments: 4,
            ratePercentYear: "24",
            recalculation,
            allocateAcross,
            allocation: { default: { future: rule } },
          },
          events: [lent, ...paid.map((it) => repaymentOn(it.day, it.amount))],
        };
        const report = schedule(document);
        const received = paid.reduce((sum, it) => sum + BigInt(it.amount), 0n);
        expect(minor(report.totals["paid"]!) + minor(report.overpaid)).toBe(received);
        expect(report.totals["principal"]).toBe("300.00");
        for (const row of report.rows) expect(Number(row.outstanding)).toBeGreaterThanOrEqual(0);
        const reordered = schedule({ ...document, events: [...document.events].reverse() });
        expect(reordered.totals["principal"]).toBe("300.00");
      },
    ),
    { numRuns: 60 },
  );
});

test("a payoff quote, paid on its day, leaves exactly zero", () => {
  fc.assert(
    fc.property(payments, fc.integer({ min: 0, max: 160 }), (paid, day) => {
      const document = {
        terms: { ...onePercent, instalments: 5 },
        events: [
          lent,
          ...paid.filter((it) => it.day <= day).map((it) => repaymentOn(it.day, it.amount)),
        ],
      };
      const on = isoDay(day);
      const quote = schedule({ ...document, payoffOn: on });
      if (quote.payoff["total"] === "0.00") return;
      const closing = { type: "repayment", on, amount: quote.payoff["total"] };
      const closed = schedule({ ...document, events: [...document.events, closing] });
      expect([closed.totals["outstanding"], closed.overpaid]).toEqual(["0.00", "0.00"]);
    }),
    { numRuns: 60 },
  );
});

function repaymentOn(day: number, amountMinor: number): Json {
  return { type: "repayment", on: isoDay(day), amountMinor };
}

function isoDay(days: number): string {
  return new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
}

function minor(text: string): bigint {
  return BigInt(text.replace(".", ""));
}
