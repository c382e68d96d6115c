import { type AccountFact, cashLine, payLater } from "@fairdue/credit";
import {
  addDays,
  day,
  type EpochDay,
  minor,
  parseCurrency,
  parseId,
  present,
} from "@fairdue/kernel";
import {
  type AccountCommand,
  commandQueue,
  createBook,
  execute,
  loadAccount,
  loadEvents,
  loadJournalOf,
  loadStatements,
  openTestDatabase,
  payoffOn,
  type Products,
  productsOf,
  saveProduct,
  scheduleOf,
  summaryOf,
  type TestDatabase,
} from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";

const start = day("2026-03-01");
const bookId = "bok_test";
let db: TestDatabase;
let products: Products;

beforeAll(async () => {
  db = await openTestDatabase();
  products = productsOf(db);
  await db.transaction(async (tx) => {
    await createBook(tx, {
      bookId,
      name: { en: "Test", zh: "测试" },
      currency: present(parseCurrency("CNY"), "CNY"),
      zone: "Asia/Shanghai",
      closedThrough: addDays(start, -1),
    });
    for (const it of [cashLine, payLater]) await saveProduct(tx, it);
  });
});
afterAll(() => db.drop());

const key = (who: string) => ({ borrowerId: `brw_${who}`, accountId: `acc_${who}` });

let events = 0;
function command(
  who: string,
  fact: AccountFact,
  at: { today: EpochDay; on?: EpochDay; id?: string } = { today: start },
): AccountCommand {
  events += 1;
  return {
    ...key(who),
    bookId,
    eventId: present(parseId("Event", `evt_${at.id ?? events}`), "an id"),
    on: at.on ?? null,
    today: at.today,
    fact,
  };
}

function opening(who: string, product = cashLine): AccountFact {
  const { id, version, rate, cycle } = product.declaration;
  return {
    kind: "opened",
    accountId: present(parseId("Account", `acc_${who}`), "an id"),
    productId: id,
    productVersion: version,
    limitMinor: minor(2_000_000),
    rate: rate.standard,
    dueDay: cycle.dueDay,
  };
}

const draw = (id: string, yuan: number): AccountFact => ({
  kind: "drawn",
  drawId: id,
  amountMinor: minor(yuan * 100),
  plan: { method: "open", terms: 0, feePpm: 0, principalMinor: [], firstDueOn: null },
  rate: 500,
  channel: "bank",
});

const repay = (id: string, amount: number): AccountFact => ({
  kind: "repaid",
  repaymentId: id,
  amountMinor: minor(amount),
  channel: "bank",
  purpose: { kind: "early", strategy: "shorten-term", drawId: null },
});

async function netOfAccount(who: string): Promise<Map<number, number>> {
  const net = new Map<number, number>();
  for (const it of await loadJournalOf(db, key(who))) {
    net.set(it.debit, (net.get(it.debit) ?? 0) + it.amountMinor);
    net.set(it.credit, (net.get(it.credit) ?? 0) - it.amountMinor);
  }
  return net;
}

test("an account is opened, drawn and repaid, and what is paid off leaves exactly zero", async () => {
  const opened = await execute(db, products, [
    command("a", opening("a")),
    command("a", draw("drw_1", 10_000)),
  ]);
  expect(opened.map((it) => it.ok)).toEqual([true, true]);

  const today = addDays(start, 10);
  const account = present(await loadAccount(db, products, key("a")), "it is there");
  const quote = payoffOn(account, today);
  expect(quote.totalMinor).toBe(1_000_000 + 5_000);
  const paid = await execute(db, products, [
    command("a", repay("rpy_1", quote.totalMinor), { today }),
  ]);
  expect(paid[0]?.ok).toBe(true);
  const after = present(await loadAccount(db, products, key("a")), "it is there");
  expect(summaryOf(after, today)).toMatchObject({
    principalMinor: 0,
    interestMinor: 0,
    accruedMinor: 0,
    creditMinor: 0,
    availableMinor: 2_000_000,
  });
  expect((await netOfAccount("a")).get(130_301)).toBe(0);
  expect((await loadEvents(db, key("a"))).map((it) => it.kind)).toEqual([
    "opened",
    "drawn",
    "repaid",
  ]);
});

test("the same command again answers as before; the same id for another fact is refused", async () => {
  const asked = command("b", opening("b"), { today: start, id: "once" });
  const first = await execute(db, products, [asked, asked]);
  expect(first.map((it) => it.ok && it.value.result)).toEqual(["executed", "known"]);
  const again = await execute(db, products, [asked]);
  expect(again.map((it) => it.ok && it.value.result)).toEqual(["known"]);
  const other = await execute(db, products, [{ ...asked, fact: draw("drw_1", 100) }]);
  expect(other).toEqual([
    {
      ok: false,
      refusal: { reason: "event-id-taken", field: "eventId", value: "evt_once" },
    },
  ]);
});

test("a refusal concerns its own command only", async () => {
  const outcomes = await execute(db, products, [
    command("c", opening("c")),
    command("c", draw("drw_1", 1_000_000)),
    command("nobody", draw("drw_1", 100)),
    command("c", draw("drw_1", 1_000)),
  ]);
  expect(outcomes.map((it) => (it.ok ? "ok" : it.refusal.reason))).toEqual([
    "ok",
    "limit-exceeded",
    "no-account",
    "ok",
  ]);
});

test("a backdated repayment books only the difference, into the first open day", async () => {
  await execute(db, products, [command("d", opening("d")), command("d", draw("drw_1", 10_000))]);
  const today = addDays(start, 20);
  // The due day 2026-03-15 passes; then a payment of 2026-03-11 becomes known on 2026-03-21.
  const [outcome] = await execute(db, products, [
    command("d", repay("rpy_1", 500_000), { today, on: addDays(start, 10) }),
  ]);
  expect(outcome?.ok).toBe(true);
  const lines = await loadJournalOf(db, key("d"));
  const byReason = (reason: string) =>
    lines
      .filter((it) => it.reason === reason)
      .map((it) => [it.bookedOn - start, it.debit, it.credit, it.amountMinor]);
  // Interest of 15 days on 10 000.00 fell due on day 14: 70.00. With the payment it is 50.00 paid on
  // day 10, and 4 days on 5 050.00 that fall due on day 14.
  expect(byReason("fell-due interest")).toEqual([
    [14, 113_201, 113_202, 7_000],
    [20, 113_202, 113_201, 990],
  ]);
  expect(byReason("paid principal")).toEqual([[20, 101_201, 130_301, 495_000]]);
});

test("a pay-later account is billed on the way to today, and its statement is on record", async () => {
  const due = addDays(start, 40);
  await execute(db, products, [
    command("e", opening("e", payLater)),
    command("e", {
      kind: "purchased",
      purchaseId: "pur_1",
      amountMinor: minor(120_000),
      plan: null,
      channel: "merchant",
    }),
    command("e", { kind: "frozen", reason: "borrower" }, { today: due }),
  ]);
  const statements = await loadStatements(db, key("e"));
  expect(statements.map((it) => it.statement.closingMinor)).toEqual([120_000]);
  const account = present(await loadAccount(db, products, key("e")), "it is there");
  expect(scheduleOf(account, due).length).toBeGreaterThan(0);
});

test("many callers at once: every command counts once, and one draw too many is refused", async () => {
  await execute(db, products, [command("f", opening("f"))]);
  const queue = commandQueue(db, products, { lanes: 4, batchMax: 7 });
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, (_, k) => queue.submit(command("f", draw(`drw_${k}`, 500)))),
  );
  expect(outcomes.filter((it) => it.ok).length).toBe(40);
  const account = present(await loadAccount(db, products, key("f")), "it is there");
  expect(summaryOf(account, start)).toMatchObject({ principalMinor: 2_000_000, availableMinor: 0 });
});
