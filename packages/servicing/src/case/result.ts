type Bilingual = { readonly zh: string; readonly en: string };

export const caseResultIds = [
  "promise",
  "paid-already",
  "cannot-pay",
  "disputes",
  "asks-to-wait",
  "no-answer",
  "voicemail",
  "busy",
  "wrong-person",
  "left-message",
  "asked-to-stop",
  "other",
] as const;
/** What came of an attempt, as a collector records it in two taps. */
export type CaseResultId = (typeof caseResultIds)[number];

export type CaseResult = {
  readonly title: Bilingual;
  /** The borrower was reached, in person: a right-party contact 本人触达. */
  readonly isRightParty: boolean;
  /** Somebody was reached at all. */
  readonly isContact: boolean;
  /** What must come with it. */
  readonly needs: "promise" | null;
  /** What follows by itself: collection rests, and somebody else looks at it. */
  readonly holds: "hardship" | "dispute" | null;
};

const result = (title: Bilingual, it: Partial<CaseResult> = {}): CaseResult => ({
  title,
  isRightParty: false,
  isContact: it.isRightParty ?? false,
  needs: null,
  holds: null,
  ...it,
});

export const caseResults: Readonly<Record<CaseResultId, CaseResult>> = {
  promise: result(
    { zh: "承诺还款", en: "Promised to pay" },
    { isRightParty: true, needs: "promise" },
  ),
  "paid-already": result({ zh: "称已还款", en: "Says it is paid" }, { isRightParty: true }),
  "cannot-pay": result(
    { zh: "还不上，需要帮助", en: "Cannot pay, needs help" },
    { isRightParty: true, holds: "hardship" },
  ),
  disputes: result(
    { zh: "对债务有异议", en: "Disputes the debt" },
    { isRightParty: true, holds: "dispute" },
  ),
  "asks-to-wait": result(
    { zh: "请稍后再联系", en: "Asked for another time" },
    { isRightParty: true },
  ),
  "no-answer": result({ zh: "无人接听", en: "No answer" }),
  voicemail: result({ zh: "语音信箱", en: "Voicemail" }),
  busy: result({ zh: "占线", en: "Busy" }),
  "wrong-person": result({ zh: "非本人", en: "Not the borrower" }, { isContact: true }),
  "left-message": result({ zh: "已发送消息", en: "Message sent" }),
  "asked-to-stop": result({ zh: "要求停止联系", en: "Asked us to stop" }, { isRightParty: true }),
  other: result({ zh: "其他", en: "Something else" }, { isRightParty: true }),
};
