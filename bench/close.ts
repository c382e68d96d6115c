import { addDays, type EpochDay, formatDay } from "@fairdue/kernel";
import { closeWithCrew } from "@fairdue/store";
import { addIdle, buildBook, firstDay } from "./_close-field.ts";
import { cpuMeter, type CpuSeconds } from "./_cpu.ts";
import { type BenchServer, benchBookId, startBenchServer } from "./_server.ts";
import { type BenchOptions, type BenchReport, type BenchRow, median } from "./report.ts";

type Measured = {
  readonly seconds: number;
  /** Of processors, Node and PostgreSQL together: does not mind what else the machine does. */
  readonly cpu: CpuSeconds;
  readonly touched: number;
};

/**
 * An ordinary day of a large book, closed by the real engine and ledger with everything durable,
 * against one bare UPDATE of as many rows on the same server; then with twice the idle accounts.
 */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const size = Math.max(10_000, Math.round(1_000_000 * scale));
  const days = 2 * repeats + 2;
  const server = await startBenchServer(addDays(firstDay, -60));
  try {
    await server.owner.rows(
      "CREATE TABLE copies (account_id text NOT NULL, n text NOT NULL, place float8 NOT NULL)",
    );
    progress(`a book of ${size.toLocaleString("en")} accounts`);
    await buildBook(server, size, days);
    const bare: Measured[] = [];
    const closed: Measured[] = [];
    await closeDay(server, firstDay); // Warms prepared statements, threads' code and the cache.
    for (let k = 0; k < repeats; k += 1) {
      const on = addDays(firstDay, k + 1);
      bare.push(await updateRowsOf(server, addDays(on, 1)));
      closed.push(await closeDay(server, on));
      progress(said(on, closed, bare));
    }
    progress("as many idle accounts again");
    await addIdle(server, size);
    const doubled: Measured[] = [];
    for (let k = 0; k < repeats; k += 1) {
      const on = addDays(firstDay, repeats + 1 + k);
      doubled.push(await closeDay(server, on));
      progress(said(on, doubled, []));
    }
    return report(size, { bare, closed, doubled });
  } finally {
    await server.stop();
  }
}

async function closeDay({ db, owner }: BenchServer, on: EpochDay): Promise<Measured> {
  await owner.rows("CHECKPOINT");
  const used = await cpuMeter(owner);
  const began = performance.now();
  const [day] = await closeWithCrew(db, { bookId: benchBookId, through: on, workers: 2 });
  const seconds = (performance.now() - began) / 1000;
  if (!day || day.quarantined.length > 0) throw new Error("the day was not closed cleanly");
  return { seconds, cpu: used(), touched: day.touched };
}

/** One statement, one column, the rows of another day: as cold as those of the close. */
async function updateRowsOf({ owner }: BenchServer, on: EpochDay): Promise<Measured> {
  await owner.rows("CHECKPOINT");
  const used = await cpuMeter(owner);
  const began = performance.now();
  const rows = await owner.rows(
    `WITH touched AS (
       UPDATE accounts SET limit_minor = limit_minor + 1
       WHERE book_id = $1 AND next_event_on = $2 RETURNING 1)
     SELECT count(*) AS touched FROM touched`,
    [benchBookId, formatDay(on)],
  );
  const seconds = (performance.now() - began) / 1000;
  return { seconds, cpu: used(), touched: Number(rows[0]?.["touched"]) };
}

const perRow = (it: Measured): number => it.seconds / it.touched;
const cpuOf = (it: Measured): number => (it.cpu.node + it.cpu.database) / it.touched;

function said(on: EpochDay, closed: readonly Measured[], bare: readonly Measured[]): string {
  const one = (name: string, it: Measured | undefined): string =>
    it ? `, ${name} ${it.seconds.toFixed(2)} s (processor ${cpuSaid(it)} each)` : "";
  const a = closed.at(-1);
  return `${formatDay(on)}: ${a?.touched} accounts${one("close", a)}${one("bare", bare.at(-1))}`;
}

/** Node + PostgreSQL, of one touched account. */
const cpuSaid = (it: Measured): string =>
  [it.cpu.node, it.cpu.database].map((s) => Math.round((s / it.touched) * 1e6)).join(" + ") + " µs";

type All = {
  readonly bare: readonly Measured[];
  readonly closed: readonly Measured[];
  readonly doubled: readonly Measured[];
};

function report(size: number, { bare, closed, doubled }: All): BenchReport {
  const base = median(bare.map(perRow));
  const ratio = median(closed.map((it, k) => perRow(it) / perRow(bare[k] ?? it)));
  const cpuRatio = median(closed.map((it, k) => cpuOf(it) / cpuOf(bare[k] ?? it)));
  const growth = median(doubled.map(perRow)) / median(closed.map(perRow));
  const cpuGrowth = median(doubled.map(cpuOf)) / median(closed.map(cpuOf));
  const bookRate = size / median(closed.map((it) => it.seconds));
  const row = (label: string, it: readonly Measured[]): BenchRow => ({
    label,
    perSecond: 1 / median(it.map(perRow)),
    unit: "touched accounts",
    ratio: base / median(it.map(perRow)),
  });
  return {
    name: `close of a day, ${size.toLocaleString("en")} accounts`,
    baseline: "one bare UPDATE of one column of as many rows",
    rows: [
      row("bare UPDATE", bare),
      row("close, 2 workers", closed),
      row("close, twice the idle accounts", doubled),
      { label: "close, counted over the whole book", perSecond: bookRate, unit: "accounts" },
    ],
    claims: [
      {
        claim: "time of the close over that of the bare UPDATE",
        target: "<= 6 (aim 4)",
        measured: ratio.toFixed(2),
        holds: ratio <= 6,
      },
      {
        claim: "processor time of the close over that of the bare UPDATE",
        target: "<= 6 (aim 4)",
        measured: cpuRatio.toFixed(2),
        holds: cpuRatio <= 6,
      },
      {
        claim: "doubling the accounts with nothing to do adds, of processor time",
        target: "<= 10 %",
        measured: `${((cpuGrowth - 1) * 100).toFixed(1)} %`,
        holds: cpuGrowth <= 1.1,
      },
      {
        claim: "doubling the accounts with nothing to do adds",
        target: "<= 10 %",
        measured: `${((growth - 1) * 100).toFixed(1)} %`,
        holds: growth <= 1.1,
      },
      {
        claim: "accounts of book a second",
        target: ">= 100,000",
        measured: Math.round(bookRate),
        holds: bookRate >= 100_000,
      },
    ],
  };
}
