import { formatProblem } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { type AprReport, aprReport } from "./report.ts";

function report(document: unknown): AprReport {
  const answer = aprReport(document);
  if (!answer.ok) throw new Error(answer.refusal.map(formatProblem).join("; "));
  return answer.value;
}

function problems(document: unknown): string[] {
  const answer = aprReport(document);
  return answer.ok ? [] : answer.refusal.map(formatProblem);
}

const consumer = {
  currency: "USD",
  advances: [{ on: "1978-01-10", amount: "5000.00" }],
  payments: [{ on: "1978-02-10", count: 24, amount: "230" }],
};

test("advances and a series of payments: every rate, and what they come from", () => {
  const it = report(consumer);
  expect([it.received, it.paid, it.cost]).toEqual(["5000.00", "5520.00", "520.00"]);
  expect(it.regZ?.percent).toBe("9.69");
  expect(it.irr?.nominal.percent).toBe("9.69");
  expect(it.irr?.effective.percent).toBe("10.13");
  expect(it.eu?.percent).toBe("10.1");
  expect(it.table.at(-1)).toMatchObject({ on: "1980-01-10", unitPeriods: 24, years: 2 });
  expect(it.failures).toEqual({});
});

test("the lender's view of the same flows has the same rates", () => {
  const flows = [
    { on: "2026-01-01", amount: -1000 },
    { on: "2027-07-01", amount: 1200 },
  ];
  const mirrored = flows.map((it) => ({ ...it, amount: -it.amount }));
  expect(report({ flows })).toEqual(report({ flows: mirrored }));
  expect(report({ flows }).eu?.percent).toBe("12.9");
});

test("a bare list is a list of flows; a weekly series with an odd first period counts in weeks", () => {
  const flows = ["2026-01-08", "2026-01-18", "2026-01-25", "2026-02-01"].map((on, k) => ({
    on,
    amount: k === 0 ? 1000 : -340,
  }));
  expect(report(flows).eu?.interval).toBe("week");
  expect(report(flows).regZ?.unitPeriod).toEqual({ unit: "week", count: 1 });
});

test("a unit-period and an interval may be given", () => {
  const it = report({ ...consumer, unitPeriod: { unit: "day" }, euInterval: "year" });
  expect([it.regZ?.unitPeriod, it.eu?.interval]).toEqual([{ unit: "day", count: 1 }, "year"]);
});

test("flows without a rate answer null and say why, rate by rate", () => {
  const it = report({ flows: [{ on: "2026-01-01", amountMinor: 100 }] });
  expect([it.irr, it.xirr, it.regZ, it.eu]).toEqual([null, null, null, null]);
  expect(it.failures["xirr"]).toEqual({ reason: "no-sign-change" });
});

test("every problem of a document is named", () => {
  expect(
    problems({
      currency: "yuan",
      flows: [{ on: "2026-02-30", amount: "1.234" }, 7],
      unitPeriod: { unit: "fortnight" },
      colour: "red",
    }).map((it) => it.split(":")[0]),
  ).toEqual([
    "currency",
    "flows[0].on",
    "flows[0].amount",
    "flows[1]",
    "flows[1].on",
    "flows[1].amount",
    "unitPeriod.unit",
    "colour",
  ]);
  expect(problems({})).toEqual([
    "flows: got nothing, expected a list of dated amounts, or advances and payments",
  ]);
  expect(problems([])).toEqual([
    "flows: got [], expected a list of dated amounts, or advances and payments",
  ]);
  expect(problems("text")[0]).toContain("(whole)");
});
