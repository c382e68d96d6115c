import { insertStaff, keyringFrom, newKeyFile } from "@fairdue/store";
import { type RoleId, roleIds, roles } from "@fairdue/servicing";
import { pino } from "pino";
import { appOf, listen, shellOf } from "../../apps/fairdue/src/http/server.ts";
import type { Shell } from "../../apps/fairdue/src/http/compose/shell.ts";
import { hashPassword } from "../../apps/fairdue/src/identity/password.ts";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";
import type { Page } from "playwright-core";
import { buildSite } from "./site.ts";

export const testPassword = "a long and quiet river";

/** The real server with its pages, on a fresh database, with one person of each role. */
export type Office = {
  readonly url: string;
  readonly database: TestDatabase;
  readonly shell: Shell;
  close(): Promise<void>;
};

export async function openOffice(): Promise<Office> {
  await buildSite();
  const database = await openTestDatabase();
  const shell = shellOf(database, pino({ level: "silent" }), keyringFrom(newKeyFile()));
  const passwordHash = await hashPassword(testPassword);
  await insertStaff(
    database,
    roleIds.map((role) => ({
      staffId: `act_${role}`,
      login: role,
      displayName: roles[role].title.zh,
      roles: [role],
      teamId: "north",
      agencyId: role === "agency-collector" ? "agy_1" : null,
      language: "zh-CN",
      passwordHash,
    })),
  );
  const server = await listen(appOf(shell), { port: 0, host: "127.0.0.1" });
  return {
    url: `http://127.0.0.1:${server.port}`,
    database,
    shell,
    close: async () => {
      await server.stop();
      await database.drop();
    },
  };
}

/** Signs in as a person would, on the sign-in page. */
export async function signInAs(page: Page, office: Office, role: RoleId): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${office.url}/console/sign-in`);
  await page.locator('input[autocomplete="username"]').fill(role);
  await page.locator('input[autocomplete="current-password"]').fill(testPassword);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((it) => !it.pathname.includes("sign-in"));
}
