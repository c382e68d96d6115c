import { day } from "@fairdue/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(day("2026-03-01"));
});
afterAll(() => desk.close());

// oxlint-disable-next-line typescript/no-explicit-any -- answers are looked at field by field
type Json = Record<string, any>;
const json = async (answer: Response): Promise<Json> => (await answer.json()) as Json;

let borrowers = 0;

/** A borrower with an account of a product, opened on the first day. */
async function opened(productId = "cash-line", limitMinor = 2_000_000): Promise<string> {
  const borrowerId = `brw_acc${(borrowers += 1)}`;
  expect((await desk.post("/v1/borrowers", { borrowerId })).status).toBe(201);
  const answer = await desk.post(`/v1/borrowers/${borrowerId}/accounts`, {
    accountId: "acc_one",
    bookId: "retail",
    productId,
    productVersion: 1,
    limitMinor,
  });
  expect(answer.status).toBe(201);
  return `/v1/borrowers/${borrowerId}/accounts/acc_one`;
}

test("draw, quote the payoff, pay exactly that: nothing is owed", async () => {
  desk.goTo(day("2026-03-01"));
  const at = await opened();
  const drawn = await desk.post(`${at}/draws`, {
    amountMinor: 1_000_000,
    plan: { method: "open" },
    channel: "wallet",
    rate: 500,
  });
  expect(drawn.status).toBe(201);
  expect(await json(drawn)).toMatchObject({
    event: { kind: "drawn", seq: 2, valueOn: "2026-03-01" },
    account: { availableMinor: 1_000_000, owed: { principalMinor: 1_000_000 } },
  });
  const later = await json(await desk.get(`${at}?asOf=2026-03-31`));
  expect(later["owed"].totalMinor).toBe(1_015_000);
  desk.goTo(day("2026-03-31"));
  const quote = await json(await desk.get(`${at}/payoff-quote`));
  expect(quote).toMatchObject({ on: "2026-03-31", totalMinor: 1_015_000 });
  const paid = await json(
    await desk.post(`${at}/repayments`, {
      amountMinor: quote["totalMinor"],
      channel: "wallet",
      purpose: { kind: "early" },
    }),
  );
  expect(paid["account"]).toMatchObject({ owed: { totalMinor: 0 }, creditMinor: 0 });
  const before = await json(await desk.get(`${at}?asOf=2026-03-30`));
  expect(before["owed"].totalMinor).toBe(1_014_500);
});

test("twelve equal instalments fall due on the due day, and the schedule says so", async () => {
  desk.goTo(day("2026-03-31"));
  const at = await opened();
  await desk.post(`${at}/draws`, {
    drawId: "first",
    amountMinor: 1_200_000,
    plan: { method: "equal-instalment", terms: 12 },
    channel: "wallet",
  });
  const schedule = await json(await desk.get(`${at}/schedule`));
  const rows = schedule["draws"][0].rows as Json[];
  expect(rows.length).toBe(12);
  expect(rows.reduce((sum, it) => sum + it["principalMinor"], 0)).toBe(1_200_000);
  expect(rows[0]).toMatchObject({ number: 1, dueOn: "2026-04-15" });
  const due = await json(await desk.get(`${at}?asOf=2026-04-15`));
  expect(due["dueMinor"]).toBe(rows[0]?.["totalMinor"]);
});

test("a purchase is billed, refunded in part, and the events tell it in order", async () => {
  desk.goTo(day("2026-04-02"));
  const at = await opened("pay-later", 1_000_000);
  await desk.post(`${at}/purchases`, { purchaseId: "p1", amountMinor: 80_000, channel: "shop" });
  await desk.post(`${at}/refunds`, { purchaseId: "p1", amountMinor: 30_000, channel: "shop" });
  const tooMuch = await desk.post(`${at}/refunds`, {
    purchaseId: "p1",
    amountMinor: 60_000,
    channel: "shop",
  });
  expect(tooMuch.status).toBe(422);
  expect(await json(tooMuch)).toMatchObject({
    code: "amount-above-maximum",
    errors: [{ field: "body.amountMinor", value: "60000", expected: "at most 50000" }],
  });
  const events = await json(await desk.get(`${at}/events?limit=2`));
  expect(events["items"].map((it: Json) => it["kind"])).toEqual(["opened", "purchased"]);
  const more = await json(await desk.get(`${at}/events?cursor=${events["nextCursor"]}`));
  expect(more["items"].map((it: Json) => it["kind"])).toEqual(["refunded"]);
  desk.goTo(day("2026-05-20"));
  await desk.post(`${at}/freezes`, { reason: "borrower" });
  const statements = await json(await desk.get(`${at}/statements`));
  expect(statements["items"].length).toBeGreaterThan(0);
  const first = statements["items"].at(-1) as Json;
  const one = await json(await desk.get(`${at}/statements/${first["statementId"]}`));
  expect(one).toMatchObject({ purchasesMinor: 80_000, refundsMinor: 30_000, closingMinor: 50_000 });
});

test("a backdated repayment leaves the account as if it had come in time", async () => {
  desk.goTo(day("2026-04-02"));
  const [late, intime] = [await opened(), await opened()];
  const draw = { amountMinor: 500_000, plan: { method: "open" }, channel: "wallet" };
  for (const at of [late, intime]) await desk.post(`${at}/draws`, draw);
  desk.goTo(day("2026-04-10"));
  const pay = { amountMinor: 200_000, channel: "wallet", purpose: { kind: "early" } };
  await desk.post(`${intime}/repayments`, pay);
  desk.goTo(day("2026-04-30"));
  const backdated = await desk.post(`${late}/repayments`, { ...pay, on: "2026-04-10" });
  expect(backdated.status).toBe(201);
  const [a, b] = await Promise.all([late, intime].map(async (at) => json(await desk.get(at))));
  expect(a?.["owed"]).toEqual(b?.["owed"]);
  const future = await desk.post(`${late}/repayments`, { ...pay, on: "2026-05-01" });
  expect(await json(future)).toMatchObject({ code: "value-after-booking" });
  const early = await desk.get(`${late}?asOf=2020-01-01`);
  expect(await json(early)).toMatchObject({ code: "as-of-out-of-range" });
});

test("one draw races against the limit: together they never exceed it", async () => {
  desk.goTo(day("2026-05-21"));
  const at = await opened("cash-line", 1_000_000);
  const draw = { amountMinor: 300_000, plan: { method: "open" }, channel: "wallet" };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => desk.post(`${at}/draws`, draw)),
  );
  expect(answers.map((it) => it.status).sort()).toEqual([201, 201, 201, 422, 422, 422, 422, 422]);
  expect((await json(await desk.get(at)))["availableMinor"]).toBe(100_000);
});

test("the same repayment sent by many at once is booked once", async () => {
  const at = await opened();
  await desk.post(`${at}/draws`, {
    amountMinor: 300_000,
    plan: { method: "open" },
    channel: "wallet",
  });
  const key = { "idempotency-key": `repay-once-${at.slice(14, 24)}` };
  const pay = { amountMinor: 100_000, channel: "wallet", purpose: { kind: "early" } };
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => desk.post(`${at}/repayments`, pay, key)),
  );
  const bodies = await Promise.all(answers.map((it) => it.text()));
  expect(new Set(bodies).size).toBe(1);
  expect((await json(await desk.get(at)))["owed"].principalMinor).toBe(200_000);
  const elsewhere = await opened();
  const other = await desk.post(`${elsewhere}/repayments`, pay, key);
  expect([other.status, (await json(other))["code"]]).toEqual([422, "idempotency-key-reused"]);
});

test("accounts are listed by book with filters, page by page", async () => {
  const page = await json(await desk.get("/v1/accounts?bookId=retail&productId=pay-later"));
  expect(page["items"].every((it: Json) => it["productId"] === "pay-later")).toBe(true);
  expect(page["items"].length).toBeGreaterThan(0);
  const seen: string[] = [];
  let cursor = "";
  do {
    const part = await json(await desk.get(`/v1/accounts?bookId=retail&limit=3${cursor}`));
    seen.push(...part["items"].map((it: Json) => it["borrowerId"]));
    cursor = part["nextCursor"] ? `&cursor=${part["nextCursor"]}` : "";
  } while (cursor);
  expect(new Set(seen).size).toBe(borrowers);
});

test("nobody's account is found under another borrower", async () => {
  const at = await opened();
  const stranger = at.replace(/brw_acc\d+/, "brw_acc1x");
  expect((await desk.get(stranger)).status).toBe(404);
  const lines = await json(await desk.get(`${at}/journal`));
  expect(Array.isArray(lines["items"])).toBe(true);
});

test("an offer says what it costs in all, and by three laws what that is a year", async () => {
  const offer = {
    productId: "cash-line",
    productVersion: 1,
    on: "2026-01-15",
    amountMinor: 1_200_000,
    rate: 500,
    dueDay: 15,
    plan: { method: "equal-instalment", terms: 12 },
  };
  const cost = await json(await desk.post("/v1/offer-quotes", offer));
  expect(cost["rows"].length).toBe(12);
  expect(cost["paidMinor"]).toBe(1_200_000 + cost["interestMinor"]);
  expect(cost["rates"].chinaSimplePercent).toMatch(/^18\.\d\d$/);
  expect(Number(cost["rates"].euPercent)).toBeGreaterThan(19);
  const refused = await desk.post("/v1/offer-quotes", { ...offer, rate: 900 });
  expect(await json(refused)).toMatchObject({ code: "not-offered" });
});

test("a conversion quote lists every way that is on offer within the cap", async () => {
  desk.goTo(day("2026-05-21"));
  const at = await opened("pay-later", 1_000_000);
  await desk.post(`${at}/purchases`, { purchaseId: "tv", amountMinor: 300_000, channel: "shop" });
  const of = { kind: "purchase", purchaseId: "tv" };
  const quotes = await json(
    await desk.post(`${at}/conversion-quotes`, { amountMinor: 300_000, of }),
  );
  expect(quotes["items"].length).toBeGreaterThan(0);
  const [first] = quotes["items"] as Json[];
  expect(first?.["rows"].length).toBe(first?.["terms"]);
  const plan = { method: "flat-fee", terms: first?.["terms"], feePpm: first?.["feePpm"] };
  const booked = await desk.post(`${at}/conversions`, { of, amountMinor: 300_000, plan });
  expect(booked.status).toBe(201);
  const tooMuch = await desk.post(`${at}/conversion-quotes`, { amountMinor: 400_000, of });
  expect(tooMuch.status).toBe(422);
});

test("days are closed on request, each once, and never one that is not over", async () => {
  desk.goTo(day("2026-05-22"));
  const early = await desk.post("/v1/books/retail/close-runs", { through: "2026-05-22" });
  expect(await json(early)).toMatchObject({
    code: "day-not-over",
    errors: [{ field: "body.through", expected: "2026-05-21 or earlier" }],
  });
  const pay = { amountMinor: 1_000, channel: "wallet", purpose: { kind: "early" } };
  const at = await opened();
  await desk.post(`${at}/draws`, {
    amountMinor: 100_000,
    plan: { method: "open" },
    channel: "wallet",
  });
  const [closing, ...during] = await Promise.all([
    desk.post("/v1/books/retail/close-runs", { through: "2026-05-21" }),
    ...Array.from({ length: 6 }, () => desk.post(`${at}/repayments`, pay)),
  ]);
  expect(during.map((it) => it.status)).toEqual([201, 201, 201, 201, 201, 201]);
  expect(await json(closing as Response)).toMatchObject({ closedThrough: "2026-05-21" });
  const again = await desk.post("/v1/books/retail/close-runs", { through: "2026-05-21" });
  expect(await json(again)).toMatchObject({ days: [] });
  const days = await json(await desk.get("/v1/books/retail/close-runs"));
  expect(days["items"][0]).toMatchObject({ businessOn: "2026-05-21" });
  const balance = await json(await desk.get("/v1/books/retail/trial-balance"));
  expect(balance["debitsMinor"]).toBe(balance["creditsMinor"]);
  expect(balance["lines"].length).toBeGreaterThan(4);
  expect((await desk.get("/v1/books/retail/journal?limit=2")).status).toBe(200);
});
