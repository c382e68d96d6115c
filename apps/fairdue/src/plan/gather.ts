import { type EpochDay, instantOf, parseZone, present } from "@fairdue/kernel";
import {
  type ContactRules,
  type Offer,
  offer,
  type Outcomes,
  type PersonOnDay,
  type Strategy,
} from "@fairdue/servicing";
import { type Book, type Database, loadKnowledge, loadPeople } from "@fairdue/store";

export type GatherOptions = {
  readonly database: Database;
  readonly rules: ContactRules;
  readonly book: Book;
  readonly on: EpochDay;
  readonly outcomes: Outcomes;
  readonly progress?: ((people: number) => void) | undefined;
};

/** People whose histories are read at once; bounds the memory of a planner. */
const pageSize = 2_000;

const hourMs = 3_600_000;
/** Hours in which people work and are contacted, in the zone of the book; the rules narrow them. */
const workingHours = { from: 9, to: 20 };

/**
 * What could lawfully be done for each person of a book today, under each of some strategies: read
 * page by page, the next page while this one is decided on.
 */
export async function gatherOffers(
  options: GatherOptions,
  strategies: readonly Strategy[],
): Promise<readonly (readonly Offer[])[]> {
  const { book, on, rules, outcomes } = options;
  const zone = present(parseZone(book.zone), "a zone on record");
  const gate = {
    rules,
    from: instantOf(zone, on, workingHours.from * hourMs),
    to: instantOf(zone, on, workingHours.to * hourMs),
  };
  const all = strategies.map((): Offer[] => []);
  let page = await loadPage(options, "");
  while (page.people.length > 0) {
    const last = present(page.people.at(-1), "a page has a last one");
    const next = loadPage(options, last.borrowerId);
    page.people.forEach((person, k) => {
      const known = page.known[k]?.known;
      strategies.forEach((strategy, s) =>
        all[s]!.push(offer(strategy, outcomes, { person, known, gate })),
      );
    });
    options.progress?.(all[0]?.length ?? 0);
    page = await next;
  }
  return all;
}

type Page = {
  readonly people: readonly PersonOnDay[];
  readonly known: Awaited<ReturnType<typeof loadKnowledge>>;
};

async function loadPage({ database, book, on }: GatherOptions, after: string): Promise<Page> {
  const { bookId, zone } = book;
  const people = await loadPeople(database, { bookId, on, zone, after, count: pageSize });
  if (people.length === 0) return { people, known: [] };
  const wanted = people.map((it) => ({ borrowerId: it.borrowerId, requestKey: "-" }));
  return { people, known: await loadKnowledge(database, wanted) };
}
