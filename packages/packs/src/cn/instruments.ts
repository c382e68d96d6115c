import { type Cite, instrument } from "@fairdue/conduct";

const checkedOn = "2026-11-24";

export const gbt45251: Cite = instrument(
  "GB/T 45251-2025《互联网金融 个人网络消费信贷 贷后催收风控指引》",
  checkedOn,
);
export const cbaGuideline: Cite = instrument(
  "中国银行业协会《金融机构个人消费类贷款催收工作指引(试行)》2026-01-30",
  checkedOn,
);
export const nifaGuideline: Cite = instrument(
  "中国互联网金融协会《互联网金融贷后催收业务指引》2024-05-15",
  checkedOn,
);
export const consumerProtection: Cite = instrument(
  "《银行保险机构消费者权益保护管理办法》银保监会令2022年第9号",
  checkedOn,
);
export const consumerFinance: Cite = instrument(
  "《消费金融公司管理办法》金融监管总局令2024年第4号",
  checkedOn,
);
export const creditCards: Cite = instrument(
  "《商业银行信用卡业务监督管理办法》银监会令2011年第2号",
  checkedOn,
);
export const cardNotice2022: Cite = instrument(
  "《关于进一步促进信用卡业务规范健康发展的通知》银保监规〔2022〕13号",
  checkedOn,
);
export const internetLoans: Cite = instrument(
  "《商业银行互联网贷款管理暂行办法》银保监会令2020年第9号",
  checkedOn,
);
export const jointLoans: Cite = instrument(
  "《关于进一步规范商业银行互联网贷款业务的通知》银保监办发〔2021〕24号",
  checkedOn,
);
export const assistedLoans: Cite = instrument(
  "《关于加强商业银行互联网助贷业务管理 提升金融服务质效的通知》金规〔2025〕9号",
  checkedOn,
);
export const costStatement: Cite = instrument(
  "《个人贷款业务明示综合融资成本规定》金规〔2026〕2号",
  checkedOn,
);
export const microLoans: Cite = instrument(
  "《小额贷款公司监督管理暂行办法》金规〔2024〕26号",
  checkedOn,
);
export const microLoanCost: Cite = instrument(
  "《小额贷款公司综合融资成本管理工作指引》2025-12",
  checkedOn,
);
export const consumptionBoost: Cite = instrument(
  "《关于发展消费金融助力提振消费的通知》2025-03",
  checkedOn,
);
export const pboc2021: Cite = instrument("中国人民银行公告〔2021〕第3号", checkedOn);
export const overdueRates: Cite = instrument(
  "《关于人民币贷款利率有关问题的通知》银发〔2003〕251号",
  checkedOn,
);
export const cardFees: Cite = instrument(
  "《关于信用卡业务有关事项的通知》银发〔2016〕111号",
  checkedOn,
);
export const civilCode: Cite = instrument("《中华人民共和国民法典》", checkedOn);
export const criminalLaw: Cite = instrument("《中华人民共和国刑法》", checkedOn);
export const publicOrder: Cite = instrument(
  "《中华人民共和国治安管理处罚法》2025年修订",
  checkedOn,
);
export const privateLending: Cite = instrument(
  "《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》2020年第二次修正",
  checkedOn,
);
export const contractInterpretation: Cite = instrument(
  "《最高人民法院关于适用〈民法典〉合同编通则若干问题的解释》",
  checkedOn,
);
export const limitationInterpretation: Cite = instrument(
  "《最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定》",
  checkedOn,
);
export const cardCrimeInterpretation: Cite = instrument(
  "《最高人民法院、最高人民检察院关于办理妨害信用卡管理刑事案件具体应用法律若干问题的解释》2018年修正",
  checkedOn,
);
export const personalInformation: Cite = instrument("《中华人民共和国个人信息保护法》", checkedOn);
export const dataMasking: Cite = instrument(
  "JR/T 0171-2020《个人金融信息保护技术规范》",
  checkedOn,
);
export const necessaryData: Cite = instrument(
  "《常见类型移动互联网应用程序必要个人信息范围规定》2021",
  checkedOn,
);
export const incidentReports: Cite = instrument("《国家网络安全事件报告管理办法》2025", checkedOn);
export const creditBureau: Cite = instrument("《征信业管理条例》国务院令第631号", checkedOn);
export const creditBusiness: Cite = instrument(
  "《征信业务管理办法》中国人民银行令〔2021〕第4号",
  checkedOn,
);
export const consumerLaw: Cite = instrument("《中华人民共和国消费者权益保护法》", checkedOn);
export const consumerRegulation: Cite = instrument(
  "《消费者权益保护法实施条例》国务院令第778号",
  checkedOn,
);
export const complaints: Cite = instrument(
  "《银行业保险业消费投诉处理管理办法》银保监会令2020年第3号",
  checkedOn,
);
export const students: Cite = instrument(
  "《关于进一步规范大学生互联网消费贷款监督管理工作的通知》银保监办发〔2021〕28号",
  checkedOn,
);
export const networkMarketing: Cite = instrument(
  "《金融产品网络营销管理办法》2026-04-21",
  checkedOn,
);
export const riskClassification: Cite = instrument(
  "《商业银行金融资产风险分类办法》2023年第1号令",
  checkedOn,
);
export const badLoanTransfer: Cite = instrument(
  "个人不良贷款批量转让试点 银保监办便函〔2021〕26号、〔2022〕1191号",
  checkedOn,
);
/** What no law fixes and the house has fixed for itself. */
export const housePolicy: Cite = instrument("Fairdue house policy 平台自定规则", checkedOn);
export const lprPublication: Cite = instrument("贷款市场报价利率（LPR）公告", checkedOn);
