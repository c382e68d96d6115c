import {
  all,
  any,
  atMost,
  deadline,
  dated,
  happened,
  holdsAll,
  is,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { cardIssuer } from "./bound.ts";
import { cardNotice2022, civilCode, complaints, creditCards, housePolicy } from "./instruments.ts";

export const planLength: Rule = rule({
  id: "cn.plan-length",
  version: 1,
  title: text(
    "An individual instalment agreement runs at most five years",
    "个性化分期还款协议最长不超过五年",
  ),
  governs: ["plan"],
  inForce: { from: "2011-01-13" },
  when: cardIssuer,
  test: atMost(ref("act.months"), param("months")),
  parameters: {
    months: dated([{ from: "2011-01-13", value: 60, cite: creditCards("70", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [creditCards("70", "secondary"), cardNotice2022("—", "secondary")],
  remedy: text("Agree on sixty months or fewer.", "请将期限控制在60个月以内。"),
  examples: `
    fact lender.kind = card
    ## sixty months
    act 2026-11-25T15:00 plan months=60
    then permitted
    ## seventy-two
    act 2026-11-25T15:00 plan months=72
    then refused
  `,
});

export const planContents: Rule = rule({
  id: "cn.plan-contents",
  version: 1,
  title: text("The agreement holds what the law asks", "个性化分期还款协议须载明法定内容"),
  governs: ["plan"],
  inForce: { from: "2011-01-13" },
  when: cardIssuer,
  test: holdsAll("act.elements", param("elements")),
  parameters: {
    elements: dated([
      {
        from: "2011-01-13",
        value: ["balance", "schedule", "fees", "no-new-cards", "rights"],
        cite: creditCards("70", "secondary"),
      },
    ]),
  },
  severity: "require",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [creditCards("70", "secondary")],
  remedy: text("Add what is missing.", "请补全协议内容。"),
  examples: `
    fact lender.kind = card
    ## complete
    act 2026-11-25T15:00 plan months=24 elements=balance,schedule,fees,no-new-cards,rights
    then permitted
    ## without fees
    act 2026-11-25T15:00 plan months=24 elements=balance,schedule
    then refused
  `,
});

export const complaintClock: Rule = rule({
  id: "cn.complaint-clock",
  version: 1,
  title: text(
    "A complaint is answered in 15 days, 30 if complex, 60 with approval",
    "投诉十五日内处理，情况复杂三十日，经批准并告知再延三十日",
  ),
  governs: ["complaint-answer"],
  inForce: { from: "2020-03-01" },
  test: any(
    deadline({ from: ref("complaint.receivedOn"), length: param("days"), unit: "days" }),
    all(
      is("complaint.isComplex"),
      deadline({ from: ref("complaint.receivedOn"), length: param("complexDays"), unit: "days" }),
    ),
    all(
      is("complaint.isExtended"),
      deadline({ from: ref("complaint.receivedOn"), length: param("extendedDays"), unit: "days" }),
    ),
  ),
  parameters: {
    days: dated([
      {
        from: "2020-03-01",
        value: 15,
        cite: complaints("—", "secondary", "calendar days: the stricter reading"),
      },
    ]),
    complexDays: dated([{ from: "2020-03-01", value: 30, cite: complaints("—", "secondary") }]),
    extendedDays: dated([{ from: "2020-03-01", value: 60, cite: complaints("—", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [complaints("—", "secondary", "article numbers unread")],
  remedy: text("Answer at once and report the delay.", "请立即答复并上报超期。"),
  examples: `
    fact complaint.receivedOn = 2026-11-10
    ## on the fifteenth day
    act 2026-11-25T15:00 complaint-answer
    then permitted
    ## a simple one on the sixteenth
    act 2026-11-26T09:00 complaint-answer
    then refused
    ## a complex one on the thirtieth
    fact complaint.isComplex = true
    act 2026-12-10T09:00 complaint-answer
    then permitted
    ## a complex one on the thirty-first
    fact complaint.isComplex = true
    act 2026-12-11T09:00 complaint-answer
    then refused
  `,
});

export const debitAuthority: Rule = rule({
  id: "cn.debit-authority",
  version: 1,
  title: text("Money is taken only from an account that the borrower named", "扣款须经借款人授权"),
  governs: ["debit-attempt"],
  inForce: { from: "2021-01-01" },
  test: happened({
    what: { kinds: ["consent"], about: ["debit"], live: true },
    in: { span: "ever" },
  }),
  severity: "block",
  force: "policy",
  cite: [civilCode("1034、509", "memory"), housePolicy("—", "house-policy")],
  remedy: text("Get a mandate.", "请先取得扣款授权。"),
  examples: `
    ## with a mandate
    consent 2026-01-10T10:00 debit
    act 2026-11-25T15:00 debit-attempt
    then permitted
    ## the mandate taken back yesterday
    consent 2026-01-10T10:00 debit withdrawnAt=2026-11-24T10:00
    act 2026-11-25T15:00 debit-attempt
    then refused
  `,
});
