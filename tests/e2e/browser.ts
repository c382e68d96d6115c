import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import chromium from "@sparticuz/chromium";
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium as playwright,
} from "playwright-core";

export type Shape = "phone" | "desktop";
export type Language = "zh-CN" | "en";

const sizes = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1360, height: 860 },
} as const;

/** A browser that comes with `npm ci`: no system package, no download. */
export async function openBrowser(): Promise<Browser> {
  return await playwright.launch({
    executablePath: await chromium.executablePath(),
    // Its own arguments are for one short page in one process; a run of tests opens many.
    args: [
      "--no-sandbox",
      "--no-zygote",
      "--disable-gpu",
      "--font-render-hinting=none",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-quic",
      "--no-first-run",
      "--disable-sync",
    ],
    headless: true,
  });
}

export async function openPage(
  browser: Browser,
  options: {
    readonly shape: Shape;
    readonly language: Language;
    readonly theme?: "light" | "dark";
  },
): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly errors: string[] }> {
  const context = await browser.newContext({
    viewport: sizes[options.shape],
    locale: options.language,
    timezoneId: "Asia/Shanghai",
    colorScheme: options.theme ?? "light",
    isMobile: options.shape === "phone",
    hasTouch: options.shape === "phone",
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (it) => {
    if (it.type() === "error") errors.push(it.text());
  });
  return { page, context, errors };
}

/** Keeps a picture for people to look at: tests/e2e/screenshots/NAME.png, not committed. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const path = join(import.meta.dirname, "screenshots", `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, fullPage: true });
}

/** What WCAG 2.2 A and AA find wrong, as lines a person can act on. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap((it) =>
    it.nodes.map((node) => `${it.id}: ${it.help} at ${node.target.join(" ")}`),
  );
}

/** How far the page is wider than its window: 0 where nothing is cut or scrolls sideways. */
export async function overflowPixels(page: Page): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
