import { addDays, day } from "@fairdue/kernel";
import { closeBook } from "@fairdue/store";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookId, Crowd, liveDay, openTestBook } from "../fixtures/book.ts";
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
const start = day("2026-06-01");
const person = "brw_e2e-3";
const account = "acc_e2e-3";

beforeAll(async () => {
  office = await openOffice();
  const { database, shell } = office;
  const products = await openTestBook(database, start);
  const crowd = new Crowd(30, "e2e");
  await liveDay(database, products, crowd.openings(start));
  for (let step = 0; step < 120; step += 10) {
    const today = addDays(start, step);
    for (let act = 0; act < 3; act += 1)
      await liveDay(database, products, crowd.commandsOf(today, start));
    await closeBook(database, products, { bookId, through: addDays(today, 9) });
  }
  await database.transaction((tx) =>
    shell.vault.write(
      tx,
      crowd.people.map((it, index) => ({
        borrowerId: it.borrowerId,
        values: { name: `测试${index}`, phone: `138${String(10_000_000 + index)}` },
      })),
      "test",
    ),
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const screens = [
  ["overview", "/console/book", ".bucket-strip"],
  ["accounts", "/console/accounts", "tbody tr"],
  ["account", `/console/accounts/${person}/${account}`, ".sum"],
  ["person", `/console/people/${person}`, "tbody tr"],
  ["finance", "/console/finance", "tbody tr"],
] as const;

test.each([
  ["desktop", "zh-CN"],
  ["phone", "en"],
] as const)(
  "finance sees the book, its accounts, a person and the ledger, on a %s in %s",
  async (shape, language) => {
    const { page, context, errors } = await openPage(browser, { shape, language });
    await signInAs(page, office, "finance-officer");
    for (const [name, path, sign] of screens) {
      await page.goto(`${office.url}${path}`);
      await page.waitForSelector(sign);
      await page.waitForTimeout(400);
      await keepPicture(page, `console/${name}-${shape}-${language}`);
      expect(await accessibilityFaults(page), name).toEqual([]);
      expect(await overflowPixels(page), name).toBe(0);
    }
    expect(errors).toEqual([]);
    await context.close();
  },
);

test("⌘K finds a person by the whole phone number", async () => {
  const { page, context } = await openPage(browser, { shape: "desktop", language: "en" });
  await signInAs(page, office, "finance-officer");
  await page.waitForSelector(".console h1");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("138 1000 0003");
  await page.locator('[role="option"]', { hasText: "brw_e2e-3" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`${office.url}/console/people/${person}`);
  await context.close();
});

test("a list leaves as a file with the same rows, and as whoever asks", async () => {
  const { page, context } = await openPage(browser, { shape: "desktop", language: "en" });
  await signInAs(page, office, "finance-officer");
  const csv = await page.request.get(`${office.url}/exports/csv/v1/accounts?bookId=${bookId}`);
  const lines = (await csv.text()).trim().split("\r\n");
  expect(lines[0]).toContain("owed.totalMinor");
  expect(lines.length).toBe(31);
  const sheet = await page.request.get(`${office.url}/exports/xlsx/v1/accounts?bookId=${bookId}`);
  expect((await sheet.body()).subarray(0, 2).toString()).toBe("PK");
  const ledger = await page.request.get(
    `${office.url}/exports/csv/v1/books/${bookId}/trial-balance`,
  );
  expect(await ledger.text()).toContain("account.code");
  await signInAs(page, office, "collector");
  const refused = await page.request.get(
    `${office.url}/exports/csv/v1/books/${bookId}/trial-balance`,
  );
  expect(refused.status()).toBe(403);
  await context.close();
});
