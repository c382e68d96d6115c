import { fact, type FactDeclaration, text } from "@fairdue/conduct";

const yesNo = (name: string, en: string, zh: string): FactDeclaration =>
  fact(name, "boolean", text(en, zh), false);

/** Facts of Indian law beside the common ones. Exceptional states are absent unless told. */
export const inFacts: readonly FactDeclaration[] = [
  fact("act.recipient", "text", text("who is contacted", "联系对象"), "borrower"),
  fact("act.purpose", "text", text("purpose", "目的"), "collection"),
  fact("act.actor", "text", text("lender or debt-collector (recovery agent)", "行为人"), "lender"),
  fact(
    "act.categories",
    "list",
    text("what the inspection of the content found", "内容检查结果"),
    [],
  ),
  fact("act.elements", "list", text("what the content holds", "内容要素")),
  fact("act.dataSources", "list", text("where the data come from", "数据来源"), []),
  fact("act.charge", "text", text("penal-charge, penal-interest, fee", "收费项目"), "fee"),
  fact("act.direction", "text", text("limit up or down", "调整方向"), "up"),
  yesNo("act.isAnonymous", "without saying who calls", "匿名联系"),
  yesNo("act.isPublic", "humiliates in public", "当众羞辱"),
  yesNo("act.isCompounded", "interest is charged upon it", "就罚费计息"),
  yesNo("act.isAutomatic", "without the borrower's explicit request", "未经借款人明确请求"),
  yesNo("act.isRequested", "asked for by the borrower", "借款人请求"),
  yesNo("act.isCapitalised", "added to the principal", "计入本金"),
  yesNo("act.isStoredAbroad", "data kept outside India", "数据存于境外"),
  yesNo("act.isWithdrawal", "exits within the cooling-off time", "冷静期退出"),
  yesNo("loan.isMicrofinance", "microfinance loan", "小额信贷"),
  yesNo("loan.isDigital", "digital lending", "数字贷款"),
  fact(
    "loan.coolingOffDays",
    "number",
    text("cooling-off days fixed by the lender's board", "董事会确定的冷静期天数"),
  ),
  fact("contract.madeOn", "day", text("day the loan was made", "贷款成立日")),
  fact("kfs.givenOn", "day", text("day the Key Facts Statement was given", "关键事实说明书交付日")),
  fact(
    "guarantee.defaultLossPct",
    "number",
    text("default loss guarantee, per cent of the portfolio", "违约损失担保（%）"),
  ),
  fact("disbursement.payee", "text", text("account paid: borrower, or another", "放款账户")),
  yesNo(
    "repayment.throughAgent",
    "repaid into an account of the service provider",
    "经服务商账户还款",
  ),
  fact(
    "agent.isCertified",
    "boolean",
    text("the agent holds the IIBF certificate", "代理人持有IIBF证书"),
  ),
  fact(
    "agent.isNotified",
    "boolean",
    text("the borrower was told of the agent before", "已事先告知借款人代理人"),
  ),
  fact("call.isRecorded", "boolean", text("the call is recorded", "通话已录音")),
  fact(
    "visit.hasCredentials",
    "boolean",
    text("identity card and authorisation letter carried", "携带身份证件与授权书"),
  ),
  yesNo("complaint.isOpen", "a grievance about recovery is being looked into", "申诉处理中"),
];
