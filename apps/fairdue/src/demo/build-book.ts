import { type AccountState, catalogue, declared, type Product } from "@fairdue/credit";
import {
  addDays,
  addMonths,
  type EpochDay,
  type IdKind,
  idPrefixes,
  parseCurrency,
  parseId,
  present,
  random,
} from "@fairdue/kernel";
import { beginLife, drawPerson, type Life, liveDay, type Scenario } from "@fairdue/simulation";
import {
  type AccountCommand,
  closeBook,
  createBook,
  type Database,
  execute,
  type Products,
  productsOf,
  saveProduct,
} from "@fairdue/store";

export type DemoBook = {
  readonly bookId: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly borrowers: number;
  readonly months: number;
  readonly scenario: Scenario;
  readonly seed: string;
  /** Today in the zone of the book: the first day that stays open. */
  readonly todayOn: EpochDay;
  /** What the lender's staff do on a day, once everybody has lived it and before it is closed. */
  readonly deskDay?: (on: EpochDay, people: readonly DemoPerson[]) => Promise<void>;
};

/** Somebody who has an account by now. */
export type DemoPerson = { readonly borrowerId: string; readonly number: number };

export type DemoCounts = {
  readonly accounts: number;
  readonly events: number;
  readonly refused: number;
  readonly days: number;
};

export type DemoProgress = (done: {
  readonly days: number;
  readonly of: number;
  readonly events: number;
}) => void;

type Living = DemoPerson & {
  readonly life: Life;
  state: AccountState | null;
  events: number;
};

/**
 * Makes a book by living it: each day every borrower with something to do acts through the same
 * command path as the API, and then the day is closed as any day is. Nothing is written to tables
 * in any other way.
 */
export async function buildDemoBook(
  database: Database,
  it: DemoBook,
  progress: DemoProgress,
): Promise<DemoCounts> {
  const startOn = addMonths(it.todayOn, -it.months);
  const products = await openBook(database, it, startOn);
  const living = people(it, startOn);
  const counts = { accounts: living.length, events: 0, refused: 0, days: it.todayOn - startOn };
  const calendar = new Map<EpochDay, Living[]>();
  for (const one of living) plan(calendar, one, startOn);
  let closing: Promise<unknown> = Promise.resolve();
  for (let on = startOn; on < it.todayOn; on = addDays(on, 1)) {
    const awake = calendar.get(on) ?? [];
    calendar.delete(on);
    const done = await Promise.all(
      lanes(awake).map((lane) => liveTogether({ database, products, bookId: it.bookId, on }, lane)),
    );
    for (const lane of done) {
      counts.events += lane.events;
      counts.refused += lane.refused;
    }
    for (const one of awake) plan(calendar, one, addDays(on, 1));
    // The desk works and the day is closed while the next one is lived, as in any book that never
    // shuts.
    await closing;
    const open = living.filter((one) => one.state !== null);
    closing = endDay(database, products, it, { on, open });
    progress({ days: on - startOn + 1, of: counts.days, events: counts.events });
  }
  await closing;
  return counts;
}

async function endDay(
  database: Database,
  products: Products,
  { bookId, deskDay }: DemoBook,
  { on, open }: { readonly on: EpochDay; readonly open: readonly DemoPerson[] },
): Promise<void> {
  await deskDay?.(on, open);
  await closeBook(database, products, { bookId, through: on });
}

async function openBook(database: Database, it: DemoBook, startOn: EpochDay): Promise<Products> {
  await database.transaction(async (tx) => {
    for (const declaration of catalogue) await saveProduct(tx, declared(declaration));
    await createBook(tx, {
      bookId: it.bookId,
      name: it.name,
      currency: present(parseCurrency("CNY"), "a currency"),
      zone: "Asia/Shanghai",
      closedThrough: addDays(startOn, -1),
    });
  });
  return productsOf(database);
}

/** Who lives in the book: some use one product, some two; most are there from the beginning. */
function people(it: DemoBook, startOn: EpochDay): Living[] {
  const stream = random(it.seed);
  const [cashLine, payLater, loan] = catalogue.map(declared);
  const span = it.todayOn - startOn - 30;
  return Array.from({ length: it.borrowers }, (_, k) => {
    const own = stream.fork(`borrower ${k}`);
    const person = drawPerson(own);
    const openOn = addDays(startOn, own.next() < 0.6 ? own.integer(25) : own.integer(span));
    const chance = own.next();
    const taken = [
      ...(chance < 0.75 ? [payLater] : []),
      ...(chance >= 0.6 && chance < 0.95 ? [cashLine] : []),
      ...(chance >= 0.95 ? [loan] : []),
    ].filter((product): product is Product => product !== undefined);
    return taken.map((product): Living => {
      const accountId = idOf("Account", it, `${k}-${product.declaration.id}`);
      return {
        borrowerId: idOf("Borrower", it, String(k)),
        number: k,
        state: null,
        events: 0,
        life: beginLife({
          person,
          scenario: it.scenario,
          product,
          accountId,
          random: own.fork(product.declaration.id),
          openOn,
        }),
      };
    });
  }).flat();
}

function idOf<Kind extends IdKind>(kind: Kind, it: DemoBook, name: string) {
  return present(parseId(kind, `${idPrefixes[kind]}_${it.bookId}-${name}`), "an id of the demo");
}

function plan(calendar: Map<EpochDay, Living[]>, one: Living, notBefore: EpochDay): void {
  const on = one.life.wakeOn < notBefore ? notBefore : one.life.wakeOn;
  const day = calendar.get(on);
  if (day) day.push(one);
  else calendar.set(on, [one]);
}

const laneCount = 2;

/** Shared out so that no two lanes hold accounts of one borrower. */
function lanes(awake: readonly Living[]): Living[][] {
  const out: Living[][] = Array.from({ length: laneCount }, () => []);
  let lane = 0;
  let last = "";
  for (const one of [...awake].sort((a, b) => (a.borrowerId < b.borrowerId ? -1 : 1))) {
    if (one.borrowerId !== last) lane = (lane + 1) % laneCount;
    last = one.borrowerId;
    out[lane]?.push(one);
  }
  return out.filter((it) => it.length > 0);
}

type Today = {
  readonly database: Database;
  readonly products: Products;
  readonly bookId: string;
  readonly on: EpochDay;
};

async function liveTogether(
  { database, products, bookId, on }: Today,
  lane: readonly Living[],
): Promise<{ events: number; refused: number }> {
  const asked = lane.flatMap((one) =>
    liveDay(one.life, one.state, on).map((act): { one: Living; command: AccountCommand } => {
      one.events += 1;
      return {
        one,
        command: {
          bookId,
          borrowerId: one.borrowerId,
          accountId: one.life.accountId,
          eventId: present(
            parseId("Event", `evt_${one.life.accountId.slice(4)}-${one.events}`),
            "an id of the demo",
          ),
          on: act.on,
          today: on,
          fact: act.fact,
        },
      };
    }),
  );
  const outcomes = await execute(
    database,
    products,
    asked.map((it) => it.command),
  );
  let refused = 0;
  outcomes.forEach((outcome, index) => {
    const one = asked[index]?.one;
    if (outcome.ok && one) one.state = outcome.value.state;
    if (!outcome.ok) refused += 1;
  });
  return { events: outcomes.length - refused, refused };
}
