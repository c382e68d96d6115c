import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { coveragePage, packPage } from "@fairdue/conduct";
import { packs as housePacks } from "@fairdue/packs";
import type { Command } from "commander";
import { loadPacks } from "./packs.ts";

export function register(conduct: Command): void {
  conduct
    .command("coverage")
    .description("which law governs which act, as a page; with --write, a page for each pack too")
    .option("--pack <packs>", "packs to show; all of the house by default")
    .option("--write <folder>", "write coverage.md and a page for each pack into the folder")
    .action(coverage);
}

async function coverage(options: {
  readonly pack?: string;
  readonly write?: string;
}): Promise<void> {
  const packs =
    options.pack === undefined ? Object.values(housePacks) : await loadPacks(options.pack);
  if (options.write === undefined) {
    process.stdout.write(coveragePage(packs));
    return;
  }
  mkdirSync(options.write, { recursive: true });
  writeFileSync(join(options.write, "coverage.md"), coveragePage(packs));
  for (const pack of packs) writeFileSync(join(options.write, `${pack.id}.md`), packPage(pack));
}
