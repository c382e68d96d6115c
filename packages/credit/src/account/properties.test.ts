import { addDays, day, type EpochDay, minor, parseId, present } from "@fairdue/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AccountEvent, AccountFact } from "../event/event.ts";
import { differenceOf, type Movement } from "../movement/movement.ts";
import { cashLine, instalmentLoan, payLater } from "../product/catalogue/index.ts";
import type { PlanTerms } from "../product/declaration.ts";
import { productOf, type Product } from "../product/product.ts";
import { payoffQuote } from "../quote/quote.ts";
import { accrualLine } from "./accrue.ts";
import { decodeState, encodeState } from "./codec.ts";
import { advance, fold, record } from "./fold.ts";
import type { AccountState } from "./state.ts";

const start = day("2026-01-05");

const leapLoan = ((): Product => {
  const outcome = productOf({
    ...instalmentLoan.declaration,
    id: "leap-loan",
    dayCount: "actual/actual-isda",
    limitMinorMax: 100_000,
    offers: { ...instalmentLoan.declaration.offers, drawMinorMin: 1 },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
})();

const thirtyLoan = ((): Product => {
  const outcome = productOf({ ...instalmentLoan.declaration, id: "thirty", dayCount: "30e/360" });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
})();

const products = [cashLine, payLater, instalmentLoan, thirtyLoan, leapLoan] as const;

/** A fact of a life, drawn at random; what a refusal would have kept out is let in, on purpose. */
function factOf(product: Product, seed: readonly [number, number, number], n: number): AccountFact {
  const [kind, amount, pick] = seed;
  const amountMinor = minor(amount);
  const methods = product.declaration.offers.methods;
  const method = methods[pick % Math.max(1, methods.length)] ?? "open";
  const terms = 1 + (pick % 12);
  const plan: PlanTerms = {
    method: method === "custom-principal" ? "open" : method,
    terms: method === "open" ? 0 : terms,
    feePpm: 0,
    principalMinor: [],
    firstDueOn: null,
  };
  const feePlan: PlanTerms = { ...plan, method: "flat-fee", terms, feePpm: 7_000 * terms };
  const isGoods = product.isPurchases;
  const purchaseId = `p${pick % 8}`;
  const facts: (() => AccountFact)[] = [
    () =>
      isGoods
        ? {
            kind: "purchased",
            purchaseId: `p${n % 8}`,
            amountMinor,
            plan: pick % 4 === 0 ? feePlan : null,
            channel: "shop",
          }
        : {
            kind: "drawn",
            drawId: `d${n}`,
            amountMinor,
            plan,
            rate: pick % product.declaration.rate.max,
            channel: "bank",
          },
    () => ({
      kind: "repaid",
      repaymentId: `r${n}`,
      amountMinor,
      channel: "bank",
      purpose: { kind: "due" },
    }),
    () => ({
      kind: "repaid",
      repaymentId: `r${n}`,
      amountMinor,
      channel: "bank",
      purpose: {
        kind: "early",
        strategy: pick % 2 === 0 ? "shorten-term" : "lower-instalment",
        drawId: null,
      },
    }),
    () => ({ kind: "fee-charged", feeId: `f${n}`, fee: "service", amountMinor, dueOn: start }),
    () =>
      isGoods
        ? { kind: "refunded", refundId: `x${n}`, purchaseId, amountMinor, channel: "shop" }
        : { kind: "rate-changed", rate: pick % product.declaration.rate.max },
    () =>
      isGoods
        ? {
            kind: "converted",
            drawId: `c${n}`,
            of: { kind: "purchase", purchaseId },
            amountMinor,
            plan: feePlan,
          }
        : { kind: "due-day-changed", dueDay: 1 + (pick % 31) },
    () => ({
      kind: "waived",
      amounts: {
        principalMinor: minor(pick % 3 === 0 ? amount : 0),
        interestMinor: amountMinor,
        feeMinor: minor(pick),
        penaltyMinor: amountMinor,
      },
      reason: "agreed",
    }),
    () => ({ kind: "repayment-returned", repaymentId: `r${pick % 30}`, reason: "no funds" }),
    () => rareFact(product, seed, plan),
  ];
  return present(facts[kind % facts.length], "in range")();
}

function rareFact(
  product: Product,
  [, amount, pick]: readonly [number, number, number],
  plan: PlanTerms,
): AccountFact {
  const amountMinor = minor(amount);
  const personal: PlanTerms = { ...plan, method: "equal-instalment", terms: 6 };
  const facts: AccountFact[] = [
    { kind: "re-aged", terms: 1 + (pick % 12), reason: "agreed" },
    { kind: "restructured", drawId: `s${amount}`, plan: personal, rate: 100, reason: "agreed" },
    { kind: "holiday-granted", months: 1 + (pick % 3), interest: "accrues", reason: "hardship" },
    { kind: "holiday-granted", months: 1, interest: "waived", reason: "hardship" },
    { kind: "moratorium-granted", untilOn: addDays(start, 60 + (pick % 200)), reason: "disaster" },
    { kind: "credit-paid-out", amountMinor, channel: "bank" },
    { kind: "limit-changed", limitMinor: amountMinor },
    { kind: "closed", reason: "borrower" },
    { kind: pick % 5 === 0 ? "died" : "closed", reason: "borrower" } as AccountFact,
    pick % 3 === 0
      ? { kind: "charged-off", reason: "loss" }
      : { kind: "due-day-changed", dueDay: 1 + (pick % 28) },
    { kind: "recovered", amountMinor, channel: "bank" },
    product.isPurchases
      ? {
          kind: "purchase-authorised",
          purchaseId: "h1",
          amountMinor,
          expiresOn: addDays(start, 90),
        }
      : { kind: "unfrozen", reason: "risk" },
  ];
  return present(facts[pick % facts.length], "in range");
}

type Life = {
  readonly product: Product;
  readonly events: AccountEvent[];
  readonly endOn: EpochDay;
};

const life: fc.Arbitrary<Life> = fc
  .record({
    product: fc.constantFrom(...products),
    dueDay: fc.integer({ min: 1, max: 31 }),
    steps: fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 45 }),
        seed: fc.tuple(
          fc.nat({ max: 8 }),
          fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 90_000 })),
          fc.nat({ max: 1000 }),
        ),
      }),
      { minLength: 1, maxLength: 16 },
    ),
    after: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ product, dueDay, steps, after }) => {
    const facts: AccountFact[] = [
      {
        kind: "opened",
        accountId: present(parseId("Account", "acc_1"), "an id"),
        productId: product.declaration.id,
        productVersion: 1,
        limitMinor: minor(100_000),
        rate: product.declaration.rate.standard,
        dueDay,
      },
      ...steps.map((it, n) => factOf(product, it.seed, n)),
    ];
    let on = start;
    const events = facts.map((fact, k) => {
      on = addDays(on, k === 0 ? 0 : (steps[k - 1]?.wait ?? 0));
      return eventOf(fact, k + 1, on);
    });
    return { product, events, endOn: addDays(on, after) };
  });

function eventOf(fact: AccountFact, seq: number, on: EpochDay): AccountEvent {
  const id = present(parseId("Event", `evt_${seq}`), "an id");
  return { id, seq, valueOn: on, bookedOn: on, ...fact };
}

const runs = { numRuns: 300 };
const text = (state: AccountState): string => encodeState(state);

/** Sums by line; the business day of booking apart. */
function sums(movements: readonly Movement[]): string[] {
  return differenceOf([], movements, start)
    .map(
      (it) =>
        `${it.valueOn} ${it.kind} ${it.component} ${it.channel} ${it.isMemo} ${it.amountMinor}`,
    )
    .sort();
}

test("any life keeps every invariant, whatever happens in it", () => {
  fc.assert(
    fc.property(life, ({ product, events, endOn }) => {
      const { state } = fold(product, events, endOn);
      expect(state.nextEventOn).toBeGreaterThan(state.asOf);
    }),
    { numRuns: 1500 },
  );
});

test("one long advance equals a step for every day", () => {
  fc.assert(
    fc.property(life, ({ product, events, endOn }) => {
      const last = fold(product, events, events.at(-1)?.valueOn ?? start).state;
      const once = advance(product, last, endOn);
      let stepped = last;
      const movements: Movement[] = [];
      for (let on = last.asOf + 1; on <= endOn; on += 1) {
        const day = advance(product, stepped, addDays(last.asOf, on - last.asOf));
        stepped = day.state;
        movements.push(...day.movements);
      }
      expect(text(stepped)).toBe(text(once.state));
      expect(movements).toEqual(once.movements);
    }),
    { numRuns: 100 },
  );
});

test("events booked one by one make the account that the fold makes", () => {
  fc.assert(
    fc.property(life, ({ product, events, endOn }) => {
      const whole = fold(product, events, endOn);
      const [opened, ...rest] = events;
      const known = [present(opened, "an opening")];
      let { state, movements: lines } = fold(product, known, start);
      const movements = [...lines];
      for (const event of rest) {
        ({ state, movements: lines } = record(product, { events: known, state, event }));
        known.push(event);
        movements.push(...lines);
      }
      const end = advance(product, state, endOn);
      expect(text(end.state)).toBe(text(whole.state));
      expect(sums([...movements, ...end.movements])).toEqual(sums(whole.movements));
    }),
    runs,
  );
});

test("a backdated event makes what in-order booking would have made; its movements are the difference", () => {
  fc.assert(
    fc.property(life, fc.nat(), ({ product, events, endOn }, pick) => {
      fc.pre(events.length > 2);
      const at = 1 + (pick % (events.length - 1));
      const early = present(events[at], "in range");
      const others = events.filter((event) => event !== early);
      const before = fold(product, others, endOn);
      const late = { ...early, bookedOn: endOn };
      const after = record(product, { events: others, state: before.state, event: late });
      const inOrder = fold(product, events, endOn);
      expect(text(after.state)).toBe(text(inOrder.state));
      expect(sums([...before.movements, ...after.movements])).toEqual(sums(inOrder.movements));
      if (late.valueOn < endOn) {
        expect(after.movements.every((it) => it.bookedOn === endOn)).toBe(true);
      }
    }),
    runs,
  );
});

test("a payoff quote, paid on its day, leaves exactly zero", () => {
  fc.assert(
    fc.property(life, ({ product, events, endOn }) => {
      const { state } = fold(product, events, endOn);
      const quote = payoffQuote(product, state, endOn);
      fc.pre(quote.totalMinor > 0 && state.status === "open");
      const fact: AccountFact = {
        kind: "repaid",
        repaymentId: "payoff",
        amountMinor: quote.totalMinor,
        channel: "bank",
        purpose: { kind: "early", strategy: "shorten-term", drawId: null },
      };
      const paid = record(product, {
        events,
        state,
        event: eventOf(fact, events.length + 1, endOn),
      });
      expect(payoffQuote(product, paid.state, endOn).totalMinor).toBe(0);
      expect([paid.state.draws, paid.state.dues, paid.state.creditMinor]).toEqual([[], [], 0]);
      expect(accrualLine(product, paid.state).interestNumerator).toBe(0);
    }),
    runs,
  );
});

test("the closed form equals accrual day by day until the next event", () => {
  fc.assert(
    fc.property(life, ({ product, events, endOn }) => {
      const { state } = fold(product, events, endOn);
      const line = accrualLine(product, state);
      const last = Math.min(state.nextEventOn - 1, state.asOf + 60);
      for (let on = state.asOf; on <= last; on += 1) {
        const day = advance(product, state, addDays(state.asOf, on - state.asOf)).state;
        const then = accrualLine(product, day);
        const days = on - line.accruedTo;
        expect(then.interestNumerator).toBe(
          line.interestNumerator + line.interestSlopePerDay * days,
        );
        expect(then.penaltyNumerator).toBe(line.penaltyNumerator + line.penaltySlopePerDay * days);
      }
    }),
    { numRuns: 150 },
  );
});

/** As `jsonb` may give it back. */
function withSortedKeys(json: string): string {
  return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? 1 : -1)))
      : value,
  );
}

test("the encoding is read back to the same state", () => {
  fc.assert(
    fc.property(life, ({ product, events, endOn }) => {
      const { state } = fold(product, events, endOn);
      const read = decodeState(encodeState(state));
      expect(read.ok && read.value).toEqual(state);
      const shuffled = decodeState(withSortedKeys(encodeState(state)));
      expect(shuffled.ok && encodeState(shuffled.value)).toBe(encodeState(state));
    }),
    runs,
  );
});

test("interest, fees and penalty never pass the cap on what was in use", () => {
  fc.assert(
    fc.property(life, ({ product, events, endOn }) => {
      const kept = events.filter((it) => it.kind !== "waived" && it.kind !== "refunded");
      const { state } = fold(product, kept, endOn);
      expect(state.headroom).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 200 },
  );
});
