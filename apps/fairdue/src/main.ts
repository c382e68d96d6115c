import { Command } from "commander";
import { commandTable } from "./cli/commands.ts";
import { UsageError } from "./cli/io.ts";

/** Only the command that was asked for is loaded: a filter must start as fast as `sort`. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("fairdue")
    .description("Fairdue (有度): consumer credit with the law of fair treatment as code")
    .version("0.1.0")
    .showHelpAfterError("(run with --help for usage)")
    .exitOverride();
  const wanted = argv.find((word) => !word.startsWith("-"));
  const entry = commandTable.find((it) => it.name === wanted);
  if (entry) (await entry.load()).register(program);
  else
    for (const it of commandTable)
      program.command(it.name).description(it.summary).allowUnknownOption();
  await program.parseAsync([...argv], { from: "user" });
}

// `fairdue … | head` closes the pipe early: that is the reader's right, not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`fairdue: ${error.message}\n`);
    process.exitCode = 2;
  } else if (isCommanderExit(error)) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    throw error;
  }
}

function isCommanderExit(error: unknown): error is Error & { exitCode: number } {
  return error instanceof Error && "code" in error && String(error.code).startsWith("commander.");
}
