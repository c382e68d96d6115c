import { createPublicKey, verify } from "node:crypto";
import { packs } from "@fairdue/packs";
import { formatVerifierKey } from "@fairdue/proof";
import { parsePermitToken } from "@fairdue/servicing";
import { type Database, loadBook, openKeyring, saveContactRules } from "@fairdue/store";
import type { Command } from "commander";
import { homeFolder } from "../config/database.ts";
import { contactDesk } from "../gate/desk.ts";
import { withBookDatabase } from "./book-options.ts";
import { messageOf, printJson, readText, usageError } from "./io.ts";

export function register(program: Command): void {
  const gate = program
    .command("gate")
    .summary("the gate: its public keys, the laws of a book, whether a permit is genuine")
    .description("The one way out. Forms and examples: docs/cli/gate.md, docs/gate.md");
  gate
    .command("keys")
    .description("prints the public keys of permits and of the log, to be given to agencies")
    .action(() => withBookDatabase(async (database) => printKeys(database)));
  gate
    .command("rules")
    .description("chooses the rule packs of a book, and states what rules ask of the lender")
    .argument("<book>", "the book's id")
    .requiredOption("--packs <ids>", `packs, with commas: ${Object.keys(packs).join(", ")}`)
    .option(
      "--fact <name=value>",
      "such as lender.kind=consumer-finance; may be repeated",
      collect,
      [],
    )
    .action((book: string, options: RulesOptions) =>
      withBookDatabase((database) => chooseRules(database, book, options)),
    );
  gate
    .command("check")
    .description("is this permit genuine and still in time? Offline; exit code 1 if not")
    .argument("<token>", "the permit's token; - for standard input")
    .requiredOption("--key <file>", "the gate's public key (PEM), as `fairdue gate keys` prints it")
    .action(checkToken);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function printKeys(database: Database): void {
  const { signer, logKey } = contactDesk({
    database,
    keyring: openKeyring(homeFolder(), process.env),
  });
  printJson({ permits: signer.publicKey, log: formatVerifierKey(logKey) });
}

type RulesOptions = { packs: string; fact: string[] };

async function chooseRules(
  database: Database,
  bookId: string,
  options: RulesOptions,
): Promise<void> {
  const chosen = options.packs.split(",").map((it) => it.trim());
  const stranger = chosen.find((it) => !Object.hasOwn(packs, it));
  if (stranger !== undefined)
    usageError(`--packs: got ${stranger}, expected some of ${Object.keys(packs).join(", ")}`);
  if ((await loadBook(database, bookId)) === undefined)
    usageError(`book: got ${bookId}, expected the id of a book on record`);
  const facts = Object.fromEntries(options.fact.map(factOf));
  await database.transaction((tx) =>
    saveContactRules(tx, { bookId, packs: chosen, facts, by: "command line", at: Date.now() }),
  );
  printJson({ bookId, packs: chosen, facts });
}

function factOf(text: string): [string, string | number | boolean] {
  const [, name = "", value = ""] = /^([a-z][A-Za-z0-9.-]*)=(.+)$/.exec(text) ?? [];
  if (name === "") usageError(`--fact: got ${text}, expected name=value`);
  if (value === "true" || value === "false") return [name, value === "true"];
  return [name, /^-?\d+$/.test(value) ? Number(value) : value];
}

async function checkToken(given: string, options: { key: string }): Promise<void> {
  const token = (given === "-" ? await readText() : given).trim();
  const parsed = parsePermitToken(token);
  if (!parsed.ok) usageError("token: not a permit's token: expected two parts in base 64");
  const { permit, text, signature } = parsed.value;
  let isSigned: boolean;
  try {
    const key = createPublicKey(await readText(options.key));
    isSigned = verify(null, Buffer.from(text, "utf8"), key, signature);
  } catch (error) {
    return usageError(`--key: ${messageOf(error)}`);
  }
  const isInTime = Date.now() < permit.expiresAt;
  printJson({ isSigned, isInTime, permit });
  if (!isSigned || !isInTime) process.exitCode = 1;
}
