import { scopes } from "@fairdue/api";
import { addDays, type EpochDay, type InstantMs } from "@fairdue/kernel";
import { nearPrime } from "@fairdue/simulation";
import { applicationRole, type Keyring, loadBooks, openDatabase, startAnew } from "@fairdue/store";
import type { Logger } from "pino";
import { adaptersOf } from "../channels/start.ts";
import { openOutbox } from "../channels/outbox.ts";
import type { BookDatabase } from "../config/database.ts";
import { makeApiKey } from "../http/auth/api-key.ts";
import { todayIn } from "../http/book/wire.ts";
import { shellOf } from "../http/server.ts";
import { withSandbox } from "../installation/run.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { prepareSecondBookBeside } from "./beside.ts";
import { buildDemoBook, type DemoCounts, type DemoPerson } from "./build-book.ts";
import { openDemoCredit } from "./demo-credit.ts";
import { type DemoNotes, readNotes, writeNotes } from "./demo-notes.ts";
import { openDeskApi } from "./desk-api.ts";
import { type DeskTally, openDeskLife } from "./desk-life.ts";
import { openGateClock } from "./gate-clock.ts";
import { hireStaff, openContactsOffice, openSecondOffice } from "./office.ts";
import { progressBar } from "./progress.ts";
import { catchUp, secondBookIds } from "./second-book.ts";

export type DemoWish = {
  readonly borrowers: number;
  readonly months: number;
  /** Days before today on which the desk works on overdue cases. */
  readonly deskDays: number;
  readonly hasSecondBook: boolean;
};

export type DemoWorld = {
  readonly database: BookDatabase;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly home: string;
  readonly sandbox: Sandbox;
};

export type ReadyDemo = {
  readonly notes: Extract<DemoNotes, { state: "whole" }>;
  readonly secondBookId: string | undefined;
};

/** Books of somebody else are in the database: the demo, whose logins are public, stays away. */
export class ForeignBooks extends Error {
  override readonly name = "ForeignBooks";
}

const zone = "Asia/Shanghai";
const bookId = "demo";

/**
 * The demo's books, up to date: those of the last start, or new ones lived day by day. A demo that
 * was killed before it was whole is thrown away and begun anew.
 */
export async function prepareDemo(world: DemoWorld, wish: DemoWish): Promise<ReadyDemo> {
  const { database, home } = world;
  const books = await loadBooks(database);
  const notes = readNotes(home);
  const stranger = books.find((it) => it.bookId !== bookId && !secondBookIds.includes(it.bookId));
  const isOurs = notes !== undefined || books.length === 0;
  if (!isOurs || stranger) throw new ForeignBooks((stranger ?? books[0])?.bookId);
  const known = books.find((it) => it.bookId === bookId);
  if (notes?.state === "whole" && known) {
    const [secondBookId] = await Promise.all([
      wish.hasSecondBook ? prepareSecondBookBeside() : undefined,
      catchUp(database, known),
    ]);
    return { notes, secondBookId };
  }
  if (books.length > 0) {
    process.stderr.write("the last demo was cut off half-way: it is thrown away\n");
    await startAnew(database.ownerUrl);
  }
  writeNotes(home, { state: "building", bookId });
  const [made, secondBookId] = await Promise.all([
    makeDemo(world, wish),
    wish.hasSecondBook ? prepareSecondBookBeside() : undefined,
  ]);
  if (secondBookId?.includes("lending"))
    await openSecondOffice(database, { bookId: secondBookId, at: Date.now() });
  const { overdue, refused, verifyCode } = made;
  const { borrowers, months } = wish;
  const key = await makeApiKey(database, { actor: "demo", scopes: [...scopes] });
  const whole = { state: "whole", bookId, borrowers, months, key, overdue, refused, verifyCode };
  const written = { ...whole, state: "whole" } as const;
  writeNotes(home, written);
  return { notes: written, secondBookId };
}

async function makeDemo(world: DemoWorld, wish: DemoWish): Promise<DeskTally> {
  const { borrowers, months } = wish;
  const bar = progressBar(`${borrowers} borrowers live ${months} months`, process.stderr);
  const todayOn = todayIn({ zone }, Date.now() as InstantMs);
  // A demo that is cut off is made anew: nothing is lost by not waiting for the disk.
  const database = openDatabase(world.database.ownerUrl, {
    role: applicationRole,
    connectionsMax: 12,
    isCommitAwaited: false,
  });
  const desk = await openDesk({ ...world, database: { ...world.database, ...database } });
  try {
    await hireStaff(database);
    const firstDeskOn = addDays(todayOn, -wish.deskDays);
    const counts = await buildDemoBook(
      database,
      {
        bookId,
        name: { en: "Demo", zh: "演示" },
        borrowers,
        months,
        scenario: nearPrime,
        seed: "fairdue demo",
        todayOn,
        deskDay: async (on, people) => {
          if (on >= firstDeskOn) await desk.day(on, people);
        },
      },
      (it) => bar.at(it.days, it.of, `day ${it.days}, ${it.events.toLocaleString("en")} events`),
    );
    const tally = await desk.end();
    await openDemoCredit(database, { bookId, zone, on: todayOn, at: Date.now() });
    bar.end(summary(counts, tally));
    return tally;
  } finally {
    await desk.close();
    await database.close();
  }
}

function summary(counts: DemoCounts, tally: DeskTally): string {
  const figure = (value: number): string => value.toLocaleString("en");
  return (
    `${figure(counts.accounts)} accounts, ${figure(counts.events)} events, ${counts.days} days ` +
    `closed; ${tally.texts} texts and ${tally.calls} calls permitted, ${tally.refusals} refused`
  );
}

type OpenDesk = {
  day(on: EpochDay, people: readonly DemoPerson[]): Promise<void>;
  end(): Promise<DeskTally>;
  close(): Promise<void>;
};

async function openDesk(world: DemoWorld): Promise<OpenDesk> {
  const { database, keyring, log, home, sandbox } = world;
  const clock = openGateClock(database.ownerUrl);
  const shell = shellOf(database, log, keyring, { sandbox });
  const environment = withSandbox({}, sandbox);
  const adapters = adaptersOf({ database, vault: shell.vault, home, environment, log });
  const outbox = openOutbox({ database, vault: shell.vault, adapters });
  const state: { people: readonly DemoPerson[]; isOpen: boolean } = { people: [], isOpen: false };
  const life = openDeskLife({
    shell,
    api: openDeskApi(shell, clock.now),
    clock,
    outbox,
    bookId,
    people: () => state.people,
  });
  return {
    day: async (on, people) => {
      state.people = people;
      if (!state.isOpen) {
        await clock.moveTo(on, "09:00");
        await openContactsOffice(database, { bookId, at: Math.floor(clock.now()) });
      }
      state.isOpen = true;
      await life.day(on);
    },
    end: () => life.end(),
    close: async () => {
      await outbox.stop();
      await clock.close();
    },
  };
}
