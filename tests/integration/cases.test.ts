import { cashLine } from "@fairdue/credit";
import { addDays, day, type EpochDay, formatDay, minor, parseId, present } from "@fairdue/kernel";
import { closeBook, execute, loadCasesOf, openCaseOf, reconcileCases } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "./api-desk.ts";

const start = day("2026-03-02");
let desk: Desk;
let count = 0;

beforeAll(async () => {
  desk = await openDesk(start);
});
afterAll(() => desk.close());

type Somebody = { readonly borrowerId: string; readonly accountId: string };

/** Draws 1,000.00 on a cash line in three instalments, and pays nothing. */
async function someoneWhoOwes(accounts = 1): Promise<readonly Somebody[]> {
  const borrowerId = `brw_case-${(count += 1)}`;
  const people = Array.from({ length: accounts }, (_, k) => ({
    borrowerId,
    accountId: `acc_case-${count}-${k}`,
  }));
  const { id, version, rate, cycle } = cashLine.declaration;
  for (const it of people) {
    await act(it, {
      kind: "opened",
      accountId: present(parseId("Account", it.accountId), "an id"),
      productId: id,
      productVersion: version,
      limitMinor: minor(1_000_000),
      rate: rate.standard,
      dueDay: cycle.dueDay,
    });
    await act(it, {
      kind: "drawn",
      drawId: "d1",
      amountMinor: minor(100_000),
      plan: {
        method: "equal-instalment",
        terms: 3,
        feePpm: 0,
        principalMinor: [],
        firstDueOn: null,
      },
      rate: rate.standard,
      channel: "bank",
    });
  }
  return people;
}

let today: EpochDay = start;

async function act(it: Somebody, fact: Parameters<typeof execute>[2][number]["fact"]) {
  const eventId = present(parseId("Event", `evt_case-${(count += 1)}`), "an id");
  const [outcome] = await execute(desk.database, desk.shell.products, [
    { ...it, bookId: "retail", eventId, on: null, today, fact },
  ]);
  expect(outcome).toMatchObject({ ok: true });
}

async function closeThrough(on: EpochDay): Promise<void> {
  await closeBook(desk.database, desk.shell.products, { bookId: "retail", through: on });
  today = addDays(on, 1);
  desk.goTo(today);
}

const repay = (it: Somebody, amountMinor: number) =>
  act(it, {
    kind: "repaid",
    repaymentId: `r${(count += 1)}`,
    amountMinor: minor(amountMinor),
    channel: "bank",
    purpose: { kind: "due" },
  });

const caseOf = (it: Somebody) =>
  openCaseOf(desk.database, { borrowerId: it.borrowerId, bookId: "retail" });

test("the close opens one case for all debts, and the last payment ends it at once", async () => {
  const [first, second] = await someoneWhoOwes(2);
  if (!first || !second) throw new Error("two accounts");
  expect(await caseOf(first)).toBeUndefined();
  await closeThrough(day("2026-05-02"));
  const opened = present(await caseOf(first), "a case");
  expect(opened).toMatchObject({ debts: 2, origin: "overdue" });
  expect(opened.overdueMinor).toBeGreaterThan(0);
  await repay(first, 80_000);
  expect(await caseOf(first)).toMatchObject({ caseId: opened.caseId, debts: 1 });
  await repay(second, 80_000);
  expect(await caseOf(first)).toBeUndefined();
  const [closed] = await loadCasesOf(desk.database, first.borrowerId);
  expect(closed).toMatchObject({ closeReason: "paid", isSelfCured: true, debts: 0 });
  expect(closed?.dpdMax).toBeGreaterThan(0);
});

test("nothing is left to mend after the close; what went missing is found again", async () => {
  const [it] = await someoneWhoOwes();
  if (!it) throw new Error("one account");
  await closeThrough(addDays(today, 45));
  const sync = () =>
    desk.database.transaction((tx) => reconcileCases(tx, { bookId: "retail", on: today }));
  expect(await sync()).toEqual({ opened: 0, closed: 0 });
  const known = present(await caseOf(it), "a case");
  await desk.database.rows("UPDATE cases SET overdue_minor = 1 WHERE borrower_id = $1", [
    it.borrowerId,
  ]);
  await sync();
  expect(await caseOf(it)).toMatchObject({ overdueMinor: known.overdueMinor });
});

test("two collectors cannot work one case unknowingly", async () => {
  const [it] = await someoneWhoOwes();
  if (!it) throw new Error("one account");
  await closeThrough(addDays(today, 45));
  const { caseId } = present(await caseOf(it), "a case");
  const path = `/v1/borrowers/${it.borrowerId}/cases/${caseId}`;
  const other = {
    authorization: `Bearer ${await desk.keyWith(["cases:claim", "cases:read", "cases:work"], "second")}`,
  };
  expect((await desk.post(`${path}/claim`, {})).status).toBe(201);
  const refused = await desk.post(`${path}/claim`, {}, other);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: "case-claimed", errors: [{ value: "desk" }] });
  const worked = await desk.post(
    `${path}/results`,
    { result: "no-answer", channel: "call" },
    other,
  );
  expect(await worked.json()).toMatchObject({ code: "case-claimed" });
  const shown = await desk.get(path, other);
  expect(await shown.json()).toMatchObject({ case: { claim: { by: "desk" }, ownerId: "desk" } });
  expect((await desk.post(`${path}/release`, {})).status).toBe(201);
});

test("an outcome in two taps: a promise, kept when the money comes; then the line tells all", async () => {
  const [it] = await someoneWhoOwes();
  if (!it) throw new Error("one account");
  await closeThrough(addDays(today, 45));
  const { caseId } = present(await caseOf(it), "a case");
  const path = `/v1/borrowers/${it.borrowerId}/cases/${caseId}`;
  const promise = { amountMinor: 1_000, promisedOn: formatDay(addDays(today, 3)) };
  const late = await desk.post(`${path}/results`, {
    result: "promise",
    channel: "call",
    promise: { ...promise, promisedOn: formatDay(addDays(today, 60)) },
  });
  expect(await late.json()).toMatchObject({ code: "invalid-request" });
  const made = await desk.post(`${path}/results`, {
    result: "promise",
    channel: "call",
    promise,
    note: "gets paid on Friday",
  });
  expect(made.status).toBe(201);
  const detail = (await (await desk.get(path)).json()) as { notes: { text: string }[] };
  expect(detail).toMatchObject({ promises: [{ status: "open", amountMinor: 1_000 }] });
  expect(detail.notes[0]?.text).toBe("gets paid on Friday");
  const timeline = (await (
    await desk.get(`/v1/borrowers/${it.borrowerId}/timeline?limit=100`)
  ).json()) as { items: { side: string; kind: string }[] };
  const kinds = timeline.items.map((one) => one.kind);
  for (const kind of ["promised", "result", "opened", "note", "drawn", "bucket-changed"])
    expect(kinds).toContain(kind);
  expect(new Set(timeline.items.map((one) => one.side))).toEqual(new Set(["money", "words"]));
});

test("somebody who cannot pay is left in peace at once, and whoever asks us to stop is heard", async () => {
  const [it] = await someoneWhoOwes();
  if (!it) throw new Error("one account");
  await closeThrough(addDays(today, 45));
  const { caseId } = present(await caseOf(it), "a case");
  const path = `/v1/borrowers/${it.borrowerId}/cases/${caseId}`;
  await desk.post(`${path}/results`, { result: "cannot-pay", channel: "call" });
  expect(await caseOf(it)).toMatchObject({ holds: ["hardship"] });
  await desk.post(`${path}/results`, { result: "asked-to-stop", channel: "call" });
  const may = (await (await desk.get(`${path}/may`)).json()) as {
    channels: { channel: string; outcome: string; says: object }[];
  };
  expect(may.channels.every((one) => one.outcome === "deny")).toBe(true);
});

test("the list pages through every case once, in every order", async () => {
  for (const sort of ["oldest-first", "largest-first", "newest-first"]) {
    const seen: string[] = [];
    let cursor = "";
    for (;;) {
      const page = (await (
        await desk.get(
          `/v1/books/retail/cases?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`,
        )
      ).json()) as { items: { caseId: string }[]; nextCursor: string | null };
      seen.push(...page.items.map((one) => one.caseId));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4);
  }
});

test("the next case is handed to one person only", async () => {
  const other = { authorization: `Bearer ${await desk.keyWith(["cases:claim"], "third")}` };
  const [mine, theirs] = await Promise.all([
    desk.post("/v1/books/retail/next-case", {}),
    desk.post("/v1/books/retail/next-case", {}, other),
  ]);
  const a = (await mine.json()) as { case: { caseId: string } | null };
  const b = (await theirs.json()) as { case: { caseId: string } | null };
  expect(a.case?.caseId).not.toBe(b.case?.caseId);
});

test("an early warning opens a case that ends by itself", async () => {
  const borrowerId = "brw_early";
  const account = { borrowerId, accountId: "acc_early" };
  const { id, version, rate, cycle } = cashLine.declaration;
  await act(account, {
    kind: "opened",
    accountId: present(parseId("Account", account.accountId), "an id"),
    productId: id,
    productVersion: version,
    limitMinor: minor(1_000_000),
    rate: rate.standard,
    dueDay: cycle.dueDay,
  });
  const until = addDays(today, 10);
  const warned = await desk.post("/v1/books/retail/early-cases", {
    borrowerId,
    until: formatDay(until),
    reasons: ["model.drift-up"],
  });
  expect(warned.status).toBe(201);
  expect(await caseOf(account)).toMatchObject({ origin: "early-warning", debts: 0 });
  await closeThrough(addDays(until, 1));
  await desk.database.transaction((tx) => reconcileCases(tx, { bookId: "retail", on: today }));
  expect(await caseOf(account)).toBeUndefined();
});
