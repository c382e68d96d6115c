import { cashLine } from "@fairdue/credit";
import { addDays, day, type EpochDay, formatDay, minor, parseId, present } from "@fairdue/kernel";
import { standardStrategy } from "@fairdue/servicing";
import { closeBook, execute, loadCasesOf, measureOutcomes, saveContactRules } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "./api-desk.ts";

const start = day("2026-03-02");
const people = 24;
let desk: Desk;
let today: EpochDay = start;
let second: Record<string, string>;

type Json = Record<string, unknown>;
const strategies = "/v1/books/retail/strategies";

beforeAll(async () => {
  desk = await openDesk(start);
  second = { authorization: `Bearer ${await desk.keyWith(["strategies:write"], "second")}` };
  await desk.database.transaction((tx) =>
    saveContactRules(tx, {
      bookId: "retail",
      packs: ["cn"],
      facts: { "lender.kind": "consumer-finance" },
      by: "test",
      at: desk.shell.now(),
    }),
  );
  const { id, version, rate, cycle } = cashLine.declaration;
  const act = (k: number, name: string, fact: Parameters<typeof execute>[2][number]["fact"]) => ({
    borrowerId: `brw_plan-${k}`,
    accountId: `acc_plan-${k}`,
    bookId: "retail",
    eventId: present(parseId("Event", `evt_plan-${name}-${k}`), "an id"),
    on: null,
    today,
    fact,
  });
  const commands = Array.from({ length: people }, (_, k) => [
    act(k, "open", {
      kind: "opened",
      accountId: present(parseId("Account", `acc_plan-${k}`), "an id"),
      productId: id,
      productVersion: version,
      limitMinor: minor(2_000_000),
      rate: rate.standard,
      dueDay: cycle.dueDay,
    }),
    act(k, "draw", {
      kind: "drawn",
      drawId: "d1",
      amountMinor: minor(60_000 + 40_000 * k),
      plan: {
        method: "equal-instalment",
        terms: 3,
        feePpm: 0,
        principalMinor: [],
        firstDueOn: null,
      },
      rate: rate.standard,
      channel: "bank",
    }),
  ]).flat();
  const done = await execute(desk.database, desk.shell.products, commands);
  expect(done.every((it) => it.ok)).toBe(true);
  await closeThrough(day("2026-04-24"));
});
afterAll(() => desk.close());

async function closeThrough(on: EpochDay): Promise<void> {
  await closeBook(desk.database, desk.shell.products, { bookId: "retail", through: on });
  today = addDays(on, 1);
  desk.goTo(today);
}

async function answer(response: Promise<Response>, status: number): Promise<Json> {
  const it = await response;
  const body = (await it.json()) as Json;
  expect(it.status, JSON.stringify(body)).toBe(status);
  return body;
}

async function activate(version: number): Promise<void> {
  const path = `${strategies}/standard/${version}`;
  await answer(desk.post(`${path}/simulation`, {}), 201);
  const request = { from: formatDay(today), reason: "trial" };
  const { approvalId } = await answer(desk.post(`${path}/requests`, request), 201);
  const yes = { approvalId, decision: "approved", reason: "looks right" };
  expect(await answer(desk.post(`${path}/decisions`, yes), 403)).toMatchObject({
    code: "strategy-by-same-person",
  });
  const decided = await answer(desk.post(`${path}/decisions`, yes, second), 201);
  expect(decided).toMatchObject({ line: { state: "active", activeFrom: formatDay(today) } });
}

test("a strategy is in force only after simulation and a second person's yes", async () => {
  expect(await answer(desk.post("/v1/books/retail/plans", {}), 409)).toMatchObject({
    code: "strategy-none-in-force",
  });
  const bad = await answer(desk.post(strategies, { declaration: { id: "standard" } }), 400);
  expect((bad["errors"] as { field: string }[]).map((it) => it.field)).toContain(
    "body.declaration.title",
  );
  const proposed = await answer(desk.post(strategies, { declaration: standardStrategy }), 201);
  expect(proposed).toEqual({ strategyId: "standard", version: 1 });
  const early = desk.post(`${strategies}/standard/1/requests`, {
    from: formatDay(today),
    reason: "now",
  });
  expect(await answer(early, 409)).toMatchObject({ code: "strategy-not-simulated" });
  await activate(1);
});

test("a day is planned once: asked again, the plan that stands is answered", async () => {
  const first = await answer(desk.post("/v1/books/retail/plans", {}), 201);
  expect(first).toMatchObject({
    isKnown: false,
    plan: { strategyId: "standard", isCurrent: true },
  });
  const again = await answer(desk.post("/v1/books/retail/plans", {}), 201);
  expect(again).toMatchObject({ isKnown: true });
  expect(again["plan"]).toEqual(first["plan"]);
  const detail = await answer(desk.get(`/v1/books/retail/plans/${formatDay(today)}`), 200);
  expect(detail).toMatchObject({
    plan: { summary: { people } },
    titles: { queues: { early: {} } },
  });
});

test("the work list has one step for each, in order, and the next case comes from its top", async () => {
  const list = await answer(desk.get(`/v1/books/retail/plans/${formatDay(today)}/work`), 200);
  const items = list["items"] as { caseId: string; position: number; reason: Json; step: Json }[];
  expect(items.length).toBeGreaterThan(10);
  expect(items.every((it) => it.step["zh"] !== "" && it.reason["en"] !== "")).toBe(true);
  const next = await answer(desk.post("/v1/books/retail/next-case", {}), 201);
  const taken = next["case"] as { caseId: string; borrowerId: string; queueId: string };
  expect(items.map((it) => it.caseId)).toContain(taken.caseId);
  const path = `/v1/borrowers/${taken.borrowerId}/cases/${taken.caseId}`;
  const detail = await answer(desk.get(path), 200);
  expect(detail).toMatchObject({ next: { status: "open", strategyVersion: 1, isDataThin: true } });
  await answer(desk.post(`${path}/results`, { result: "no-answer", channel: "call" }), 201);
  expect(await answer(desk.get(path), 200)).toMatchObject({ next: { status: "done" } });
});

test("a planner that dies midway leaves nothing half-done", async () => {
  await closeThrough(today);
  const broken = {
    ...desk.database,
    transaction: async <R>(work: (tx: never) => Promise<R>): Promise<R> =>
      await desk.database.transaction(async (tx) => {
        const done = await work({
          ...tx,
          named: async (name: string, text: string, values: never[]) => {
            const rows = await tx.named(name, text, values);
            if (name === "work-items-insert") throw new Error("killed");
            return rows;
          },
        } as never);
        return done;
      }),
  };
  const { planBook } = await import("../../apps/fairdue/src/plan/plan-book.ts");
  const { rulesInForce } = await import("../../apps/fairdue/src/gate/desk.ts");
  const { loadBook, strategyInForce } = await import("@fairdue/store");
  const book = present(await loadBook(desk.database, "retail"), "the book");
  const record = present(
    await strategyInForce(desk.database, { bookId: "retail", on: today }),
    "a strategy",
  );
  const options = {
    rules: rulesInForce(desk.shell.keyring),
    book,
    on: today,
    threads: 1,
    by: "test",
  };
  await expect(planBook({ ...options, database: broken }, record)).rejects.toThrow("killed");
  const [left] = await desk.database.rows("SELECT count(*) AS n FROM plans WHERE plan_on = $1", [
    formatDay(today),
  ]);
  expect(left).toEqual({ n: 0 });
  const planned = await planBook({ ...options, database: desk.database }, record);
  expect(planned).toMatchObject({ kind: "planned", isKnown: false });
});

test("budgets that contradict each other are explained, and nothing is planned", async () => {
  const declaration = {
    ...standardStrategy,
    budgets: [
      { id: "minutes", resource: "minutes", atMost: 10 },
      { id: "calls", resource: "count", atLeast: 8, where: { channel: "call" } },
    ],
  };
  await answer(desk.post(strategies, { declaration }), 201);
  await activate(2);
  const refused = await answer(desk.post("/v1/books/retail/plans", {}), 422);
  expect(refused).toMatchObject({ code: "budgets-infeasible" });
  const errors = refused["errors"] as { field: string; expected: string }[];
  expect(errors.some((it) => it.field === "budgets.calls")).toBe(true);
});

test("what was treated is measured when its horizon is over; figures of a past day stay as they were", async () => {
  await closeThrough(day("2026-05-06"));
  const asOf = formatDay(addDays(today, -1));
  const before = await Promise.all(
    ["roll-rates", "cures", "vintages", "recoveries", "contacts"].map((table) =>
      answer(desk.get(`/v1/books/retail/figures/${table}?asOf=${asOf}&months=3`), 200),
    ),
  );
  expect(before[0]).toMatchObject({ items: [{ from: 1, accounts: people, rate: 1 }] });
  expect(before[1]).toMatchObject({ items: [{ cases: people }] });
  await closeThrough(addDays(today, 16));
  const measured = await desk.database.transaction((tx) =>
    measureOutcomes(tx, { bookId: "retail", through: addDays(today, -1) }),
  );
  expect(measured).toBeGreaterThan(0);
  const after = await Promise.all(
    ["roll-rates", "cures", "vintages", "recoveries", "contacts"].map((table) =>
      answer(desk.get(`/v1/books/retail/figures/${table}?asOf=${asOf}&months=3`), 200),
    ),
  );
  expect(after).toEqual(before);
  const csv = await desk.get("/exports/csv/v1/books/retail/figures/recoveries");
  expect(await csv.text()).toContain("segmentId,treatmentId,people");
  expect((await loadCasesOf(desk.database, "brw_plan-0"))[0]?.debts).toBe(1);
});
