import { present, type Random } from "@fairdue/kernel";
import { borrowerParameters as parameters } from "../parameters/parameters.ts";

/** A borrower as the simulation knows one: drawn once, from a seed. */
export type Person = {
  /** Latent risk, standard normal: what the lender does not see. */
  readonly risk: number;
  readonly limitMinor: number;
  /** Share of the limit that tends to be in use. */
  readonly utilisation: number;
  /** Day of month on which payment is due. */
  readonly dueDay: number;
  /** Months with the lender before the simulation begins. */
  readonly ageMonths: number;
};

export function drawPerson(random: Random): Person {
  const risk = random.normal();
  return {
    risk,
    limitMinor: drawLimit(random, risk),
    utilisation: logistic(
      parameters.utilisation.intercept +
        parameters.utilisation.onRisk * risk +
        parameters.utilisation.spread * random.normal(),
    ),
    dueDay: drawDueDay(random),
    ageMonths: Math.floor(
      Math.log(1 - random.next()) / Math.log(1 - 1 / parameters.startingAgeMonthsMean),
    ),
  };
}

function drawLimit(random: Random, risk: number): number {
  const { medianYuan, spread, onRisk, stepYuan } = parameters.limit;
  const deviation = onRisk * risk + Math.sqrt(1 - onRisk ** 2) * random.normal();
  const yuan = Math.exp(Math.log(medianYuan) + spread * deviation);
  return Math.floor(yuan / stepYuan) * stepYuan * 100;
}

function drawDueDay(random: Random): number {
  let rest = random.next();
  for (const it of parameters.dueDays) {
    rest -= it.share;
    if (rest < 0) return it.day;
  }
  return present(parameters.dueDays.at(-1), "there are due days").day;
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}
