import { day, type EpochDay, minor } from "@fairdue/kernel";
import { expect, test } from "vitest";
import type { AccountEvent, AccountFact } from "../event/event.ts";
import { readLife } from "../life/life.ts";
import { cashLine, declared, payLater, payLaterDeclaration } from "../product/catalogue/index.ts";
import type { PlanTerms } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";
import { decide } from "./decide.ts";
import { stateAt } from "./fold.ts";

type Asked = { readonly life: string; readonly on: string; readonly fact: AccountFact };

function answer(product: Product, asked: Asked): string {
  const events: AccountEvent[] = readLife(product, asked.life).flatMap((line) => line.event ?? []);
  const on: EpochDay = day(asked.on);
  const state = events.length === 0 ? null : stateAt(product, events, on);
  const outcome = decide(product, { state, events }, { on, bookedOn: on, fact: asked.fact });
  if (outcome.ok) return `accepted ${outcome.value.kind}`;
  const { reason, field, value, ...right } = outcome.refusal;
  const facts = Object.entries(right).map(([name, it]) => `${name} ${JSON.stringify(it)}`);
  return [`refused ${reason}`, field, String(value), ...facts].join("  ");
}

const plan = (method: PlanTerms["method"], terms: number, feePpm = 0): PlanTerms => ({
  method,
  terms,
  feePpm,
  principalMinor: [],
  firstDueOn: null,
});

const drawn = (amount: number, it: PlanTerms = plan("equal-instalment", 12), rate = 400) =>
  ({
    kind: "drawn",
    drawId: "new",
    amountMinor: minor(amount),
    plan: it,
    rate,
    channel: "bank",
  }) as const;
const bought = (amount: number, it: PlanTerms | null = null) =>
  ({
    kind: "purchased",
    purchaseId: "new",
    amountMinor: minor(amount),
    plan: it,
    channel: "shop",
  }) as const;

const line = "2026-01-05 open limit 20000.00\n2026-01-15 draw 5000.00 equal-instalment 12";
const bill = "2026-01-05 purchase 1000.00 p1\n2026-01-20 refund 300.00 p1";

test.each([
  ["within the limit", drawn(1_500_000), "accepted drawn"],
  [
    "over the limit",
    drawn(1_500_001),
    "refused limit-exceeded  amountMinor  1500001  availableMinor 1500000",
  ],
  ["too little", drawn(9_999), "refused amount-below-minimum  amountMinor  9999  minMinor 10000"],
  ["nothing", drawn(0), "refused amount-not-positive  amountMinor  0"],
  [
    "a fraction of a cent",
    { ...drawn(10_000), amountMinor: 10_000.5 as ReturnType<typeof minor> },
    "refused amount-not-positive  amountMinor  10000.5",
  ],
  [
    "an unknown term",
    drawn(20_000, plan("bullet", 7)),
    'refused not-offered  plan.terms  7  offered ["1","3","6","9","12","24"]',
  ],
  [
    "too high a rate",
    drawn(20_000, plan("open", 0), 651),
    'refused not-offered  rate  651  offered ["0 to 650 ppm-day"]',
  ],
  ["a draw id again", { ...drawn(20_000), drawId: "d2" }, "refused id-taken  drawId  d2"],
  ["goods on a cash line", bought(100), 'refused not-offered  kind  purchased  offered ["drawn"]'],
  [
    "a due day not offered",
    { kind: "due-day-changed", dueDay: 13 },
    'refused not-offered  dueDay  13  offered ["1","5","8","10","15","20","25","28","31"]',
  ],
  [
    "a return of nothing",
    { kind: "repayment-returned", repaymentId: "r9", reason: "no funds" },
    "refused not-found  repaymentId  r9",
  ],
  [
    "a recovery before charge-off",
    { kind: "recovered", amountMinor: minor(1), channel: "bank" },
    "refused not-charged-off  status  open",
  ],
  [
    "re-ageing what is not overdue",
    { kind: "re-aged", terms: 3, reason: "" },
    "refused nothing-overdue  dpd  0",
  ],
  ["closing what is owed", { kind: "closed", reason: "" }, "refused balance-not-zero  status  0"],
  [
    "a second opening",
    {
      kind: "opened",
      accountId: "acc_1",
      productId: "cash-line",
      productVersion: 1,
      limitMinor: minor(1),
      rate: 400,
      dueDay: 15,
    } as AccountFact,
    "refused account-already-open  status  open",
  ],
] as const)("a cash line: %s", (_, fact, expected) => {
  expect(answer(cashLine, { life: line, on: "2026-02-01", fact })).toBe(expected);
});

test("frozen, dead or charged off, nothing more is lent; money is still taken", () => {
  const on = "2026-02-01";
  const frozen = `${line}\n2026-01-20 freeze risk`;
  const dead = `${line}\n2026-01-20 die`;
  const lost = `${line}\n2026-01-20 charge-off`;
  const money = {
    kind: "repaid",
    repaymentId: "x",
    amountMinor: minor(5),
    channel: "bank",
    purpose: { kind: "due" },
  } as const;
  expect(answer(cashLine, { life: frozen, on, fact: drawn(10_000) })).toBe(
    "refused account-frozen  status  risk",
  );
  expect(answer(cashLine, { life: dead, on, fact: drawn(10_000) })).toBe(
    "refused borrower-died  on  20473",
  );
  expect(answer(cashLine, { life: lost, on, fact: drawn(10_000) })).toBe(
    "refused account-not-open  status  charged-off",
  );
  expect(answer(cashLine, { life: frozen, on, fact: money })).toBe("accepted repaid");
  expect(answer(cashLine, { life: lost, on, fact: money })).toBe("accepted recovered");
});

test.each([
  [
    "more than was bought and not yet given back",
    {
      kind: "refunded",
      refundId: "x",
      purchaseId: "p1",
      amountMinor: minor(70_001),
      channel: "shop",
    },
    "refused amount-above-maximum  amountMinor  70001  maxMinor 70000",
  ],
  [
    "a purchase nobody knows",
    { kind: "refunded", refundId: "x", purchaseId: "p9", amountMinor: minor(1), channel: "shop" },
    "refused not-found  purchaseId  p9",
  ],
  ["instalments on offer", bought(50_000, plan("flat-fee", 3, 23_000)), "accepted purchased"],
  [
    "instalments at a fee not on offer",
    bought(50_000, plan("flat-fee", 3, 22_000)),
    'refused not-offered  plan.method  flat-fee  offered ["flat-fee 3 23000","flat-fee 6 45000","flat-fee 9 65000","flat-fee 12 88000"]',
  ],
  [
    "a bill that was never sent",
    {
      kind: "converted",
      drawId: "c",
      of: { kind: "statement", statementId: "stm_2026-01-01" },
      amountMinor: minor(20_000),
      plan: plan("flat-fee", 3, 23_000),
    },
    "refused not-found  statementId  stm_2026-01-01",
  ],
  [
    "more of a bill than is left",
    {
      kind: "converted",
      drawId: "c",
      of: { kind: "statement", statementId: "stm_2026-02-01" },
      amountMinor: minor(80_000),
      plan: plan("flat-fee", 3, 23_000),
    },
    "refused amount-above-maximum  amountMinor  80000  maxMinor 70000",
  ],
  [
    "credit that is not there",
    { kind: "credit-paid-out", amountMinor: minor(1), channel: "bank" },
    "refused amount-above-maximum  amountMinor  1  maxMinor 0",
  ],
] as const)("a pay-later line: %s", (_, fact, expected) => {
  expect(answer(payLater, { life: bill, on: "2026-02-02", fact })).toBe(expected);
});

test("an instalment fee that costs more than the cap is refused, with the cap", () => {
  const dear = declared({
    ...payLaterDeclaration,
    conversion: {
      offers: [{ terms: 3, feePpm: 60_000 }],
      amountMinorMin: minor(100),
      atPurchase: true,
      atStatement: true,
      earlySettlement: "remaining-fee-owed",
    },
  });
  const fact = bought(30_000, plan("flat-fee", 3, 60_000));
  expect(answer(dear, { life: bill, on: "2026-02-02", fact })).toBe(
    "refused cost-above-cap  plan.feePpm  60000  capPpmYear 240000",
  );
});

test("before the opening, or of tomorrow, nothing is booked", () => {
  expect(answer(cashLine, { life: line, on: "2026-01-02", fact: drawn(10_000) })).toContain(
    "before-opening",
  );
  const on = day("2026-02-02");
  const late = decide(
    cashLine,
    { state: null, events: [] },
    { on, bookedOn: day("2026-02-01"), fact: drawn(10_000) },
  );
  expect(late.ok ? "" : late.refusal.reason).toBe("value-after-booking");
});
