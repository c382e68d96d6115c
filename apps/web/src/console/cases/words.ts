import { amountText } from "../../text/format.ts";
import type { Bilingual } from "../../text/language.tsx";
import { eventTitle } from "../accounts/event-words.ts";
import type { AccountEvent } from "../accounts/wire.ts";
import type { TimelineItem } from "./wire.ts";

const word = (zh: string, en: string): Bilingual => ({ zh, en });

export const channelTitles: Readonly<Record<string, Bilingual>> = {
  call: word("电话", "Call"),
  sms: word("短信", "SMS"),
  inbox: word("站内信", "In the app"),
  push: word("推送", "Push"),
  email: word("电子邮件", "E-mail"),
  letter: word("信函", "Letter"),
  visit: word("上门", "Visit"),
  message: word("即时消息", "Chat"),
};

export const holdTitles: Readonly<Record<string, Bilingual>> = {
  hardship: word("困难申请", "Hardship"),
  dispute: word("债务异议", "Dispute"),
  complaint: word("投诉", "Complaint"),
  arrangement: word("还款安排", "Arrangement"),
  moratorium: word("缓期", "Moratorium"),
  bereavement: word("身故", "Bereavement"),
  disaster: word("灾害", "Disaster"),
  court: word("司法程序", "Court"),
  other: word("其他", "Other"),
};

/** Outcomes in the order of the two taps: reached, then not reached. */
export const resultTitles: readonly (readonly [string, Bilingual, "reached" | "missed"])[] = [
  ["promise", word("承诺还款", "Promised to pay"), "reached"],
  ["cannot-pay", word("还不上，需要帮助", "Cannot pay, needs help"), "reached"],
  ["disputes", word("对债务有异议", "Disputes the debt"), "reached"],
  ["paid-already", word("称已还款", "Says it is paid"), "reached"],
  ["asks-to-wait", word("请稍后再联系", "Asked for another time"), "reached"],
  ["asked-to-stop", word("要求停止联系", "Asked us to stop"), "reached"],
  ["no-answer", word("无人接听", "No answer"), "missed"],
  ["busy", word("占线", "Busy"), "missed"],
  ["voicemail", word("语音信箱", "Voicemail"), "missed"],
  ["wrong-person", word("非本人", "Not the borrower"), "missed"],
  ["left-message", word("已发送消息", "Message sent"), "missed"],
];

const kinds: Readonly<Record<string, Bilingual>> = {
  opened: word("立案", "Case opened"),
  closed: word("结案", "Case closed"),
  placed: word("分派", "Assigned"),
  promised: word("承诺还款", "Promised to pay"),
  "promise-kept": word("承诺已兑现", "Promise kept"),
  "promise-broken": word("承诺未兑现", "Promise broken"),
  held: word("暂停催收", "Collection rests"),
  "hold-ended": word("恢复", "Rest ended"),
  "early-warning": word("早期预警", "Warned early"),
  "bucket-changed": word("逾期期数变化", "Bucket changed"),
  statement: word("账单", "Bill"),
  note: word("备注", "Note"),
  attempt: word("联系", "Contact"),
  outcome: word("联系结果", "What came of it"),
  allow: word("闸口许可", "Permitted"),
  deny: word("闸口拒绝", "Refused by rule"),
  hold: word("闸口暂缓", "Held by rule"),
  require: word("须先满足条件", "Something is required first"),
  "defer-until": word("须稍后", "Not yet"),
};

export function titleOf(it: TimelineItem): Bilingual {
  const body = fieldsOf(it.body);
  if (it.source === "account") {
    const fact = fieldsOf(body["fact"]);
    return eventTitle({ kind: it.kind, fact } as unknown as AccountEvent);
  }
  if (it.kind === "result") {
    const result = fieldsOf(body["of"])["result"];
    return resultTitles.find(([id]) => id === result)?.[1] ?? word("结果", "Outcome");
  }
  const channel = channelTitles[String(body["channel"])];
  const known = kinds[it.kind] ?? word(it.kind, it.kind);
  return channel ? word(`${channel.zh} · ${known.zh}`, `${channel.en} · ${known.en}`) : known;
}

/** The one figure or sentence that matters of an item. */
export function detailOf(it: TimelineItem, say: (text: Bilingual) => string): string {
  const body = fieldsOf(it.body);
  const inner = fieldsOf(body["of"] ?? body["fact"]);
  const amount = inner["amountMinor"] ?? body["closingMinor"];
  if (it.kind === "bucket-changed") return `${String(body["from"])} → ${String(body["to"])}`;
  if (typeof amount === "number")
    return [amountText(amount), inner["promisedOn"]].filter(Boolean).join(" · ");
  const says = body["says"];
  if (isBilingual(says)) return say(says);
  return "";
}

export const isRefused = (it: TimelineItem): boolean =>
  it.source === "decision" && ["deny", "hold", "require"].includes(it.kind);

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof fieldsOf(value)["zh"] === "string" && typeof fieldsOf(value)["en"] === "string";
}
