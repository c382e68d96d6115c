export type MinimumLife = {
  readonly months: number;
  readonly interestMinor: number;
  /** Whether it ends within the years looked at. */
  readonly ends: boolean;
};

/**
 * What paying only a share of the balance each month comes to: month by month, interest for thirty
 * days, then the larger of share and floor. A lesson, not a quote: the account itself is to the day.
 *
 * @param ratePpmYear  simple yearly rate in parts per million
 * @param sharePpm     share of the balance that is paid, in parts per million
 */
export function minimumLife(it: {
  readonly balanceMinor: number;
  readonly ratePpmYear: number;
  readonly sharePpm: number;
  readonly floorMinor: number;
}): MinimumLife {
  let balance = it.balanceMinor;
  let interestMinor = 0;
  const monthsMax = 600;
  for (let months = 1; months <= monthsMax; months += 1) {
    const interest = Math.round((balance * it.ratePpmYear * 30) / (365 * 1_000_000));
    interestMinor += interest;
    balance += interest;
    const paid = Math.min(
      balance,
      Math.max(it.floorMinor, Math.ceil((balance * it.sharePpm) / 1_000_000)),
    );
    balance -= paid;
    if (balance <= 0) return { months, interestMinor, ends: true };
  }
  return { months: monthsMax, interestMinor, ends: false };
}
