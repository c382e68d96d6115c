import { cashLine } from "@fairdue/credit";
import { addDays, day, type EpochDay, formatDay, minor, parseId, present } from "@fairdue/kernel";
import { withWishes } from "@fairdue/servicing";
import { execute, loadBook, loadTrialBalance, openCaseOf, verifyBook } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { followUp } from "../../apps/fairdue/src/forbearance/follow-up.ts";
import { openDesk as openContactDesk } from "../../apps/fairdue/src/gate/desk.ts";
import { permitAll } from "../fixtures/borrower-desk.ts";
import { type Desk, openDesk } from "./api-desk.ts";

const start = day("2026-03-02");
let desk: Desk;
let today: EpochDay = start;
let count = 0;

beforeAll(async () => {
  desk = await openDesk(start);
  openContactDesk(desk.shell, withWishes(permitAll));
});
afterAll(() => desk.close());

function goTo(on: EpochDay): void {
  today = on;
  desk.goTo(on);
}

type Somebody = { readonly borrowerId: string; readonly accountId: string };

async function act(it: Somebody, fact: Parameters<typeof execute>[2][number]["fact"]) {
  const eventId = present(parseId("Event", `evt_fb-${(count += 1)}`), "an id");
  const [outcome] = await execute(desk.database, desk.shell.products, [
    { ...it, bookId: "retail", eventId, on: null, today, fact },
  ]);
  expect(outcome?.ok).toBe(true);
}

/** Draws 3,000.00 in six instalments and pays nothing until `lateDays` after the first due day. */
async function someoneWhoOwes(): Promise<Somebody> {
  goTo(start);
  const it = { borrowerId: `brw_fb-${(count += 1)}`, accountId: `acc_fb-${count}` };
  const { id, version, rate, cycle } = cashLine.declaration;
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
    amountMinor: minor(300_000),
    plan: { method: "equal-instalment", terms: 6, feePpm: 0, principalMinor: [], firstDueOn: null },
    rate: rate.standard,
    channel: "bank",
  });
  return it;
}

async function ask<Answer>(path: string, body?: unknown, status = body === undefined ? 200 : 201) {
  const answer = body === undefined ? await desk.get(path) : await desk.post(path, body);
  const json = (await answer.json()) as Answer;
  expect([path, answer.status, answer.status === status ? "" : json]).toEqual([path, status, ""]);
  return json;
}

const of = (it: Somebody): string => `/v1/borrowers/${it.borrowerId}`;
const account = (it: Somebody): string => `${of(it)}/accounts/${it.accountId}`;

type Options = {
  likeness: string;
  payableMinor: number | null;
  options: { templateId: string; terms: { kind: string }; quote: { totalMinor: number } }[];
};
type Made = {
  arrangementId: string;
  status: string;
  quote: { totalMinor: number; rows: unknown[] };
};

test("the worksheet decides what is offered, and the letter says all of it", async () => {
  const it = await someoneWhoOwes();
  goTo(addDays(start, 75));
  const taken = await ask<{ payableMinor: number }>(`${of(it)}/worksheets`, {
    incomeMinor: 400_000,
    housingMinor: 150_000,
    foodMinor: 120_000,
    people: 1,
  });
  expect(taken.payableMinor).toBe(104_000);
  const found = await ask<Options>(`${account(it)}/arrangement-options`, {}, 200);
  expect(found.likeness).toBe("house@1/middle/means-2");
  const plan = found.options.find((one) => one.terms.kind === "instalment-plan");
  expect(plan).toMatchObject({ terms: { months: 6 }, isAffordable: true });
  const made = await ask<Made>(`${account(it)}/arrangements`, { terms: plan?.terms });
  expect(made).toMatchObject({ status: "offered", quote: { totalMinor: plan?.quote.totalMinor } });
  const letter = await ask<{ text: string }>(
    `${of(it)}/arrangements/${made.arrangementId}/letter?language=en`,
  );
  expect(letter.text).toContain("everything you owe in 6 equal instalments");
  const pdf = await desk.get(
    `/files/borrowers/${it.borrowerId}/arrangements/${made.arrangementId}/letter.pdf`,
  );
  expect(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5))).toBe("%PDF-");
  const running = await ask<Made>(`${of(it)}/arrangements/${made.arrangementId}/acceptance`, {
    said: "phone",
  });
  expect(running.status).toBe("running");
  // What was quoted is what the account now asks for.
  const shown = await ask<{ dpd: number; freezes: string[] }>(account(it));
  expect(shown).toMatchObject({ dpd: 0, freezes: ["hardship"] });
  const again = await desk.post(`${of(it)}/arrangements/${made.arrangementId}/acceptance`, {
    said: "phone",
  });
  expect(again.status).toBe(409);
});

test("a plan that is not paid breaks after its days of grace; collection may go on", async () => {
  const it = await someoneWhoOwes();
  goTo(addDays(start, 75));
  const { options } = await ask<Options>(`${account(it)}/arrangement-options`, {}, 200);
  const made = await ask<Made>(`${account(it)}/arrangements`, {
    terms: options.find((one) => one.terms.kind === "instalment-plan")?.terms,
  });
  await ask(`${of(it)}/arrangements/${made.arrangementId}/acceptance`, { said: "phone" });
  const book = present(await loadBook(desk.database, "retail"), "the book");
  expect(await followUp(desk.shell, book)).toMatchObject({ broken: 0 });
  goTo(addDays(today, 75));
  const round = await followUp(desk.shell, book);
  expect(round.broken).toBeGreaterThan(0);
  expect(await followUp(desk.shell, book)).toMatchObject({ broken: 0, met: 0 });
  const { items } = await ask<{ items: Made[] }>(`${of(it)}/arrangements`);
  expect(items[0]?.status).toBe("broken");
});

test("what the policy does not offer needs a reason and a second person", async () => {
  const it = await someoneWhoOwes();
  goTo(addDays(start, 75));
  const terms = { kind: "instalment-plan", months: 48, rate: 0 };
  const plain = await desk.post(`${account(it)}/arrangements`, { terms });
  expect(await plain.json()).toMatchObject({ code: "offer-not-in-policy" });
  const made = await ask<Made>(`${account(it)}/arrangements`, {
    terms,
    exception: "newborn with a long illness",
  });
  expect(made.status).toBe("awaiting-approval");
  const { items } = await ask<{ items: { approvalId: string; isOwn: boolean }[] }>("/v1/approvals");
  const approvalId = present(items[0], "a request").approvalId;
  const path = `/v1/approvals/${approvalId}/decision`;
  const decision = { decision: "approved", reason: "agreed" };
  expect((await desk.post(path, decision)).status).toBe(403);
  const second = await desk.keyWith(["approvals:decide"], "second");
  const headers = { authorization: `Bearer ${second}` };
  expect((await desk.post(path, decision, headers)).status).toBe(201);
  expect((await desk.post(path, decision, headers)).status).toBe(409);
  const after = await ask<{ items: Made[] }>(`${of(it)}/arrangements`);
  expect(after.items[0]?.status).toBe("offered");
});

test("a settlement gives up the rest when its amount is there", async () => {
  const it = await someoneWhoOwes();
  goTo(addDays(start, 160));
  const { options } = await ask<Options>(`${account(it)}/arrangement-options`, {}, 200);
  const offer = present(
    options.find((one) => one.terms.kind === "settlement"),
    "a settlement",
  );
  const made = await ask<Made>(`${account(it)}/arrangements`, { terms: offer.terms });
  if (made.status === "awaiting-approval") {
    const { items } = await ask<{ items: { approvalId: string; subject: string }[] }>(
      "/v1/approvals",
    );
    const asked = present(
      items.find((one) => one.subject.startsWith(it.borrowerId)),
      "a request",
    );
    const second = await desk.keyWith(["approvals:decide"], "second");
    const headers = { authorization: `Bearer ${second}` };
    const decision = { decision: "approved", reason: "agreed" };
    await desk.post(`/v1/approvals/${asked.approvalId}/decision`, decision, headers);
  }
  await ask(`${of(it)}/arrangements/${made.arrangementId}/acceptance`, { said: "phone" });
  await ask(`${account(it)}/repayments`, {
    amountMinor: offer.quote.totalMinor,
    channel: "bank",
    purpose: { kind: "early", strategy: "shorten-term", drawId: null },
  });
  const book = present(await loadBook(desk.database, "retail"), "the book");
  const round = await followUp(desk.shell, book);
  expect(round.met).toBe(1);
  const shown = await ask<{ owed: { totalMinor: number } }>(account(it));
  expect(shown.owed.totalMinor).toBe(0);
});

test("who says that he can't pay is left alone at once, and decided on with a reason", async () => {
  const it = await someoneWhoOwes();
  goTo(addDays(start, 75));
  const opened = await ask<{ requestId: string }>(`${of(it)}/hardship-requests`, {
    words: "住院了",
  });
  const held = await openCaseOf(desk.database, { borrowerId: it.borrowerId, bookId: "retail" });
  if (held) expect(held.holds).toContain("hardship");
  const path = `${of(it)}/hardship-requests/${opened.requestId}`;
  expect(await ask(path)).toMatchObject({ words: "住院了", evidence: [] });
  const tooSoon = { outcome: "declined", kind: "illness", reason: "no note" };
  expect((await desk.post(`${path}/decision`, tooSoon)).status).toBe(400);
  const wrong = { kind: "illness", evidence: "income-statement", step: "ask" };
  expect((await desk.post(`${path}/evidence`, wrong)).status).toBe(400);
  await ask(`${path}/evidence`, { kind: "illness", evidence: "medical-note", step: "ask" });
  const until = addDays(today, 60);
  const granted = await ask(`${path}/decision`, {
    outcome: "granted",
    kind: "illness",
    pauseUntil: formatDay(until),
    reviewOn: formatDay(addDays(today, 45)),
    reason: "a note was seen",
  });
  expect(granted).toMatchObject({ outcome: "granted", hasEnded: false });
  const found = await ask<Options>(`${account(it)}/arrangement-options`, {}, 200);
  expect(found.likeness).toContain("/hardship/");
  goTo(addDays(until, 1));
  const book = present(await loadBook(desk.database, "retail"), "the book");
  expect((await followUp(desk.shell, book)).ended).toBe(1);
});

test("a complaint has its day, rises as the day nears, and is answered with redress", async () => {
  const it = await someoneWhoOwes();
  goTo(addDays(start, 75));
  const filed = await ask<{ complaintId: string; answerBy: string }>(`${of(it)}/complaints`, {
    about: "amount",
    channel: "phone",
    accountIds: [it.accountId],
    words: "利息算错了",
  });
  expect(filed.answerBy).toBe(formatDay(addDays(today, 15)));
  const path = `${of(it)}/complaints/${filed.complaintId}`;
  await ask(`${path}/steps`, { step: "take" });
  const complex = { step: "complex", reason: "old statements" };
  expect(await ask(`${path}/steps`, complex)).toMatchObject({
    answerBy: formatDay(addDays(today, 30)),
  });
  await ask(`${path}/redress`, {
    accountId: it.accountId,
    interestMinor: 100,
    reason: "a day of interest too many",
  });
  goTo(addDays(today, 26));
  const book = present(await loadBook(desk.database, "retail"), "the book");
  expect((await followUp(desk.shell, book)).escalated).toBe(1);
  const list = await ask<{ items: { escalation: number; daysLeft: number }[] }>(
    "/v1/books/retail/complaints",
  );
  expect(list.items[0]).toMatchObject({ escalation: 1, daysLeft: 4 });
  const answered = await ask<{ letter: string }>(`${path}/answer`, {
    verdict: "partly-upheld",
    rootCause: "wrong-amount",
    found: "多算了一天利息，已冲减。",
  });
  expect(answered.letter).toContain("部分属实");
  expect((await desk.post(`${path}/steps`, { step: "take" })).status).toBe(409);
  const { events } = await ask<{ events: { kind: string }[] }>(path);
  expect(events.map((one) => one.kind)).toEqual([
    "acknowledged",
    "taken",
    "called-complex",
    "redressed",
    "escalated",
    "answered",
  ]);
});

test("an objection to a credit report has twenty days, a report its notice before", async () => {
  const it = await someoneWhoOwes();
  goTo(addDays(start, 75));
  const filed = await ask<{ answerBy: string }>(`${of(it)}/complaints`, {
    about: "credit-report",
    channel: "letter",
    words: "该记录有误",
  });
  expect(filed.answerBy).toBe(formatDay(addDays(today, 20)));
  const notice = await ask<{ noticeId: string }>(`${account(it)}/credit-report-notices`, {});
  const path = `${of(it)}/credit-report-notices/${notice.noticeId}/steps`;
  expect((await desk.post(path, { step: "reported" })).status).toBe(409);
  goTo(addDays(today, 10));
  await ask(path, { step: "reported" });
  await ask(path, { step: "corrected", correction: "paid on the day" });
});

test("a disaster gives everybody of its area rest; a death ends all contact", async () => {
  const it = await someoneWhoOwes();
  goTo(addDays(start, 75));
  await ask(`${of(it)}/region`, { region: "510107" });
  const disaster = {
    disasterId: "flood-2026",
    title: { en: "Flood", zh: "洪灾" },
    regions: ["5101"],
    from: formatDay(today),
    until: formatDay(addDays(today, 90)),
  };
  expect(await ask("/v1/books/retail/disasters", disaster)).toMatchObject({ relieved: 1 });
  expect((await desk.post("/v1/books/retail/disasters", disaster)).status).toBe(409);
  expect(await ask(`${of(it)}/death`, { shownBy: "family" })).toMatchObject({
    accountIds: [it.accountId],
  });
});

test("after all of it the book is exact", async () => {
  const report = await verifyBook(desk.database, { bookId: "retail" });
  expect(report.differences).toEqual([]);
  const book = present(await loadBook(desk.database, "retail"), "the book");
  expect(await loadTrialBalance(desk.database, book, today)).toBeDefined();
});
