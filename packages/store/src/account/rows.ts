import {
  type AccountEvent,
  type AccountState,
  encodeState,
  type Product,
  readState,
  type StateRow,
  stateToRow,
} from "@fairdue/credit";
import {
  assert,
  type EventId,
  formatProblem,
  InvariantViolation,
  parseId,
  present,
} from "@fairdue/kernel";
import { columnText } from "../sql/column.ts";
import { dateOf, type Row } from "../sql/database.ts";
import { dayIn, integerIn, textIn } from "../sql/row.ts";

/** Where an account lives: no id of one borrower's table is complete without the borrower. */
export type AccountKey = { readonly borrowerId: string; readonly accountId: string };

export const accountIdOf = (it: AccountKey): string => `${it.borrowerId} ${it.accountId}`;

/** Order in which rows are locked and written, so that two batches never wait for each other. */
export function inKeyOrder<Item extends AccountKey>(items: Iterable<Item>): Item[] {
  return [...items].sort(
    (a, b) => compare(a.borrowerId, b.borrowerId) || compare(a.accountId, b.accountId),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An account after a step or command, ready to be written. */
export type AccountWrite = AccountKey & {
  readonly bookId: string;
  readonly product: Product;
  readonly state: AccountState;
};

type Column = {
  readonly name: string;
  readonly type: string;
  readonly of: (row: StateRow) => string | number | boolean | null;
};

const column = (name: string, type: string, of: Column["of"]): Column => ({ name, type, of });

/** The columns that project a state, one line each: name, type, and where the value comes from. */
const projected: readonly Column[] = [
  column("as_of", "date", (it) => dateOf(it.asOf)),
  column("next_event_on", "date", (it) => dateOf(it.nextEventOn)),
  column("seq", "int", (it) => it.seq),
  column("status", "text", (it) => it.status),
  column("limit_minor", "bigint", (it) => it.limitMinor),
  column("available_minor", "bigint", (it) => it.availableMinor),
  column("principal_minor", "bigint", (it) => it.principalMinor),
  column("principal_overdue_minor", "bigint", (it) => it.principalOverdueMinor),
  column("interest_minor", "bigint", (it) => it.interestMinor),
  column("fee_minor", "bigint", (it) => it.feeMinor),
  column("penalty_minor", "bigint", (it) => it.penaltyMinor),
  column("due_minor", "bigint", (it) => it.dueMinor),
  column("due_on", "date", (it) => (it.dueOn === null ? null : dateOf(it.dueOn))),
  column("credit_minor", "bigint", (it) => it.creditMinor),
  column("claim_minor", "bigint", (it) => it.claimMinor),
  column("provision_minor", "bigint", (it) => it.provisionMinor),
  column("oldest_unpaid_on", "date", (it) =>
    it.oldestUnpaidOn === null ? null : dateOf(it.oldestUnpaidOn),
  ),
  column("bucket", "smallint", (it) => it.bucket),
  column("grade", "text", (it) => it.grade),
  column("stage", "smallint", (it) => it.stage),
  column("is_non_accrual", "boolean", (it) => it.isNonAccrual),
  column("interest_numerator", "bigint", (it) => it.interestNumerator),
  column("interest_slope", "bigint", (it) => it.interestSlopePerDay),
  column("penalty_numerator", "bigint", (it) => it.penaltyNumerator),
  column("penalty_slope", "bigint", (it) => it.penaltySlopePerDay),
];

export const stateColumns: readonly string[] = [...projected.map((it) => it.name), "state"];
export const stateTypes: readonly string[] = [...projected.map((it) => it.type), "text"];

/** One text per state column, for `columnReads`. */
export function stateTexts(writes: readonly AccountWrite[]): string[] {
  const rows = writes.map((it) => stateToRow(it.product, it.state));
  const texts = projected.map((it) => columnText(rows.map(it.of)));
  texts.push(columnText(writes.map((it) => encodeState(it.state))));
  return texts;
}

export function stateIn(row: Row): AccountState {
  const decoded = readState(textIn(row, "state"));
  if (decoded.ok) return decoded.value;
  throw new InvariantViolation(`a state on record: ${formatProblem(decoded.refusal)}`);
}

export function eventIn(row: Row): AccountEvent {
  const fact = row["fact"];
  assert(typeof fact === "object" && fact !== null, "the fact of an event is an object");
  return {
    id: eventIdIn(row),
    seq: integerIn(row, "seq"),
    valueOn: dayIn(row, "value_on"),
    bookedOn: dayIn(row, "booked_on"),
    ...fact,
  } as AccountEvent;
}

function eventIdIn(row: Row): EventId {
  return present(parseId("Event", textIn(row, "event_id")), "an event id on record");
}

/** The fact alone, without its stamp: what the `fact` column keeps. */
export function factText(event: AccountEvent): string {
  const { id: _id, seq: _seq, valueOn: _value, bookedOn: _booked, ...fact } = event;
  return JSON.stringify(fact);
}
