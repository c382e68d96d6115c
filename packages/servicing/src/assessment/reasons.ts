import type { Reason } from "@fairdue/assess";

export type DecisionReason = {
  readonly code: string;
  /** Points against, where the score said it; `null` for rules. */
  readonly points: number | null;
  readonly words: { readonly en: string; readonly zh: string };
};

/** Everything but the score that can stand in the way, in plain words. */
export const reasonCodes = {
  law: {
    en: "The law does not allow this credit to you; the rule is named beside this.",
    zh: "依照法律规定，不能向您发放该笔授信，所依据的规则见旁。",
  },
  "law-asks": {
    en: "The law asks for something first; a person looks at it.",
    zh: "依照法律规定需先满足有关要求，由人工核实。",
  },
  "person-asked": {
    en: "You asked that a person decide, not a machine.",
    zh: "您选择由人工作出决定。",
  },
  "source-down": {
    en: "A check could not be made just now; a person looks at your application.",
    zh: "一项核验暂时无法完成，由人工处理您的申请。",
  },
  "source-suspects": {
    en: "A check found something that a person must look at.",
    zh: "一项核验发现需要人工确认的情况。",
  },
  "exposure-unknown": {
    en: "It is not known what credit you have elsewhere.",
    zh: "尚不清楚您在其他机构的授信情况。",
  },
  "too-many-lenders": {
    en: "You have credit with more lenders than we lend beside.",
    zh: "您已在较多机构获得授信，超过我们可接受的家数。",
  },
  "income-unknown": {
    en: "Your income is not known, so what you can afford is not.",
    zh: "尚不清楚您的收入，无法判断可承受的额度。",
  },
  "thin-file": {
    en: "You have no account with us yet from which to judge; a person looks.",
    zh: "您在本机构尚无可供评估的账户记录，由人工审核。",
  },
  "score-below": {
    en: "By the past of your accounts the risk that payments fall behind is too high.",
    zh: "根据您账户的过往情况，发生逾期的可能性偏高。",
  },
  "score-middling": {
    en: "The score lies in the range in which a person decides.",
    zh: "评分处于需人工判断的区间。",
  },
  "nothing-affordable": {
    en: "Beside what you earn and owe, no limit is left that would be affordable.",
    zh: "结合您的收入和已有负债，暂无可承受的额度。",
  },
  "capped-by-band": {
    en: "The limit is what belongs to this level of risk.",
    zh: "额度按相应风险水平确定。",
  },
  "capped-by-income": {
    en: "The limit is what your income lets you carry beside your other credit.",
    zh: "额度按您的收入及已有授信可承受的范围确定。",
  },
  "capped-by-law": {
    en: "The limit is the highest that the law allows.",
    zh: "额度为法律允许的上限。",
  },
} as const;

export function reasonOf(code: keyof typeof reasonCodes, source?: string): DecisionReason {
  return {
    code: source === undefined ? code : `${code}:${source}`,
    points: null,
    words: reasonCodes[code],
  };
}

export function termReason({ term, points, words }: Reason): DecisionReason {
  return { code: `score:${term}`, points, words };
}
