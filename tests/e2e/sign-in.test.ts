import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accessibilityFaults,
  keepPicture,
  openBrowser,
  openPage,
  overflowPixels,
} from "./browser.ts";
import { type Office, openOffice, signInAs, testPassword } from "./desk.ts";

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

test.each([
  ["phone", "zh-CN"],
  ["desktop", "en"],
] as const)(
  "staff sign in and land on their first screen, on a %s in %s",
  async (shape, language) => {
    const { page, context, errors } = await openPage(browser, { shape, language });
    await page.goto(`${office.url}/console/sign-in`);
    await page.waitForSelector("h1");
    await keepPicture(page, `sign-in/form-${shape}-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await signInAs(page, office, "team-lead");
    await page.waitForSelector(".console h1");
    await keepPicture(page, `sign-in/home-${shape}-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);
    await page.goto(`${office.url}/console/account`);
    await page.waitForSelector("table");
    await keepPicture(page, `sign-in/account-${shape}-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  },
);

test("a wrong password is told in words, and what was typed stays", async () => {
  const { page, context } = await openPage(browser, { shape: "phone", language: "zh-CN" });
  await page.goto(`${office.url}/console/sign-in`);
  await page.locator('input[autocomplete="username"]').fill("team-lead");
  await page.locator('input[autocomplete="current-password"]').fill("not it");
  await page.locator('button[type="submit"]').click();
  expect(await page.locator('[role="alert"]').innerText()).toContain("请核对");
  expect(await page.locator('input[autocomplete="username"]').inputValue()).toBe("team-lead");
  await context.close();
});

test("a shared address asks for the sign-in first and then leads there; no other site is led to", async () => {
  const { page, context } = await openPage(browser, { shape: "desktop", language: "en" });
  await page.goto(`${office.url}/console/account`);
  await page.waitForURL(/sign-in/);
  await page.locator('input[autocomplete="username"]').fill("collector");
  await page.locator('input[autocomplete="current-password"]').fill(testPassword);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/console\/account/);
  await page.goto(`${office.url}/console/sign-in?next=https://elsewhere.example/console`);
  await page.waitForURL(`${office.url}/console`);
  await context.close();
});

test("a passkey is added and signs in by itself", async () => {
  const { page, context } = await openPage(browser, { shape: "desktop", language: "en" });
  const protocol = await context.newCDPSession(page);
  await protocol.send("WebAuthn.enable");
  await protocol.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const local = { ...office, url: office.url.replace("127.0.0.1", "localhost") };
  await signInAs(page, local, "risk-analyst");
  await page.goto(`${local.url}/console/account`);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "Remove" }).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL(/\/console$|console\/account/);
  await context.close();
});
