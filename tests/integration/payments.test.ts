import { day } from "@fairdue/kernel";
import { bindDevice, closeBook, openDay, openSession } from "@fairdue/store";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { debitRound } from "../../apps/fairdue/src/payments/debits.ts";
import { openSandboxBank, type SandboxBank } from "../../apps/fairdue/src/sandbox/bank.ts";
import type { SandboxPhone } from "../../apps/fairdue/src/sandbox/phone.ts";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
let bank: SandboxBank;
let cookie = "";
let n = 0;

const phone: SandboxPhone = {
  url: "smpp://unused",
  texts: () => [],
  reply: async () => false,
  stop: async () => {},
};

beforeAll(async () => {
  bank = openSandboxBank();
  desk = await openDesk(day("2026-03-02"), { sandbox: { bank, phone } });
});
afterAll(() => desk.close());

let borrowerId = "";
let accountId = "";

/** A person with 1,200 yuan drawn in March over three months, signed in, at the end of May. */
beforeEach(async () => {
  n += 1;
  borrowerId = `brw_${n}`;
  accountId = `acc_${n}`;
  desk.goTo(day("2026-03-02"));
  await desk.post("/v1/borrowers", { borrowerId });
  await desk.post(`/v1/borrowers/${borrowerId}/accounts`, {
    accountId,
    bookId: "retail",
    productId: "cash-line",
    productVersion: 1,
    limitMinor: 1_000_000,
    dueDay: 10,
  });
  const drawn = await desk.post(`/v1/borrowers/${borrowerId}/accounts/${accountId}/draws`, {
    amountMinor: 120_000,
    plan: { method: "equal-principal", terms: 3 },
    channel: "bank",
  });
  expect(drawn.status).toBe(201);
  await bindDevice(desk.database, { borrowerId, device: "device-of-the-person", name: "phone" });
  const { secret } = await openSession(desk.database, {
    kind: "borrower",
    subjectId: borrowerId,
    device: "phone",
    hasSecondFactor: true,
    hours: 12,
  });
  cookie = `fairdue_session=${secret}`;
});

const headers = (): Record<string, string> => ({
  cookie,
  "x-fairdue-page": "1",
  "content-type": "application/json",
  "idempotency-key": crypto.randomUUID(),
});
const own = async (path: string, body?: unknown, method = body === undefined ? "GET" : "POST") =>
  await desk.app.request(path, {
    method,
    headers: headers(),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const owed = async (): Promise<number> => {
  const answer = await own(`/v1/borrowers/${borrowerId}/accounts/${accountId}`);
  return ((await answer.json()) as { owed: { totalMinor: number } }).owed.totalMinor;
};

type Begun = { paymentId: string; payPath: string; status: string };

async function begin(amountMinor: number): Promise<Begun & { ref: string }> {
  const started = await own("/v1/me/payments", {
    accountId,
    amountMinor,
    purpose: { kind: "due" },
  });
  expect(started.status).toBe(201);
  const begun = (await started.json()) as Begun;
  const go = await desk.app.request(begun.payPath, { headers: { cookie } });
  expect(go.status).toBe(302);
  return { ...begun, ref: (go.headers.get("location") ?? "").split("/").at(-1) ?? "" };
}

const read = async (paymentId: string) =>
  (await (await own(`/v1/me/payments/${paymentId}`)).json()) as Begun & {
    paidMinor: number | null;
    paidOn: string | null;
  };

describe("paying", () => {
  test("begin, confirm at the gateway, and the signed notice books the repayment once", async () => {
    desk.goTo(day("2026-04-10"));
    const before = await owed();
    const { paymentId, ref, status } = await begin(40_000);
    expect(status).toBe("open");
    expect(await owed()).toBe(before);
    await bank.act(ref, "pay-twice");
    expect(await read(paymentId)).toMatchObject({ status: "paid", paidMinor: 40_000 });
    expect(await owed()).toBe(before - 40_000);
    const journal = await desk.get(
      `/v1/borrowers/${borrowerId}/accounts/${accountId}/events?limit=50`,
    );
    const { items } = (await journal.json()) as { items: { kind: string }[] };
    expect(items.filter((it) => it.kind === "repaid")).toHaveLength(1);
  });

  test("the way to the gateway opens one order, however often it is taken", async () => {
    desk.goTo(day("2026-04-10"));
    const { payPath, ref } = await begin(10_000);
    const again = await desk.app.request(payPath, { headers: { cookie } });
    expect(again.headers.get("location")).toBe(`/sandbox/bank/${ref}`);
    const stranger = await desk.app.request(payPath);
    expect(stranger.headers.get("location")).toBe("/me/sign-in");
  });

  test("a failure is told, nothing is booked, and money that comes after all is", async () => {
    desk.goTo(day("2026-04-10"));
    const before = await owed();
    const { paymentId, ref } = await begin(40_000);
    await bank.act(ref, "decline");
    expect(await read(paymentId)).toMatchObject({ status: "failed", paidMinor: null });
    expect(await owed()).toBe(before);
    await bank.act(ref, "pay");
    expect(await read(paymentId)).toMatchObject({ status: "paid", paidMinor: 40_000 });
    expect(await owed()).toBe(before - 40_000);
  });

  test("a payment that the bank takes back is undone as of its day", async () => {
    desk.goTo(day("2026-04-10"));
    const before = await owed();
    const { paymentId, ref } = await begin(40_000);
    await bank.act(ref, "pay");
    await bank.act(ref, "return");
    expect(await read(paymentId)).toMatchObject({ status: "returned" });
    expect(await owed()).toBe(before);
  });

  test("more than is owed is not asked for", async () => {
    const answer = await own("/v1/me/payments", {
      accountId,
      amountMinor: 99_000_000,
      purpose: { kind: "due" },
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "amount-above-maximum" });
  });

  test("another's account is not there", async () => {
    const answer = await own("/v1/me/payments", {
      accountId: "acc_somebody",
      amountMinor: 100,
      purpose: { kind: "due" },
    });
    expect(answer.status).toBe(404);
  });

  test("a notice without the gateway's signature is refused", async () => {
    const { paymentId, ref } = await begin(10_000);
    const forged = await desk.app.request("/payments/notices/sandbox", {
      method: "POST",
      headers: {
        "webhook-id": "x",
        "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
        "webhook-signature": "v1,Zm9yZ2Vk",
      },
      body: JSON.stringify({ paymentId, gatewayRef: ref, kind: "paid", amountMinor: 10_000 }),
    });
    expect(forged.status).toBe(401);
    expect(await read(paymentId)).toMatchObject({ status: "open" });
  });
});

describe("automatic debit", () => {
  async function untilSettled(): Promise<string | undefined> {
    for (let k = 0; k < 60; k += 1) {
      const answer = await own("/v1/me/payments");
      const { items } = (await answer.json()) as { items: Begun[] };
      const [last] = items;
      if (last !== undefined && last.status !== "open") return last.status;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return undefined;
  }

  test("takes what is due on the due day, once for each round, and only where the borrower agreed", async () => {
    desk.goTo(day("2026-04-10"));
    const book = { bookId: "retail", through: day("2026-04-09") };
    await closeBook(desk.database, desk.shell.products, book);
    await openDay(desk.database, desk.shell.products, { bookId: "retail", on: day("2026-04-10") });
    expect(await debitRound(desk.shell)).toBe(0);
    const agreed = await own(`/v1/me/accounts/${accountId}/autopay`, { isOn: true }, "PUT");
    expect(agreed.status).toBe(200);
    const account = await own(`/v1/borrowers/${borrowerId}/accounts/${accountId}`);
    const { dueMinor } = (await account.json()) as { dueMinor: number };
    // March, overdue since before the borrower agreed (400.00 + 3.84 + 7.44 late), and April.
    expect(dueMinor).toBe(41_128 + 40_992);
    const rounds = await Promise.all([debitRound(desk.shell), debitRound(desk.shell)]);
    expect(rounds[0]! + rounds[1]!).toBe(1);
    expect(await untilSettled()).toBe("paid");
    // The round took what fell due that day: 400.00 + 9.92.
    expect(await owed()).toBe(122_120 - 40_992);
    expect(await debitRound(desk.shell)).toBe(0);
    await own(`/v1/me/accounts/${accountId}/autopay`, { isOn: false }, "PUT");
    const mine = (await (await own("/v1/me/payments")).json()) as { autopay: string[] };
    expect(mine.autopay).toEqual([]);
  });
});
