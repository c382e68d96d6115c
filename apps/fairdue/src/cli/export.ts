import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { formatDay } from "@fairdue/kernel";
import {
  beancountLine,
  beancountOpening,
  csvHead,
  csvLine,
  type GlAccount,
  hledgerHead,
  hledgerLine,
  type JournalLine,
} from "@fairdue/ledger";
import { type Book, journalLines, loadChart } from "@fairdue/store";
import { type Command, Option } from "commander";
import { bookNamed, dayOption, withBookDatabase } from "./book-options.ts";
import { usageError } from "./io.ts";

type Options = {
  format: keyof typeof formats;
  book?: string;
  from?: string;
  through?: string;
  output?: string;
};

/** How a format begins, writes one line, and nothing more: each is a stream. */
type Format = (
  chart: readonly GlAccount[],
  book: Book,
) => {
  head(first: JournalLine | undefined): string;
  line(it: JournalLine): string;
};

const formats = {
  hledger: (chart, { currency }) => ({
    head: () => hledgerHead({ chart, currency }),
    line: hledgerLine(chart),
  }),
  beancount: (chart, book) => ({
    head: (first) =>
      beancountOpening({
        chart,
        currency: book.currency,
        openOn: first?.bookedOn ?? book.closedThrough,
      }),
    line: beancountLine(chart),
  }),
  csv: () => ({ head: () => csvHead, line: csvLine }),
  json: () => ({ head: () => "", line: jsonLine }),
} satisfies Record<string, Format>;

export function register(program: Command): void {
  program
    .command("export")
    .summary("the journal of a book for hledger, beancount, a spreadsheet or a program")
    .description(
      "Writes every journal line in the order of booking. No personal data leaves: borrowers " +
        "appear by the ids of their accounts. Forms: docs/cli/export.md",
    )
    .addOption(
      new Option("--format <format>", "form of the export")
        .choices(Object.keys(formats))
        .makeOptionMandatory(),
    )
    .option("--book <id>", "the book, needed when there is more than one")
    .option("--from <date>", "first booking day")
    .option("--through <date>", "last booking day")
    .option("--output <file>", "write to a file instead of standard output")
    .action(exportJournal);
}

async function exportJournal(options: Options): Promise<void> {
  const from = dayOption("--from", options.from ?? "0001-01-01");
  const through = dayOption("--through", options.through ?? "9999-12-31");
  if (from > through)
    usageError(`--from: got ${formatDay(from)}, expected a day not after ${formatDay(through)}`);
  await withBookDatabase(async (database) => {
    const book = await bookNamed(database, options.book);
    const format: Format = formats[options.format];
    const { head, line } = format(await loadChart(database, book.bookId), book);
    const out = options.output === undefined ? process.stdout : createWriteStream(options.output);
    let isBegun = false;
    for await (const lines of journalLines(database, { bookId: book.bookId, from, through })) {
      const begin = isBegun ? "" : head(lines[0]);
      isBegun = true;
      await write(out, begin + lines.map(line).join(""));
    }
    if (!isBegun) await write(out, head(undefined));
    if (out !== process.stdout) await new Promise<void>((done) => out.end(() => done()));
  });
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, "drain");
}

function jsonLine(it: JournalLine): string {
  const days = { bookedOn: formatDay(it.bookedOn), valueOn: formatDay(it.valueOn) };
  return `${JSON.stringify({ ...it, ...days })}\n`;
}
