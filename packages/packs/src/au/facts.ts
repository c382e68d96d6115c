import { fact, type FactDeclaration, text } from "@fairdue/conduct";

const yesNo = (name: string, en: string, zh: string): FactDeclaration =>
  fact(name, "boolean", text(en, zh), false);

/** Facts of Australian law beside the common ones. Exceptional states are absent unless told. */
export const auFacts: readonly FactDeclaration[] = [
  fact("act.recipient", "text", text("who is contacted", "联系对象"), "borrower"),
  fact("event.recipient", "text", text("who was contacted", "当时的联系对象"), "borrower"),
  fact("event.outcome", "text", text("how the contact ended", "联系结果"), "untold"),
  fact("act.purpose", "text", text("purpose of the contact", "联系目的"), "collection"),
  fact("act.place", "text", text("place: home, work, elsewhere", "地点"), "elsewhere"),
  fact("event.place", "text", text("place that a request is about", "请求所涉地点"), "elsewhere"),
  fact("act.elements", "list", text("what the content holds", "内容要素")),
  fact(
    "act.categories",
    "list",
    text("what the inspection of the content found", "内容检查结果"),
    [],
  ),
  yesNo("act.isAtWork", "at the person's place of work", "发生在工作场所"),
  yesNo("act.disclosesDebt", "tells of the debt", "透露债务信息"),
  yesNo("act.isReply", "answers a message of the person", "回复当事人"),
  yesNo(
    "act.isSameThread",
    "goes on with an exchange that the person keeps up",
    "延续当事人自愿进行的往来",
  ),
  fact("act.subject", "text", text("what the answer is about", "答复事项"), "untold"),
  yesNo("event.isSameThread", "part of a voluntary exchange already counted", "同一自愿往来"),
  fact(
    "act.identityConfirmed",
    "boolean",
    text("the person's identity was confirmed before any detail", "已先确认身份"),
    true,
  ),
  fact(
    "act.isLastResort",
    "boolean",
    text("every other way of contact has been tried", "其他方式已用尽"),
  ),
  yesNo("act.askedToLeave", "was asked to leave", "被要求离开"),
  yesNo("act.isPublic", "others can see it", "他人可见"),
  fact(
    "person.workHours",
    "list",
    text("the person's working hours: mon-fri 09:00-17:00", "当事人工作时间"),
  ),
  fact(
    "person.inconvenientHours",
    "list",
    text("hours the person has called inconvenient", "当事人称不便的时段"),
  ),
  yesNo(
    "person.authorisesRepresentative",
    "asks that a representative be contacted",
    "要求联系其代理人",
  ),
  yesNo(
    "representative.isUnresponsive",
    "the representative does not answer in reasonable time",
    "代理人未在合理期限内答复",
  ),
  fact("hardship.noticeOn", "day", text("day of the hardship notice", "困难通知日")),
  fact(
    "hardship.informationAskedOn",
    "day",
    text("day information was asked for", "要求补充信息日"),
  ),
  fact("hardship.informationReceivedOn", "day", text("day the information came in", "收到信息日")),
  fact("hardship.refusedOn", "day", text("day the refusal was given", "拒绝通知日")),
  yesNo(
    "hardship.isRepeat",
    "a notice on the same basis within four months",
    "四个月内同一事由的重复通知",
  ),
  fact("default.noticeOn", "day", text("day the default notice was given", "违约通知送达日")),
  fact("default.daysToRemedy", "number", text("days given to remedy", "补救期天数")),
  yesNo("default.isRemedied", "the default was remedied", "违约已补救"),
  yesNo("default.isExempt", "fraud, disappearance or court order", "欺诈、失踪或法院命令"),
  fact("debt.dpd", "number", text("days past due", "逾期天数")),
  fact("debt.overdueMinor", "number", text("overdue amount, cents", "逾期金额（分）")),
  yesNo("debt.isLowCostCredit", "low-cost credit contract (BNPL)", "低成本信贷（先买后付）"),
  fact("credit.firstYear", "boolean", text("within the first twelve months", "首十二个月内")),
  fact(
    "credit.feesMinor",
    "number",
    text("other fees in the fee period, this one included, cents", "费用期内其他费用合计（分）"),
  ),
  fact(
    "credit.defaultFeesMinor",
    "number",
    text("default fees in the fee period, this one included, cents", "费用期内违约费合计（分）"),
  ),
  yesNo("credit.onlyDefaultFees", "the contract charges only default fees", "合同仅收违约费"),
  fact("act.charge", "text", text("fee or default-fee", "费用类别"), "fee"),
  fact("act.isLicensed", "boolean", text("the credit provider is licensed", "已持牌")),
  fact("assessment.madeOn", "day", text("day of the suitability assessment", "适当性评估日")),
  yesNo("assessment.isUnsuitable", "the credit is unsuitable", "评估为不适当"),
  fact("act.limitMinor", "number", text("limit or amount of credit, cents", "额度（分）")),
  yesNo("assessment.creditChecked", "a credit report was obtained", "已查询征信"),
];
