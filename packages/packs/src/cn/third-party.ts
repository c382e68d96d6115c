import {
  all,
  any,
  atLeast,
  consented,
  dated,
  equal,
  happened,
  is,
  not,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { collecting, isCollection, toThirdParty } from "./bound.ts";
import { cbaGuideline, civilCode, gbt45251, personalInformation } from "./instruments.ts";

const national = gbt45251("5.3", "secondary");
const association = cbaGuideline(
  "第三章",
  "secondary",
  "three tests reported; the strictest are used",
);
const offersToPay = consented("pay-for-borrower");

export const thirdPartyOnlyWhenLost: Rule = rule({
  id: "cn.third-party-only-when-lost",
  version: 1,
  title: text(
    "Other people are contacted only when the borrower is lost, dead or without capacity",
    "仅在借款人失联、死亡或无民事行为能力时方可联系第三人",
  ),
  governs: collecting,
  inForce: { from: "2025-02-28" },
  when: toThirdParty,
  test: any(
    is("person.numberIsInvalid"),
    atLeast(ref("person.daysUnreachable"), param("days")),
    is("person.isDeceased"),
    is("person.isIncapacitated"),
    offersToPay,
  ),
  parameters: { days: dated([{ from: "2025-02-28", value: 3, cite: association }]) },
  severity: "block",
  force: "prohibition",
  cite: [national, association],
  remedy: text(
    "Reach the borrower; record proof of an invalid number or of three consecutive days without contact.",
    "请先联系借款人本人；须留存号码无效或连续三日无法联系的证据。",
  ),
  examples: `
    ## a contact person is asked once the number is proved invalid
    fact person.numberIsInvalid = true
    act 2026-11-25T15:00 call recipient=contact-person disclosesDebt=false
    then permitted
    ## three consecutive days without contact open the way
    fact person.daysUnreachable = 3
    act 2026-11-25T15:00 call recipient=relative disclosesDebt=false
    then permitted
    ## two days do not
    fact person.daysUnreachable = 2
    act 2026-11-25T15:00 call recipient=relative disclosesDebt=false
    then refused
    ## a borrower who can be reached has no third party called
    act 2026-11-25T15:00 call recipient=contact-person disclosesDebt=false
    then refused
    ## a third person who offers to pay for the borrower may be answered
    consent 2026-11-20T10:00 pay-for-borrower
    act 2026-11-25T15:00 call recipient=relative disclosesDebt=false
    then permitted
  `,
});

export const thirdPartyToldNothing: Rule = rule({
  id: "cn.third-party-told-nothing",
  version: 1,
  title: text("A third person is told nothing about the debt", "不得向第三人透露债务信息"),
  governs: collecting,
  inForce: { from: "2025-02-28" },
  when: toThirdParty,
  test: any(equal("act.disclosesDebt", false), offersToPay),
  severity: "block",
  force: "prohibition",
  cite: [national, association, personalInformation("25", "verified")],
  remedy: text(
    "Ask only for contact data, or for a message to be passed on.",
    "仅可询问联系方式或请其转告，不得提及债务。",
  ),
  examples: `
    fact person.numberIsInvalid = true
    ## asking a contact person to pass on a message
    act 2026-11-25T15:00 call recipient=contact-person disclosesDebt=false
    then permitted
    ## telling the contact person of the debt
    act 2026-11-25T15:00 call recipient=contact-person disclosesDebt=true
    then refused
    ## nobody knows whether the text tells of the debt
    act 2026-11-25T15:00 sms recipient=contact-person
    then refused
    then deny
  `,
});

export const thirdPartyRefusal: Rule = rule({
  id: "cn.third-party-refusal",
  version: 1,
  title: text("A third person who refused is never contacted again", "第三人明确拒绝后不得再联系"),
  governs: collecting,
  inForce: { from: "2025-02-28" },
  when: toThirdParty,
  test: not(
    happened({
      what: {
        kinds: ["refusal", "request"],
        about: ["third-party", "cease"],
        per: ["recipientId"],
      },
      in: { span: "ever" },
    }),
  ),
  severity: "block",
  force: "prohibition",
  cite: [national, association],
  remedy: text("Leave this person alone for good.", "永久停止联系该第三人。"),
  examples: `
    fact person.numberIsInvalid = true
    ## a third person who has not refused
    act 2026-11-25T15:00 call recipient=contact-person recipientId=P2 disclosesDebt=false
    then permitted
    ## a refusal of long ago still holds
    refusal 2025-06-01T10:00 third-party recipientId=P2
    act 2026-11-25T15:00 call recipient=contact-person recipientId=P2 disclosesDebt=false
    then refused
    ## another person's refusal is that person's own
    refusal 2026-06-01T10:00 third-party recipientId=P2
    act 2026-11-25T15:00 call recipient=contact-person recipientId=P3 disclosesDebt=false
    then permitted
  `,
});

export const liableWithProof: Rule = rule({
  id: "cn.liable-with-proof",
  version: 1,
  title: text(
    "Spouse, guarantor and co-borrower are asked to pay only with proof that they owe",
    "向配偶、担保人、共同借款人催收须有其承担债务的证据",
  ),
  governs: collecting,
  inForce: { from: "2021-01-01" },
  when: all(
    isCollection,
    oneOf("act.recipient", "spouse", "guarantor", "co-borrower", "co_obligor"),
  ),
  test: is("recipient.isLiable"),
  severity: "block",
  force: "prohibition",
  cite: [civilCode("1064", "verified"), national],
  remedy: text(
    "Put the guarantee, or the proof of joint debt, on file first.",
    "须先留存担保合同或共同债务证据。",
  ),
  examples: `
    ## a guarantor whose guarantee is on file
    fact recipient.isLiable = true
    act 2026-11-25T15:00 call recipient=guarantor
    then permitted
    ## a spouse who did not sign and had no benefit
    fact recipient.isLiable = false
    act 2026-11-25T15:00 call recipient=spouse disclosesDebt=false
    then refused
    ## nobody has looked for the proof
    act 2026-11-25T15:00 call recipient=guarantor
    then refused
    then deny
  `,
});
