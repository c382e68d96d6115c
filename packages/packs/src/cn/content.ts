import {
  all,
  any,
  consented,
  dated,
  equal,
  holdsAll,
  holdsNone,
  is,
  not,
  oneOf,
  param,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { associationMembers, collecting, isCollection, marketing } from "./bound.ts";
import {
  cbaGuideline,
  consumerFinance,
  consumerProtection,
  gbt45251,
  personalInformation,
} from "./instruments.ts";

const messages = [
  "sms",
  "email",
  "in-app-message",
  "social-message",
  "letter",
  "app-push",
] as const;

export const bannedContent: Rule = rule({
  id: "cn.banned-content",
  version: 1,
  title: text(
    "No threat, insult, false authority, exaggeration or disclosure",
    "禁止威胁、侮辱、冒充公权力机关、夸大后果、泄露隐私",
  ),
  governs: [...collecting, "legal-threat", "posting"],
  inForce: { from: "2023-03-01" },
  test: holdsNone("act.categories", param("banned")),
  parameters: {
    banned: dated([
      {
        from: "2023-03-01",
        value: [
          "threat_violence",
          "threat_disclosure",
          "impersonation",
          "false_legal_consequence",
          "harassment",
          "third_party_payment",
          "private_account",
          "privacy_disclosure",
          "unlawful_visit",
          "deception",
          "coerced_harm",
          "threat",
          "violence",
          "insult",
          "false-authority",
          "false-legal-consequence",
          "false-consequence",
          "disclosure",
          "third-party-disclosure",
          "pressure-on-relative",
          "relative-must-pay",
          "private-account",
          "sexual",
          "workplace-pressure",
          "exposure",
          "invented-blacklist",
          "agency-posing-as-lender",
        ],
        cite: consumerProtection("41", "secondary"),
      },
    ]),
  },
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [
    consumerProtection("41", "secondary"),
    consumerFinance("—", "secondary"),
    cbaGuideline("八项禁止（1）—（3）", "secondary"),
    gbt45251("5.3", "secondary"),
  ],
  remedy: text("Write it again, firmly and truly.", "请修改内容：坚定、真实、礼貌。"),
  examples: `
    ## a firm and lawful text
    act 2026-11-25T15:00 sms categories=none
    then permitted
    ## a threat to tell the village
    act 2026-11-25T15:00 sms categories=exposure
    then refused
    then deny
    ## a letter in the name of the police
    act 2026-11-25T15:00 letter categories=false-authority
    then refused
  `,
});

export const inducedBorrowing: Rule = rule({
  id: "cn.induced-borrowing",
  version: 1,
  title: text("Nobody is pressed to borrow elsewhere", "不得诱导或强迫借款人以贷还贷"),
  governs: collecting,
  inForce: { from: "2026-01-30" },
  when: associationMembers,
  test: holdsNone("act.categories", ["induced-borrowing"]),
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [cbaGuideline("八项禁止（4）", "secondary")],
  remedy: text("Offer a plan instead.", "可提供还款安排。"),
  examples: `
    fact lender.kind = consumer-finance
    ## an offer to pay by instalments
    act 2026-11-25T15:00 sms categories=none
    then permitted
    ## "borrow from a friend or another app today"
    act 2026-11-25T15:00 sms categories=induced-borrowing
    then refused
  `,
});

export const legalStepTrue: Rule = rule({
  id: "cn.legal-step-true",
  version: 1,
  title: text("Legal steps are announced only as they truly stand", "告知法律措施须与实际进展一致"),
  governs: [...collecting, "legal-threat"],
  inForce: { from: "2026-01-30" },
  when: not(equal("act.legalStep", "none")),
  test: any(
    equal("act.legalStep", "may-sue"),
    all(equal("act.legalStep", "will-sue"), any(is("case.isSuitDecided"), is("case.isFiled"))),
    all(oneOf("act.legalStep", "filed", "enforcement"), is("case.isFiled")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [cbaGuideline("八项禁止（3）", "secondary")],
  remedy: text("Say only what has happened.", "请如实告知进展。"),
  examples: `
    ## the lender may sue, and says that it may
    act 2026-11-25T15:00 sms legalStep=may-sue
    then permitted
    ## the court has taken the case
    fact case.isFiled = true
    act 2026-11-25T15:00 sms legalStep=filed
    then permitted
    ## "we have sued you", though nobody has
    act 2026-11-25T15:00 sms legalStep=filed
    then refused
    ## "we shall sue tomorrow", though nobody has decided it
    act 2026-11-25T15:00 legal-threat legalStep=will-sue
    then refused
  `,
});

export const identity: Rule = rule({
  id: "cn.identity",
  version: 1,
  title: text("Who writes or calls says for whom", "首次联系须表明机构身份"),
  governs: [...messages, "call", "visit"],
  inForce: { from: "2025-02-28" },
  when: any(isCollection, marketing),
  test: holdsAll("act.elements", ["identity"]),
  severity: "require",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [cbaGuideline("首次联系条款", "secondary"), gbt45251("5.3", "secondary")],
  remedy: text("Begin with the lender's name.", "请首先表明机构名称。"),
  examples: `
    ## the text names the lender
    act 2026-11-25T15:00 sms elements=identity
    then permitted
    ## the text names nobody
    act 2026-11-25T15:00 sms elements=none
    then refused
    then require
  `,
});

export const rightParty: Rule = rule({
  id: "cn.right-party",
  version: 1,
  title: text("The debt is spoken of only with the right person", "核实本人身份后方可谈及债务"),
  governs: ["call", "visit"],
  inForce: { from: "2025-02-28" },
  when: all(isCollection, equal("act.recipient", "borrower")),
  test: is("act.isRightParty"),
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [cbaGuideline("第三章", "secondary"), personalInformation("25", "verified")],
  remedy: text("Verify who is on the line first.", "请先核实对方身份。"),
  examples: `
    ## verified
    act 2026-11-25T15:00 call isRightParty=true
    then permitted
    ## somebody else has picked up
    act 2026-11-25T15:00 call isRightParty=false
    then refused
  `,
});

export const noPosting: Rule = rule({
  id: "cn.no-posting",
  version: 1,
  title: text("Nothing is posted in public", "不得在公共场所张贴或公开发布"),
  governs: ["posting", "postcard"],
  inForce: { from: "2021-11-01" },
  test: any(not(is("act.isPublic")), consented("publication")),
  severity: "block",
  force: "prohibition",
  cite: [personalInformation("25", "verified"), cbaGuideline("八项禁止（5）", "secondary")],
  remedy: text("Write to the borrower alone.", "请单独联系借款人。"),
  examples: `
    ## a notice in a closed envelope under the door
    act 2026-11-25T15:00 posting isPublic=false
    then permitted
    ## a lawyer's letter on the door of the building
    act 2026-11-25T15:00 posting
    then refused
  `,
});

export const marketingOptOut: Rule = rule({
  id: "cn.marketing-opt-out",
  version: 1,
  title: text("Every advertisement tells how to refuse the next", "营销信息须提供拒收方式"),
  governs: [...messages, "call", "loan-offer"],
  inForce: { from: "2023-03-01" },
  when: marketing,
  test: holdsAll("act.elements", ["opt-out"]),
  severity: "require",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [consumerProtection("营销条款", "secondary"), personalInformation("24", "verified")],
  remedy: text("Add how to refuse.", "请加入拒收方式。"),
  examples: `
    ## with a way to refuse
    act 2026-11-25T15:00 sms purpose=marketing elements=identity,opt-out
    then permitted
    ## without
    act 2026-11-25T15:00 sms purpose=marketing elements=identity
    then refused
  `,
});
