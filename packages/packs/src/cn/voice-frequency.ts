import { cap, dated, param, rule, type Rule, text } from "@fairdue/conduct";
import { cbaGuideline, gbt45251, nifaGuideline } from "./instruments.ts";

const national = gbt45251("5.3", "secondary", "definition of an effective call not read");
const lender = nifaGuideline("—", "secondary", "lender and agencies together");
const association = cbaGuideline("第三章", "secondary", "不宜");

export const voiceConversations: Rule = rule({
  id: "cn.voice-conversations",
  version: 1,
  title: text(
    "At most three connected calls a day to one borrower, lender, agencies and machines together",
    "每日对同一借款人的接通语音联系不超过三次（出借人、催收机构、智能语音合并计算）",
  ),
  governs: ["call"],
  inForce: { from: "2025-02-28" },
  test: cap({
    of: { kinds: ["call"], outcomes: connected(), per: ["person"] },
    in: { span: "day" },
    max: param("most"),
    zone: "Asia/Shanghai",
  }),
  parameters: { most: dated([{ from: "2025-02-28", value: 3, cite: national }]) },
  severity: "defer",
  force: "prohibition",
  cite: [national, lender],
  remedy: text("Call again tomorrow at the earliest.", "请最早于次日再行联系。"),
  examples: `
    ## the third connected call of a day is permitted
    past 2026-11-25T09:00+08:00 call conversation
    past 2026-11-25T11:00+08:00 call conversation agency=agy_other
    act 2026-11-25T15:00+08:00 call
    then permitted
    counted cn.voice-conversations 2
    ## the fourth is refused, whoever made the three
    past 2026-11-25T09:00+08:00 call conversation
    past 2026-11-25T10:00+08:00 call conversation agency=agy_other
    past 2026-11-25T11:00+08:00 call connected isAutomated=true
    act 2026-11-25T15:00+08:00 call
    then refused
    ## calls that were not answered are another count
    past 2026-11-25T09:00+08:00 call ring-out
    past 2026-11-25T10:00+08:00 call busy
    past 2026-11-25T11:00+08:00 call ring-out
    act 2026-11-25T15:00+08:00 call
    then permitted
    left-out cn.voice-conversations 3
    ## the day is a calendar day, not twenty-four hours
    past 2026-11-24T21:00+08:00 call conversation
    past 2026-11-24T21:20+08:00 call conversation
    past 2026-11-24T21:40+08:00 call conversation
    act 2026-11-25T08:00+08:00 call
    then permitted
    ## a call that the borrower made does not count
    past 2026-11-25T09:00+08:00 call conversation direction=inbound
    past 2026-11-25T10:00+08:00 call conversation
    past 2026-11-25T11:00+08:00 call conversation
    act 2026-11-25T15:00+08:00 call
    then permitted
  `,
});

function connected(): readonly string[] {
  return ["conversation", "connected", "answered-dropped", "answered", "recorded-message"];
}

export const unansweredDials: Rule = rule({
  id: "cn.unanswered-dials",
  version: 1,
  title: text(
    "At most six unanswered dials a day to one number",
    "同一联系方式每日未接通拨打不宜超过六次",
  ),
  governs: ["call"],
  inForce: { from: "2026-01-30" },
  test: cap({
    of: {
      kinds: ["call"],
      outcomes: ["ring-out", "busy", "rejected", "voicemail", "no-answer", "unanswered"],
      per: ["contactPoint"],
    },
    in: { span: "day" },
    max: param("most"),
    zone: "Asia/Shanghai",
  }),
  parameters: { most: dated([{ from: "2026-01-30", value: 6, cite: association }]) },
  severity: "defer",
  force: "guidance",
  cite: [association],
  remedy: text("Try this number again tomorrow.", "请于次日再拨打该号码。"),
  examples: `
    ## the sixth dial of a day is permitted
    past 2026-11-25T09:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T10:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T11:00+08:00 call busy contactPoint=A
    past 2026-11-25T12:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T13:00+08:00 call ring-out contactPoint=A
    act 2026-11-25T15:00+08:00 call contactPoint=A
    then permitted
    ## the seventh is refused
    past 2026-11-25T09:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T10:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T11:00+08:00 call busy contactPoint=A
    past 2026-11-25T12:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T13:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T14:00+08:00 call ring-out contactPoint=A
    act 2026-11-25T15:00+08:00 call contactPoint=A
    then refused
    ## another number has a count of its own
    past 2026-11-25T09:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T10:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T11:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T12:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T13:00+08:00 call ring-out contactPoint=A
    past 2026-11-25T14:00+08:00 call ring-out contactPoint=A
    act 2026-11-25T15:00+08:00 call contactPoint=B
    then permitted
  `,
});
