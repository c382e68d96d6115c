import {
  type AccountEvent,
  accrualLine,
  advance,
  availableMinor,
  type Due,
  dueQuote,
  type DueQuote,
  dpdOn,
  type Draw,
  never,
  outstanding,
  payoffQuote,
  type PayoffQuote,
  type Statement,
} from "@fairdue/credit";
import { type EpochDay, minor, type Minor } from "@fairdue/kernel";
import type { JournalLine } from "@fairdue/ledger";
import type { Sql } from "../sql/database.ts";
import { dayIn, nullable } from "../sql/row.ts";
import { eventIn, type AccountKey } from "./rows.ts";
import { lineOf } from "../journal/lines-of-book.ts";
import type { StoredAccount } from "./load.ts";

/** What an account comes to at the opening of a day: for screens and the API. Amounts in minor units. */
export type AccountSummary = AccountKey & {
  readonly bookId: string;
  readonly productId: string;
  readonly productVersion: number;
  readonly on: EpochDay;
  readonly status: string;
  readonly freezes: readonly string[];
  readonly openedOn: EpochDay;
  readonly limitMinor: Minor;
  readonly availableMinor: Minor;
  readonly principalMinor: Minor;
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly penaltyMinor: Minor;
  /** Accrued and not yet billed, rounded down to whole minor units. */
  readonly accruedMinor: Minor;
  readonly creditMinor: Minor;
  readonly claimMinor: Minor;
  readonly due: DueQuote;
  readonly dpd: number;
  readonly bucket: number;
  readonly grade: string;
  readonly stage: number;
  readonly isNonAccrual: boolean;
  readonly isQuarantined: boolean;
  readonly nextEventOn: EpochDay | null;
};

/** The account on a day that is not before its own: brought there in memory, nothing is written. */
export function summaryOf(account: StoredAccount, on: EpochDay): AccountSummary {
  const { product } = account;
  const day = on < account.state.asOf ? account.state.asOf : on;
  const { state } = advance(product, account.state, day);
  const owed = outstanding(state);
  const line = accrualLine(product, state);
  const accrued = Math.floor(
    (line.interestNumerator + line.penaltyNumerator) / product.denominator,
  );
  const { claim } = state;
  return {
    borrowerId: account.borrowerId,
    accountId: account.accountId,
    bookId: account.bookId,
    productId: product.declaration.id,
    productVersion: product.declaration.version,
    on: day,
    status: state.status,
    freezes: state.freezes,
    openedOn: state.openedOn,
    limitMinor: minor(state.limitMinor),
    availableMinor: availableMinor(product, state),
    principalMinor: minor(owed.principal),
    interestMinor: minor(owed.interest),
    feeMinor: minor(owed.fee),
    penaltyMinor: minor(owed.penalty),
    accruedMinor: minor(accrued),
    creditMinor: minor(state.creditMinor),
    claimMinor: minor(
      claim.principalMinor + claim.interestMinor + claim.feeMinor + claim.penaltyMinor,
    ),
    due: dueQuote(product, state, day),
    dpd: dpdOn(state, day),
    bucket: state.ageing.bucket,
    grade: state.ageing.grade,
    stage: state.ageing.stage,
    isNonAccrual: state.ageing.isNonAccrual,
    isQuarantined: account.isQuarantined,
    nextEventOn: state.nextEventOn === never ? null : state.nextEventOn,
  };
}

/** One row of what is to be paid, whether it is due already or planned. */
export type ScheduleRow = {
  readonly id: string;
  readonly drawId: string;
  readonly dueOn: EpochDay;
  readonly state: "overdue" | "due" | "planned";
  readonly principalMinor: Minor;
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly penaltyMinor: Minor;
};

/** Open instalments of all draws, earliest first. Interest of planned rows is the plan's. */
export function scheduleOf(account: StoredAccount, on: EpochDay): ScheduleRow[] {
  const { product } = account;
  const day = on < account.state.asOf ? account.state.asOf : on;
  const { state } = advance(product, account.state, day);
  return [...state.dues.map(dueRow), ...state.draws.flatMap(plannedRows)].sort(
    (a, b) => a.dueOn - b.dueOn || (a.id < b.id ? -1 : 1),
  );
}

function dueRow(it: Due): ScheduleRow {
  return {
    id: it.id,
    drawId: it.drawId,
    dueOn: it.dueOn,
    state: it.isOverdue ? "overdue" : "due",
    principalMinor: minor(it.principalMinor),
    interestMinor: minor(it.interestMinor),
    feeMinor: minor(it.feeMinor),
    penaltyMinor: minor(it.penaltyMinor),
  };
}

function plannedRows(draw: Draw): ScheduleRow[] {
  return draw.rows.map((row, index) => ({
    id: `${draw.id}#${draw.nextRow + index}`,
    drawId: draw.id,
    dueOn: row.dueOn,
    state: "planned",
    principalMinor: minor(row.principalMinor),
    interestMinor: minor(row.interestMinor),
    feeMinor: minor(row.feeMinor),
    penaltyMinor: minor(0),
  }));
}

/** What clears the account on a day; paid that day, early, it leaves exactly zero. */
export function payoffOn(account: StoredAccount, on: EpochDay): PayoffQuote {
  const day = on < account.state.asOf ? account.state.asOf : on;
  return payoffQuote(account.product, account.state, day);
}

export type Page<Item> = {
  readonly items: readonly Item[];
  /** Where the next page begins; `null` on the last. */
  readonly next: number | null;
};

export type PageAsked = { readonly after: number; readonly count: number };

/** Events in the order of booking: `after` is the last `seq` already seen, 0 to begin with. */
export async function eventsPage(
  sql: Sql,
  key: AccountKey,
  { after, count }: PageAsked,
): Promise<Page<AccountEvent>> {
  const rows = await sql.named(
    "events-page",
    `SELECT seq, event_id, value_on, booked_on, fact FROM account_events
     WHERE borrower_id = $1 AND account_id = $2 AND seq > $3 ORDER BY seq LIMIT $4`,
    [key.borrowerId, key.accountId, after, count + 1],
  );
  const items = rows.slice(0, count).map(eventIn);
  return { items, next: rows.length > count ? (items.at(-1)?.seq ?? null) : null };
}

export type StoredStatement = {
  readonly statement: Statement;
  /** Day on which a backdated event last changed it after it was sent. */
  readonly revisedOn: EpochDay | null;
};

/** Statements of one account, newest first. */
export async function loadStatements(sql: Sql, key: AccountKey): Promise<StoredStatement[]> {
  const rows = await sql.named(
    "statements-of-account",
    `SELECT statement, revised_on FROM statements
     WHERE borrower_id = $1 AND account_id = $2 ORDER BY closed_on DESC`,
    [key.borrowerId, key.accountId],
  );
  return rows.map((row) => ({
    statement: row["statement"] as Statement,
    revisedOn: nullable(row, "revised_on", dayIn),
  }));
}

/** The journal of one account in the order of booking. */
export async function loadJournalOf(sql: Sql, key: AccountKey): Promise<JournalLine[]> {
  const rows = await sql.named(
    "journal-of-account",
    `SELECT * FROM journal WHERE borrower_id = $1 AND account_id = $2
     ORDER BY booked_on, value_on, posting_key, line`,
    [key.borrowerId, key.accountId],
  );
  return rows.map(lineOf);
}
