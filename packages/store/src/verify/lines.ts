import type { AccountEvent } from "@fairdue/credit";
import { type EpochDay, epochDay, formatDay } from "@fairdue/kernel";
import { type Difference, type JournalSum, momentOrigin } from "@fairdue/servicing";
import { type CopiedRows, type Section, unescaped } from "../sql/copy-out.ts";
import type { LineKind, LineTotals } from "./totals.ts";

/**
 * Columns of the journal as `readLines` wants them: what a posting says first, so that its lines
 * begin alike; then the line's own number and amount; then what kind of line it is.
 */
export const lineColumns = `borrower_id, account_id, book_id, posting_key,
  booked_on - DATE '1970-01-01', value_on - DATE '1970-01-01', line, amount_minor,
  debit, credit, currency, reason, channel`;

/** What the journal says of one account. */
export type AccountLines = {
  readonly accountId: string;
  /** First columns of each event's lines. */
  readonly heads: ReadonlySet<string>;
  /** First columns of the lines of its steps, up to the day in their key. */
  readonly stepHead: string;
  readonly sums: { readonly kind: LineKind; amount: number; moment: number }[];
  /** Lines whose key, days or book fit no event and no step. */
  strayLines: number;
};

export type Owner = {
  readonly borrowerId: string;
  readonly accountId: string;
  readonly bookId: string;
};

export function linesFor(owner: Owner, events: readonly AccountEvent[]): AccountLines {
  const { borrowerId, accountId, bookId } = owner;
  const start = `${borrowerId}\t${accountId}\t${bookId}\t`;
  const heads = new Set(events.map((it) => `${start}${it.id}\t${it.bookedOn}\t${it.valueOn}\t`));
  return { accountId, heads, stepHead: `${start}${accountId}/`, sums: [], strayLines: 0 };
}

export function sumsOf({ sums }: AccountLines): JournalSum[] {
  return sums.map(({ kind: { low, high, reason, channel }, amount, moment }) => ({
    low,
    high,
    reason,
    channel,
    amountMinor: amount,
    moment,
  }));
}

export type LinesOf = {
  readonly bookId: string;
  /** Accounts of the borrower whose lines are read. */
  readonly accounts: readonly AccountLines[];
  readonly totals: LineTotals;
};

type Posting = {
  /** Columns of a posting's lines, as copied, up to the value day. */
  readonly head: string;
  /** Of `head`, what names the posting. */
  readonly key: string;
  readonly moment: number;
  readonly isStray: boolean;
  /** `undefined` for lines of another book. */
  readonly account: AccountLines | undefined;
  readonly day: ReturnType<LineTotals["dayOf"]> | undefined;
};

/**
 * Reads the lines of one borrower once, in the order of posting and line: sums them by account and
 * by day, holds each posting's key and days against the account's events, and counts its lines.
 * Answers with postings whose numbers have a gap, and with lines of this book that no account has.
 */
export function readLines(rows: CopiedRows, { from, to }: Section, of: LinesOf): Difference[] {
  const { text, starts, ends } = rows;
  const found: Difference[] = [];
  let posting: Posting | undefined;
  let next = 0;
  for (let index = from; index < to; index += 1) {
    const start = starts[index] ?? 0;
    if (!posting || !text.startsWith(posting.head, start)) {
      const head = text.slice(start, nthTab(text, start, 6));
      const fresh = postingOf(head, of, found);
      if (posting?.key !== fresh.key) next = 0;
      posting = fresh;
    }
    const lineAt = start + posting.head.length;
    const amountAt = text.indexOf("\t", lineAt) + 1;
    const kindAt = text.indexOf("\t", amountAt) + 1;
    if (Number(text.slice(lineAt, amountAt - 1)) !== next) found.push(gapIn(posting, next));
    next += 1;
    const kind = of.totals.kindOf(text.slice(kindAt, ends[index]));
    const amountText = text.slice(amountAt, kindAt - 1);
    const amount = Number(amountText);
    if (posting.day) of.totals.add(posting.day, kind, { amount, amountText });
    if (posting.account) addTo(posting.account, kind, { amount, posting });
  }
  return found;
}

function nthTab(text: string, from: number, count: number): number {
  let at = from;
  for (let k = 0; k < count; k += 1) at = text.indexOf("\t", at) + 1;
  return at;
}

function postingOf(head: string, of: LinesOf, found: Difference[]): Posting {
  const valueAt = head.lastIndexOf("\t", head.length - 2) + 1;
  const bookedAt = head.lastIndexOf("\t", valueAt - 2) + 1;
  const valueOn = epochDay(Number(head.slice(valueAt, -1)));
  const bookedOn = Number(head.slice(bookedAt, valueAt - 1));
  const moment = valueOn - momentOrigin;
  for (const account of of.accounts) {
    const { stepHead } = account;
    const isStep =
      head.startsWith(stepHead) &&
      head.slice(stepHead.length, bookedAt - 1) === dayText(valueOn) &&
      bookedOn >= valueOn;
    if (!isStep && !account.heads.has(head)) continue;
    const key = head.slice(head.lastIndexOf("\t", bookedAt - 2) + 1, bookedAt - 1);
    return { head, key, account, moment, day: of.totals.dayOf(bookedOn), isStray: false };
  }
  const [, accountId, bookId, key = ""] = head.split("\t", 4).map((it) => unescaped(it) ?? "");
  const account = of.accounts.find((it) => it.accountId === accountId);
  const isOurs = bookId === of.bookId;
  if (isOurs && !account)
    found.push({
      subject: `${head.slice(0, head.indexOf("\t"))} ${accountId}`,
      field: `journal keys, account of ${key}`,
      stored: "lines of this book",
      rebuilt: "no such account in it",
    });
  const day = isOurs ? of.totals.dayOf(bookedOn) : undefined;
  return { head, key, account, moment, day, isStray: true };
}

const dayTexts = new Map<EpochDay, string>();

function dayText(on: EpochDay): string {
  let known = dayTexts.get(on);
  if (known === undefined) dayTexts.set(on, (known = formatDay(on)));
  return known;
}

function addTo(
  account: AccountLines,
  kind: LineKind,
  { amount, posting }: { readonly amount: number; readonly posting: Posting },
): void {
  if (posting.isStray) account.strayLines += 1;
  const signed = kind.isRising ? amount : -amount;
  const moment = signed * posting.moment;
  for (const it of account.sums) {
    if (it.kind.side !== kind.side) continue;
    it.amount += signed;
    it.moment += moment;
    return;
  }
  account.sums.push({ kind, amount: signed, moment });
}

function gapIn({ head, key }: Posting, next: number): Difference {
  return {
    subject: head.slice(0, head.indexOf("\t")),
    field: `journal keys, numbers of ${key}`,
    stored: `no line ${next}`,
    rebuilt: "lines from 0 without a gap",
  };
}
