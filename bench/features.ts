import { behaviourCatalogue, behaviourFeatures, type BehaviourLog } from "@fairdue/assess";
import { random } from "@fairdue/kernel";
import { median, type BenchOptions, type BenchReport } from "./report.ts";

/** A year of events of an account: 12 dues, 12 repayments, 24 purchases and draws, one limit. */
const eventsEach = 49;
const accountsInBlock = 50_000;

/** Behaviour features of a million accounts from a year of events, on one core. */
export function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const accounts = Math.max(accountsInBlock, Math.round(1_000_000 * scale));
  const blocks = Math.ceil(accounts / accountsInBlock);
  progress(`${accounts} accounts, ${accounts * eventsEach} events, block by block`);
  const log = yearOfEvents(accountsInBlock);
  const seconds = median(
    Array.from({ length: repeats }, () => {
      const start = performance.now();
      for (let block = 0; block < blocks; block++) behaviourFeatures(log, 365);
      return (performance.now() - start) / 1000;
    }),
  );
  const walk = median(
    Array.from({ length: repeats }, () => {
      const start = performance.now();
      for (let block = 0; block < blocks; block++) sumAmounts(log);
      return (performance.now() - start) / 1000;
    }),
  );
  return Promise.resolve({
    name: "features",
    baseline: "reading every event once and adding its amount",
    rows: [
      { label: "reading the events", perSecond: accounts / walk, unit: "accounts", ratio: 1 },
      {
        label: `${behaviourCatalogue.length} features, point-in-time`,
        perSecond: accounts / seconds,
        unit: "accounts",
        ratio: walk / seconds,
      },
    ],
    claims: [
      {
        claim: "a million accounts' features from a year of events, one core",
        target: "at most 60 s",
        measured: `${((seconds * 1_000_000) / accounts).toFixed(1)} s`,
        holds: (seconds * 1_000_000) / accounts <= 60,
      },
    ],
  });
}

function sumAmounts(log: BehaviourLog): number {
  let sum = 0;
  for (const amount of log.amountMinor) sum += amount;
  return sum;
}

function yearOfEvents(accounts: number): BehaviourLog {
  const draw = random("features");
  const size = accounts * eventsEach;
  const log: BehaviourLog = {
    accounts,
    first: Uint32Array.from({ length: accounts + 1 }, (_, a) => a * eventsEach),
    kind: new Uint8Array(size),
    on: new Int32Array(size),
    knownOn: new Int32Array(size),
    amountMinor: new Float64Array(size),
  };
  for (let a = 0; a < accounts; a++)
    for (let k = 0; k < eventsEach; k++) {
      const e = a * eventsEach + k;
      const on = Math.floor((k * 365) / eventsEach);
      // 0 limit, 1 draw, 2 purchase, 5 due, 6 repayment: the order of `behaviourKinds`.
      log.kind[e] = k === 0 ? 0 : k % 4 === 0 ? 5 : k % 4 === 1 ? 6 : k % 8 === 2 ? 1 : 2;
      log.on[e] = on;
      log.knownOn[e] = on + (draw.next() < 0.02 ? 3 : 0);
      log.amountMinor[e] = k === 0 ? 2_000_000 : draw.integer(200_000);
    }
  return log;
}
