import { type Text, text } from "./text.ts";

/** Everything that a rule may govern: contacts with a person, and acts on the debt or the data. */
export type ActKind =
  | "call"
  | "voicemail"
  | "sms"
  | "email"
  | "app-push"
  | "in-app-message"
  | "social-message"
  | "letter"
  | "postcard"
  | "visit"
  | "posting"
  | "credit-query"
  | "negative-report"
  | "objection-answer"
  | "complaint-answer"
  | "placement"
  | "sub-placement"
  | "debt-sale"
  | "lawsuit"
  | "legal-threat"
  | "price-quote"
  | "fee-charge"
  | "disbursement"
  | "limit-change"
  | "loan-offer"
  | "credit-decision"
  | "contract"
  | "plan"
  | "payment-allocation"
  | "debit-attempt"
  | "early-payoff"
  | "data-use"
  | "data-share"
  | "rights-answer"
  | "incident-report"
  | "record-deletion"
  | "classification"
  | "enforcement";

export const actKinds: Readonly<Record<ActKind, Text>> = {
  call: text("telephone call, by a person or a machine", "拨打电话（人工或智能语音）"),
  voicemail: text("voice message left", "语音留言"),
  sms: text("text message", "短信"),
  email: text("e-mail", "电子邮件"),
  "app-push": text("push message of an app", "应用推送"),
  "in-app-message": text("message in the app or in chat", "站内信、在线聊天"),
  "social-message": text("message through social media", "社交媒体消息"),
  letter: text("letter on paper", "信函"),
  postcard: text("postcard, readable by anyone", "明信片"),
  visit: text("visit in person", "上门外访"),
  posting: text("notice posted in a public place or published", "公共场所张贴或公开发布"),
  "credit-query": text("inquiry at a credit bureau", "查询征信"),
  "negative-report": text("negative entry sent to a credit bureau", "报送不良信息"),
  "objection-answer": text("answer to an objection or dispute", "异议答复"),
  "complaint-answer": text("answer to a complaint", "投诉答复"),
  placement: text("case handed to a collection agency", "委外催收"),
  "sub-placement": text("case handed on by an agency to another", "催收机构转委托"),
  "debt-sale": text("claim sold or transferred", "债权转让"),
  lawsuit: text("suit, arbitration or enforcement begun", "提起诉讼、仲裁或申请执行"),
  "legal-threat": text("announcement of legal steps", "告知将采取法律措施"),
  "price-quote": text("price of credit quoted or agreed", "融资报价或约定"),
  "fee-charge": text("fee or penalty charged", "收取费用或违约金"),
  disbursement: text("money paid out", "放款"),
  "limit-change": text("credit limit set, raised or cut", "授信额度设定或调整"),
  "loan-offer": text("credit advertised or offered", "信贷营销或推介"),
  "credit-decision": text("application decided", "授信审批决定"),
  contract: text("contract or instalment agreed", "签订合同或办理分期"),
  plan: text("repayment arrangement agreed", "达成还款安排"),
  "payment-allocation": text("repayment set against the debt", "还款冲抵"),
  "debit-attempt": text("sum taken from the person's account", "扣款"),
  "early-payoff": text("debt paid off before its term", "提前还款"),
  "data-use": text("personal data used", "使用个人信息"),
  "data-share": text("personal data given to another", "向他人提供个人信息"),
  "rights-answer": text("answer to a request about personal data", "个人信息权利请求答复"),
  "incident-report": text("data incident reported", "数据安全事件报告"),
  "record-deletion": text("records deleted", "删除记录"),
  classification: text("exposure classified for the books", "贷款风险分类"),
  enforcement: text("contract enforced: acceleration, repossession", "加速到期、执行担保等"),
};

/** Acts that reach a person. */
export const contactKinds: readonly ActKind[] = [
  "call",
  "voicemail",
  "sms",
  "email",
  "app-push",
  "in-app-message",
  "social-message",
  "letter",
  "postcard",
  "visit",
];

/** Written messages sent by wire. */
export const messageKinds: readonly ActKind[] = [
  "sms",
  "email",
  "app-push",
  "in-app-message",
  "social-message",
];

/** Other words that a scenario may use for an act. */
export const actAliases: Readonly<Record<string, ActKind>> = {
  text: "sms",
  "text-message": "sms",
  phone: "call",
  "phone-call": "call",
  telephone: "call",
  mail: "letter",
  conversation: "call",
  "e-mail": "email",
  "voice-mail": "voicemail",
  "voice-message": "voicemail",
  "ringless-voicemail": "voicemail",
  push: "app-push",
  chat: "in-app-message",
  "social-media": "social-message",
  "home-visit": "visit",
  "field-visit": "visit",
  "face-to-face": "visit",
  "in-person": "visit",
  "credit-report": "negative-report",
  "credit-reporting": "negative-report",
  furnish: "negative-report",
  furnishing: "negative-report",
  suit: "lawsuit",
  sue: "lawsuit",
  "adverse-action": "credit-decision",
  "direct-debit": "debit-attempt",
  "card-payment": "debit-attempt",
  repossession: "enforcement",
  acceleration: "enforcement",
  "late-fee": "fee-charge",
  "limit-increase": "limit-change",
  "limit-decrease": "limit-change",
  withdrawal: "early-payoff",
};

export function parseActKind(word: string): ActKind | undefined {
  if (Object.hasOwn(actKinds, word)) return word as ActKind;
  return actAliases[word];
}

export type Scalar = string | number | boolean;
export type Value = Scalar | readonly Scalar[];

/**
 * An act proposed, or something that happened: a contact, a consent, a request, a notice.
 * Fields beyond these are free: rules read them by name (`act.teamSize`, `event.outcome`).
 */
export type Happening = {
  /** Instant in milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  readonly fields: Readonly<Record<string, Value>>;
};

/** The act on which a decision is asked; its instant is that of the question. */
export type Act = {
  readonly kind: ActKind;
  readonly fields: Readonly<Record<string, Value>>;
};
