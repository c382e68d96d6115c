import { randomBytes } from "node:crypto";
import { parseRoleId, type RoleId, roleIds } from "@fairdue/servicing";
import {
  type Database,
  insertStaff,
  listStaff,
  loadStaffByLogin,
  savePassword,
} from "@fairdue/store";
import type { Command } from "commander";
import { openBookDatabase } from "../config/database.ts";
import { hashPassword } from "../identity/password.ts";
import { printJson, usageError } from "./io.ts";

type AddOptions = { name?: string; roles: string; team?: string; agency?: string };

export function register(program: Command): void {
  const staff = program.command("staff").summary("add staff, list them, give a new password");
  staff
    .command("add")
    .summary("add somebody and print a first password once")
    .argument("<login>", "small letters, digits, . _ @ -")
    .option("--name <name>", "as colleagues see it; the login where it is left out")
    .requiredOption("--roles <list>", `separated by commas: ${roleIds.join(", ")}`)
    .option("--team <id>", "team that he works in")
    .option("--agency <id>", "outside agency that he belongs to")
    .action(add);
  staff.command("list").summary("everybody, with roles").action(list);
  staff
    .command("password")
    .summary("print a new password for somebody, once")
    .argument("<login>")
    .action(renew);
}

async function add(login: string, options: AddOptions): Promise<void> {
  if (!/^[a-z0-9][a-z0-9._@-]{1,63}$/.test(login))
    usageError(`<login>: got ${JSON.stringify(login)}, expected small letters, digits, . _ @ -`);
  const roles = options.roles.split(",").map((it) => roleOf(it.trim()));
  await withDatabase(async (database) => {
    if (await loadStaffByLogin(database, login))
      usageError(`<login>: got ${login}, expected one that nobody has`);
    const password = newPassword();
    await insertStaff(database, [
      {
        staffId: `act_${login.replace(/[^0-9a-z]/g, "-")}`,
        login,
        displayName: options.name ?? login,
        roles,
        teamId: options.team ?? null,
        agencyId: options.agency ?? null,
        language: "zh-CN",
        passwordHash: await hashPassword(password),
      },
    ]);
    printJson({ login, roles, password });
  });
}

function roleOf(text: string): RoleId {
  return (
    parseRoleId(text) ?? usageError(`--roles: got ${text}, expected some of ${roleIds.join(", ")}`)
  );
}

async function list(): Promise<void> {
  await withDatabase(async (database) => printJson(await listStaff(database)));
}

async function renew(login: string): Promise<void> {
  await withDatabase(async (database) => {
    const known = await loadStaffByLogin(database, login);
    if (!known) usageError(`<login>: got ${login}, expected a login of staff`);
    const password = newPassword();
    await savePassword(database, known.staffId, await hashPassword(password));
    printJson({ login, password });
  });
}

/** Twenty characters that nobody confuses when reading them aloud: 100 bits. */
function newPassword(): string {
  const alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
  return [...randomBytes(20)]
    .map((it) => alphabet[it & 31])
    .join("")
    .replace(/(.{5})(?=.)/g, "$1-");
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openBookDatabase({ connectionsMax: 2 });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
