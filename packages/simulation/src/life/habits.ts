/**
 * Habits of use that the published figures say nothing about: house assumptions for a lively demo
 * book. How people pay is not here but in `parameters/`, fitted to published figures.
 */
export const habits = {
  daysBetweenPurchases: 13,
  daysBetweenDraws: 110,
  refundedShare: 0.04,
  instalmentsAtPurchase: 0.08,
  /** Of those who pay a bill on time, those who pay just the minimum. */
  paysMinimumOnly: 0.12,
  settlesEarlyPerCycle: 0.02,
  returnedByBank: 0.004,
  /** Payments that the book learns of a day or two later. */
  bookedLate: 0.004,
  freezeFromDpd: 8,
  recoversPerWake: 0.12,
} as const;
