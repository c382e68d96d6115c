import { formatDay } from "@fairdue/kernel";
import { decimalOf, type JournalLine } from "./line.ts";

/** Column names of the CSV export, in order. Source of the form: RFC 4180. */
export const csvHead: string =
  "bookedOn,valueOn,key,line,accountId,debit,credit,amount,currency,reason,channel\r\n";

export function* csvJournal(lines: Iterable<JournalLine>): Generator<string> {
  yield csvHead;
  for (const it of lines) yield csvLine(it);
}

export function csvLine(it: JournalLine): string {
  const cells = [
    formatDay(it.bookedOn),
    formatDay(it.valueOn),
    it.key,
    String(it.line),
    it.accountId,
    String(it.debit),
    String(it.credit),
    decimalOf(it.amountMinor, it.currency),
    it.currency,
    it.reason,
    it.channel,
  ];
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
