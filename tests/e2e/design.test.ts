import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  accessibilityFaults,
  keepPicture,
  type Language,
  openBrowser,
  openPage,
  overflowPixels,
  type Shape,
} from "./browser.ts";
import { buildSite, serveSite } from "./site.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  await buildSite();
  site = await serveSite();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const views: readonly [Shape, Language, "light" | "dark"][] = [
  ["phone", "zh-CN", "light"],
  ["desktop", "en", "light"],
  ["desktop", "zh-CN", "dark"],
  ["phone", "en", "dark"],
];

describe.each(["/design"])("the page %s", (path) => {
  test.each(views)("on a %s in %s, %s", async (shape, language, theme) => {
    const { page, context, errors } = await openPage(browser, { shape, language, theme });
    await page.goto(`${site.url}${path}?lang=${language}`);
    await page.waitForSelector("h1");
    await page.waitForTimeout(600);
    await keepPicture(page, `design/${path.slice(1) || "home"}-${shape}-${language}-${theme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });
});

test("everything on the design page can be reached by the keyboard alone", async () => {
  const { page, context } = await openPage(browser, { shape: "desktop", language: "en" });
  await page.goto(`${site.url}/design?lang=en`);
  await page.waitForSelector("h1");
  const reachable = await page.locator("button:enabled:visible, a:visible, input:visible").count();
  const reached = new Set<string>();
  for (let step = 0; step < reachable * 2; step += 1) {
    await page.keyboard.press("Tab");
    const key = await page.evaluate(() => {
      const all = [...document.querySelectorAll("*")];
      return String(document.activeElement ? all.indexOf(document.activeElement) : -1);
    });
    if (reached.has(key)) break;
    reached.add(key);
  }
  expect(reached.size).toBeGreaterThan(12);
  await context.close();
});
