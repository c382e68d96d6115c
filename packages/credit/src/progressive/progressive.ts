import { accepted, type EpochDay, type Outcome, type Problem } from "@fairdue/kernel";
import { parseLoan } from "./parse.ts";
import { replay } from "./replay.ts";
import { type Report, reportRun } from "./report.ts";

/**
 * The schedule of a progressive loan: its instalments, what each event paid, totals and payoff.
 *
 * Pure and exact: amounts are integers of minor units, factors keep nineteen significant digits,
 * and every row is rounded once, ties to even.
 *
 * @returns all that is wrong with the document, or the schedule as JSON
 */
export function progressiveSchedule(document: unknown): Outcome<Report, readonly Problem[]> {
  const parsed = parseLoan(document);
  if (!parsed.ok) return parsed;
  const { id, terms, events, reversed, asOf, payoffOn } = parsed.value;
  const counting = events.filter((it) => !reversed.includes(it.id));
  const run = replay(terms, counting, asOf);
  const last = counting.reduce<EpochDay>((day, it) => (it.on > day ? it.on : day), terms.startOn);
  return accepted(reportRun(run, { id, asOf, payoffOn: payoffOn ?? asOf ?? last }));
}
