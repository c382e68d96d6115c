import type { Command } from "commander";
import { register as check } from "./conduct/check.ts";
import { register as coverage } from "./conduct/coverage.ts";
import { register as diff } from "./conduct/diff.ts";
import { register as inspect } from "./conduct/inspect.ts";
import { register as lint } from "./conduct/lint.ts";

type Subcommand = (conduct: Command) => void;

/**
 * Each word after `fairdue conduct` has a file of its own in conduct/, which exports
 * `register(conduct)`; what is heavy it imports within its action.
 */
const subcommands: readonly Subcommand[] = [check, coverage, diff, inspect, lint];

export function register(program: Command): void {
  const conduct = program
    .command("conduct")
    .summary("rules of conduct: decide on an act, inspect text, check and compare rule packs")
    .description("The law as code. Forms and examples: docs/cli/conduct.md");
  for (const registerOn of subcommands) registerOn(conduct);
}
