import { formatDay } from "@fairdue/kernel";
import { decimalOf } from "@fairdue/ledger";
import { loadTrialBalance } from "@fairdue/store";
import type { Command } from "commander";
import { bookNamed, dayOption, todayOf, withBookDatabase } from "./book-options.ts";
import { printJson } from "./io.ts";

type Options = { on?: string; book?: string };

export function register(program: Command): void {
  program
    .command("trial-balance")
    .summary("turnover and balance of every general-ledger account at the end of a day")
    .option("--on <date>", "the day (default: today in the zone of the book)")
    .option("--book <id>", "the book, needed when there is more than one")
    .action(balance);
}

async function balance(options: Options): Promise<void> {
  const asked = options.on === undefined ? null : dayOption("--on", options.on);
  await withBookDatabase(async (database) => {
    const book = await bookNamed(database, options.book);
    const it = await loadTrialBalance(database, book, asked ?? todayOf(book));
    const amount = (minor: bigint): string => decimalOf(minor, it.currency);
    printJson({
      bookId: book.bookId,
      on: formatDay(it.on),
      currency: it.currency,
      debits: amount(it.debitsMinor),
      credits: amount(it.creditsMinor),
      accounts: it.lines.map((line) => ({
        code: line.account.code,
        name: line.account.name,
        class: line.account.class,
        debits: amount(line.debitsMinor),
        credits: amount(line.creditsMinor),
        balance: amount(line.balanceMinor),
      })),
    });
  });
}
