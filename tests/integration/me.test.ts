import { day } from "@fairdue/kernel";
import { closeBook, loadBook, openSession, sequenceAll } from "@fairdue/store";
import { checkBundle, parseBundle, parseVerifierKey } from "@fairdue/proof";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contactDesk, openDesk as openContactDesk } from "../../apps/fairdue/src/gate/desk.ts";
import { publish } from "../../apps/fairdue/src/supervision/publish.ts";
import { withWishes } from "@fairdue/servicing";
import { permitAll } from "../fixtures/borrower-desk.ts";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
let cookie = "";
const at = "/v1/borrowers/brw_wang/accounts/acc_wang";

beforeAll(async () => {
  desk = await openDesk();
  openContactDesk(desk.shell, withWishes(permitAll));
  await desk.post("/v1/borrowers", { borrowerId: "brw_wang" });
  await desk.post("/v1/borrowers/brw_wang/accounts", {
    accountId: "acc_wang",
    bookId: "retail",
    productId: "cash-line",
    productVersion: 1,
    limitMinor: 1_000_000,
  });
  await desk.post("/v1/people/brw_wang/fields", {
    values: {
      name: "王小明",
      phone: "13800138000",
      employer: "纺织厂",
      address: "杭州市西湖区1号",
    },
    source: "borrower",
  });
  const { secret } = await openSession(desk.database, {
    kind: "borrower",
    subjectId: "brw_wang",
    device: "phone",
    hasSecondFactor: true,
    hours: 12,
  });
  cookie = `fairdue_session=${secret}`;
});
afterAll(() => desk.close());

async function own<Answer>(path: string, body?: unknown, status = body === undefined ? 200 : 201) {
  const answer = await desk.app.request(path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      cookie,
      "x-fairdue-page": "1",
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect([path, answer.status]).toEqual([path, status]);
  return (await answer.json()) as Answer;
}

describe("what a person sees of himself", () => {
  test("who he is, masked, and whom to turn to", async () => {
    expect(await own("/v1/me")).toMatchObject({
      borrowerId: "brw_wang",
      masked: { name: "王**", phone: "138****8000" },
      openRequests: [],
    });
  });

  test("a draw is booked at the cost that was shown, and at no other", async () => {
    const plan = { method: "equal-principal", terms: 3 };
    const quote = await own<{ costMinor: number }>(
      `${at}/draw-quotes`,
      { amountMinor: 120_000, plan },
      200,
    );
    const wrong = await own(
      "/v1/me/accounts/acc_wang/draws",
      {
        amountMinor: 120_000,
        plan,
        agreedCostMinor: quote.costMinor - 1,
      },
      400,
    );
    expect(wrong).toMatchObject({ code: "invalid-request" });
    const drawn = await own("/v1/me/accounts/acc_wang/draws", {
      amountMinor: 120_000,
      plan,
      agreedCostMinor: quote.costMinor,
    });
    expect(drawn).toMatchObject({ owedMinor: 120_000 });
  });

  test("the limit is told with its steps and what holds it back", async () => {
    expect(await own("/v1/me/accounts/acc_wang/limit")).toMatchObject({
      limitMinor: 1_000_000,
      availableMinor: 880_000,
      usedMinor: 120_000,
      steps: [{ on: "2026-03-02", limitMinor: 1_000_000 }],
      reasons: [],
    });
  });

  test("what happens when nobody pays is told beforehand, by the same engine", async () => {
    const today = await own<{ owed: { totalMinor: number } }>(at);
    const later = await own<{ owed: { totalMinor: number; penaltyMinor: number }; dpd: number }>(
      `${at}?asOf=2026-05-20`,
    );
    expect(later.owed.totalMinor).toBeGreaterThan(today.owed.totalMinor);
    expect(later.dpd).toBeGreaterThan(0);
  });
});

describe("rights", () => {
  test("one tap says that he can't pay: collection rests at once, and it is answered by a day", async () => {
    const asked = await own("/v1/me/requests", { kind: "hardship", words: "失业了" });
    expect(asked).toMatchObject({ kind: "hardship", status: "open", answerBy: "2026-03-17" });
    const facts = await desk.database.rows(
      "SELECT name, value FROM contact_facts WHERE borrower_id = 'brw_wang'",
    );
    expect(facts).toContainEqual({ name: "hardship.isOpen", value: true });
    const again = await own("/v1/me/requests", { kind: "hardship" }, 409);
    expect(again).toMatchObject({ code: "request-open-already" });
  });

  test("an objection to a debt pauses that debt, and its words are sealed", async () => {
    const filed = await own("/v1/me/complaints", {
      about: "amount",
      accountIds: ["acc_wang"],
      words: "这笔不是我借的，张三可以作证",
      pauses: true,
    });
    expect(filed).toMatchObject({ about: "amount", status: "open" });
    const rows = await desk.database.rows("SELECT sealed_words::text AS sealed FROM complaints");
    expect(JSON.stringify(rows)).not.toContain("张三");
    const wishes = await own<{ standing: { kind: string }[] }>("/v1/me/contact-controls");
    expect(wishes.standing.map((it) => it.kind)).toContain("dispute");
    const other = await own(
      "/v1/me/complaints",
      { about: "other", accountIds: ["acc_x"], words: "?" },
      404,
    );
    expect(other).toMatchObject({ code: "account-not-found" });
  });

  test("his data go with him; what rests on consent is deleted, the rest stays with its reason", async () => {
    const data = await own<{ personal: { field: string; value: string }[]; accounts: object[] }>(
      "/v1/me/data-export",
      {},
      200,
    );
    expect(data.personal.find((it) => it.field === "name")?.value).toBe("王小明");
    expect(data.accounts).toHaveLength(1);
    const erased = await own<{ erased: object[]; kept: object[] }>("/v1/me/erasures", {});
    expect(erased.erased).toEqual([{ zh: "工作单位", en: "Employer" }]);
    expect(erased.kept.length).toBeGreaterThan(1);
    const reads = await own<{ items: { actor: string }[] }>("/v1/me/reads");
    expect(reads.items.map((it) => it.actor)).toContain("brw_wang");
  });

  test("an address is corrected by himself, a phone number is not", async () => {
    expect(
      await own("/v1/me/corrections", { field: "address", value: "上海市黄浦区2号" }),
    ).toMatchObject({
      field: "address",
      masked: "上海市黄浦区***",
    });
    const answer = await own("/v1/me/corrections", { field: "phone", value: "13900139000" }, 422);
    expect(answer).toMatchObject({ code: "correction-by-hand" });
  });
});

describe("what anybody may know", () => {
  test("the day as the law draws it comes from the packs in force", async () => {
    const answer = await desk.app.request("/v1/public/contact-day");
    const body = (await answer.json()) as { spans: { from: number; to: number; kind: string }[] };
    expect(body.spans.map(({ from, to, kind }) => ({ from, to, kind }))).toEqual([
      { from: 0, to: 480, kind: "quiet" },
      { from: 480, to: 1320, kind: "open" },
      { from: 1320, to: 1440, kind: "quiet" },
    ]);
  });

  test("the treatment of people who are overdue is told rule by rule, each with its article", async () => {
    const answer = await desk.app.request("/v1/public/treatment");
    const body = (await answer.json()) as {
      chapters: { id: string; rules: { id: string; cite: object[] }[] }[];
      complaint: { days: number };
    };
    expect(body.complaint.days).toBe(15);
    const rules = body.chapters.flatMap((it) => it.rules);
    expect(rules.map((it) => it.id)).toContain("cn.contact-hours");
    expect(rules.every((it) => it.cite.length > 0)).toBe(true);
  });

  test("published figures hide small cells, agree with the ledger, and are proved by the log", async () => {
    await closeBook(desk.database, desk.shell.products, {
      bookId: "retail",
      through: day("2026-03-02"),
    });
    desk.goTo(day("2026-03-03"));
    const book = (await loadBook(desk.database, "retail"))!;
    await publish(desk.shell, book);
    await publish(desk.shell, book);
    const answer = await desk.app.request("/v1/public/supervision");
    const body = (await answer.json()) as {
      figures: { agreesWithLedger: boolean; accounts: number | null; buckets: object[] };
      days: string[];
    };
    expect(body.days).toEqual(["2026-03-02"]);
    expect(body.figures.agreesWithLedger).toBe(true);
    expect(body.figures.accounts).toBeNull();
    expect(body.figures.buckets[0]).toMatchObject({ bucket: "M0", accounts: null });
    const csv = await (await desk.app.request("/supervision.csv")).text();
    expect(csv).toContain("retail,2026-03-02,principal agrees with the ledger,book,1,truth");
    await sequenceAll(desk.database, { key: contactDesk(desk.shell).logKey });
    const proved = await desk.app.request("/v1/public/supervision/2026-03-02/proof");
    const { proof, logKey } = (await proved.json()) as { proof: object; logKey: string };
    const bundle = parseBundle(JSON.stringify(proof));
    const key = parseVerifierKey(logKey);
    if (!bundle.ok || !key.ok) throw new Error("a proof and its key");
    const check = checkBundle(bundle.value, { log: key.value, witnesses: [], witnessesMin: 0 });
    expect(check.verdict).toBe("proved");
  });
});
