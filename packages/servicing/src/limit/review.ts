import type { Pack } from "@fairdue/conduct";
import { askLaw, type KnownForLaw, type LawReason, lawfulLimit } from "../assessment/law.ts";
import type { CreditPolicy } from "../assessment/policy.ts";

/** What a review of a limit knows. */
export type LimitInput = {
  readonly accountId: string;
  readonly limitMinor: number;
  readonly usedMinor: number;
  readonly limitMinorMax: number;
  readonly dpd: number;
  readonly probability: number;
  /** A hardship request is open, a plan or a moratorium runs. */
  readonly isInHardship: boolean;
  /** The borrower asked for more: how much; `null` where nobody asked. */
  readonly askedMinor: number | null;
  /** What income and other credit let the person carry here; `null` where it is not known. */
  readonly affordableMinor: number | null;
  readonly drivers: readonly Words[];
};

type Words = { readonly en: string; readonly zh: string };

export type LimitProposal = {
  readonly kind: "keep" | "cut" | "raise";
  readonly toMinor: number;
  /** A raise that nobody asked for waits for the borrower's yes. */
  readonly needs: "nothing" | "notice" | "agreement";
  readonly reasons: readonly { readonly code: string; readonly words: Words }[];
  readonly rules: readonly LawReason[];
};

const stepMinor = 10_000;

/**
 * Reviews one limit. It is cut with notice and reasons, never below what is in use; raised only
 * where it was asked for, or as an offer that waits for a yes; capped by law and by what the person
 * can afford; and left alone while the person is in hardship, whatever the margin says.
 */
export function reviewLimit(
  it: LimitInput,
  { policy, packs, known }: { policy: CreditPolicy; packs: readonly Pack[]; known: KnownForLaw },
): LimitProposal {
  if (it.isInHardship) return keep(it, "hardship");
  const ppm = it.probability * 1e6;
  const { limits } = policy;
  if (ppm >= limits.cutFromPpm) {
    const part = Math.floor((it.limitMinor * limits.cutToPpm) / 1e6 / stepMinor) * stepMinor;
    const toMinor = Math.max(part, it.usedMinor);
    return toMinor < it.limitMinor ? cut(it, toMinor, { packs, known }) : keep(it, "in-use");
  }
  if (it.dpd > 0) return keep(it, "overdue");
  const mayRise = ppm < limits.raiseBelowPpm;
  if (!mayRise) return keep(it, it.askedMinor === null ? "as-expected" : "risk-too-high");
  const wanted = it.askedMinor ?? Math.floor(it.limitMinor * (1 + limits.raiseByPpm / 1e6));
  const most = Math.min(wanted, it.limitMinorMax, it.affordableMinor ?? it.limitMinor);
  const toMinor = lawfulLimit(most, stepMinor, (limitMinor) => {
    const fields = { change: "raise", limitMinor, isAutomated: true, elements: given };
    // Without a request the law's answer is "ask first": that is the agreement this waits for.
    return askLaw(packs, { kind: "limit-change", fields }, known).answer !== "refused";
  });
  if (toMinor <= it.limitMinor)
    return keep(it, it.affordableMinor === null ? "affordability-unknown" : "nothing-affordable");
  return {
    kind: "raise",
    toMinor,
    needs: it.askedMinor === null ? "agreement" : "nothing",
    reasons: [reason("risk-low")],
    rules: [],
  };
}

const given = ["reasons", "human-review"];

function cut(
  it: LimitInput,
  toMinor: number,
  { packs, known }: { packs: readonly Pack[]; known: KnownForLaw },
): LimitProposal {
  const fields = { change: "cut", limitMinor: toMinor, isAutomated: true, elements: given };
  const law = askLaw(packs, { kind: "limit-change", fields }, known);
  if (law.answer !== "allowed") return { ...keep(it, "law"), rules: law.because };
  return {
    kind: "cut",
    toMinor,
    needs: "notice",
    reasons: [reason("risk-high"), ...it.drivers.map((words) => ({ code: "driver", words }))],
    rules: [],
  };
}

function keep(it: LimitInput, code: keyof typeof words): LimitProposal {
  return {
    kind: "keep",
    toMinor: it.limitMinor,
    needs: "nothing",
    reasons: [reason(code)],
    rules: [],
  };
}

function reason(code: keyof typeof words) {
  return { code, words: words[code] };
}

const words = {
  hardship: {
    en: "A person in hardship keeps the limit: it is not cut to protect a margin, and not raised.",
    zh: "借款人处于困难期，额度保持不变：不为保护收益而降额，也不提额。",
  },
  "in-use": { en: "What is in use is not taken away.", zh: "已使用的额度不予收回。" },
  overdue: {
    en: "Something is overdue: nothing is raised until it is paid.",
    zh: "存在逾期款项，结清前不提额。",
  },
  "as-expected": {
    en: "Nothing has changed that would call for another limit.",
    zh: "情况无明显变化，额度保持不变。",
  },
  "risk-too-high": {
    en: "The risk is too high for a higher limit.",
    zh: "当前风险水平不支持提额。",
  },
  "affordability-unknown": {
    en: "It is not known what you can afford: tell us your income to ask for more.",
    zh: "尚不清楚您的承受能力，如需提额请提供收入情况。",
  },
  "nothing-affordable": {
    en: "More would be beyond what you can afford.",
    zh: "更高额度超出可承受范围。",
  },
  law: { en: "The law does not allow this change.", zh: "依法不能作此调整。" },
  "risk-high": {
    en: "By the past months, payments may fall behind.",
    zh: "根据近几个月情况，可能出现逾期。",
  },
  "risk-low": { en: "Payments have been reliable.", zh: "还款记录良好。" },
} as const;
