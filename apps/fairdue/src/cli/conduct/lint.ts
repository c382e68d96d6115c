import { readFileSync } from "node:fs";
import { lintPack, parsePack } from "@fairdue/conduct";
import { formatProblem } from "@fairdue/kernel";
import { packs } from "@fairdue/packs";
import type { Command } from "commander";
import { messageOf, parseJson, printJson, usageError } from "../io.ts";

export function register(conduct: Command): void {
  conduct
    .command("lint")
    .description("what is wrong with a rule pack; exit code 1 where it would not load")
    .argument("[pack...]", "names of packs, or JSON files; all of the house by default")
    .option("--json", "answer as JSON")
    .action(lint);
}

function lint(asked: readonly string[], options: { readonly json?: boolean }): void {
  const list = (asked.length === 0 ? Object.keys(packs) : asked).map((word) => ({
    pack: word,
    faults: lintPack(packs[word] ?? readPack(word)),
  }));
  if (options.json === true) printJson(list);
  else
    for (const { pack, faults } of list) {
      const errors = faults.filter((it) => it.level === "error").length;
      process.stdout.write(`${pack}: ${errors} errors, ${faults.length - errors} notes\n`);
      for (const it of faults)
        process.stdout.write(`  ${it.level} ${it.code} ${it.rule ?? ""} ${it.says}\n`);
    }
  if (list.some((it) => it.faults.some((one) => one.level === "error"))) process.exitCode = 1;
}

function readPack(path: string): ReturnType<typeof known> {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (error) {
    return usageError(`cannot read ${path}: ${messageOf(error)}`);
  }
  return known(path, parseJson(content, path));
}

function known(path: string, value: unknown): Parameters<typeof lintPack>[0] {
  const pack = parsePack(value);
  return pack.ok
    ? pack.value
    : usageError(`${path}: ${pack.refusal.map(formatProblem).join("; ")}`);
}
