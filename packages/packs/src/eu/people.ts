import {
  all,
  any,
  contactKinds,
  dated,
  deadline,
  equal,
  happened,
  holdsNone,
  is,
  known,
  not,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { gdpr, housePolicy, servicers } from "./instruments.ts";

export const fairServicing: Rule = rule({
  id: "eu.servicers.fair-dealing",
  version: 1,
  title: text(
    "Purchasers and servicers deal fairly, without harassment or false words",
    "债权受让人及管理人须公平对待，不得骚扰或虚假陈述",
  ),
  governs: contactKinds,
  inForce: { from: "2023-12-30" },
  test: holdsNone("act.categories", [
    "threat_violence",
    "threat_disclosure",
    "false_authority",
    "false_legal_consequence",
    "insult",
    "sexual",
    "privacy_disclosure",
    "third_party_payment",
    "workplace_pressure",
    "private_account",
    "unlawful_visit",
    "coerced_harm",
  ]),
  severity: "block",
  force: "prohibition",
  cite: [servicers("10", "memory")],
  remedy: text("Write it anew.", "请改写内容。"),
  examples: `
    ## plain words
    act 2026-12-01T10:00 letter categories=none
    then permitted
    ## a threat
    act 2026-12-01T10:00 letter categories=threat_violence
    then refused
  `,
});

export const transferNotice: Rule = rule({
  id: "eu.servicers.transfer-notice",
  version: 1,
  title: text(
    "After a transfer a notice comes before the first collection",
    "债权转让后首次催收前须先通知",
  ),
  governs: [...contactKinds, "debit-attempt"],
  inForce: { from: "2023-12-30" },
  when: all(is("debt.isTransferred"), not(equal("act.purpose", "transfer-notice"))),
  test: happened({
    what: {
      kinds: ["notice", "letter"],
      about: ["debt-sale", "transfer"],
      where: known("event.about"),
    },
    in: { span: "ever" },
  }),
  severity: "require",
  force: "prohibition",
  cite: [servicers("10(2)", "memory", "Maltese transposition secondary")],
  remedy: text("Send the notice of transfer first.", "请先寄送转让通知。"),
  examples: `
    fact debt.isTransferred = true
    ## after the notice
    notice 2026-11-20T10:00 transfer
    act 2026-12-01T10:00 letter
    then permitted
    ## before it
    act 2026-12-01T10:00 call
    then refused
    then require
  `,
});

export const thirdParties: Rule = rule({
  id: "eu.gdpr.third-party",
  version: 1,
  title: text("The debt is not told to others", "不得向他人透露债务"),
  governs: [...contactKinds, "posting"],
  inForce: { from: "2018-05-25" },
  test: any(
    oneOf(
      "act.recipient",
      "borrower",
      "co-borrower",
      "guarantor",
      "lawyer",
      "representative",
      "guardian",
      "executor",
      "debt-adviser",
    ),
    oneOf("act.purpose", "marketing", "service"),
    happened({
      what: { kinds: ["consent"], about: ["third-party"], live: true },
      in: { span: "ever" },
    }),
  ),
  severity: "block",
  force: "prohibition",
  cite: [gdpr("5, 6", "memory")],
  remedy: text("Contact the person.", "请联系当事人。"),
  examples: `
    ## the person
    act 2026-12-01T10:00 letter
    then permitted
    ## a neighbour
    act 2026-12-01T10:00 letter recipient=third-party
    then refused
  `,
});

export const hours: Rule = rule({
  id: "eu.policy.hours",
  version: 1,
  title: text(
    "Union law has no clock; our policy is eight to nine",
    "欧盟法未定时刻；平台政策为8:00-21:00",
  ),
  governs: ["call", "voicemail", "sms", "visit"],
  inForce: { from: "2018-05-25" },
  test: { window: { bands: { param: "open" }, zone: "person", edges: "[]" } },
  parameters: {
    open: dated([
      {
        from: "2018-05-25",
        value: [{ from: "08:00", to: "21:00" }],
        cite: housePolicy("hours", "house-policy"),
      },
    ]),
  },
  severity: "defer",
  force: "policy",
  cite: [housePolicy("hours; national law may be stricter", "house-policy")],
  remedy: text("Wait for the day, and look at national law.", "请等到日间时段，并查核成员国法律。"),
  examples: `
    ## noon
    act 2026-12-01T12:00 call
    then permitted
    ## eleven in the evening
    act 2026-12-01T23:00 call
    then refused
  `,
});

export const access: Rule = rule({
  id: "eu.gdpr.access-time",
  version: 1,
  title: text(
    "A request about personal data is answered within one month, three if complex",
    "个人数据请求一个月内答复，复杂的可延至三个月",
  ),
  governs: ["rights-answer"],
  inForce: { from: "2018-05-25" },
  test: any(
    deadline({ from: ref("request.receivedOn"), length: param("months"), unit: "months" }),
    all(
      is("request.isComplex"),
      deadline({ from: ref("request.receivedOn"), length: param("complex"), unit: "months" }),
    ),
  ),
  parameters: {
    months: dated([{ from: "2018-05-25", value: 1, cite: gdpr("12(3)", "memory") }]),
    complex: dated([{ from: "2018-05-25", value: 3, cite: gdpr("12(3)", "memory") }]),
  },
  severity: "record",
  force: "prohibition",
  cite: [gdpr("12(3)", "memory")],
  remedy: text("Late: answer today, and say why.", "已逾期：请立即答复并说明原因。"),
  examples: `
    fact request.receivedOn = 2026-11-01
    ## a month
    act 2026-12-01T10:00 rights-answer
    then permitted
    ## later
    act 2026-12-02T10:00 rights-answer
    then refused
  `,
});

export const breach: Rule = rule({
  id: "eu.gdpr.breach-time",
  version: 1,
  title: text("A breach is reported within 72 hours", "数据泄露72小时内报告"),
  governs: ["incident-report"],
  inForce: { from: "2018-05-25" },
  test: deadline({ from: ref("incident.foundAt"), length: param("hours"), unit: "hours" }),
  parameters: { hours: dated([{ from: "2018-05-25", value: 72, cite: gdpr("33", "memory") }]) },
  severity: "record",
  force: "prohibition",
  cite: [gdpr("33", "memory")],
  remedy: text(
    "Late: report now, with the reasons for the delay.",
    "已逾期：请立即报告并说明延迟原因。",
  ),
  examples: `
    fact incident.foundAt = 2026-11-28T10:00:00Z
    ## in time
    act 2026-12-01T10:00:00Z incident-report
    then permitted
    ## an hour late
    act 2026-12-01T11:00:00Z incident-report
    then refused
  `,
});

export const minimal: Rule = rule({
  id: "eu.gdpr.purpose",
  version: 1,
  title: text(
    "Data are used for the purpose for which they came, on a legal basis",
    "数据须依合法基础并限于原定目的使用",
  ),
  governs: ["data-use", "data-share"],
  inForce: { from: "2018-05-25" },
  test: all(
    known("act.legalBasis"),
    not(is("act.isBeyondPurpose")),
    holdsNone("act.dataSources", ["phone-book", "contacts", "social-network"]),
  ),
  severity: "block",
  force: "prohibition",
  cite: [gdpr("5, 6", "memory")],
  remedy: text("Name the basis; use no more than is needed.", "请明确依据，且不超过必要限度。"),
  examples: `
    ## on the contract
    act 2026-12-01T10:00 data-use legalBasis=contract
    then permitted
    ## the phone book
    act 2026-12-01T10:00 data-use legalBasis=consent dataSources=phone-book,income
    then refused
  `,
});
