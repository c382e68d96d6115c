import { existsSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { type Database, loadServerFacts, loadWatchFigures } from "@fairdue/store";

/** One thing looked at: how it is, and what to do where it is not well. */
export type Finding = {
  readonly check: string;
  readonly state: "well" | "look" | "broken";
  readonly found: string;
  readonly remedy: string | null;
};

type Around = {
  readonly home: string;
  readonly pages: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly nowMs: number;
};

const well = (check: string, found: string): Finding => ({
  check,
  state: "well",
  found,
  remedy: null,
});
const look = (check: string, found: string, remedy: string): Finding => ({
  check,
  state: "look",
  found,
  remedy,
});
const broken = (check: string, found: string, remedy: string): Finding => ({
  check,
  state: "broken",
  found,
  remedy,
});

/** Looks at everything that usually goes wrong, and says what to do. */
export async function examine(
  database: Database | Error,
  around: Around,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [runtime(), keys(around), await disk(around.home), pages(around)];
  if (database instanceof Error)
    return [
      ...findings,
      broken(
        "database",
        database.message,
        "Check FAIRDUE_DATABASE_URL and that the server runs; without it the embedded one is used.",
      ),
    ];
  try {
    return [...findings, ...(await server(database, around.nowMs)), ...(await books(database))];
  } catch (error) {
    return [
      ...findings,
      broken(
        "schema",
        error instanceof Error ? error.message : String(error),
        "Run `fairdue migrate`: this database does not hold the schema of this version.",
      ),
    ];
  }
}

async function server(database: Database, nowMs: number): Promise<readonly Finding[]> {
  const facts = await loadServerFacts(database);
  return [
    Number.parseFloat(facts.version) >= 18
      ? well("database", `PostgreSQL ${facts.version}`)
      : broken("database", `PostgreSQL ${facts.version}`, "Use PostgreSQL 18 or later."),
    facts.isDurable
      ? well("durability", "commits are flushed to disk")
      : broken(
          "durability",
          "fsync or synchronous_commit is off",
          "Switch both on: a crash would lose what was answered as done.",
        ),
    clock(facts.epochMs, nowMs),
  ];
}

function runtime(): Finding {
  const [major = 0] = process.versions.node.split(".").map(Number);
  return major >= 26
    ? well("runtime", `Node ${process.versions.node}`)
    : broken("runtime", `Node ${process.versions.node}`, "Run `npm ci`: it brings Node 26.");
}

function keys({ home, environment }: Around): Finding {
  if (environment["FAIRDUE_KEYS"]) return well("keys", "from the environment");
  const path = environment["FAIRDUE_KEYS_FILE"] ?? join(home, "keys.json");
  if (!existsSync(path))
    return look(
      "keys",
      "no key file yet",
      "It is made at the first start; then keep a copy elsewhere.",
    );
  const isOpen = (statSync(path).mode & 0o077) !== 0;
  return isOpen
    ? broken("keys", `${path} can be read by others`, `Run: chmod 600 ${path}`)
    : well("keys", "a file that only its owner reads");
}

async function disk(home: string): Promise<Finding> {
  if (!existsSync(home)) return well("disk", "nothing stored here yet");
  const { bavail, bsize } = await statfs(home);
  const gigabytes = (bavail * bsize) / 1e9;
  const found = `${gigabytes.toFixed(1)} GB free`;
  return gigabytes > 2
    ? well("disk", found)
    : look("disk", found, "Free some space or grow the disk.");
}

function pages({ pages: folder }: Around): Finding {
  return existsSync(join(folder, "index.html"))
    ? well("pages", "built")
    : look("pages", "not built", "Run `npm run build`; serving builds them as well.");
}

function clock(serverMs: number, nowMs: number): Finding {
  const apart = Math.abs(serverMs - nowMs);
  return apart < 2_000
    ? well("clock", `${apart} ms from the database's`)
    : broken(
        "clock",
        `${(apart / 1000).toFixed(1)} s from the database's`,
        "Synchronise both machines: permits and quiet hours depend on the time.",
      );
}

async function books(database: Database): Promise<readonly Finding[]> {
  const it = await loadWatchFigures(database);
  const findings = it.books.map((book) => {
    const found = `closed ${book.closedLagDays} days ago, ${book.quarantined} accounts set aside`;
    if (book.quarantined > 0)
      return look(
        `book ${book.bookId}`,
        found,
        "Look at them on the console (Accounts, quarantined), mend the cause, then release them.",
      );
    return book.closedLagDays > 2
      ? look(`book ${book.bookId}`, found, `Run: fairdue close --book ${book.bookId}`)
      : well(`book ${book.bookId}`, found);
  });
  findings.push(
    it.outboxWaiting < 1000
      ? well("outbox", `${it.outboxWaiting} messages waiting`)
      : look(
          "outbox",
          `${it.outboxWaiting} messages waiting`,
          "See that `fairdue serve` runs and that the receivers answer.",
        ),
  );
  return findings;
}
