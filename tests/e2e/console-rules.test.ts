import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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
beforeAll(async () => {
  office = await openOffice();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const looks = [
  { shape: "desktop", language: "zh-CN" },
  { shape: "phone", language: "en" },
] as const;

test.each(looks)("compliance reads the rules and asks them: $shape, $language", async (look) => {
  const { page, context, errors } = await openPage(browser, look);
  await signInAs(page, office, "compliance-officer");
  const keep = async (name: string): Promise<void> => {
    await keepPicture(page, `rules-${name}-${look.shape}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);
  };
  await page.goto(`${office.url}/console/rules`);
  await page.locator("tbody tr").first().waitFor();
  await page.locator('input[type="search"]').fill("contact-hours");
  expect(await page.locator("tbody tr").count()).toBe(1);
  await keep("list");
  await page.locator("tbody a").first().click();
  await page.locator("figure, .panel").first().waitFor();
  expect(await page.locator("h1").textContent()).not.toBe("");
  await keep("rule");
  await page.goto(`${office.url}/console/decide`);
  await page.locator('button[type="submit"]').click();
  await page.locator("figure.measure").waitFor();
  await keep("decision");
  await page.goto(`${office.url}/console/log`);
  await page.locator(".tiles").first().waitFor();
  await keep("log");
  expect(errors.filter((it) => !it.includes("404"))).toEqual([]);
  await context.close();
});
