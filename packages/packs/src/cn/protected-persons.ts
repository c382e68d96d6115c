import {
  all,
  any,
  equal,
  is,
  not,
  rule,
  type Rule,
  text,
  atMost,
  known,
  ref,
} from "@fairdue/conduct";
import { collecting, isCollection } from "./bound.ts";
import { civilCode, gbt45251, housePolicy } from "./instruments.ts";

const policy = housePolicy("—", "house-policy");
const toBorrower = equal("act.recipient", "borrower");

export const deceased: Rule = rule({
  id: "cn.deceased-or-incapacitated",
  version: 1,
  title: text(
    "A dead borrower, or one without capacity, is not collected from",
    "借款人死亡或无民事行为能力的，停止常规催收",
  ),
  governs: collecting,
  inForce: { from: "2025-02-28" },
  when: all(isCollection, toBorrower),
  test: not(any(is("person.isDeceased"), is("person.isIncapacitated"))),
  severity: "block",
  force: "prohibition",
  cite: [gbt45251("5.3", "secondary")],
  remedy: text("Pass the case to the estates desk.", "转入遗产与监护处理流程。"),
  examples: `
    ## a living borrower
    act 2026-11-25T15:00 sms
    then permitted
    ## a borrower known to have died
    fact person.isDeceased = true
    act 2026-11-25T15:00 sms
    then refused
    then deny
  `,
});

export const minor: Rule = rule({
  id: "cn.minor",
  version: 1,
  title: text("No credit for people under eighteen", "不得向未成年人发放贷款"),
  governs: ["contract", "credit-decision", "disbursement", "loan-offer"],
  inForce: { from: "2021-01-01" },
  test: not(
    any(is("person.isMinor"), all(known("person.age"), not(atMost(18, ref("person.age"))))),
  ),
  severity: "block",
  force: "prohibition",
  cite: [civilCode("17–20", "verified")],
  remedy: text("Refuse the application.", "请拒绝该申请。"),
  examples: `
    fact loan.isAssisted = false
    ## eighteen today
    fact person.age = 18
    act 2026-11-25T15:00 credit-decision decision=approve
    then permitted
    ## seventeen
    fact person.age = 17
    act 2026-11-25T15:00 credit-decision decision=approve
    then refused
  `,
});

export const vulnerable: Rule = rule({
  id: "cn.vulnerable",
  version: 1,
  title: text(
    "Serious illness, disaster or fraud stops ordinary collection until a person has looked",
    "重病、受灾、被诈骗或冒名的借款人，先转人工关怀",
  ),
  governs: collecting,
  inForce: { from: "2025-02-28" },
  when: all(isCollection, toBorrower),
  test: not(
    any(
      is("person.isSeriouslyIll"),
      is("person.isDisasterVictim"),
      is("person.isFraudVictim"),
      is("person.isVulnerable"),
    ),
  ),
  severity: "hold",
  force: "policy",
  cite: [policy],
  remedy: text("Let the care desk decide.", "请由关怀专员处理。"),
  examples: `
    ## nothing of the kind on record
    act 2026-11-25T15:00 call
    then permitted
    ## in hospital
    fact person.isSeriouslyIll = true
    act 2026-11-25T15:00 call
    then refused
    then hold
  `,
});

export const hardship: Rule = rule({
  id: "cn.hardship",
  version: 1,
  title: text("While a hardship request is open, collection waits", "困难申请处理期间暂停催收"),
  governs: collecting,
  inForce: { from: "2025-02-28" },
  when: isCollection,
  test: not(is("hardship.isOpen")),
  severity: "hold",
  force: "policy",
  cite: [policy],
  remedy: text("Answer the request first.", "请先答复困难申请。"),
  examples: `
    ## no request
    act 2026-11-25T15:00 call
    then permitted
    ## a request of yesterday is being looked into
    fact hardship.isOpen = true
    act 2026-11-25T15:00 call
    then refused
  `,
});

export const moratorium: Rule = rule({
  id: "cn.moratorium",
  version: 1,
  title: text("No collection during a legal pause", "法定暂停期间不得催收"),
  governs: [...collecting, "debit-attempt", "lawsuit"],
  inForce: { from: "2021-03-01" },
  when: isCollection,
  test: not(any(is("moratorium.isActive"), is("person.isBankrupt"))),
  severity: "block",
  force: "prohibition",
  cite: [policy],
  remedy: text("Lodge the claim with the administrator.", "请向管理人申报债权。"),
  examples: `
    ## nothing on record
    act 2026-11-25T15:00 letter
    then permitted
    ## under a personal bankruptcy order
    fact person.isBankrupt = true
    act 2026-11-25T15:00 letter
    then refused
  `,
});

export const represented: Rule = rule({
  id: "cn.represented",
  version: 1,
  title: text("Who has a lawyer is reached through the lawyer", "已委托律师的，通过律师联系"),
  governs: collecting,
  inForce: { from: "2025-02-28" },
  when: all(isCollection, toBorrower),
  test: not(is("person.isRepresented")),
  severity: "hold",
  force: "policy",
  cite: [policy],
  remedy: text("Write to the lawyer.", "请联系其律师。"),
  examples: `
    ## nobody acts for the borrower
    act 2026-11-25T15:00 call
    then permitted
    ## a lawyer is on record
    fact person.isRepresented = true
    act 2026-11-25T15:00 call
    then refused
    ## the lawyer is called
    fact person.isRepresented = true
    act 2026-11-25T15:00 call recipient=lawyer
    then permitted
  `,
});
