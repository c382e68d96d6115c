import { sequenceAll } from "@fairdue/store";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contactDesk } from "../../apps/fairdue/src/gate/desk.ts";
import { codeOn } from "../fixtures/borrower-desk.ts";
import { type BorrowerOffice, openBorrowerOffice, phone } from "./borrower-office.ts";
import {
  accessibilityFaults,
  keepPicture,
  openBrowser,
  openPage,
  overflowPixels,
} from "./browser.ts";

let office: BorrowerOffice;
let browser: Browser;

beforeAll(async () => {
  office = await openBorrowerOffice();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${office.url}/me`);
  await page.waitForURL(/sign-in/);
  const since = Date.now();
  await page.locator('input[autocomplete="tel"]').fill(phone);
  await page.locator('button[type="submit"]').click();
  await page.locator('input[autocomplete="one-time-code"]').waitFor();
  const code = await codeOn(office.sandbox, phone, since - 50);
  await page.locator('input[autocomplete="one-time-code"]').fill(code);
  await page.locator('button[type="submit"]').click();
  await page.locator(".own-card").first().waitFor();
}

const look = async (page: Page, name: string): Promise<void> => {
  await keepPicture(page, `borrower/${name}`);
  expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
  expect([name, await overflowPixels(page)]).toEqual([name, 0]);
};

test.each([
  ["phone", "zh-CN"],
  ["desktop", "en"],
] as const)(
  "a borrower sees what is owed and why, what late costs, and the ways out, on a %s in %s",
  async (shape, language) => {
    const { page, context, errors } = await openPage(browser, { shape, language });
    await page.goto(`${office.url}/me/sign-in`);
    await page.waitForSelector("h1");
    await look(page, `sign-in-${shape}`);
    await signIn(page);
    await page.locator(".sum .fold").first().click();
    await look(page, `home-${shape}`);
    for (const [path, ready] of [
      ["/me/late/acc_cash", ".own-rows"],
      ["/me/repay/acc_cash", ".own-options"],
      ["/me/instalments/acc_later", ".own-options, .state"],
      ["/me/limit/acc_cash", ".own-rows"],
      ["/me/help", ".own-card"],
      ["/me/wishes", ".measure"],
      ["/me/data", ".own-card"],
      ["/me/complaints", ".own-card"],
      ["/me/lessons", ".own-amount"],
    ] as const) {
      // The wide screen shows the same single column: a few of them are enough there.
      if (shape === "desktop" && !/late|wishes|lessons/.test(path)) continue;
      await page.goto(`${office.url}${path}`);
      await page.locator(ready).first().waitFor();
      await page.waitForLoadState("networkidle");
      await look(page, `${path.split("/")[2]}-${shape}`);
    }
    // A quote that the engine refuses is an answer, and the page says so; browsers log it all the same.
    expect(errors.filter((it) => !it.includes("status of 422"))).toEqual([]);
    await context.close();
  },
);

test("a person pays at the gateway, and the page tells when the bank has told", async () => {
  const { page, context } = await openPage(browser, { shape: "phone", language: "zh-CN" });
  await signIn(page);
  await page.goto(`${office.url}/me/repay/acc_cash`);
  await page.getByText("其他金额").click();
  await page.getByLabel("金额（元）").fill("100.01");
  await page.getByRole("button", { name: "去支付 100.01 元" }).click();
  await page.waitForURL(/sandbox\/bank/);
  await page.getByRole("button", { name: /确认付款/ }).click();
  await page.waitForURL(/me\/pay\//);
  await page.locator('[data-status="paid"]').waitFor();
  await look(page, "paid-phone");
  await page.goto(`${office.url}/me/draw/acc_cash`);
  await page.getByLabel("借多少（元）").fill("1000");
  await page.locator(".own-amount, .notice").first().waitFor();
  await look(page, "draw-phone");
  await context.close();
});

test("who contacted me carries a proof that this browser checks, and one tap asks for help", async () => {
  const { page, context } = await openPage(browser, { shape: "phone", language: "zh-CN" });
  await signIn(page);
  await sequenceAll(office.database, { key: contactDesk(office.shell).logKey });
  await page.goto(`${office.url}/me/contacts`);
  await page.locator(".seal").first().click();
  await page.getByRole("button", { name: "核对证明" }).click();
  await page.getByText("没有被改动").waitFor();
  await page.keyboard.press("Escape");
  await look(page, "contacts-phone");
  await page.goto(`${office.url}/me/help`);
  await page.getByRole("button", { name: /请暂停催收/ }).click();
  await page.getByText("催收从现在起暂停").waitFor();
  await look(page, "helped-phone");
  await context.close();
});
