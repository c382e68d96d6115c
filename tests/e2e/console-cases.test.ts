import { cashLine } from "@fairdue/credit";
import { addDays, day, formatDay, minor, parseId, present } from "@fairdue/kernel";
import { rulesOfPacks, standardStrategy, withWishes } from "@fairdue/servicing";
import { packs } from "@fairdue/packs";
import {
  activateStrategy,
  closeBook,
  decideApproval,
  execute,
  loadBook,
  proposeStrategy,
  requestApproval,
  saveContactRules,
  strategyInForce,
} from "@fairdue/store";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planBook } from "../../apps/fairdue/src/plan/plan-book.ts";
import { simulate } from "../../apps/fairdue/src/plan/simulate.ts";
import { bookId, openTestBook, openingOf } from "../fixtures/book.ts";
import {
  accessibilityFaults,
  keepPicture,
  openBrowser,
  openPage,
  overflowPixels,
} from "./browser.ts";
import { type Office, openOffice, signInAs } from "./desk.ts";

let office: Office;
let browser: Browser;
const people = 16;
const start = day("2026-03-01");

/** Sixteen people who drew and pay only now and then, and a plan for the day after the last close. */
beforeAll(async () => {
  office = await openOffice();
  const { database, shell } = office;
  const products = await openTestBook(database, start);
  const draw = (k: number) => ({
    kind: "drawn" as const,
    drawId: "d1",
    amountMinor: minor(80_000 + 30_000 * k),
    plan: {
      method: "equal-instalment" as const,
      terms: 6,
      feePpm: 0,
      principalMinor: [],
      firstDueOn: null,
    },
    rate: cashLine.declaration.rate.standard,
    channel: "bank",
  });
  const command = (k: number, fact: Parameters<typeof execute>[2][number]["fact"], on = start) => ({
    borrowerId: `brw_case-${k}`,
    accountId: `acc_case-${k}`,
    bookId,
    eventId: present(parseId("Event", `evt_case-${fact.kind}-${k}-${on}`), "an id"),
    on: null,
    today: on,
    fact,
  });
  const all = Array.from({ length: people }, (_, k) => k);
  await execute(
    database,
    products,
    all.map((k) => command(k, openingOf(`acc_case-${k}`, cashLine))),
  );
  await execute(
    database,
    products,
    all.map((k) => command(k, draw(k))),
  );
  const last = addDays(start, 75);
  await closeBook(database, products, { bookId, through: addDays(start, 50) });
  const paid = { kind: "repaid" as const, channel: "bank", purpose: { kind: "due" as const } };
  await execute(
    database,
    products,
    [1, 4, 7].map((k) =>
      command(k, { ...paid, repaymentId: `r${k}`, amountMinor: minor(60_000) }, addDays(start, 51)),
    ),
  );
  await closeBook(database, products, { bookId, through: last });
  const on = addDays(last, 1);
  await database.transaction(async (tx) => {
    await shell.vault.write(
      tx,
      all.map((k) => ({ borrowerId: `brw_case-${k}`, values: { name: `周${"甲乙丙丁"[k % 4]}` } })),
      "test",
    );
    await saveContactRules(tx, {
      bookId,
      packs: ["cn"],
      facts: { "lender.kind": "consumer-finance" },
      by: "test",
      at: Date.now(),
    });
    const declaration = standardStrategy;
    const proposal = { bookId, strategyId: "standard", declaration, proposedBy: "act_a" };
    const version = await proposeStrategy(tx, proposal);
    const approvalId = await requestApproval(tx, {
      kind: "strategy.activate",
      subject: "standard",
      payload: {},
      requestedBy: "act_a",
    });
    await decideApproval(tx, { approvalId, decidedBy: "act_b", decision: "approved", reason: "" });
    const key = { bookId, strategyId: "standard", version };
    await activateStrategy(tx, key, { approvalId, from: start });
    await proposeStrategy(tx, {
      ...proposal,
      declaration: {
        ...declaration,
        budgets: [{ id: "minutes", resource: "minutes", atMost: 30 }],
      },
    });
  });
  const book = present(await loadBook(database, bookId), "the book");
  const record = present(await strategyInForce(database, { bookId, on }), "the strategy");
  const options = { database, rules: withWishes(rulesOfPacks(packs)), book, on, threads: 1 };
  const planned = await planBook({ ...options, by: "test" }, record);
  expect(planned.kind).toBe("planned");
  expect((await simulate(options, record.strategy, record.strategy)).changed).toBe(0);
  // The desk looks at the business day of the book, which is the day after the last close or today.
  shell.now = () => Date.parse(`${formatDay(on)}T02:30:00Z`) as never;
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

test.each([
  ["desktop", "zh-CN"],
  ["phone", "en"],
] as const)(
  "a collector takes the next case, and records a promise, on a %s in %s",
  async (shape, language) => {
    const { page, context, errors } = await openPage(browser, { shape, language });
    await signInAs(page, office, "collector");
    await page.goto(`${office.url}/console/desk`);
    await page.getByRole("button", { name: /下一件|Next case/ }).click();
    await page.locator(".step-verb").waitFor();
    await page.locator(".may-list li").first().waitFor();
    await page.locator(".line-card").first().waitFor();
    await keepPicture(page, `cases/desk-${shape}-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);
    await page.getByRole("button", { name: /联系到本人|^Reached/ }).click();
    await page.getByRole("button", { name: /承诺还款|Promised to pay/ }).click();
    await page.locator(".outcome-promise input").first().fill("100.00");
    await keepPicture(page, `cases/outcome-${shape}-${language}`);
    await page.getByRole("button", { name: /记下承诺|Record the promise/ }).click();
    await page.locator(".outcome-promise").waitFor({ state: "detached" });
    await page.goto(`${office.url}/console/cases`);
    await page.locator("tbody tr").first().waitFor();
    await keepPicture(page, `cases/list-${shape}-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  },
);

test.each([
  ["desktop", "en"],
  ["phone", "zh-CN"],
] as const)(
  "lead and analyst see plan, shadow prices, simulation and figures, on a %s in %s",
  async (shape, language) => {
    const { page, context, errors } = await openPage(browser, { shape, language });
    const look = async (path: string, sign: string, name: string): Promise<void> => {
      await page.goto(`${office.url}${path}`);
      await page.locator(sign).first().waitFor();
      await page.waitForTimeout(400);
      await keepPicture(page, `cases/${name}-${shape}-${language}`);
      expect(await accessibilityFaults(page), name).toEqual([]);
      expect(await overflowPixels(page), name).toBe(0);
    };
    await signInAs(page, office, "team-lead");
    await look("/console/team", ".progress", "team");
    await signInAs(page, office, "risk-analyst");
    await look("/console/strategies", "tbody tr", "strategies");
    await page.goto(`${office.url}/console/strategies/standard/2`);
    const press = page.getByRole("button", { name: /^模拟|^Simulate/ });
    await press.waitFor();
    await press.click();
    await page.locator(".side-by-side").waitFor();
    await look("/console/strategies/standard/2", ".side-by-side", "strategy");
    for (const table of ["roll-rates", "vintages"])
      await look(`/console/figures?table=${table}`, ".chart-place svg", `figures-${table}`);
    expect(errors).toEqual([]);
    await context.close();
  },
);
