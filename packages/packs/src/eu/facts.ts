import { fact, type FactDeclaration, text } from "@fairdue/conduct";

const yesNo = (name: string, en: string, zh: string): FactDeclaration =>
  fact(name, "boolean", text(en, zh), false);

/** Facts of the law of the European Union beside the common ones. */
export const euFacts: readonly FactDeclaration[] = [
  fact("act.recipient", "text", text("who is contacted", "联系对象"), "borrower"),
  fact("act.purpose", "text", text("purpose", "目的"), "collection"),
  fact(
    "act.categories",
    "list",
    text("what the inspection of the content found", "内容检查结果"),
    [],
  ),
  fact("act.elements", "list", text("what the content holds", "内容要素")),
  fact("act.dataSources", "list", text("where the data come from", "数据来源"), []),
  fact("act.charge", "text", text("what is charged", "收费项目"), "untold"),
  yesNo("act.isBeyondPurpose", "beyond the purpose for which the data came", "超出原定目的"),
  yesNo("act.isWithdrawal", "withdraws from the agreement", "撤回协议"),
  yesNo("act.isUnsolicited", "granted without being asked for", "未经请求授信"),
  yesNo("act.isDefaultTicked", "consent inferred from a box ticked beforehand", "以预勾选推定同意"),
  yesNo("act.isAutomated", "decided by a machine alone", "仅由自动化方式决定"),
  yesNo(
    "act.isPersonalisedPrice",
    "the price was set for this person by a machine",
    "自动化个性化定价",
  ),
  fact("act.legalBasis", "text", text("contract, law, consent, legitimate-interest …", "处理依据")),
  fact(
    "review.isOffered",
    "boolean",
    text("human intervention, explanation and contest are offered", "已提供人工干预、解释与申诉"),
  ),
  fact("contract.madeOn", "day", text("day the agreement was made", "协议成立日")),
  fact(
    "contract.termsReceivedOn",
    "day",
    text("day the terms were received, if later", "收到条款日（如更晚）"),
  ),
  fact("withdrawal.notifiedOn", "day", text("day of the withdrawal", "撤回日")),
  fact("loan.amountMinor", "number", text("amount of credit, euro cents", "信贷金额（欧分）"), 0),
  yesNo(
    "loan.isSupplierDeferral",
    "the supplier itself waits for the price, without charges or a third party",
    "供应商自行无费延期付款",
  ),
  fact("loan.deferralDays", "number", text("days of deferral", "延期天数"), 0),
  yesNo("loan.isLargeOnlineSeller", "the supplier is a large online seller", "大型线上销售商"),
  fact(
    "state.rateCapPct",
    "number",
    text("national cap on the yearly cost, per cent", "成员国年化成本上限（%）"),
  ),
  fact("act.annualCostPct", "number", text("yearly cost, per cent", "年化成本（%）")),
  fact("act.aprPct", "number", text("annual percentage rate shown", "披露的年化利率（%）")),
  fact(
    "act.actualAprPct",
    "number",
    text("annual percentage rate of Annex III, to one decimal", "按附件三计算的年化利率（%）"),
  ),
  fact(
    "forbearance.considered",
    "boolean",
    text("reasonable forbearance was considered and offered where fit", "已考虑并酌情提供宽限"),
  ),
  fact(
    "assessment.isPositive",
    "boolean",
    text("the creditworthiness assessment says the person can pay", "信用评估为可偿还"),
  ),
  yesNo("debt.isTransferred", "bought or serviced by another", "已转让或委托管理"),
  fact("request.receivedOn", "day", text("day the request came in", "请求收到日")),
  yesNo("request.isComplex", "complex or one of many requests", "复杂请求"),
  fact("incident.foundAt", "instant", text("when the breach was found", "发现泄露时间")),
];
