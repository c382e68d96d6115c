import type { WarningPolicy } from "../assessment/policy.ts";

/** What is seen of an account on a day: how likely it falls behind, and why. */
export type EarlyWarning = {
  readonly accountId: string;
  readonly probability: number;
  readonly points: number;
  readonly drivers: readonly Driver[];
  readonly help: readonly HelpId[];
};

export type Driver = {
  readonly term: string;
  readonly points: number;
  readonly words: { readonly en: string; readonly zh: string };
};

export type HelpId = "reminder" | "due-day-change" | "smaller-instalments";

/** What may be offered, from the lightest; each is a yes of the borrower's, none is a demand. */
export const helpWords: Readonly<Record<HelpId, { readonly en: string; readonly zh: string }>> = {
  reminder: { en: "a friendly reminder before the due day", zh: "还款日前的友好提醒" },
  "due-day-change": { en: "another due day that fits the pay day", zh: "更改还款日，与发薪日相合" },
  "smaller-instalments": { en: "more, smaller instalments", zh: "拉长期数、降低每期还款" },
};

export type HelpSituation = {
  readonly probability: number;
  readonly dpd: number;
  /** Has other due days to choose from. */
  readonly mayMoveDueDay: boolean;
  /** Owes something that could be spread over more instalments. */
  readonly maySpread: boolean;
  readonly isInHardship: boolean;
};

/**
 * Help first. What follows a warning is an offer, through the gate like every word to a borrower;
 * who has asked for help already is left to those who decide on it.
 */
export function helpFor(it: HelpSituation, policy: WarningPolicy): readonly HelpId[] {
  const ppm = it.probability * 1e6;
  if (ppm < policy.helpFromPpm || it.isInHardship) return [];
  const help: HelpId[] = it.dpd === 0 ? ["reminder"] : [];
  if (it.mayMoveDueDay) help.push("due-day-change");
  if (it.maySpread && ppm >= policy.easeFromPpm) help.push("smaller-instalments");
  return help;
}
