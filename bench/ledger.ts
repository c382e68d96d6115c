import { addDays, day, minor, parseCurrency, present, random } from "@fairdue/kernel";
import { entry, gl, type GlCode } from "@fairdue/ledger";
import { journalQueue, type JournalPosting, post } from "@fairdue/store";
import { type BenchServer, benchBookId, startBenchServer } from "./_server.ts";
import { type BenchOptions, type BenchReport, type BenchRow, median } from "./report.ts";

const today = day("2026-06-01");
const currency = present(parseCurrency("CNY"), "CNY");
const codes: readonly GlCode[] = Object.values(gl);
const borrowers = 20_000;

/** Makes the next transfer: between accounts spread over the chart, or all onto one of them. */
type Source = () => JournalPosting;

/**
 * Durable balanced transfers: each in a transaction of its own, against the group-commit queue with
 * as many callers; and all of them onto one general-ledger account, against transfers spread over the
 * chart.
 */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const seconds = Math.max(1, 4 * scale);
  const server = await startBenchServer(addDays(today, -1), 40);
  try {
    const runs: Run[] = [16, 64, 256].map((callers) => ({ callers, single: [], queued: [] }));
    const hot: number[] = [];
    const rounds = Math.max(5, repeats);
    await perSecond(256, 1, queueOf(server, spread("warm")));
    for (let k = 0; k < rounds; k += 1) {
      for (const { callers, single, queued } of runs) {
        const label = `${callers} ${k}`;
        single.push(await perSecond(callers, seconds, singly(server, spread(`one ${label}`))));
        queued.push(await perSecond(callers, seconds, queueOf(server, spread(`q ${label}`))));
      }
      hot.push(
        await perSecond(256, seconds, queueOf(server, onto(gl.channelClearing, `hot ${k}`))),
      );
      progress(`round ${k + 1} of ${rounds}: ${Math.round(hot.at(-1) ?? 0)} a second, all hot`);
    }
    return report(runs, hot);
  } finally {
    await server.stop();
  }
}

function spread(label: string): Source {
  const dice = random(label);
  let count = 0;
  return () => {
    const debit = present(codes[dice.integer(codes.length)], "in range");
    const credit = present(codes[(codes.indexOf(debit) + 7) % codes.length], "in range");
    count += 1;
    return transfer({ dice: dice.integer(borrowers), key: `${label} ${count}` }, { debit, credit });
  };
}

function onto(debit: GlCode, label: string): Source {
  const dice = random(label);
  let count = 0;
  return () => {
    count += 1;
    const sides = { debit, credit: gl.loanPrincipal };
    return transfer({ dice: dice.integer(borrowers), key: `${label} ${count}` }, sides);
  };
}

function transfer(
  of: { readonly dice: number; readonly key: string },
  sides: { readonly debit: GlCode; readonly credit: GlCode },
): JournalPosting {
  return {
    borrowerId: `brw_${of.dice}`,
    accountId: `acc_${of.dice}`,
    bookId: benchBookId,
    key: of.key,
    bookedOn: today,
    valueOn: today,
    currency,
    entries: [entry(sides, minor(100), { reason: "transfer", channel: "bank" })],
  };
}

type Post = () => Promise<unknown>;

const singly =
  ({ db }: BenchServer, next: Source): Post =>
  () =>
    db.transaction((tx) => post(tx, [next()]));

function queueOf({ db }: BenchServer, next: Source): Post {
  const queue = journalQueue(db, { posters: 2, batchMax: 1000 });
  return () => queue.submit(next());
}

/** So many callers, each asking again as soon as it was answered. */
async function perSecond(callers: number, seconds: number, ask: Post): Promise<number> {
  let count = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        await ask();
        count += 1;
      }
    }),
  );
  return (count * 1000) / (performance.now() - began);
}

type Run = {
  readonly callers: number;
  readonly single: number[];
  readonly queued: number[];
};

function report(runs: readonly Run[], hot: readonly number[]): BenchReport {
  const base = median(present(runs[0], "a run").single);
  const wide = runs.at(-1)?.queued ?? [];
  const row = (label: string, rates: readonly number[]): BenchRow => ({
    label,
    perSecond: median(rates),
    unit: "transfers",
    ratio: median(rates) / base,
  });
  const gains = runs.map((it) => median(it.queued.map((rate, k) => rate / (it.single[k] ?? rate))));
  const batched = Math.max(...gains);
  const hotRatios = hot.map((rate, k) => rate / (wide[k] ?? rate));
  const holding = hotRatios.filter((it) => it >= 0.8).length;
  return {
    name: "durable balanced transfers",
    baseline: "one transaction each, 16 callers",
    rows: [
      ...runs.flatMap((it) => [
        row(`one transaction each, ${it.callers} callers`, it.single),
        row(`group-commit queue, ${it.callers} callers`, it.queued),
      ]),
      row("the same, all onto one account", hot),
    ],
    claims: [
      {
        claim: "batched path over one transaction each, as many callers of each",
        target: ">= 6 with 16 callers or more",
        measured: runs
          .map((it, k) => `${(gains[k] ?? 0).toFixed(2)} with ${it.callers}`)
          .join(", "),
        holds: batched >= 6,
      },
      {
        claim: "repeats in which the hot account keeps 0.8 of the spread-out rate",
        target: `${hot.length} of ${hot.length}`,
        measured: `${holding} of ${hot.length} (${hotRatios.map((it) => it.toFixed(2)).join(", ")})`,
        holds: holding === hot.length,
      },
    ],
  };
}
