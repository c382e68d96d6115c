import {
  all,
  any,
  dated,
  deadline,
  equal,
  happened,
  holdsAll,
  holdsNone,
  is,
  not,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import {} from "./bound.ts";
import {
  consumerRegulation,
  dataMasking,
  incidentReports,
  necessaryData,
  personalInformation,
} from "./instruments.ts";

const law = personalInformation;

export const dataBasis: Rule = rule({
  id: "cn.data-basis",
  version: 1,
  title: text(
    "Personal data are used on a lawful basis: contract, law, or consent to this purpose",
    "处理个人信息须有合法基础：合同必需、法定义务或就该目的取得同意",
  ),
  governs: ["data-use"],
  inForce: { from: "2021-11-01" },
  test: any(
    oneOf("act.basis", "contract", "legal-duty", "public-interest", "emergency"),
    happened({ what: { kinds: ["consent"], live: true, per: ["purpose"] }, in: { span: "ever" } }),
  ),
  severity: "block",
  force: "prohibition",
  cite: [law("13–16", "verified"), consumerRegulation("—", "secondary")],
  remedy: text("Ask for consent to this purpose.", "请就该目的取得同意。"),
  examples: `
    ## what the contract needs
    act 2026-11-25T15:00 data-use basis=contract purpose=servicing
    then permitted
    ## a consent that stands
    consent 2026-01-10T10:00 data purpose=marketing
    act 2026-11-25T15:00 data-use basis=consent purpose=marketing
    then permitted
    ## a consent to something else
    consent 2026-01-10T10:00 data purpose=servicing
    act 2026-11-25T15:00 data-use basis=consent purpose=marketing
    then refused
    ## taken back a minute ago
    consent 2026-01-10T10:00 data purpose=marketing withdrawnAt=2026-11-25T14:59
    act 2026-11-25T15:00 data-use basis=consent purpose=marketing
    then refused
  `,
});

export const separateConsent: Rule = rule({
  id: "cn.separate-consent",
  version: 1,
  title: text(
    "Sensitive data, passing on and export need a consent of their own",
    "处理敏感信息、对外提供、出境须取得单独同意",
  ),
  governs: ["data-use", "data-share"],
  inForce: { from: "2021-11-01" },
  when: all(
    any(
      is("act.isSensitive"),
      all(equal("act.kind", "data-share"), not(equal("act.isEntrusted", true))),
    ),
    not(oneOf("act.basis", "legal-duty")),
  ),
  test: happened({
    what: {
      kinds: ["consent"],
      live: true,
      per: ["purpose"],
      where: equal("event.isSeparate", true),
    },
    in: { span: "ever" },
  }),
  severity: "block",
  force: "prohibition",
  cite: [law("23、25、29、39", "verified", "39 from memory")],
  remedy: text("Ask for it alone, in its own step.", "请单独征得同意。"),
  examples: `
    ## a consent of its own
    consent 2026-01-10T10:00 data purpose=guarantee isSeparate=true
    act 2026-11-25T15:00 data-share purpose=guarantee isEntrusted=false basis=consent data=name
    then permitted
    ## bundled with the contract
    consent 2026-01-10T10:00 data purpose=guarantee isSeparate=false
    act 2026-11-25T15:00 data-share purpose=guarantee isEntrusted=false basis=consent data=name
    then refused
  `,
});

export const noAddressBook: Rule = rule({
  id: "cn.no-address-book",
  version: 1,
  title: text(
    "Address book, messages and location are not asked for",
    "不得索取通讯录、短信、位置等非必要信息",
  ),
  governs: ["data-use"],
  inForce: { from: "2021-05-01" },
  test: holdsNone("act.data", ["address-book", "sms", "location", "call-log", "photos", "social"]),
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [necessaryData("网络借贷类", "memory"), law("6", "verified")],
  remedy: text("Ask for what the loan needs.", "仅收集必要信息。"),
  examples: `
    ## name and bank card
    act 2026-11-25T15:00 data-use basis=contract purpose=servicing data=name,bank-card
    then permitted
    ## the address book
    act 2026-11-25T15:00 data-use basis=contract purpose=servicing data=name,address-book
    then refused
  `,
});

export const agencyData: Rule = rule({
  id: "cn.agency-data",
  version: 1,
  title: text("Others get the least, and no secret", "对外提供限于最小必要，不得含鉴别信息"),
  governs: ["data-share", "placement"],
  inForce: { from: "2021-11-01" },
  test: holdsNone("act.data", [
    "password",
    "card-verification",
    "biometrics",
    "address-book",
    "contacts-unrelated",
    "medical",
  ]),
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [law("6、21", "verified"), dataMasking("C3", "secondary")],
  remedy: text("Leave out what the agency does not need; mask the rest.", "请最小化并脱敏。"),
  examples: `
    consent 2026-01-10T10:00 data purpose=collection isSeparate=true
    ## name and amount
    act 2026-11-25T15:00 data-share purpose=collection isEntrusted=true data=name,amount
    then permitted
    ## a fingerprint
    act 2026-11-25T15:00 data-share purpose=collection isEntrusted=true data=name,biometrics
    then refused
  `,
});

export const impactAssessment: Rule = rule({
  id: "cn.impact-assessment",
  version: 1,
  title: text(
    "Sensitive use, automated decisions and passing on are assessed first",
    "处理敏感信息、自动化决策、委托或提供前须作影响评估",
  ),
  governs: ["data-use", "data-share", "credit-decision"],
  inForce: { from: "2021-11-01" },
  when: any(is("act.isSensitive"), equal("act.kind", "data-share"), is("act.isAutomated")),
  test: happened({
    what: { kinds: ["confirmation"], about: ["impact-assessment"] },
    in: { span: "ever" },
  }),
  severity: "require",
  force: "prohibition",
  cite: [law("55–56", "verified")],
  remedy: text(
    "Assess the impact and keep the report for three years.",
    "请先完成影响评估并保存三年。",
  ),
  examples: `
    ## assessed
    past 2026-01-10T10:00 confirmation about=impact-assessment
    act 2026-11-25T15:00 credit-decision isAutomated=true decision=approve
    then permitted
    ## not assessed
    act 2026-11-25T15:00 credit-decision isAutomated=true decision=approve
    then refused
  `,
});

export const automatedDecision: Rule = rule({
  id: "cn.automated-decision",
  version: 1,
  title: text(
    "Who is declined or cut by a machine gets reasons and may ask for a person",
    "自动化拒贷或降额须说明理由并提供人工复核",
  ),
  governs: ["credit-decision", "limit-change"],
  inForce: { from: "2021-11-01" },
  when: all(
    is("act.isAutomated"),
    any(equal("act.decision", "decline"), equal("act.change", "cut")),
  ),
  test: holdsAll("act.elements", ["reasons", "human-review"]),
  severity: "require",
  force: "prohibition",
  whenUnknown: "require",
  cite: [law("24", "verified")],
  remedy: text("Give the reasons and the way to a person.", "请说明理由并提供人工复核渠道。"),
  examples: `
    past 2026-01-10T10:00 confirmation about=impact-assessment
    ## with both
    act 2026-11-25T15:00 credit-decision isAutomated=true decision=decline elements=reasons,human-review
    then permitted
    ## with neither
    act 2026-11-25T15:00 credit-decision isAutomated=true decision=decline elements=none
    then refused
  `,
});

export const rightsClock: Rule = rule({
  id: "cn.rights-clock",
  version: 1,
  title: text(
    "A request about one's data is answered within 30 days",
    "个人信息权利请求三十日内答复",
  ),
  governs: ["rights-answer"],
  inForce: { from: "2021-11-01" },
  test: deadline({ from: ref("request.receivedOn"), length: param("days"), unit: "days" }),
  parameters: {
    days: dated([{ from: "2021-11-01", value: 30, cite: law("45–50；GB/T 35273-2020", "memory") }]),
  },
  severity: "warn",
  force: "guidance",
  cite: [law("45–50", "verified")],
  remedy: text("Answer at once.", "请立即答复。"),
  examples: `
    fact request.receivedOn = 2026-10-26
    ## on the thirtieth day
    act 2026-11-25T15:00 rights-answer
    then permitted
    ## on the thirty-first
    act 2026-11-26T15:00 rights-answer
    then refused
  `,
});

export const incidentClock: Rule = rule({
  id: "cn.incident-clock",
  version: 1,
  title: text(
    "A larger incident is reported within four hours",
    "较大以上网络安全事件四小时内报告",
  ),
  governs: ["incident-report"],
  inForce: { from: "2025-11-01" },
  test: deadline({ from: ref("incident.foundAt"), length: param("hours"), unit: "hours" }),
  parameters: {
    hours: dated([{ from: "2025-11-01", value: 4, cite: incidentReports("4", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [incidentReports("4", "secondary", "one hour for critical infrastructure")],
  remedy: text("Report at once, and the delay with it.", "请立即报告并说明超期。"),
  examples: `
    fact incident.foundAt = 2026-11-25T10:00:00+08:00
    ## after four hours to the second
    act 2026-11-25T14:00:00 incident-report
    then permitted
    ## a second later
    act 2026-11-25T14:00:01 incident-report
    then refused
  `,
});
