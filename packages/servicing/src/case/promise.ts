import { type EpochDay } from "@fairdue/kernel";

/** A promise to pay 承诺还款: so much, by that day. It changes nothing of the contract. */
export type PromiseToPay = {
  readonly amountMinor: number;
  readonly madeOn: EpochDay;
  readonly promisedOn: EpochDay;
};

/** Longest time that a promise may ask for: beyond it an arrangement is the honest form. */
export const promiseDaysMax: number = 31;

/** What an account did between the promise and its day counts, whatever channel it came by. */
export type PromiseVerdict = "open" | "kept" | "broken";

/**
 * Judges a promise once its day is over: kept when at least the amount came in from the day it was
 * made up to and including the promised day. Money that came back (a return) does not count.
 */
export function judgePromise(
  it: PromiseToPay,
  paid: { readonly paidMinor: number; readonly through: EpochDay },
): PromiseVerdict {
  if (paid.paidMinor >= it.amountMinor) return "kept";
  return paid.through > it.promisedOn ? "broken" : "open";
}
