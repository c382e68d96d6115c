import {
  all,
  contactKinds,
  equal,
  happened,
  is,
  not,
  oneOf,
  requested,
  rule,
  type Rule,
  text,
  atMost,
  known,
  ref,
} from "@fairdue/conduct";
import { collecting, isCollection, marketing } from "./bound.ts";
import {
  cbaGuideline,
  civilCode,
  consumerLaw,
  consumerProtection,
  creditCards,
  criminalLaw,
  gbt45251,
  housePolicy,
  limitationInterpretation,
  personalInformation,
  publicOrder,
} from "./instruments.ts";

const policy = housePolicy("—", "house-policy");
const toBorrower = equal("act.recipient", "borrower");

export const paidDebt: Rule = rule({
  id: "cn.paid-debt",
  version: 1,
  title: text("A paid debt is not collected", "已结清债务不得催收"),
  governs: [...collecting, "placement", "debt-sale", "negative-report", "lawsuit"],
  inForce: { from: "2021-01-01" },
  when: isCollection,
  test: not(is("debt.isPaid")),
  severity: "block",
  force: "prohibition",
  cite: [civilCode("557", "memory")],
  remedy: text("Close the case.", "请结案。"),
  examples: `
    ## an open debt
    act 2026-11-25T15:00 sms
    then permitted
    ## paid this morning
    fact debt.isPaid = true
    act 2026-11-25T15:00 sms
    then refused
  `,
});

export const planKept: Rule = rule({
  id: "cn.plan-kept",
  version: 1,
  title: text(
    "While an instalment agreement is kept, collection stops",
    "个性化分期还款协议履行期间停止催收",
  ),
  governs: collecting,
  inForce: { from: "2011-01-13" },
  when: all(isCollection, not(equal("act.purpose", "reminder"))),
  test: not(is("plan.isActive")),
  severity: "block",
  force: "prohibition",
  cite: [creditCards("70", "secondary", "law for cards, house policy for other credit")],
  remedy: text("Collect only after a breach.", "违约前不得催收。"),
  examples: `
    ## no agreement
    act 2026-11-25T15:00 call
    then permitted
    ## a reminder before the due day of the agreement
    fact plan.isActive = true
    act 2026-11-25T15:00 sms purpose=reminder
    then permitted
    ## an agreement that is kept
    fact plan.isActive = true
    act 2026-11-25T15:00 call
    then refused
    then deny
  `,
});

export const disputed: Rule = rule({
  id: "cn.disputed",
  version: 1,
  title: text(
    "A disputed debt is noted and verified before it is pressed",
    "对债务有异议的，应标注并核实后再行催收",
  ),
  governs: [...collecting, "negative-report", "debt-sale"],
  inForce: { from: "2011-01-13" },
  when: isCollection,
  test: not(is("debt.isDisputed")),
  severity: "hold",
  force: "prohibition",
  cite: [creditCards("69", "secondary", "law for cards, house policy for other credit")],
  remedy: text("Note the objection and verify the account.", "请标注异议并及时核实。"),
  examples: `
    ## nothing disputed
    act 2026-11-25T15:00 call
    then permitted
    ## the borrower says that it was another person
    fact debt.isDisputed = true
    act 2026-11-25T15:00 call
    then refused
    then hold
  `,
});

export const complaintOpen: Rule = rule({
  id: "cn.complaint-open",
  version: 1,
  title: text("An open complaint is seen before each contact", "投诉处理中联系须注意"),
  governs: collecting,
  inForce: { from: "2025-02-28" },
  when: isCollection,
  test: not(is("complaint.isOpen")),
  severity: "warn",
  force: "policy",
  cite: [gbt45251("5.6", "memory"), policy],
  remedy: text("Pause what the complaint is about.", "请暂停投诉所涉部分。"),
  examples: `
    ## no complaint
    act 2026-11-25T15:00 call
    then permitted
    ## one is being looked into
    fact complaint.isOpen = true
    act 2026-11-25T15:00 call
    then refused
    then allow-with-flags
  `,
});

export const ownWish: Rule = rule({
  id: "cn.own-wish",
  version: 1,
  title: text(
    "A channel that the borrower has closed stays closed",
    "借款人退订或要求停止的联系方式不得使用",
  ),
  governs: contactKinds,
  inForce: { from: "2021-01-01" },
  when: toBorrower,
  test: not(
    happened({
      what: {
        kinds: ["request"],
        about: ["stop-channel", "opt-out"],
        live: true,
        where: { equal: [{ fact: "event.channel" }, { fact: "act.kind" }] },
      },
      in: { span: "ever" },
    }),
  ),
  severity: "block",
  force: "policy",
  cite: [civilCode("1032–1033", "verified"), policy],
  remedy: text("Use another channel.", "请使用其他方式。"),
  examples: `
    ## text messages refused, a letter sent
    request 2026-11-01T10:00 opt-out channel=sms
    act 2026-11-25T15:00 letter
    then permitted
    ## text messages refused, a text sent
    request 2026-11-01T10:00 opt-out channel=sms
    act 2026-11-25T15:00 sms
    then refused
    ## the refusal taken back
    request 2026-11-01T10:00 opt-out channel=sms withdrawnAt=2026-11-20T10:00
    act 2026-11-25T15:00 sms
    then permitted
  `,
});

export const marketingRefused: Rule = rule({
  id: "cn.marketing-refused",
  version: 1,
  title: text("Who refused marketing gets none", "拒绝营销后不得再次营销"),
  governs: [...contactKinds, "loan-offer"],
  inForce: { from: "2014-03-15" },
  when: marketing,
  test: not(requested("no-marketing", "opt-out-marketing")),
  severity: "block",
  force: "prohibition",
  cite: [
    consumerLaw("29", "verified"),
    personalInformation("24", "verified"),
    consumerProtection("营销条款", "secondary"),
  ],
  remedy: text("Send no advertisement.", "不得发送营销信息。"),
  examples: `
    ## nobody refused
    act 2026-11-25T15:00 sms purpose=marketing elements=identity,opt-out
    then permitted
    ## refused in spring
    request 2026-04-01T10:00 no-marketing
    act 2026-11-25T15:00 sms purpose=marketing elements=identity,opt-out
    then refused
    ## a payment reminder is no advertisement
    request 2026-04-01T10:00 no-marketing
    act 2026-11-25T15:00 sms purpose=reminder
    then permitted
  `,
});

export const timeBarred: Rule = rule({
  id: "cn.time-barred",
  version: 1,
  title: text("A claim out of time is marked as such", "已过诉讼时效的债权须提示"),
  governs: [...collecting, "lawsuit", "legal-threat"],
  inForce: { from: "2021-01-01" },
  when: isCollection,
  test: not(is("debt.isTimeBarred")),
  severity: "warn",
  force: "guidance",
  cite: [civilCode("188、192、195", "verified"), limitationInterpretation("8、19", "verified")],
  remedy: text("Do not suggest that a court would enforce it.", "不得暗示法院会支持该请求。"),
  examples: `
    ## within three years
    act 2026-11-25T15:00 letter
    then permitted
    ## four years without demand or payment
    fact debt.isTimeBarred = true
    act 2026-11-25T15:00 letter
    then refused
    then allow-with-flags
  `,
});

export const collectableAmount: Rule = rule({
  id: "cn.collectable-amount",
  version: 1,
  title: text("No more is asked than the law lets be claimed", "催收金额不得超过依法可主张金额"),
  governs: collecting,
  inForce: { from: "2021-03-01" },
  when: all(isCollection, known("act.amountMinor")),
  test: atMost(ref("act.amountMinor"), ref("debt.collectableMinor")),
  severity: "block",
  force: "prohibition",
  cite: [
    civilCode("680", "verified"),
    criminalLaw("293之一", "verified"),
    cbaGuideline("八项禁止（3）", "secondary"),
  ],
  remedy: text("Ask for the lawful amount.", "请按依法可主张金额催收。"),
  examples: `
    fact debt.collectableMinor = 500000
    ## the whole of it
    act 2026-11-25T15:00 sms amountMinor=500000
    then permitted
    ## a fen more
    act 2026-11-25T15:00 sms amountMinor=500001
    then refused
  `,
});

export const crimeSignal: Rule = rule({
  id: "cn.crime-signal",
  version: 1,
  title: text("Signs of violence stop the case", "出现违法犯罪线索立即停止并上报"),
  governs: [...collecting, "placement"],
  inForce: { from: "2026-01-01" },
  test: not(is("case.hasCrimeSignal")),
  severity: "block",
  force: "prohibition",
  cite: [
    criminalLaw("238、245、246、253之一、293、293之一", "verified"),
    publicOrder("50", "memory"),
  ],
  remedy: text("Stop, keep the evidence, report.", "停止催收、保全证据并上报。"),
  examples: `
    ## an ordinary case
    act 2026-11-25T15:00 sms
    then permitted
    ## the borrower reports that the door was blocked
    fact case.hasCrimeSignal = true
    act 2026-11-25T15:00 sms
    then refused
  `,
});

export const contactSource: Rule = rule({
  id: "cn.contact-source",
  version: 1,
  title: text("Contact data come from a lawful source", "联系方式须来源合法"),
  governs: collecting,
  inForce: { from: "2026-01-30" },
  test: oneOf(
    "act.contactSource",
    "contract",
    "left-by-borrower",
    "authorised-by-borrower",
    "public-lawful",
    "told-by-contact",
    "credit-bureau-authorised",
    "other-authorised",
  ),
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [cbaGuideline("联系信息来源条款", "disputed", "six or seven sources, by copy")],
  remedy: text("Use a number from a lawful source.", "请使用合法来源的联系方式。"),
  examples: `
    ## the number of the contract
    act 2026-11-25T15:00 call contactSource=contract
    then permitted
    ## a number bought
    act 2026-11-25T15:00 call contactSource=purchased
    then refused
    then deny
  `,
});
