import { sequenceAll } from "@fairdue/store";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contactDesk } from "../../apps/fairdue/src/gate/desk.ts";
import { type BorrowerOffice, openBorrowerOffice } from "./borrower-office.ts";
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
  await sequenceAll(office.database, { key: contactDesk(office.shell).logKey });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

test.each([
  ["phone", "zh-CN"],
  ["desktop", "en"],
] as const)(
  "anybody reads the law, the figures and the ways to complain, on a %s in %s",
  async (shape, language) => {
    const { page, context, errors } = await openPage(browser, { shape, language });
    for (const [path, ready] of [
      ["/", ".measure .open"],
      ["/v/7K2QXM9D4R", ".verdict"],
      ["/treatment", ".report-list li"],
      ["/complain", ".report-list li"],
      ["/supervision", ".report-table"],
    ] as const) {
      await page.goto(`${office.url}${path}`);
      await page.locator(ready).first().waitFor();
      await page.waitForLoadState("networkidle");
      const name = `${path.split("/")[1] || "home"}-${shape}`;
      await keepPicture(page, `public/${name}`);
      expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
      expect([name, await overflowPixels(page)]).toEqual([name, 0]);
    }
    expect(errors).toEqual([]);
    await context.close();
  },
);

test("published figures are proved in the reader's own browser", async () => {
  const { page, context } = await openPage(browser, { shape: "desktop", language: "en" });
  await page.goto(`${office.url}/supervision`);
  await page.locator(".seal").first().click();
  await page.getByRole("button", { name: "Check the proof" }).click();
  await page.getByText("has not been altered").waitFor();
  await context.close();
});
