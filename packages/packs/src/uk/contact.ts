import {
  all,
  any,
  consented,
  contactKinds,
  dated,
  equal,
  happened,
  holdsNone,
  is,
  known,
  not,
  oneOf,
  ref,
  rule,
  type Rule,
  text,
  within,
} from "@fairdue/conduct";
import { collecting, fcaDay } from "./bound.ts";
import { conc, consumerDuty, housePolicy } from "./instruments.ts";

const r794 = conc("7.9.4R", "verified");

export const hours: Rule = rule({
  id: "uk.conc.reasonable-hours",
  version: 1,
  title: text(
    "No contact at an unreasonable hour; the clock from eight to nine is our policy, the rule names none",
    "不得在不合理时间联系；8:00-21:00为平台政策，规则本身未定时刻",
  ),
  governs: ["call", "voicemail", "sms", "visit", "app-push"],
  inForce: { from: fcaDay },
  when: collecting,
  test: any(
    is("act.isReply"),
    consented("quiet-hours", "this-contact"),
    within({ bands: { param: "open" }, zone: "person", edges: "[]" }),
  ),
  parameters: {
    open: dated([
      {
        from: fcaDay,
        value: [{ from: "08:00", to: "21:00" }],
        cite: housePolicy("reasonable hours", "house-policy"),
      },
    ]),
  },
  severity: "defer",
  force: "policy",
  cite: [r794, housePolicy("reasonable hours", "house-policy")],
  remedy: text("Wait for the day.", "请等到日间时段。"),
  examples: `
    ## ten in the morning
    act 2026-11-10T10:00 call
    then permitted
    ## eleven in the evening
    act 2026-11-10T23:00 call
    then refused
    then defer 2026-11-11T08:00:00Z
    ## asked for by a shift worker
    consent 2026-11-01T10:00 quiet-hours
    act 2026-11-10T23:00 call
    then permitted
  `,
});

export const preferences: Rule = rule({
  id: "uk.conc.preferences",
  version: 1,
  title: text(
    "Reasonable requests on when, where and how are heeded",
    "须尊重当事人对时间、地点、方式的合理要求",
  ),
  governs: contactKinds,
  inForce: { from: fcaDay },
  when: collecting,
  test: all(
    not(is("act.isUnreasonableTime")),
    any(
      not(known("person.inconvenientHours")),
      oneOf("act.kind", "letter"),
      not(within({ bands: { fact: "person.inconvenientHours" }, zone: "person", edges: "[)" })),
    ),
    not(
      happened({
        what: {
          kinds: ["request", "refusal"],
          about: ["opt-out", "stop-channel"],
          live: true,
          where: any(not(known("event.channel")), {
            equal: [ref("event.channel"), ref("act.kind")],
          }),
        },
        in: { span: "ever" },
      }),
    ),
    any(
      not(any(is("act.isAtWork"), oneOf("act.place", "work", "workplace"))),
      not(
        happened({
          what: { kinds: ["request", "refusal"], about: ["work"], live: true },
          in: { span: "ever" },
        }),
      ),
    ),
  ),
  severity: "block",
  force: "prohibition",
  cite: [r794],
  remedy: text("Keep to what the person has asked.", "请遵守当事人的要求。"),
  examples: `
    ## no requests
    act 2026-11-10T10:00 call
    then permitted
    ## a shift worker sleeps until noon
    fact person.inconvenientHours = 08:00-12:00
    act 2026-11-10T10:00 call
    then refused
    ## in the afternoon
    fact person.inconvenientHours = 08:00-12:00
    act 2026-11-10T14:00 call
    then permitted
    ## "write, don't call"
    request 2026-11-01T10:00 opt-out channel=call
    act 2026-11-10T10:00 call
    then refused
    ## not at work
    request 2026-11-01T10:00 work
    act 2026-11-10T10:00 call place=work
    then refused
  `,
});

const r79 = conc("7.9", "verified");

export const openDealing: Rule = rule({
  id: "uk.conc.open-dealing",
  version: 1,
  title: text(
    "No card that hides its purpose, no premium-rate number, no shame in public, no blind mailing",
    "不得使用掩盖目的的卡片、高价回拨号码、当众羞辱或盲寄",
  ),
  governs: [...contactKinds, "posting"],
  inForce: { from: fcaDay },
  test: all(
    not(is("act.isMisleadingCard")),
    not(is("act.isPremiumRate")),
    not(is("act.isPublic")),
    not(is("act.isTraceMatch")),
    not(equal("act.addressee", "occupier")),
    not(oneOf("act.kind", "posting", "postcard")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [r79],
  remedy: text(
    "Write to the person by name, in a closed letter that says what it is.",
    "请以实名密封信函说明来意。",
  ),
  examples: `
    ## a letter to the person
    act 2026-11-10T10:00 letter
    then permitted
    ## “missed delivery”
    act 2026-11-10T10:00 letter isMisleadingCard=true
    then refused
    ## to the occupier
    act 2026-11-10T10:00 letter addressee=occupier
    then refused
    ## a premium-rate number
    act 2026-11-10T10:00 sms isPremiumRate=true
    then refused
  `,
});

export const thirdParties: Rule = rule({
  id: "uk.conc.third-party",
  version: 1,
  title: text("Nobody else learns of the debt", "不得让他人知悉债务"),
  governs: contactKinds,
  inForce: { from: fcaDay },
  when: collecting,
  test: any(
    oneOf("act.recipient", "borrower", "co-borrower", "guarantor"),
    oneOf("act.recipient", "lawyer", "representative", "debt-adviser", "guardian", "executor"),
    consented("third-party"),
    all(equal("act.purpose", "location"), not(is("act.disclosesDebt"))),
  ),
  severity: "block",
  force: "prohibition",
  cite: [r79],
  remedy: text("Contact the customer.", "请联系客户本人。"),
  examples: `
    ## the customer
    act 2026-11-10T10:00 call
    then permitted
    ## the customer's mother
    act 2026-11-10T10:00 call recipient=relative
    then refused
    ## the employer
    act 2026-11-10T10:00 call recipient=employer
    then refused
    ## the debt adviser
    act 2026-11-10T10:00 call recipient=debt-adviser
    then permitted
  `,
});

export const visits: Rule = rule({
  id: "uk.conc.visits",
  version: 1,
  title: text(
    "A visit is announced and explained, ends when asked, and spares the distressed and vulnerable",
    "上门须预告并说明目的，被要求即离开，不得对困扰或弱势者进行",
  ),
  governs: ["visit"],
  inForce: { from: fcaDay },
  when: collecting,
  test: all(
    any(
      is("visit.isNotified"),
      happened({ what: { kinds: ["notice"], about: ["visit"] }, in: { span: "ever" } }),
    ),
    is("visit.purposeTold"),
    not(is("act.askedToLeave")),
    not(is("person.isDistressed")),
    not(is("person.isVulnerable")),
  ),
  severity: "block",
  force: "prohibition",
  whenUnknown: "require",
  cite: [conc("7.9.12R to 7.9.15R", "verified", "in part")],
  remedy: text(
    "Give adequate notice of the date and likely time.",
    "请事先充分告知上门日期与大致时间。",
  ),
  examples: `
    ## announced
    notice 2026-11-03T10:00 visit
    act 2026-11-10T10:00 visit
    then permitted
    ## unannounced
    fact visit.isNotified = false
    act 2026-11-10T10:00 visit
    then refused
    ## to a person known to be vulnerable
    fact person.isVulnerable = true
    notice 2026-11-03T10:00 visit
    act 2026-11-10T10:00 visit
    then refused
  `,
});

export const fairWords: Rule = rule({
  id: "uk.conc.fair-words",
  version: 1,
  title: text(
    "No pressure, threat, false authority or false consequence",
    "不得施压、威胁、冒充权威或虚构后果",
  ),
  governs: contactKinds,
  inForce: { from: fcaDay },
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
  cite: [conc("7.3.10R, 7.3.18R, 7.11", "memory")],
  remedy: text("Write it anew.", "请改写内容。"),
  examples: `
    ## plain words
    act 2026-11-10T10:00 letter categories=none
    then permitted
    ## a false consequence
    act 2026-11-10T10:00 letter categories=false_legal_consequence
    then refused
  `,
});

export const vulnerable: Rule = rule({
  id: "uk.duty.vulnerable",
  version: 1,
  title: text(
    "A vulnerable customer is met with what the vulnerability asks for",
    "对弱势客户须按其需要相待",
  ),
  governs: [...contactKinds, "enforcement", "lawsuit"],
  inForce: { from: "2023-07-31" },
  when: any(is("person.isVulnerable"), is("person.isSeriouslyIll")),
  test: any(
    equal("act.purpose", "support"),
    happened({ what: { kinds: ["confirmation"], about: ["support-plan"] }, in: { span: "ever" } }),
  ),
  severity: "hold",
  force: "guidance",
  cite: [consumerDuty("2A.2, 2A.6", "memory"), conc("7.2.1R", "memory")],
  remedy: text(
    "A person looks at the case and sets down how to help first.",
    "请由专人评估并制定支持方案。",
  ),
  examples: `
    fact person.isVulnerable = true
    ## the support has been settled
    past 2026-11-01T10:00 confirmation about=support-plan
    act 2026-11-10T10:00 call
    then permitted
    ## nobody has looked
    act 2026-11-10T10:00 call
    then refused
    then hold
  `,
});
