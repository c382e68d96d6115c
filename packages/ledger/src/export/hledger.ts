import { type Currency, type EpochDay, formatDay, present } from "@fairdue/kernel";
import type { GlAccount, GlCode } from "../chart/chart.ts";
import { accountNameOf, decimalOf, type JournalLine } from "./line.ts";

export type HledgerHead = { readonly chart: readonly GlAccount[]; readonly currency: Currency };

/**
 * The journal in hledger's format, one text per line of input, so that a book of any size streams.
 * Source: hledger manual, "journal format": account directives, transactions, secondary dates.
 */
export function* hledgerJournal(
  head: HledgerHead,
  lines: Iterable<JournalLine>,
): Generator<string> {
  yield hledgerHead(head);
  const print = hledgerLine(head.chart);
  for (const it of lines) yield print(it);
}

/** Declares commodity and accounts, so that `hledger check --strict` passes too. */
export function hledgerHead({ chart, currency }: HledgerHead): string {
  const accounts = chart.map((it) => `account ${accountNameOf(it)}  ; ${it.name.zh}\n`).join("");
  return `; exported by fairdue\ncommodity ${decimalOf(100_000, currency)} ${currency}\n\n${accounts}\n`;
}

export function hledgerLine(chart: readonly GlAccount[]): (it: JournalLine) => string {
  const names = new Map<GlCode, string>(chart.map((it) => [it.code, accountNameOf(it)]));
  const nameOf = (code: GlCode): string => present(names.get(code), `${code} is in the chart`);
  return (it) => {
    const amount = decimalOf(it.amountMinor, it.currency);
    return (
      `${dates(it.bookedOn, it.valueOn)} (${clean(it.key)}) ${clean(it.reason)}` +
      `  ; account:${clean(it.accountId)}, channel:${clean(it.channel)}\n` +
      `    ${nameOf(it.debit)}  ${amount} ${it.currency}\n` +
      `    ${nameOf(it.credit)}  -${amount} ${it.currency}\n\n`
    );
  };
}

function dates(bookedOn: EpochDay, valueOn: EpochDay): string {
  return valueOn === bookedOn
    ? formatDay(bookedOn)
    : `${formatDay(bookedOn)}=${formatDay(valueOn)}`;
}

/** Characters that end a field in the format. */
function clean(text: string): string {
  return text.replace(/[()\r\n;,]/g, " ");
}
