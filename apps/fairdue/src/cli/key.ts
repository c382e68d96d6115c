import { isScope, type Scope, scopes } from "@fairdue/api";
import { type Database, listApiKeys, revokeApiKey } from "@fairdue/store";
import type { Command } from "commander";
import { openBookDatabase } from "../config/database.ts";
import { makeApiKey } from "../http/auth/api-key.ts";
import { printJson, usageError } from "./io.ts";

export function register(program: Command): void {
  const key = program.command("key").summary("make, list and revoke keys of the API");
  key
    .command("create")
    .summary("make a key and print it once")
    .requiredOption("--actor <name>", "in whose name it acts")
    .option("--scopes <list>", `separated by commas: ${scopes.join(", ")}`, scopes.join(","))
    .action(create);
  key.command("list").summary("every key, without its secret").action(list);
  key.command("revoke").summary("make a key useless").argument("<id>").action(revoke);
}

async function create(options: { actor: string; scopes: string }): Promise<void> {
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/.test(options.actor))
    usageError(`--actor: got ${JSON.stringify(options.actor)}, expected letters, digits, . _ -`);
  const wanted = options.scopes.split(",").map((it) => it.trim());
  const unknown = wanted.find((it) => !isScope(it));
  if (unknown !== undefined)
    usageError(`--scopes: got ${unknown}, expected some of ${scopes.join(", ")}`);
  const granted = wanted.filter((it): it is Scope => isScope(it));
  await withDatabase(async (database) => {
    const made = await makeApiKey(database, { actor: options.actor, scopes: granted });
    printJson({ key: made, actor: options.actor, scopes: granted });
  });
}

async function list(): Promise<void> {
  await withDatabase(async (database) => printJson(await listApiKeys(database)));
}

async function revoke(id: string): Promise<void> {
  await withDatabase(async (database) => {
    if (!(await revokeApiKey(database, id)))
      usageError(`<id>: got ${id}, expected the id of a key that is not revoked`);
    printJson({ revoked: id });
  });
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openBookDatabase({ connectionsMax: 2 });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
