import { isDeepStrictEqual } from "node:util";
import type {
  AccountEvent,
  AccountFact,
  AccountState,
  FactOf,
  Product,
  Refusal,
  Statement,
} from "@fairdue/credit";
import {
  accepted,
  type EpochDay,
  type EventId,
  formatDay,
  InvariantViolation,
  type Outcome,
  present,
  refused,
} from "@fairdue/kernel";
import {
  type CarriedOut,
  carryOut,
  type History,
  needsHistory,
  type Order,
} from "@fairdue/servicing";
import { enterBook, type Products } from "../book/books.ts";
import { groupCommit, type GroupCommit } from "../journal/group-commit.ts";
import { insertMessages, type OutboxMessage } from "../outbox/outbox.ts";
import type { Database, Transaction } from "../sql/database.ts";
import { retried } from "../sql/retry.ts";
import {
  type HistoryWanted,
  loadHistories,
  loadKnownEvents,
  lockAccounts,
  type StoredAccount,
} from "./load.ts";
import { quarantine } from "./quarantine.ts";
import { type AccountKey, accountIdOf, factText } from "./rows.ts";
import { type AccountChange, saveChanges } from "./save.ts";

/** What somebody asks of an account in a book. An `opened` fact opens the account and its borrower. */
export type AccountCommand = AccountKey & {
  readonly bookId: string;
  /** Names the command: asked again, it answers as before and changes nothing. */
  readonly eventId: EventId;
  /** Value day, `null` for the booking day. */
  readonly on: EpochDay | null;
  /** Today in the zone of the book. It is booked then, or on the first open day if that is later. */
  readonly today: EpochDay;
  readonly fact: AccountFact;
};

export type Executed = {
  /** `known`: the same command was executed before. */
  readonly result: "executed" | "known";
  readonly event: AccountEvent;
  /** The account after the event (as it is now, for a known one). */
  readonly state: AccountState;
  readonly product: Product;
};

export type CommandRefusal =
  | Refusal
  /** The id names another event of this borrower: nothing is booked. */
  | { readonly reason: "event-id-taken"; readonly field: "eventId"; readonly value: string }
  | {
      readonly reason: "no-account";
      readonly field: "accountId" | "bookId";
      readonly value: string;
    }
  /** Its arithmetic failed; a person must look at it before anything more is booked. */
  | { readonly reason: "account-quarantined"; readonly field: "accountId"; readonly value: string };

export type CommandOutcome = Outcome<Executed, CommandRefusal>;

/** One account while a batch is under way. */
type Held = AccountKey & {
  readonly bookId: string;
  readonly product: Product;
  readonly isNew: boolean;
  readonly bucketBefore: number;
  readonly events: AccountEvent[];
  readonly done: CarriedOut[];
  state: AccountState | null;
  isQuarantined: boolean;
  /** Why its arithmetic failed in this batch; empty when it did not. */
  failure: string;
};

/**
 * Executes commands in their order, all in the given transaction and in a fixed number of round
 * trips: lock → decide → record → save the row, events, postings, totals, statements and outbox.
 * Several commands may be for one account. A refusal concerns its own command only; an account
 * whose arithmetic fails is quarantined alone.
 */
export async function executeIn(
  tx: Transaction,
  products: Products,
  commands: readonly AccountCommand[],
): Promise<CommandOutcome[]> {
  if (commands.length === 0) return [];
  const openDays = await enterBooks(tx, commands);
  const locked = await lockAccounts(tx, commands, products);
  const known = await loadKnownEvents(tx, commands);
  const openOn = (it: AccountCommand): EpochDay =>
    present(openDays.get(locked.get(accountIdOf(it))?.bookId ?? it.bookId), "a book was entered");
  const histories = await loadHistories(tx, historiesOf(commands, openOn));
  const held = new Map<string, Held>();
  const outcomes: CommandOutcome[] = [];
  for (const command of commands) {
    const id = accountIdOf(command);
    const account = held.get(id) ?? (await hold(command, { locked, histories, products }));
    if (account) held.set(id, account);
    const eventKey = `${command.borrowerId} ${command.eventId}`;
    const earlier = known.get(eventKey);
    const outcome = earlier
      ? answerKnown(account, command, earlier)
      : answer(account, command, openOn(command));
    if (outcome.ok)
      known.set(eventKey, { accountId: command.accountId, event: outcome.value.event });
    outcomes.push(outcome);
  }
  await save(tx, [...held.values()]);
  return outcomes;
}

async function save(tx: Transaction, held: readonly Held[]): Promise<void> {
  const changed = held.filter((it) => it.done.length > 0);
  await saveChanges(tx, changed.map(changeOf));
  await insertMessages(tx, changed.flatMap(messagesOf));
  const failed = held.filter((it) => it.failure !== "" && (!it.isNew || it.done.length > 0));
  await quarantine(
    tx,
    failed.map((it) => ({ ...it, reason: it.failure })),
  );
}

/** Enters every book concerned, shared with other writers; answers with each first open day. */
async function enterBooks(
  tx: Transaction,
  commands: readonly AccountCommand[],
): Promise<Map<string, EpochDay>> {
  const out = new Map<string, EpochDay>();
  for (const bookId of [...new Set(commands.map((it) => it.bookId))].sort()) {
    out.set(bookId, await enterBook(tx, bookId));
  }
  return out;
}

function historiesOf(
  commands: readonly AccountCommand[],
  openOn: (it: AccountCommand) => EpochDay,
): HistoryWanted[] {
  const wanted = new Map<string, HistoryWanted>();
  for (const it of commands) {
    const order = orderOf(it, openOn(it));
    const id = accountIdOf(it);
    const history = widest(wanted.get(id)?.history ?? "none", needsHistory(order));
    wanted.set(id, { borrowerId: it.borrowerId, accountId: it.accountId, history });
  }
  return [...wanted.values()];
}

const widest = (a: History, b: History): History =>
  a === "all" || b === "all" ? "all" : a === "repayments" ? a : b;

/** `bookedOn` is today, or the first open day when today is closed already. */
function orderOf(it: AccountCommand, openOn: EpochDay): Order {
  const bookedOn = it.today < openOn ? openOn : it.today;
  return { eventId: it.eventId, on: it.on ?? bookedOn, bookedOn, openOn, fact: it.fact };
}

type Loaded = {
  readonly locked: ReadonlyMap<string, StoredAccount>;
  readonly histories: ReadonlyMap<string, AccountEvent[]>;
  readonly products: Products;
};

/** The account as loaded, or a new one for an opening; `undefined` when there is none to hold. */
async function hold(command: AccountCommand, loaded: Loaded): Promise<Held | undefined> {
  const id = accountIdOf(command);
  const known = loaded.locked.get(id);
  const events = loaded.histories.get(id) ?? [];
  if (known) {
    const bucketBefore = known.state.ageing.bucket;
    return { ...known, bucketBefore, events, isNew: false, done: [], failure: "" };
  }
  const { fact, borrowerId, accountId, bookId } = command;
  if (fact.kind !== "opened") return undefined;
  const product = await loaded.products.find(fact.productId, fact.productVersion);
  if (!product) return undefined;
  return {
    borrowerId,
    accountId,
    bookId,
    product,
    events,
    isNew: true,
    bucketBefore: 0,
    state: null,
    isQuarantined: false,
    done: [],
    failure: "",
  };
}

function answerKnown(
  account: Held | undefined,
  command: AccountCommand,
  earlier: { readonly accountId: string; readonly event: AccountEvent },
): CommandOutcome {
  const { event } = earlier;
  if (
    account?.state &&
    earlier.accountId === command.accountId &&
    (command.on === null || command.on === event.valueOn) &&
    isSameFact(command.fact, event)
  )
    return accepted({ result: "known", event, state: account.state, product: account.product });
  return refused({ reason: "event-id-taken", field: "eventId", value: command.eventId });
}

/** A repayment of a charged-off account is booked as a recovery: the same command nonetheless. */
function isSameFact(asked: AccountFact, booked: AccountEvent): boolean {
  if (asked.kind === "repaid" && booked.kind === "recovered")
    return asked.amountMinor === booked.amountMinor && asked.channel === booked.channel;
  return isDeepStrictEqual(asked, JSON.parse(factText(booked)));
}

function answer(
  account: Held | undefined,
  command: AccountCommand,
  openOn: EpochDay,
): CommandOutcome {
  if (!account || (account.state === null && command.fact.kind !== "opened"))
    return command.fact.kind === "opened"
      ? refused(unknownProduct(command.fact))
      : refused({ reason: "no-account", field: "accountId", value: command.accountId });
  if (account.isQuarantined)
    return refused({
      reason: "account-quarantined",
      field: "accountId",
      value: command.accountId,
    });
  if (account.bookId !== command.bookId)
    return refused({ reason: "no-account", field: "bookId", value: command.bookId });
  try {
    return carry(account, orderOf(command, openOn));
  } catch (error) {
    if (!(error instanceof InvariantViolation)) throw error;
    account.isQuarantined = true;
    account.failure = `${command.fact.kind}: ${error.message}`;
    return refused({
      reason: "account-quarantined",
      field: "accountId",
      value: command.accountId,
    });
  }
}

const unknownProduct = (fact: FactOf<"opened">): CommandRefusal => ({
  reason: "not-offered",
  field: "productId",
  value: `${fact.productId}@${fact.productVersion}`,
  offered: [],
});

function carry(account: Held, order: Order): CommandOutcome {
  const outcome = carryOut(account.product, account, order);
  if (!outcome.ok) return outcome;
  const { event, state } = outcome.value;
  account.state = state;
  account.events.push(event);
  account.done.push(outcome.value);
  return accepted({ result: "executed", event, state, product: account.product });
}

function changeOf(it: Held): AccountChange {
  const last = present(it.done.at(-1), "something was done");
  const gone = new Set(it.done.flatMap((done) => done.statementsGone));
  const statements = new Map<string, Statement>();
  for (const done of it.done) for (const one of done.statements) statements.set(one.id, one);
  for (const id of gone)
    if (!last.state.statements.some((one) => one.id === id)) statements.delete(id);
  return {
    borrowerId: it.borrowerId,
    accountId: it.accountId,
    bookId: it.bookId,
    product: it.product,
    isNew: it.isNew,
    bucketBefore: it.bucketBefore,
    cause: last.event.kind,
    state: last.state,
    events: it.done.map((done) => done.event),
    postings: it.done.flatMap((done) => done.postings),
    lineChanges: it.done.flatMap((done) => done.lineChanges),
    statements: [...statements.values()],
    statementsGone: [...gone].filter((id) => !statements.has(id)),
    bookedOn: last.event.bookedOn,
  };
}

function messagesOf(it: Held): OutboxMessage[] {
  const { borrowerId, bookId } = it;
  return it.done.flatMap(({ event, notices }) => [
    ...notices.map((notice) => ({ borrowerId, bookId, ...notice })),
    { borrowerId, bookId, topic: `account.${event.kind}`, body: eventBody(it, event) },
  ]);
}

function eventBody(it: AccountKey, event: AccountEvent): object {
  return {
    accountId: it.accountId,
    eventId: event.id,
    seq: event.seq,
    valueOn: formatDay(event.valueOn),
    bookedOn: formatDay(event.bookedOn),
    fact: JSON.parse(factText(event)),
  };
}

/** Executes commands in one transaction of their own, again when another writer got in the way. */
export async function execute(
  database: Database,
  products: Products,
  commands: readonly AccountCommand[],
): Promise<CommandOutcome[]> {
  return await retried(() => database.transaction((tx) => executeIn(tx, products, commands)));
}

/**
 * The way for single callers: whatever arrives while a batch is written forms the next one, which
 * is what makes many concurrent commands cheap and durable at once.
 */
export function commandQueue(
  database: Database,
  products: Products,
  options: { readonly lanes?: number; readonly batchMax?: number } = {},
): GroupCommit<AccountCommand, CommandOutcome> {
  return groupCommit({
    lanes: options.lanes ?? 2,
    batchMax: options.batchMax ?? 500,
    write: (batch) => execute(database, products, batch),
  });
}
