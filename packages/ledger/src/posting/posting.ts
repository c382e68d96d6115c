import {
  assert,
  type Currency,
  type EpochDay,
  InvariantViolation,
  minor,
  type Minor,
} from "@fairdue/kernel";
import type { GlCode } from "../chart/chart.ts";

/**
 * One line of the journal: an amount that leaves one side and arrives on the other. It has both
 * sides in it, so a line, a posting, a day and a book that do not balance cannot be written down.
 */
export type Entry = {
  readonly debit: GlCode;
  readonly credit: GlCode;
  /** Positive. */
  readonly amountMinor: Minor;
  /** What moved and how: `paid interest`. */
  readonly reason: string;
  /** Payment channel, merchant or buyer; empty where no money moved. */
  readonly channel: string;
};

/** What one business fact books, all or nothing, once per key. */
export type Posting = {
  readonly key: string;
  readonly bookedOn: EpochDay;
  readonly valueOn: EpochDay;
  readonly currency: Currency;
  readonly entries: readonly [Entry, ...Entry[]];
};

export type Sides = { readonly debit: GlCode; readonly credit: GlCode };

/** A line from its sides; a negative amount is the same amount the other way. */
export function entry(
  sides: Sides,
  amountMinor: number,
  told: { readonly reason: string; readonly channel?: string },
): Entry {
  assert(sides.debit !== sides.credit, `debit and credit differ, got ${sides.debit} twice`);
  assert(amountMinor !== 0, "a line moves something");
  const { debit, credit } = sides;
  const channel = told.channel ?? "";
  return amountMinor > 0
    ? { debit, credit, amountMinor: minor(amountMinor), reason: told.reason, channel }
    : {
        debit: credit,
        credit: debit,
        amountMinor: minor(-amountMinor),
        reason: told.reason,
        channel,
      };
}

/** The posting of some lines, `undefined` when there is nothing to book. */
export function posting(
  head: Omit<Posting, "entries">,
  lines: readonly Entry[],
): Posting | undefined {
  const [first, ...rest] = combined(lines);
  if (first === undefined) return undefined;
  const entries: [Entry, ...Entry[]] = [first, ...rest];
  for (const it of entries)
    if (it.amountMinor <= 0) throw new InvariantViolation(`a line is positive: ${it.reason}`);
  return { ...head, entries };
}

/** Lines of the same sides, reason and channel as one; what cancels out is gone. */
export function combined(lines: readonly Entry[]): Entry[] {
  if (lines.length < 2) return [...lines];
  const sums = new Map<string, { sample: Entry; amount: number }>();
  for (const it of lines) {
    const isRising = it.debit < it.credit;
    const [low, high] = isRising ? [it.debit, it.credit] : [it.credit, it.debit];
    const key = `${low} ${high} ${it.reason} ${it.channel}`;
    const signed = isRising ? it.amountMinor : -it.amountMinor;
    const known = sums.get(key);
    if (known) known.amount += signed;
    else sums.set(key, { sample: it, amount: signed });
  }
  const out: Entry[] = [];
  for (const { sample, amount } of sums.values()) {
    if (amount === 0) continue;
    const low = sample.debit < sample.credit ? sample.debit : sample.credit;
    const high = low === sample.debit ? sample.credit : sample.debit;
    out.push(entry({ debit: low, credit: high }, amount, sample));
  }
  return out;
}

/** Net effect on each account: debits positive, credits negative. Sums to zero. */
export function netOf(
  lines: Iterable<Pick<Entry, "debit" | "credit" | "amountMinor">>,
): Map<GlCode, number> {
  const net = new Map<GlCode, number>();
  for (const it of lines) {
    net.set(it.debit, (net.get(it.debit) ?? 0) + it.amountMinor);
    net.set(it.credit, (net.get(it.credit) ?? 0) - it.amountMinor);
  }
  for (const [code, amount] of net) if (amount === 0) net.delete(code);
  return net;
}
