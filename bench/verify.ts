import { instalmentLoan } from "@fairdue/credit";
import { addDays, day, type EpochDay, minor, parseId, present } from "@fairdue/kernel";
import { liveLoan, type LivedLoan, type TapeLoan } from "@fairdue/servicing";
import { closeBook, enterBook, saveLoans, verifyBook } from "@fairdue/store";
import { cpuMeter, type CpuSeconds } from "./_cpu.ts";
import { type BenchServer, benchBookId, startBenchServer } from "./_server.ts";
import { type BenchOptions, type BenchReport, type BenchRow, median } from "./report.ts";

const first = day("2025-06-01");
const through: EpochDay = addDays(first, 364);

/** A book of accounts with a year of history each, rebuilt and compared to the last unit. */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const size = Math.max(2_000, Math.round(20_000 * scale));
  const server = await startBenchServer(addDays(first, -1));
  try {
    progress(`a year in the life of ${size.toLocaleString("en")} accounts`);
    await fill(server, size);
    await closeBook(server.db, server.products, {
      bookId: benchBookId,
      through: addDays(first, 5),
    });
    await server.owner.rows("VACUUM ANALYZE");
    const rates = new Map<number, number[]>([
      [1, []],
      [2, []],
    ]);
    const cpu: CpuSeconds[] = [];
    for (let k = 0; k < repeats; k += 1)
      for (const [workers, measured] of rates) {
        const used = await cpuMeter(server.owner);
        const it = await verifyBook(server.db, { bookId: benchBookId, workers });
        if (it.differences.length > 0) throw new Error(JSON.stringify(it.differences[0]));
        measured.push(it.accounts / it.seconds);
        const { node, database } = used();
        if (workers === 1) cpu.push({ node: node / it.accounts, database: database / it.accounts });
        progress(`${workers} threads: ${Math.round(it.accounts / it.seconds)} accounts a second`);
      }
    return report(size, { one: rates.get(1) ?? [], two: rates.get(2) ?? [], cpu });
  } finally {
    await server.stop();
  }
}

async function fill({ db }: BenchServer, size: number): Promise<void> {
  await db.transaction(async (tx) => {
    const openOn = await enterBook(tx, benchBookId);
    for (let at = 0; at < size; at += 250) {
      const loans: LivedLoan[] = [];
      for (let k = at; k < Math.min(size, at + 250); k += 1) {
        const lived = liveLoan({ product: instalmentLoan, through }, loanOf(k), openOn);
        if (!lived.ok) throw new Error(JSON.stringify(lived.refusal));
        loans.push(lived.value);
      }
      await saveLoans(tx, { bookId: benchBookId, product: instalmentLoan }, loans);
    }
  });
}

/** Twelve instalments; nine in ten pay all of them on time, the tenth stops after some. */
function loanOf(k: number): TapeLoan {
  return {
    borrowerId: `brw_${k}`,
    accountId: present(parseId("Account", `acc_${k}`), "an id"),
    openedOn: addDays(first, k % 28),
    amountMinor: minor(600_000 + (k % 97) * 10_000),
    rate: instalmentLoan.declaration.rate.standard,
    terms: 12,
    method: "equal-instalment",
    dueDay: [1, 5, 8, 10, 15, 20, 25, 28][k % 8] ?? 1,
    firstDueOn: null,
    instalmentsPaid: k % 10 === 0 ? k % 9 : Number.POSITIVE_INFINITY,
    payments: [],
    chargedOffOn: null,
    principalMinor: null,
  };
}

type Rates = {
  readonly one: readonly number[];
  readonly two: readonly number[];
  /** Of one account. */
  readonly cpu: readonly CpuSeconds[];
};

function report(size: number, { one, two, cpu }: Rates): BenchReport {
  const single = median(one);
  const node = median(cpu.map((it) => it.node));
  const both = median(cpu.map((it) => it.node + it.database));
  const row = (label: string, perSecond: number): BenchRow => ({
    label,
    perSecond,
    unit: "accounts",
    ratio: perSecond / single,
  });
  return {
    name: `verify, ${size.toLocaleString("en")} accounts with a year of history each`,
    baseline: "one thread by the clock (PostgreSQL reads for it on another core)",
    rows: [
      row("1 thread", single),
      row("2 threads", median(two)),
      row("per second of processor time, Node", 1 / node),
      row("per second of processor time, Node and PostgreSQL", 1 / both),
    ],
    claims: [
      {
        claim: "accounts per second of processor time, Node and PostgreSQL together",
        target: ">= 20,000",
        measured: Math.round(1 / both),
        holds: 1 / both >= 20_000,
      },
    ],
  };
}
