import { type Problem, parseCalendar } from "@fairdue/kernel";
import { type Check, complain, integer, object, oneOf } from "../product/check.ts";
import type { RepaymentMethod } from "./rows.ts";
import type { InstalmentTerms } from "./terms.ts";

export const repaymentMethods: readonly RepaymentMethod[] = [
  "equal-instalment",
  "equal-principal",
  "interest-first",
  "bullet",
  "custom-principal",
  "flat-fee",
  "open",
];

const calendar: Check = (value, path, problems) => {
  const read = parseCalendar(value, path);
  if (!read.ok) problems.push(...read.refusal);
};

export const every: Check = object({
  unit: oneOf("day", "week", "month"),
  count: integer(1, 366),
});

/** The shape of `InstalmentTerms`, field by field. */
export const instalmentFields: Readonly<Record<keyof InstalmentTerms, Check>> = {
  every,
  multipleMinor: integer(1, 1_000_000_000),
  residue: oneOf("first", "last"),
  feeResidue: oneOf("first", "last"),
  finalRow: oneOf("absorbs", "smoothed"),
  downPaymentPpm: integer(0, 999_999),
  roll: oneOf("none", "following", "modified-following", "preceding", "modified-preceding"),
  calendar,
};

export const instalmentTerms: Check = object(instalmentFields);

/** What instalment terms that read well must not say together. */
export function checkInstalments(it: InstalmentTerms, path: string, problems: Problem[]): void {
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const isDense = it.every.unit === "day" && it.every.count < 15;
  if (it.roll !== "none" && isDense) {
    complain(problems, at("roll"), it.roll, "none when due days are less than 15 days apart");
  }
  if (it.finalRow === "smoothed" && it.residue === "first") {
    complain(problems, at("residue"), it.residue, "last when finalRow is smoothed");
  }
}
