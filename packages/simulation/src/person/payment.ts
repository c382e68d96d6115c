import { present, type Random } from "@fairdue/kernel";
import { borrowerParameters as parameters, type Scenario } from "../parameters/parameters.ts";
import { logistic, logit, type Person } from "./person.ts";

/** What has gone before, as far as the next payment depends on it. */
export type Habit = {
  readonly ageMonths: number;
  readonly wasLateInLast6Cycles: boolean;
  /** 1 is January. */
  readonly month: number;
};

/**
 * How many days after the due day the borrower pays: 0 on time; `null` not before the account is
 * written off. One draw decides the whole course of the arrears, since in the fitted model the
 * chance of each later month does not depend on anything that happens meanwhile.
 */
export function daysLate(
  scenario: Scenario,
  random: Random,
  of: { readonly person: Person; readonly habit: Habit },
): number | null {
  if (random.next() >= missRate(scenario, of.person, of.habit)) return 0;
  const first = scenario.lambdaDays * (-Math.log(1 - random.next())) ** (1 / parameters.cureShape);
  if (first <= 30) return Math.max(1, Math.ceil(first));
  for (let month = 2; month * 30 <= scenario.writeOffAfterDpd; month += 1) {
    if (random.next() >= rollRate(scenario, of.person, month))
      return 30 * (month - 1) + 1 + random.integer(30);
  }
  return null;
}

export function missRate(scenario: Scenario, person: Person, habit: Habit): number {
  const { miss } = parameters;
  return logistic(
    scenario.missIntercept +
      miss.onRisk * person.risk +
      (habit.wasLateInLast6Cycles ? miss.ifLateInLast6Cycles : 0) +
      (habit.ageMonths <= 3 ? miss.ifAgeUpTo3Months : 0) +
      present(miss.seasonJanToDec[habit.month - 1], "a month of the year"),
  );
}

/** Chance that what is `month` months overdue (2 for M2) is still unpaid a month later. */
function rollRate(scenario: Scenario, person: Person, month: number): number {
  const rate = scenario.rolls[month - 2] ?? present(scenario.rolls.at(-1), "there are rolls");
  return logistic(logit(rate) + parameters.rollOnRisk * person.risk);
}
