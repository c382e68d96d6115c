import { type Currency, type EpochDay, formatDay, present } from "@fairdue/kernel";
import type { GlAccount, GlCode } from "../chart/chart.ts";
import { accountNameOf, decimalOf, type JournalLine } from "./line.ts";

export type BeancountHead = {
  readonly chart: readonly GlAccount[];
  readonly currency: Currency;
  /** Day on which the accounts open: at or before the first line. */
  readonly openOn: EpochDay;
};

/**
 * The journal in beancount's format. Every account is opened first; value day, account and channel
 * are metadata. Source: Beancount language syntax, "open", "transactions", "metadata".
 */
export function* beancountJournal(
  head: BeancountHead,
  lines: Iterable<JournalLine>,
): Generator<string> {
  yield beancountOpening(head);
  const print = beancountLine(head.chart);
  for (const it of lines) yield print(it);
}

export function beancountOpening(head: BeancountHead): string {
  const opened = formatDay(head.openOn);
  const accounts = head.chart
    .map(
      (it) => `${opened} open ${accountNameOf(it)} ${head.currency}\n  name-zh: "${it.name.zh}"\n`,
    )
    .join("");
  return (
    `; exported by fairdue\noption "title" "fairdue"\n` +
    `option "operating_currency" "${head.currency}"\n\n${accounts}\n`
  );
}

export function beancountLine(chart: readonly GlAccount[]): (it: JournalLine) => string {
  const names = new Map<GlCode, string>(chart.map((it) => [it.code, accountNameOf(it)]));
  const nameOf = (code: GlCode): string => present(names.get(code), `${code} is in the chart`);
  return (it) => {
    const amount = decimalOf(it.amountMinor, it.currency);
    return (
      `${formatDay(it.bookedOn)} * "${clean(it.reason)}"\n` +
      `  key: "${clean(it.key)}"\n  account: "${clean(it.accountId)}"\n` +
      `  channel: "${clean(it.channel)}"\n  value-on: ${formatDay(it.valueOn)}\n` +
      `  ${nameOf(it.debit)}  ${amount} ${it.currency}\n` +
      `  ${nameOf(it.credit)}  -${amount} ${it.currency}\n\n`
    );
  };
}

function clean(text: string): string {
  return text.replace(/["\\\r\n]/g, " ");
}
