import { type Fault, lintPack } from "@fairdue/conduct";
import { packs } from "@fairdue/packs";
import type { Command } from "commander";
import { printJson } from "../io.ts";
import { readPack } from "./packs.ts";

export function register(conduct: Command): void {
  conduct
    .command("lint")
    .description("what is wrong with a rule pack; exit code 1 where it would not load")
    .argument("[pack...]", "names of packs, or files (.json, .ts); all of the house by default")
    .option("--json", "answer as JSON")
    .action(lint);
}

async function lint(asked: readonly string[], options: { readonly json?: boolean }): Promise<void> {
  const words = asked.length === 0 ? Object.keys(packs) : asked;
  const list: { readonly pack: string; readonly faults: readonly Fault[] }[] = [];
  for (const pack of words) list.push({ pack, faults: lintPack(await readPack(pack)) });
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
