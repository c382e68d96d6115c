import {
  type AccountEvent,
  encodeState,
  fold,
  type Movement,
  type Product,
  type Statement,
  type StateRow,
  stateToRow,
} from "@fairdue/credit";
import type { EpochDay } from "@fairdue/kernel";
import { sidesOf } from "../posting/movement-entries.ts";
import { differencesBetween } from "./paths.ts";

/** One thing on record that is not what the events make it. */
export type Difference = {
  /** Account, or `book`, or the table concerned. */
  readonly subject: string;
  /** What differs: `state.draws[0].balanceMinor`, `row.principalMinor`, `journal paid principal`. */
  readonly field: string;
  readonly stored: string;
  readonly rebuilt: string;
};

/** Net of the journal lines of one pair of sides, reason and channel: low to high is positive. */
export type JournalSum = {
  readonly low: number;
  readonly high: number;
  readonly reason: string;
  readonly channel: string;
  readonly amountMinor: number;
  /** Σ amount × (value day − `momentOrigin`): moves when an amount moves to another day. */
  readonly moment: number;
};

/** The columns of the account's row; dpd and denominator are functions of others. */
export type StoredRow = Omit<StateRow, "dpd" | "denominator">;

/** Days are counted from here in moments, so that they stay small: 2020-01-01. */
export const momentOrigin = 18_262;

export type StoredBooks = {
  readonly subject: string;
  readonly asOf: EpochDay;
  readonly stateText: string;
  readonly row: StoredRow;
  readonly events: readonly AccountEvent[];
  readonly statements: ReadonlyMap<string, string>;
  readonly journal: readonly JournalSum[];
};

/**
 * Rebuilds an account from its events alone and compares all that is on record of it to the last
 * unit: state (schedules in it), projected row, statements and journal.
 */
export function verifyAccount(product: Product, stored: StoredBooks): Difference[] {
  const { subject, events } = stored;
  try {
    const gap = events.findIndex((it, index) => it.seq !== index + 1);
    if (gap !== -1) return [{ subject, field: "events", stored: `gap at ${gap + 1}`, rebuilt: "" }];
    const { state, movements } = fold(product, events, stored.asOf);
    const rebuilt = encodeState(state);
    return [
      ...(rebuilt === stored.stateText ? [] : stateDifferences(stored, rebuilt)),
      ...rowDifferences(stored, stateToRow(product, state)),
      ...statementDifferences(stored, state.statements),
      ...journalDifferences(stored, movements),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ subject, field: "events", stored: "cannot be folded", rebuilt: reason }];
  }
}

function stateDifferences(stored: StoredBooks, rebuilt: string): Difference[] {
  const { subject } = stored;
  let onRecord: unknown;
  try {
    onRecord = JSON.parse(stored.stateText);
  } catch {
    return [{ subject, field: "state", stored: stored.stateText.slice(0, 40), rebuilt: "JSON" }];
  }
  const found = differencesBetween(onRecord, JSON.parse(rebuilt), "state");
  if (found.length === 0)
    return [{ subject, field: "state", stored: "other text", rebuilt: "same" }];
  return found.map((it) => ({ subject, ...it }));
}

function rowDifferences({ subject, row }: StoredBooks, rebuilt: StateRow): Difference[] {
  const out: Difference[] = [];
  for (const name of Object.keys(row) as (keyof StoredRow)[]) {
    if (row[name] !== rebuilt[name])
      out.push({
        subject,
        field: `row.${name}`,
        stored: String(row[name]),
        rebuilt: String(rebuilt[name]),
      });
  }
  return out;
}

/** Statements older than the state keeps are left alone: nothing folds them any more. */
function statementDifferences(
  { subject, statements }: StoredBooks,
  rebuilt: readonly Statement[],
): Difference[] {
  const out: Difference[] = [];
  const ids = new Set<string>();
  for (const it of rebuilt) {
    ids.add(it.id);
    const text = JSON.stringify(it);
    const onRecord = statements.get(it.id) ?? "none";
    if (onRecord !== text)
      out.push({ subject, field: `statement ${it.id}`, stored: onRecord, rebuilt: text });
  }
  const oldest = rebuilt[0]?.id ?? "";
  for (const id of statements.keys())
    if (!ids.has(id) && (id > oldest || rebuilt.length === 0))
      out.push({ subject, field: `statement ${id}`, stored: "on record", rebuilt: "none" });
  return out;
}

type Net = {
  low: number;
  high: number;
  reason: string;
  channel: string;
  amount: number;
  moment: number;
};

function journalDifferences(
  { subject, journal, events }: StoredBooks,
  movements: readonly Movement[],
): Difference[] {
  const expected = netsOf(movements);
  // The difference that a backdated event books stands on one day, whatever days it corrects.
  const isInOrder = events.every(
    (it, index) =>
      it.kind !== "repayment-returned" &&
      it.kind !== "return-reversed" &&
      it.valueOn >= (events[index - 1]?.valueOn ?? it.valueOn) &&
      it.valueOn === it.bookedOn,
  );
  const out: Difference[] = [];
  const differ = (
    it: Omit<JournalSum, "amountMinor" | "moment">,
    stored: string,
    rebuilt: string,
  ) =>
    out.push({
      subject,
      field: `journal ${it.reason}${it.channel === "" ? "" : ` ${it.channel}`} ${it.low}/${it.high}`,
      stored,
      rebuilt,
    });
  for (const it of journal) {
    const key = keyOf(it);
    const want = expected.get(key);
    expected.delete(key);
    const amount = want?.amount ?? 0;
    const moment = want?.moment ?? 0;
    if (it.amountMinor !== amount) differ(it, String(it.amountMinor), String(amount));
    else if (isInOrder && it.moment !== moment && Number.isSafeInteger(moment))
      differ(it, "value days differ", "as the events say");
  }
  for (const it of expected.values()) if (it.amount !== 0) differ(it, "none", String(it.amount));
  return out;
}

const keyOf = (it: Pick<JournalSum, "low" | "high" | "reason" | "channel">): string =>
  `${it.low} ${it.high} ${it.reason} ${it.channel}`;

/** The journal that movements make, summed: first by movement, of which an account has few kinds. */
function netsOf(movements: readonly Movement[]): Map<string, Net> {
  const kinds: { readonly sample: Movement; amount: number; moment: number }[] = [];
  for (const it of movements) {
    const moment = it.amountMinor * (it.valueOn - momentOrigin);
    const known = kinds.find(({ sample }) => isSameKind(sample, it));
    if (known) {
      known.amount += it.amountMinor;
      known.moment += moment;
    } else kinds.push({ sample: it, amount: it.amountMinor, moment });
  }
  const nets = new Map<string, Net>();
  for (const { sample, amount, moment } of kinds) {
    for (const { debit, credit } of sidesOf(sample)) {
      const sign = debit < credit ? 1 : -1;
      const [low, high] = debit < credit ? [debit, credit] : [credit, debit];
      const { channel } = sample;
      const reason = `${sample.kind} ${sample.component}`;
      const key = keyOf({ low, high, reason, channel });
      const known = nets.get(key);
      if (known) {
        known.amount += sign * amount;
        known.moment += sign * moment;
      } else
        nets.set(key, { low, high, reason, channel, amount: sign * amount, moment: sign * moment });
    }
  }
  return nets;
}

function isSameKind(a: Movement, b: Movement): boolean {
  return (
    a.kind === b.kind &&
    a.component === b.component &&
    a.isMemo === b.isMemo &&
    a.channel === b.channel
  );
}
