import { readFileSync } from "node:fs";
import { parseModel } from "@fairdue/assess";
import { addDays, day, type EpochDay } from "@fairdue/kernel";
import { type CreditPolicy, cautiousPolicy } from "@fairdue/servicing";
import { changeModel, registerModel, saveCreditPolicy } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "./api-desk.ts";
import { warnBook } from "../../apps/fairdue/src/assessment/warn.ts";
import { reviewLimits } from "../../apps/fairdue/src/assessment/review-limits.ts";

let desk: Desk;
const openedOn = day("2026-09-01");
const artefact = readFileSync("apps/fairdue/models/behaviour.json", "utf8");
const read = parseModel(artefact);
if (!read.ok) throw new Error("the bundled model is read");
const loaded = read.value;
const policy: CreditPolicy = {
  ...cautiousPolicy,
  bands: [
    { probabilityPpmMax: 20_000, limitMinorMax: 2_000_000, rate: 400 },
    { probabilityPpmMax: 90_000, limitMinorMax: 800_000, rate: 400 },
  ],
};

beforeAll(async () => {
  desk = await openDesk(openedOn);
  await desk.database.transaction(async (tx) => {
    await registerModel(tx, { loaded, artefact, by: "test" });
    for (const use of ["credit", "early-warning"] as const)
      await changeModel(tx, {
        bookId: "retail",
        use,
        kind: "activate",
        champion: loaded.checksum,
        challenger: null,
        splitPpm: 0,
        requestedBy: "act_one",
        approvedBy: "act_two",
        reason: "first",
        at: desk.shell.now(),
      });
    await saveCreditPolicy(tx, {
      bookId: "retail",
      policy,
      declaredBy: "act_one",
      approvedBy: "act_two",
      at: desk.shell.now(),
    });
  });
}, 60_000);
afterAll(() => desk.close());

type Json = Record<string, any>; // oxlint-disable-line no-explicit-any

async function json(answer: Promise<Response>, status: number): Promise<Json> {
  const response = await answer;
  const body = (await response.json()) as Json;
  expect(response.status, JSON.stringify(body)).toBe(status);
  return body;
}

async function person(name: string): Promise<string> {
  const borrowerId = `brw_${name}`;
  await json(desk.post("/v1/borrowers", { borrowerId }), 201);
  return borrowerId;
}

const application = {
  bookId: "retail",
  productId: "cash-line",
  productVersion: 1,
  limitMinor: 500_000,
  age: 30,
  incomeMonthMinor: 1_000_000,
  otherCredit: { lenders: 1, grantedMinor: 100_000 },
  checks: { identity: "clear", fraud: "clear" },
};

const apply = (borrowerId: string, more: Json = {}) =>
  json(desk.post(`/v1/borrowers/${borrowerId}/applications`, { ...application, ...more }), 201);

/** Columns of somebody who pays, and of somebody who is behind. */
const good = {
  utilisation_now: 0.2,
  utilisation_90: 0.2,
  utilisation_max_180: 0.3,
  late_count_365: 0,
  days_late_max_365: 0,
  days_since_late: 3650,
  overdue_days: 0,
  overdue_share: 0,
  payment_ratio_180: 1,
  payment_ratio_365: 1,
  months_on_book: 18,
};
const behind = {
  ...good,
  utilisation_now: 0.99,
  utilisation_90: 0.97,
  utilisation_max_180: 1,
  utilisation_trend: 0.1,
  late_count_365: 4,
  days_late_max_365: 25,
  days_since_late: 2,
  overdue_days: 12,
  overdue_share: 0.2,
  payment_ratio_180: 0.4,
  payment_ratio_365: 0.5,
};

test("someone who pays gets an offer with its full cost, and accepting it opens the account", async () => {
  const borrowerId = await person("good");
  const decision = await apply(borrowerId, { columns: good });
  expect(decision["answer"], JSON.stringify(decision["reasons"])).toBe("offer");
  expect(decision["offer"].limitMinor).toBe(500_000);
  expect(Number(decision["offer"].cost.rates.chinaSimplePercent)).toBeGreaterThan(14);
  const at = `/v1/borrowers/${borrowerId}/decisions/${decision["decisionId"]}`;
  const acceptance = { costStatementVersion: "2026-08", contractVersion: "7", readSeconds: 12 };
  const tooFast = await desk.post(`${at}/acceptance`, { ...acceptance, readSeconds: 2 });
  expect(((await tooFast.json()) as Json)["code"]).toBe("contract-unlawful");
  const key = { "idempotency-key": "accept-good" };
  const opened = await json(desk.post(`${at}/acceptance`, acceptance, key), 201);
  expect(await json(desk.post(`${at}/acceptance`, acceptance, key), 201)).toEqual(opened);
  const account = await json(
    desk.get(`/v1/borrowers/${borrowerId}/accounts/${opened["accountId"]}`),
    200,
  );
  expect(account["limitMinor"]).toBe(500_000);
  const consents = await json(desk.get(`/v1/borrowers/${borrowerId}/consents`), 200);
  expect(consents["items"].map((it: Json) => it["scope"]).sort()).toEqual([
    "cost-statement",
    "credit-contract",
  ]);
  const again = await desk.post(`${at}/acceptance`, acceptance);
  expect(((await again.json()) as Json)["code"]).toBe("no-offer");
});

test("a decision replays bit for bit, and what it says would have helped is true", async () => {
  const borrowerId = await person("behind");
  const decision = await apply(borrowerId, { columns: behind });
  expect(decision["answer"]).toBe("decline");
  const { terms, basePoints, points, pointsMin } = decision as Json;
  expect(basePoints + terms.reduce((sum: number, it: Json) => sum + it["points"], 0)).toBe(points);
  const at = `/v1/borrowers/${borrowerId}/decisions/${decision["decisionId"]}`;
  const replayed = await json(desk.post(`${at}/replay`, {}), 200);
  expect(replayed).toMatchObject({ isSame: true, answer: "decline", points, packsChanged: [] });
  for (const it of decision["counterfactuals"]) {
    const tried = await json(desk.post(`${at}/replay`, { columns: it.columns }), 200);
    expect(tried["points"]).toBe(it.points);
    expect(tried["points"]).toBeGreaterThanOrEqual(pointsMin);
  }
});

test("the law decides first: a minor, and a student without a second source", async () => {
  const minor = await apply(await person("minor"), { age: 17, columns: good });
  expect(minor).toMatchObject({ answer: "decline", rules: [{ rule: "cn.minor@1" }] });
  const student = await apply(await person("student"), { isStudent: true, columns: good });
  expect(student["answer"]).not.toBe("offer");
  expect(student["rules"][0].rule).toMatch("cn.student-credit");
});

test.each([
  ["identity is down", { checks: { fraud: "clear" } }, "source-down:identity"],
  ["fraud suspects", { checks: { identity: "clear", fraud: "suspect" } }, "source-suspects:fraud"],
  ["income is not known", { incomeMonthMinor: null }, "income-unknown"],
  ["other credit is not known", { otherCredit: null }, "exposure-unknown"],
  ["the applicant wants a person", { refusesAutomation: true }, "person-asked"],
])("never yes by a machine when %s", async (name, more, code) => {
  const decision = await apply(await person(name.replaceAll(" ", "-")), { columns: good, ...more });
  expect(decision["answer"]).toBe("refer");
  expect(decision["reasons"].map((it: Json) => it["code"])).toContain(code);
  expect(decision["offer"]).toBeNull();
  expect(decision["reviews"]).toHaveLength(1);
});

test("many lenders are refused, and income caps the limit", async () => {
  const many = await apply(await person("many"), {
    columns: good,
    otherCredit: { lenders: 9, grantedMinor: 0 },
  });
  expect(many["reasons"][0].code).toBe("too-many-lenders");
  const poor = await apply(await person("poor"), { columns: good, incomeMonthMinor: 80_000 });
  expect(poor["offer"].limitMinor).toBe(380_000);
  expect(poor["reasons"].map((it: Json) => it["code"])).toContain("capped-by-income");
});

test("without a file a person looks, and may grant what the law allows; the appeal is another's", async () => {
  const borrowerId = await person("thin");
  const decision = await apply(borrowerId);
  expect(decision["answer"]).toBe("refer");
  const queue = await json(desk.get("/v1/books/retail/reviews"), 200);
  const review = queue["items"].find((it: Json) => it["borrowerId"] === borrowerId);
  expect(review.isLate).toBe(false);
  const at = `/v1/borrowers/${borrowerId}/reviews/${review.reviewId}`;
  const tooMuch = await desk.post(at, {
    answer: "offer",
    limitMinor: 30_000_000,
    rate: 400,
    reason: "x",
  });
  expect(((await tooMuch.json()) as Json)["code"]).toBe("contract-unlawful");
  const declined = await json(
    desk.post(at, { answer: "decline", reason: "income not shown" }),
    201,
  );
  expect(declined["reviews"][0]).toMatchObject({ answer: "decline", answeredBy: "desk" });
  const appeal = await json(
    desk.post(`/v1/borrowers/${borrowerId}/decisions/${decision["decisionId"]}/reviews`, {
      why: "appeal",
    }),
    201,
  );
  const second = `/v1/borrowers/${borrowerId}/reviews/${appeal["reviewId"]}`;
  const same = await desk.post(second, {
    answer: "offer",
    limitMinor: 300_000,
    rate: 400,
    reason: "pay slips",
  });
  expect(((await same.json()) as Json)["code"]).toBe("reviewer-decided-before");
  const other = await desk.keyWith(["decisions:review"], "second");
  const granted = await json(
    desk.post(
      second,
      { answer: "offer", limitMinor: 300_000, rate: 400, reason: "pay slips" },
      { authorization: `Bearer ${other}` },
    ),
    201,
  );
  expect(granted["offer"].limitMinor).toBe(300_000);
});

test("a withdrawn consent takes its features out of the next decision, which says so", async () => {
  const borrowerId = await person("consent");
  const consents = [{ scope: "purchase-behaviour", purpose: "assessment", textVersion: "1" }];
  const columns = { ...good, purchase_count_90: 40, purchase_mean_365: 0.01 };
  const first = await apply(borrowerId, { columns, consents });
  expect(first["notUsed"]).toEqual([]);
  await json(
    desk.post(`/v1/borrowers/${borrowerId}/consents/purchase-behaviour/withdrawal`, {}),
    201,
  );
  const next = await apply(borrowerId, { columns });
  expect(next["notUsed"].length).toBeGreaterThan(0);
  for (const it of next["notUsed"]) expect(it.basis).toBe("consent:purchase-behaviour");
});

test("a model changes by two persons, is challenged by a stable share, and rolls back in one step", async () => {
  const model = { use: "credit", kind: "challenge", model: loaded.checksum, reason: "try" };
  const same = await desk.post("/v1/books/retail/model-changes", model);
  expect(((await same.json()) as Json)["code"]).toBe("model-not-active");
  const nothing = await desk.post("/v1/books/retail/model-changes", {
    use: "credit",
    kind: "rollback",
    reason: "x",
  });
  expect(((await nothing.json()) as Json)["code"]).toBe("nothing-to-roll-back");
  const activate = { use: "credit", kind: "activate", model: loaded.checksum, reason: "again" };
  const asked = await json(desk.post("/v1/books/retail/model-changes", activate), 201);
  const at = `/v1/books/retail/model-changes/${asked["approvalId"]}`;
  const own = await desk.post(at, { decision: "approved", reason: "fine" });
  expect(((await own.json()) as Json)["code"]).toBe("own-change");
  const other = { authorization: `Bearer ${await desk.keyWith(["models:change"], "second")}` };
  await json(desk.post(at, { decision: "approved", reason: "fine" }, other), 201);
  const now = await json(desk.get("/v1/books/retail/models"), 200);
  expect(now["inForce"].find((it: Json) => it["use"] === "credit")).toMatchObject({
    changeNo: 2,
    approvedBy: "second",
  });
});

test("every account is warned of daily, and limits are reviewed with notice", async () => {
  const borrowerId = await person("late");
  const accountId = "acc_late";
  const at = `/v1/borrowers/${borrowerId}/accounts`;
  await json(
    desk.post(at, {
      bookId: "retail",
      accountId,
      productId: "cash-line",
      productVersion: 1,
      limitMinor: 1_000_000,
    }),
    201,
  );
  const plan = { method: "equal-instalment", terms: 12 };
  await json(
    desk.post(`${at}/${accountId}/draws`, { amountMinor: 980_000, channel: "bank", plan }),
    201,
  );
  const on = addDays(openedOn, 30);
  desk.goTo(on);
  const { database, shell } = desk;
  const warned = await warnBook(database, shell.products, { bookId: "retail", on });
  expect(warned).toMatchObject({ ok: true });
  const list = await json(desk.get("/v1/books/retail/early-warnings"), 200);
  const own = list["items"].find((it: Json) => it["accountId"] === accountId);
  expect(own.drivers.length).toBeGreaterThan(0);
  expect(own.probability).toBeGreaterThan(list["items"].at(-1).probability);
  const report = await reviewLimits(database, shell.products, run(on));
  expect(report).toMatchObject({ ok: true });
  const reviews = await json(desk.get("/v1/books/retail/limit-reviews"), 200);
  const its = reviews["items"].find((it: Json) => it["accountId"] === accountId);
  expect(its.toMinor).toBeGreaterThanOrEqual(980_000);
  for (const it of reviews["items"]) expect(it.reasons.length).toBeGreaterThan(0);
});

function run(on: EpochDay) {
  const { shell } = desk;
  return {
    bookId: "retail",
    zone: "Asia/Shanghai",
    on,
    at: shell.now(),
    newEventId: () => shell.newId("Event"),
    budgets: undefined,
  };
}
