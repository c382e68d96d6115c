import { createRequire } from "node:module";
import {
  planColumns,
  plainInstalments,
  planSchedule,
  roomFor,
  type ScheduleTerms,
} from "@fairdue/credit";
import { day, minor } from "@fairdue/kernel";
import { median, type BenchOptions, type BenchReport, type BenchRow } from "./report.ts";

/** What the best amortisation package on npm offers: floats, unrounded; days only when asked for. */
type Amortizer = {
  calculate(config: {
    method: "mortgage";
    apr: number;
    balance: number;
    loanTerm: number;
    startDate?: Date;
  }): { readonly schedule: readonly object[] };
};

const instalments = 360;

const terms: ScheduleTerms = {
  principalMinor: minor(30_000_000),
  startOn: day("2026-01-15"),
  rate: 650,
  rateUnit: "bp-year",
  dayCount: "actual/365-fixed",
  rounding: "half-up",
  method: "equal-instalment",
  terms: instalments,
  firstDueOn: null,
  dueDay: null,
  firstDueDaysMin: 0,
  feePpm: 0,
  feePer: "plan",
  customPrincipalMinor: [],
  instalments: plainInstalments,
};

/** Loans of 300 000 and a little more, so that no result can be kept from the last one. */
const principalOf = (k: number): ScheduleTerms["principalMinor"] =>
  minor(30_000_000 + (k % 1000) * 100);

/**
 * Schedules of 360 instalments per second of one core. Ours have real due days, interest of each
 * period's own days, and every row rounded to the cent exactly; the other's are floats.
 */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const calculator = amortizer();
  const room = roomFor(instalments);
  const config = { method: "mortgage", apr: 6.5, loanTerm: instalments } as const;
  const start = new Date(2026, 0, 15);
  const contenders = {
    ...(calculator && {
      bare: (k: number) => calculator.calculate({ ...config, balance: 300_000 + (k % 1000) }),
      dated: (k: number) =>
        calculator.calculate({ ...config, balance: 300_000 + (k % 1000), startDate: start }),
    }),
    columns: (k: number) => planColumns({ ...terms, principalMinor: principalOf(k) }, room),
    rows: (k: number) => planSchedule({ ...terms, principalMinor: principalOf(k) }),
  };
  const rates = { bare: [], dated: [], columns: [], rows: [] } as Record<string, number[]>;
  const millis = Math.max(100, 1000 * scale);
  for (let round = 0; round < Math.max(3, repeats) + 1; round += 1) {
    progress(`round ${round}`);
    for (const [name, plan] of Object.entries(contenders)) {
      const rate = perSecondOfCore(plan, millis);
      // The first round warms every contender up.
      if (round > 0) rates[name]?.push(rate);
    }
  }
  return report({
    bare: calculator ? median(rates["bare"] ?? []) : 0,
    dated: calculator ? median(rates["dated"] ?? []) : 0,
    columns: median(rates["columns"] ?? []),
    rows: median(rates["rows"] ?? []),
  });
}

/** The package to compare with; `undefined` where it is not installed, and the claims then fail. */
function amortizer(): Amortizer | undefined {
  try {
    return createRequire(import.meta.url)("amortizejs").Calculator;
  } catch (error) {
    process.stderr.write(
      `  schedule: amortizejs is not installed: ${String(error).split("\n")[0]}\n`,
    );
    return undefined;
  }
}

/** Counted in processor time, collector included: a busy machine slows nobody down unfairly. */
function perSecondOfCore(plan: (k: number) => object, millis: number): number {
  const before = process.cpuUsage();
  const end = performance.now() + millis;
  let made = 0;
  while (performance.now() < end) {
    for (let k = 0; k < 20; k += 1) plan(made + k);
    made += 20;
  }
  const used = process.cpuUsage(before);
  return made / ((used.user + used.system) / 1e6);
}

type Rates = Readonly<Record<"bare" | "dated" | "columns" | "rows", number>>;

function report(rates: Rates): BenchReport {
  const row = (label: string, perSecond: number, note: string): BenchRow => ({
    label,
    perSecond,
    unit: "schedules",
    ...(rates.bare > 0 && { ratio: perSecond / rates.bare }),
    note,
  });
  const bare = rates.bare > 0 ? rates.columns / rates.bare : 0;
  const dated = rates.dated > 0 ? rates.rows / rates.dated : 0;
  return {
    name: "schedule",
    baseline: "amortizejs 1.0.3, the fastest amortisation package found on npm, without due days",
    rows: [
      row("amortizejs", rates.bare, "floats, unrounded, no due days"),
      row("amortizejs with due days", rates.dated, "floats, unrounded"),
      row("Fairdue, columns", rates.columns, "due days, exact, rounded to the cent"),
      row("Fairdue, rows", rates.rows, "due days, exact, one object a row with balance and days"),
    ],
    claims: [
      {
        claim: "exact columns with due days against unrounded floats without",
        target: ">= 1x",
        measured: `${bare.toFixed(2)}x`,
        holds: bare >= 1,
      },
      {
        claim: "rows with due days, both sides",
        target: ">= 5x",
        measured: `${dated.toFixed(1)}x`,
        holds: dated >= 5,
      },
    ],
  };
}
