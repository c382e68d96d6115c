import { addDays, type EpochDay } from "@fairdue/kernel";

/** Days in which the law wants an answer, counted from the day after filing. */
export type ComplaintLaw = {
  readonly days: number;
  /** For a complex matter. */
  readonly complexDays: number;
  /** With approval, and told to the person. */
  readonly extendedDays: number;
  /** An objection to what was reported to the credit bureau. */
  readonly objectionDays: number;
};

/** 银行保险违法行为举报/银行业保险业消费投诉处理管理办法 art. 26: 15, 30, 60; 征信业管理条例 art. 25: 20. */
export const ordinaryLaw: ComplaintLaw = {
  days: 15,
  complexDays: 30,
  extendedDays: 60,
  objectionDays: 20,
};

export type ComplaintMatter = {
  readonly about: string;
  readonly filedOn: EpochDay;
  readonly isComplex: boolean;
  readonly isExtended: boolean;
};

/** The last day for the answer. An objection to a credit report knows no extension. */
export function answerDay(it: ComplaintMatter, law: ComplaintLaw): EpochDay {
  if (it.about === "credit-report") return addDays(it.filedOn, law.objectionDays);
  if (it.isExtended) return addDays(it.filedOn, law.extendedDays);
  return addDays(it.filedOn, it.isComplex ? law.complexDays : law.days);
}

/** Who must see it: the desk, the lead from five days before, compliance from two, the head once late. */
export type Escalation = 0 | 1 | 2 | 3;

export function escalationOn(answerBy: EpochDay, on: EpochDay): Escalation {
  const left = answerBy - on;
  if (left < 0) return 3;
  if (left <= 2) return 2;
  return left <= 5 ? 1 : 0;
}
