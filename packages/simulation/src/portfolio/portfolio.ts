import { random, type Random } from "@fairdue/kernel";
import { borrowerParameters as parameters, type Scenario } from "../parameters/parameters.ts";
import { daysLate } from "../person/payment.ts";
import { drawPerson, type Person } from "../person/person.ts";

export type PortfolioRun = {
  readonly scenario: Scenario;
  readonly accounts: number;
  readonly seed: string;
  /** Month of the year in which it begins; 1 is January. */
  readonly startMonth: number;
  readonly settleMonths: number;
  readonly measureMonths: number;
};

/** Means over the measured months: stocks in percent of the closing balance, flows of the opening. */
export type PortfolioFigures = {
  readonly d1PlusPercent: number;
  readonly d30PlusPercent: number;
  readonly missedPerCyclePercent: number;
  readonly writtenOffPerMonthPercent: number;
  /** M1, M2 … at the ends of months. */
  readonly bucketSharePercent: readonly number[];
};

type Account = {
  readonly person: Person;
  readonly balance: number;
  readonly bornMonth: number;
  /** Due day that is unpaid, and the day on which it will be paid. */
  unpaidOn: number;
  paysOn: number;
  lastLateMonth: number;
};

/** The fit counts months of thirty days, so that M1 is exactly the first month after a due day. */
const monthDays = 30;
const never = Number.MAX_SAFE_INTEGER;

/**
 * The book as balances alone, month by month: the check that what people do here gives the book that
 * was published. Balances stand for whole accounts, as in the published figures.
 */
export function runPortfolio(run: PortfolioRun): PortfolioFigures {
  const stream = random(run.seed);
  const accounts = Array.from({ length: run.accounts }, () => newAccount(stream, 0, true));
  const buckets = Array.from({ length: Math.ceil(run.scenario.writeOffAfterDpd / 30) }, () => 0);
  const sums = { missed: 0, lost: 0, opening: 0, closing: 0 };
  for (let month = 0; month < run.settleMonths + run.measureMonths; month += 1) {
    const isMeasured = month >= run.settleMonths;
    const monthOfYear = ((run.startMonth - 1 + month) % 12) + 1;
    const endOn = monthDays * (month + 1);
    const target = Math.round(run.accounts * (1 + run.scenario.netGrowthPerMonth) ** (month + 1));
    let kept = 0;
    if (isMeasured) sums.opening += balanceOf(accounts);
    for (const account of accounts) {
      const dueOn = monthDays * month + account.person.dueDay;
      if (account.paysOn <= dueOn) account.unpaidOn = never;
      const isCurrent = account.unpaidOn === never;
      if (isCurrent) {
        if (stream.next() < parameters.closurePerMonthIfCurrent) continue;
        const late = daysLate(run.scenario, stream, {
          person: account.person,
          habit: {
            ageMonths: account.person.ageMonths + month - account.bornMonth,
            wasLateInLast6Cycles: month - account.lastLateMonth <= 6,
            month: monthOfYear,
          },
        });
        if (late !== 0) {
          account.unpaidOn = dueOn;
          account.paysOn = late === null ? never : dueOn + late;
          account.lastLateMonth = month;
        } else account.paysOn = never;
        if (isMeasured && late !== 0) sums.missed += account.balance;
      } else account.lastLateMonth = month;
      if (endOn - account.unpaidOn > run.scenario.writeOffAfterDpd) {
        if (isMeasured) sums.lost += account.balance;
        continue;
      }
      accounts[kept++] = account;
    }
    accounts.length = kept;
    while (accounts.length < target) accounts.push(newAccount(stream, month, false));
    if (isMeasured) sums.closing += measure(accounts, endOn, buckets);
  }
  return figures(run, buckets, sums);
}

function newAccount(stream: Random, month: number, isOld: boolean): Account {
  const drawn = drawPerson(stream);
  const person = isOld ? drawn : { ...drawn, ageMonths: 0 };
  return {
    person,
    balance: person.limitMinor * person.utilisation,
    bornMonth: month,
    unpaidOn: never,
    paysOn: never,
    lastLateMonth: -100,
  };
}

function balanceOf(accounts: readonly Account[]): number {
  return accounts.reduce((sum, it) => sum + it.balance, 0);
}

function measure(accounts: readonly Account[], endOn: number, buckets: number[]): number {
  let total = 0;
  for (const it of accounts) {
    total += it.balance;
    if (it.unpaidOn === never || it.paysOn <= endOn) continue;
    const bucket = Math.ceil((endOn - it.unpaidOn) / 30) - 1;
    if (bucket >= 0 && bucket < buckets.length)
      buckets[bucket] = (buckets[bucket] ?? 0) + it.balance;
  }
  return total;
}

function figures(
  run: PortfolioRun,
  buckets: readonly number[],
  sums: { missed: number; lost: number; opening: number; closing: number },
): PortfolioFigures {
  const share = (value: number): number => (100 * value) / sums.closing;
  const flow = (value: number): number => (100 * value) / sums.opening;
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  return {
    d1PlusPercent: share(sum(buckets)),
    d30PlusPercent: share(sum(buckets.slice(1))),
    missedPerCyclePercent: flow(sums.missed),
    writtenOffPerMonthPercent: flow(sums.lost),
    bucketSharePercent: buckets.map(share),
  };
}
