import { unescaped } from "../sql/copy-out.ts";

/** Sides, currency, reason and channel of a line, told apart once for all lines of a kind. */
export type LineKind = {
  readonly index: number;
  /** Same for lines that may cancel out: those of one pair of sides, reason and channel. */
  readonly side: string;
  readonly low: number;
  readonly high: number;
  readonly isRising: boolean;
  readonly pair: string;
  readonly reason: string;
  readonly channel: string;
};

/** Lines of one day, pair of sides and currency. */
export type LineTotal = {
  readonly bookedOn: number;
  /** `debit/credit currency`. */
  readonly pair: string;
  readonly amountMinor: bigint;
  readonly lines: number;
};

type Cell = { amount: number; beyond: bigint; lines: number };
type Day = (Cell | undefined)[];

/** Far enough below the largest exact number that one more amount fits. */
const exactMax = 2 ** 52;

/** Sums the lines of a book by day and kind while they pass. */
export class LineTotals {
  readonly #kinds = new Map<string, LineKind>();
  readonly #sides = new Map<string, string>();
  readonly #days = new Map<number, Day>();

  dayOf(bookedOn: number): Day {
    let known = this.#days.get(bookedOn);
    if (!known) this.#days.set(bookedOn, (known = []));
    return known;
  }

  /** By the last five columns of `lineColumns`, as copied. */
  kindOf(columns: string): LineKind {
    const known = this.#kinds.get(columns);
    if (known) return known;
    const plain = columns.split("\t").map((it) => unescaped(it) ?? "");
    const [debit = "", credit = "", currency = "", reason = "", channel = ""] = plain;
    const low = Math.min(Number(debit), Number(credit));
    const high = Math.max(Number(debit), Number(credit));
    const side = `${low} ${high} ${reason} ${channel}`;
    const sameSide = this.#sides.get(side) ?? side;
    this.#sides.set(side, sameSide);
    const kind: LineKind = {
      index: this.#kinds.size,
      side: sameSide,
      low,
      high,
      isRising: Number(debit) < Number(credit),
      pair: `${debit}/${credit} ${currency}`,
      reason,
      channel,
    };
    // A copy: a slice would keep the whole page that it was cut from.
    this.#kinds.set(Buffer.from(columns, "latin1").toString("latin1"), kind);
    return kind;
  }

  add(
    day: Day,
    kind: LineKind,
    it: { readonly amount: number; readonly amountText: string },
  ): void {
    const { amount } = it;
    let cell = day[kind.index];
    if (!cell) day[kind.index] = cell = { amount: 0, beyond: 0n, lines: 0 };
    cell.lines += 1;
    if (amount < exactMax) cell.amount += amount;
    else cell.beyond += BigInt(it.amountText);
    if (cell.amount < exactMax) return;
    cell.beyond += BigInt(cell.amount);
    cell.amount = 0;
  }

  /** One row per day, pair of sides and currency. */
  rows(): LineTotal[] {
    const kinds = [...this.#kinds.values()];
    const out: LineTotal[] = [];
    for (const [bookedOn, cells] of this.#days)
      cells.forEach((cell, index) => {
        const pair = kinds[index]?.pair;
        if (!cell || pair === undefined) return;
        const { amount, beyond, lines } = cell;
        out.push({ bookedOn, pair, amountMinor: beyond + BigInt(amount), lines });
      });
    return out;
  }
}
