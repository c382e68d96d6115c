import { addDays, day, minor } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { stamped } from "../document/event.ts";
import type { AccountEvent, AccountFact, EventKind } from "../event/event.ts";
import { readLife } from "../life/life.ts";
import type { Movement } from "../movement/movement.ts";
import { cashLine, payLater } from "../product/catalogue/index.ts";
import type { Product } from "../product/product.ts";
import { encodeState } from "./codec.ts";
import { fold, record } from "./fold.ts";

type Case = {
  readonly product: Product;
  /** The life in order of value days; the late event is the line that begins with `>`. */
  readonly life: string;
};

const line = "2026-01-05  open limit 20000.00 day 15\n2026-01-15  draw 9000.00 equal-instalment 12";
const late = "2026-03-20  repay 500.00\n2026-04-20  repay 300.00 early lower-instalment";
const bought = "2026-01-05  purchase 900.00 p1\n2026-01-10  purchase 600.00 p2";
const after = "2026-02-20  purchase 50.00 p3\n2026-03-12  repay 200.00";

const cash = (event: string): Case => ({ product: cashLine, life: `${line}\n${event}\n${late}` });
const goods = (event: string): Case => ({
  product: payLater,
  life: `${bought}\n${event}\n${after}`,
});

/** One life for every kind of event there is: a new kind does not compile without its own. */
const cases: { readonly [Kind in EventKind]: Case } = {
  opened: { product: cashLine, life: `> 2026-01-05  open\n2026-01-15 draw 9000.00 bullet 3` },
  frozen: cash("> 2026-02-01  freeze risk"),
  unfrozen: cash("2026-02-01  freeze risk\n> 2026-02-05  unfreeze risk"),
  "limit-changed": cash("> 2026-02-01  limit 12000.00"),
  drawn: cash("> 2026-02-01  draw 1500.00 equal-principal 6"),
  "purchase-authorised": goods("> 2026-01-12  authorise 70.00 h1 2026-06-01"),
  "purchase-released": goods("2026-01-12  authorise 70.00 h1 2026-06-01\n> 2026-01-14  release h1"),
  purchased: goods("> 2026-01-12  purchase 250.00 p9"),
  converted: goods("> 2026-02-03  convert 800.00 stm_2026-02-01 3 23000"),
  refunded: goods("> 2026-02-04  refund 450.00 p2"),
  repaid: cash("> 2026-02-15  repay 810.37"),
  "repayment-returned": cash("2026-02-15  repay 810.37\n> 2026-02-15  return r3"),
  "return-reversed": cash(
    "2026-02-15  repay 810.37\n2026-02-15  return r3\n> 2026-02-16  unreturn r3",
  ),
  "credit-paid-out": cash("2026-02-01  repay 100.00\n> 2026-02-02  payout 40.00"),
  "fee-charged": cash("> 2026-02-01  charge 25.00 2026-02-20"),
  waived: cash("> 2026-02-20  waive interest 30.00"),
  "rate-changed": cash("> 2026-02-01  rate 300"),
  "due-day-changed": cash("> 2026-02-01  day 25"),
  "re-aged": cash("> 2026-02-25  re-age 6"),
  restructured: cash("> 2026-02-25  restructure 10 200"),
  "holiday-granted": cash("> 2026-02-01  holiday 2"),
  "moratorium-granted": cash("> 2026-02-01  moratorium 2026-03-10"),
  "charged-off": cash("> 2026-03-01  charge-off"),
  recovered: cash("2026-03-01  charge-off\n> 2026-03-05  recover 120.00"),
  sold: cash("> 2026-03-01  sell 4000.00"),
  closed: {
    product: cashLine,
    life: "2026-01-05  open\n2026-01-15  draw 100.00 open\n2026-01-20  repay 100.20\n> 2026-01-25  close",
  },
  died: cash("> 2026-02-20  die"),
};

const end = day("2026-07-01");

test.each(Object.entries(cases))(
  "%s, booked late, makes the account it would have made in time",
  (kind, it) => {
    const marked = it.life.split("\n").map((text) => text.trim());
    const at = marked.findIndex((text) => text.startsWith(">"));
    const events = readLife(
      it.product,
      marked.map((text) => text.replace(/^> */, "")).join("\n"),
    ).flatMap((read) => read.event ?? []);
    const wanted = marked[at]?.replace(/^> */, "") ?? "";
    const event = events.find((one) => one.kind === kind);
    if (!event) throw new Error(`no event for ${wanted}`);
    const inTime = fold(it.product, events, end);
    if (kind === "opened") {
      const [opened, ...rest] = events;
      expect(encodeState(fold(it.product, [...rest, opened!], end).state)).toBe(
        encodeState(inTime.state),
      );
      return;
    }
    const others = events.filter((one) => one !== event);
    const before = fold(it.product, others, end);
    const booked = { ...event, bookedOn: end };
    const corrected = record(it.product, { events: others, state: before.state, event: booked });
    expect(encodeState(corrected.state)).toBe(encodeState(inTime.state));
    expect(sums([...before.movements, ...corrected.movements])).toEqual(sums(inTime.movements));
    expect(corrected.movements.every((one) => one.bookedOn === end)).toBe(true);
  },
);

/** Movements by all but their booking day. */
function sums(movements: readonly Movement[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const it of movements) {
    const key = `${it.valueOn} ${it.kind} ${it.component} ${it.channel} ${it.isMemo}`;
    out[key] = (out[key] ?? 0) + it.amountMinor;
    if (out[key] === 0) delete out[key];
  }
  return out;
}

/** Every look at the product or at an event is one operation: what a fold does, not how long it took. */
function counted(product: Product, events: readonly AccountEvent[]) {
  const counter = { looks: 0 };
  const watched = <It extends object>(it: It): It =>
    new Proxy(it, {
      get: (target, name, receiver) => {
        counter.looks += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  return { product: watched(product), events: events.map(watched), counter };
}

function looksToBackdate(product: Product, events: readonly AccountEvent[]): number {
  const [opened, early, ...rest] = events;
  const known = [opened!, ...rest];
  const last = addDays(known.at(-1)!.valueOn, 1);
  const before = fold(product, known, last);
  const watched = counted(product, known);
  record(watched.product, {
    events: watched.events,
    state: before.state,
    event: { ...early!, bookedOn: last },
  });
  return watched.counter.looks;
}

/** `count` turns of a life: the same few things again and again, three days apart. */
function longLife(
  opening: string,
  product: Product,
  count: number,
  turn: (k: number) => AccountFact[],
) {
  const events = readLife(product, opening).flatMap((read) => read.event ?? []);
  let on = events.at(-1)!.valueOn;
  for (let k = 0; k < count; k += 1) {
    on = addDays(on, 3);
    for (const fact of turn(k)) {
      events.push(stamped(fact, { seq: events.length + 1, on, bookedOn: on }));
    }
  }
  return events;
}

const repaid = (k: number, amount: number): AccountFact => ({
  kind: "repaid",
  repaymentId: `x${k}`,
  amountMinor: minor(amount),
  channel: "bank",
  purpose: { kind: "early", strategy: "shorten-term", drawId: null },
});

test("backdating is linear: twice the events, twice the operations", () => {
  const drawn = (k: number): AccountFact => ({
    kind: "drawn",
    drawId: `n${k}`,
    amountMinor: minor(20_000),
    plan: { method: "open", terms: 0, feePpm: 0, principalMinor: [], firstDueOn: null },
    rate: 400,
    channel: "bank",
  });
  const cashLooks = [100, 200, 400].map((count) =>
    looksToBackdate(
      cashLine,
      longLife("2020-01-05 open\n2020-01-06 draw 500.00 open", cashLine, count, (k) => [
        drawn(k),
        repaid(k, 20_000),
      ]),
    ),
  );
  const goodsLooks = [100, 200, 400].map((count) =>
    looksToBackdate(
      payLater,
      longLife("2020-01-05 open\n2020-01-06 purchase 50.00 p1", payLater, count, (k) => [
        {
          kind: "purchased",
          purchaseId: `q${k}`,
          amountMinor: minor(5_000),
          plan: null,
          channel: "shop",
        },
        {
          kind: "refunded",
          refundId: `f${k}`,
          purchaseId: `q${k}`,
          amountMinor: minor(1_000),
          channel: "shop",
        },
        repaid(k, 4_000),
      ]),
    ),
  );
  for (const [small, middle, large] of [cashLooks, goodsLooks]) {
    expect(middle! / small!).toBeLessThan(2.2);
    expect(large! / middle!).toBeLessThan(2.2);
  }
});
