import { formatProblem } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { accountSchedule } from "./account-schedule.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- a JSON answer, read field by field
type Answer = Readonly<Record<string, any>>;

function answer(document: unknown): Answer {
  const outcome = accountSchedule(document);
  if (!outcome.ok) throw new Error(outcome.refusal.map(formatProblem).join("; "));
  return outcome.value;
}

function problems(document: unknown): string[] {
  const outcome = accountSchedule(document);
  return outcome.ok ? [] : outcome.refusal.map(formatProblem);
}

const terms = {
  principal: "10000.00",
  startOn: "2026-01-15",
  ratePercentDay: "0.04",
  method: "equal-instalment",
  instalments: 12,
};

test("a loan by its terms: the schedule, its totals and its rates", () => {
  const { plan, account } = answer({ terms });
  expect(plan.instalment).toBe("900.41");
  expect(plan.rows[0]).toMatchObject({ due: "2026-02-15", days: 31, principal: "776.41" });
  expect(plan.totals).toMatchObject({ interest: "804.93", total: "10804.93" });
  expect(plan.residues).toEqual([{ row: 12, of: "instalment", amount: "0.01" }]);
  expect(plan.rates).toMatchObject({ xirr: "15.62", onPrincipalInUse: "14.60", eu: "15.5" });
  expect(account).toBeUndefined();
});

test("without events the account is the plan: the same rows, to the cent", () => {
  const { plan, account } = answer({ terms, asOf: "2026-01-15" });
  const both = account.rows.map((row: Answer, k: number) => [row["due"], row["total"], k]);
  expect(both).toEqual(plan.rows.map((row: Answer, k: number) => [row["due"], row["total"], k]));
  expect(account.cost.ifAllGoesToPlan.interest).toBe("804.93");
  expect(account.cost.ifAllGoesToPlan.rates).toEqual(plan.rates);
});

test("paid early, the rest is planned anew; the payoff clears it", () => {
  const { account } = answer({
    terms,
    events: [
      { on: "2026-02-15", kind: "repaid", amount: "900.41" },
      { on: "2026-03-20", kind: "repaid", amount: 3000, early: "lower-instalment" },
    ],
    asOf: "2026-04-01",
    payoffOn: "2026-04-10",
  });
  expect(account.events[2]).toMatchObject({ kind: "repaid", principal: "2878.26" });
  expect(account.rows[2]).toMatchObject({ state: "planned", total: "676.69" });
  expect(account.payoff).toMatchObject({ on: "2026-04-10", total: "6398.63" });
  const paid = answer({
    terms,
    events: [
      { on: "2026-02-15", kind: "repaid", amount: "900.41" },
      { on: "2026-03-20", kind: "repaid", amount: 3000, early: "lower-instalment" },
      { on: "2026-04-10", kind: "repaid", amount: "6398.63", early: "shorten-term" },
    ],
  });
  expect(paid["account"].balances).toMatchObject({ owed: "0.00", credit: "0.00" });
});

test("an instalment that kept credit pays at once still stands in the rows", () => {
  const { account } = answer({
    terms,
    events: [{ on: "2026-02-01", kind: "repaid", amount: "900.41" }],
    asOf: "2026-02-20",
  });
  expect(account.rows[0]).toMatchObject({ id: "loan#1", state: "settled", total: "900.41" });
  expect(account.balances.credit).toBe("0.00");
});

test("a shipped product with overrides: statement, minimum, refusal with its reason", () => {
  const { account, product } = answer({
    product: "pay-later",
    overrides: { minimum: { sharePpm: 200_000 } },
    account: { limit: "5000.00" },
    events: [
      { on: "2026-01-05", kind: "purchased", purchaseId: "p1", amount: "1500" },
      { on: "2026-01-06", kind: "purchased", amount: "3500.01" },
    ],
    asOf: "2026-02-01",
  });
  expect(product).toEqual({ id: "pay-later", version: 1 });
  expect(account.statements[0]).toMatchObject({ closing: "1500.00", minimum: "300.00" });
  expect(account.refused).toEqual([
    {
      event: 3,
      on: "2026-01-06",
      kind: "purchased",
      reason: "limit-exceeded",
      field: "amountMinor",
      value: 350_001,
      availableMinor: 350_000,
    },
  ]);
});

test("what was owed at a charge-off is not called settled", () => {
  const events = [
    { on: "2026-02-15", kind: "repaid", amount: "900.41" },
    { on: "2026-09-15", kind: "charged-off" },
  ];
  const { account } = answer({ terms, events });
  expect(account.rows.slice(0, 2).map((row: Answer) => row["state"])).toEqual([
    "settled",
    "charged-off",
  ]);
  expect(account.status).toBe("charged-off");
});

test("the days past due at which arrears were paid stay in the record", () => {
  const { account } = answer({
    terms,
    events: [{ on: "2026-03-07", kind: "repaid", amount: "2000.00" }],
  });
  expect(account.ageing).toMatchObject({ dpd: 0, dpdMax: 20 });
});

test("a backdated event makes the account what it would have been", () => {
  const late = { on: "2026-02-15", bookedOn: "2026-03-01", kind: "repaid", amount: "900.41" };
  const inTime = { ...late, bookedOn: "2026-02-15" };
  const told = (event: object): Answer => {
    const { account } = answer({ terms, events: [event], asOf: "2026-03-01" });
    return { rows: account.rows, balances: account.balances, payoff: account.payoff };
  };
  expect(told(late)).toEqual(told(inTime));
});

test("all that is wrong with a document is named by its path", () => {
  expect(problems({ terms: { ...terms, principal: "x", instalments: 0, colour: "red" } })).toEqual([
    'terms.principal: got "x", expected an amount of at least 0 with at most 2 decimals such as "125.50"',
    'terms.principal: got "x", expected more than 0',
    "terms.instalments: got 0, expected a whole number from 1 to 1200",
    expect.stringContaining('terms.colour: got "red", expected one of the fields'),
  ]);
  expect(problems({ product: "credit-card" })).toEqual([
    'product: got "credit-card", expected one of cash-line, pay-later, instalment-loan, or a declaration',
  ]);
  expect(
    problems({ product: "cash-line", events: [{ on: "2026-01-01", kind: "stolen" }] })[0],
  ).toContain('events[0].kind: got "stolen"');
  expect(problems({})).toEqual(["terms: got nothing, expected terms of a loan, or a product"]);
  expect(problems([])).toEqual(["(whole): got [], expected an object"]);
});

test("an own declaration, whole, makes a product", () => {
  expect(problems({ product: { id: "x" }, events: [] }).length).toBeGreaterThan(5);
});

const lifted = [
  ["rate-changed", { rate: 500 }],
  ["due-day-changed", { dueDay: 20 }],
  ["fee-charged", { amount: "5.00" }],
  ["waived", { interest: "1.00" }],
  ["holiday-granted", { months: 1 }],
  ["moratorium-granted", { untilOn: "2026-03-01" }],
  ["restructured", { plan: { instalments: 6 }, rate: 300 }],
  ["frozen", { reason: "risk" }],
  ["limit-changed", { limit: "1.00" }],
  ["charged-off", {}],
  ["sold", { price: "100.00" }],
  ["died", {}],
] as const;

test.each(lifted)("the event %s is read and folded", (kind, more) => {
  const { account } = answer({ terms, events: [{ on: "2026-02-20", kind, ...more }] });
  expect(account.refused).toEqual([]);
  expect(account.events.at(-1)).toMatchObject({ kind });
});
