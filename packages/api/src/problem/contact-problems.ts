import { entry } from "./entry.ts";

/** Problems of contacts, permits, templates and the log. */
export const contactProblems = {
  "contacts-not-open": entry(
    404,
    ["No contact state is kept of this person", "尚未为该借款人建立联系记录"],
    ["Open contacts of the person in a book first.", "请先在账簿中为其开启联系记录。"],
  ),
  "request-key-reused": entry(
    409,
    ["This request key was used for another act", "该请求键已用于另一行为"],
    ["Use a new request key for a new contact.", "新的联系请使用新的请求键。"],
  ),
  "template-not-in-use": entry(
    422,
    ["No approved version of this template is in use", "该模板没有已批准的在用版本"],
    ["Write a version and have a second person approve it.", "请编写新版本并由第二人批准。"],
  ),
  "template-not-found": entry(
    404,
    ["There is no such template version", "没有此模板版本"],
    ["See GET /v1/templates.", "请查看 GET /v1/templates。"],
  ),
  "template-by-same-person": entry(
    403,
    ["The author may not approve", "编写人不得批准"],
    ["Let a second person approve it.", "请由第二人批准。"],
  ),
  "template-objected": entry(
    422,
    ["The inspection objects to this text", "内容检查未通过"],
    ["Write a new version without what is marked.", "请去除标出的内容后编写新版本。"],
  ),
  "template-approved-before": entry(
    409,
    ["This version is approved already", "该版本已批准"],
    ["Nothing needs to be done.", "无需再次批准。"],
  ),
  "rule-pack-not-found": entry(
    404,
    ["No such rule pack is loaded", "未加载该规则包"],
    ["See GET /v1/rule-packs.", "请查看 GET /v1/rule-packs。"],
  ),
  "rule-not-found": entry(
    404,
    ["There is no such rule in the pack", "规则包中没有此规则"],
    ["See GET /v1/rule-packs.", "请查看 GET /v1/rule-packs。"],
  ),
  "rule-pack-unsound": entry(
    422,
    ["The rule pack does not load", "规则包无法加载"],
    ["Mend what is named, then try again.", "请修正所指出的问题后重试。"],
  ),
  "permit-unknown": entry(
    404,
    ["There is no such permit", "没有此许可"],
    ["Ask the gate for one.", "请向闸口申请。"],
  ),
  "permit-for-another-act": entry(
    409,
    ["The permit is for another act", "该许可对应另一行为"],
    ["Redeem exactly what was permitted, or ask anew.", "请按许可内容使用，或重新申请。"],
  ),
  "permit-expired": entry(
    410,
    ["The permit has expired", "该许可已过期"],
    ["Ask anew; the quota is free again.", "请重新申请，配额已释放。"],
  ),
  "permit-redeemed": entry(
    409,
    ["The permit was used already", "该许可已使用"],
    ["A permit is good for one contact.", "一个许可只能使用一次。"],
  ),
  "permit-revoked": entry(
    410,
    ["The permit was revoked", "该许可已撤销"],
    ["Something changed since; ask anew.", "情况已变化，请重新申请。"],
  ),
  "outcome-told-before": entry(
    409,
    ["The outcome of this contact is on record", "该次联系结果已记录"],
    ["Nothing needs to be done.", "无需重复提交。"],
  ),
  "log-entry-not-found": entry(
    404,
    ["There is no such entry", "没有此日志条目"],
    ["Check the id of the entry.", "请核对条目编号。"],
  ),
  "log-entry-not-published": entry(
    409,
    ["The entry has no place in the log yet", "该条目尚未编入日志"],
    ["Ask again in a moment.", "请稍后再试。"],
  ),
} as const;
