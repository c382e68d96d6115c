import {
  all,
  any,
  cap,
  type Condition,
  contactKinds,
  dated,
  equal,
  holdsNone,
  is,
  known,
  not,
  oneOf,
  param,
  rule,
  type Rule,
  text,
  within,
} from "@fairdue/conduct";
import { draft2026, fairPractices, recoveryAgents } from "./instruments.ts";

const circular = "2022-08-12";
const law = recoveryAgents("2", "secondary", "not for microfinance, which has rules of its own");
const bound: Condition = all(
  not(is("loan.isMicrofinance")),
  not(oneOf("act.purpose", "marketing", "service")),
);

export const hours: Rule = rule({
  id: "in.rbi.hours",
  version: 1,
  title: text("Recovery calls only from 8 am to 7 pm", "催收仅限8:00至19:00"),
  governs: ["call", "voicemail", "sms", "in-app-message", "app-push", "social-message", "visit"],
  inForce: { from: circular },
  when: bound,
  test: within({ bands: { param: "open" }, zone: "Asia/Kolkata", edges: "[]" }),
  parameters: {
    open: dated([{ from: circular, value: [{ from: "08:00", to: "19:00" }], cite: law }]),
  },
  severity: "defer",
  force: "prohibition",
  cite: [law],
  remedy: text("Wait until eight in the morning, Indian time.", "请等到印度时间早8点以后。"),
  examples: `
    ## eight to the second
    act 2026-11-10T08:00:00 call
    then permitted
    ## a minute earlier
    act 2026-11-10T07:59 call
    then refused
    ## seven in the evening to the second
    act 2026-11-10T19:00:00 call
    then permitted
    ## a minute later
    act 2026-11-10T19:01 call
    then refused
    ## microfinance has rules of its own
    fact loan.isMicrofinance = true
    act 2026-11-10T19:30 call
    then permitted
  `,
});

export const manner: Rule = rule({
  id: "in.rbi.manner",
  version: 1,
  title: text(
    "No anonymous or threatening contact, no public humiliation",
    "不得匿名、威胁或当众羞辱",
  ),
  governs: [...contactKinds, "posting"],
  inForce: { from: circular },
  when: not(oneOf("act.purpose", "marketing", "service")),
  test: all(
    not(is("act.isAnonymous")),
    not(is("act.isPublic")),
    not(oneOf("act.kind", "posting", "postcard")),
    holdsNone("act.categories", [
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
  ),
  severity: "block",
  force: "prohibition",
  cite: [law],
  remedy: text("Say who you are, and keep to the matter.", "请表明身份并就事论事。"),
  examples: `
    ## a plain letter
    act 2026-11-10T10:00 letter categories=none
    then permitted
    ## anonymous
    act 2026-11-10T10:00 call isAnonymous=true
    then refused
    ## a threat
    act 2026-11-10T10:00 sms categories=threat_violence
    then refused
  `,
});

export const persistent: Rule = rule({
  id: "in.rbi.persistent-calls",
  version: 1,
  title: text("No persistent calling; the number is our policy", "不得持续拨打；次数为平台政策"),
  governs: ["call"],
  inForce: { from: circular },
  when: bound,
  test: cap({ of: { kinds: ["call"], per: ["person"] }, in: { span: "day" }, max: param("most") }),
  parameters: {
    most: dated([
      {
        from: circular,
        value: 3,
        cite: recoveryAgents(
          "2",
          "house-policy",
          "the circular bars persistent calls without a number",
        ),
      },
    ]),
  },
  severity: "hold",
  force: "policy",
  cite: [law],
  remedy: text("Wait until tomorrow, or let a person decide.", "请等到次日或由人工决定。"),
  examples: `
    ## the third of a day
    past 2026-11-10T09:00 call ring-out
    past 2026-11-10T12:00 call ring-out
    act 2026-11-10T15:00 call
    then permitted
    ## the fourth
    past 2026-11-10T09:00 call ring-out
    past 2026-11-10T10:00 call ring-out
    past 2026-11-10T12:00 call ring-out
    act 2026-11-10T15:00 call
    then refused
    then hold
  `,
});

export const privacy: Rule = rule({
  id: "in.rbi.third-party",
  version: 1,
  title: text("Family, referees and friends are left alone", "不得打扰家人、推荐人与朋友"),
  governs: contactKinds,
  inForce: { from: circular },
  when: not(oneOf("act.purpose", "marketing", "service")),
  test: oneOf(
    "act.recipient",
    "borrower",
    "co-borrower",
    "guarantor",
    "lawyer",
    "representative",
    "executor",
  ),
  severity: "block",
  force: "prohibition",
  cite: [law],
  remedy: text("Speak with the borrower or the guarantor.", "请联系借款人或担保人。"),
  examples: `
    ## the borrower
    act 2026-11-10T10:00 call
    then permitted
    ## the guarantor
    act 2026-11-10T10:00 call recipient=guarantor
    then permitted
    ## a referee
    act 2026-11-10T10:00 call recipient=referee
    then refused
    ## a friend
    act 2026-11-10T10:00 call recipient=friend
    then refused
  `,
});

export const visits: Rule = rule({
  id: "in.rbi.visits",
  version: 1,
  title: text(
    "A visitor carries identity card and authorisation, and comes at a decent time to the place chosen",
    "上门须携带身份证件与授权书，时间得当，地点由借款人选择",
  ),
  governs: ["visit"],
  inForce: { from: circular },
  when: bound,
  test: is("visit.hasCredentials"),
  severity: "block",
  force: "guidance",
  whenUnknown: "require",
  cite: [fairPractices("visits", "memory")],
  remedy: text(
    "Carry the identity card and the letter of authorisation.",
    "请携带身份证件与授权书。",
  ),
  examples: `
    ## with both
    fact visit.hasCredentials = true
    act 2026-11-10T10:00 visit
    then permitted
    ## without
    fact visit.hasCredentials = false
    act 2026-11-10T10:00 visit
    then refused
  `,
});

export const grievance: Rule = rule({
  id: "in.rbi.grievance",
  version: 1,
  title: text("Recovery rests while a grievance about it is open", "申诉处理期间暂停催收"),
  governs: [...contactKinds, "placement"],
  inForce: { from: circular },
  when: all(is("complaint.isOpen"), bound),
  test: oneOf("act.purpose", "complaint", "complaint-answer"),
  severity: "hold",
  force: "guidance",
  cite: [fairPractices("grievance", "memory"), draft2026("grievance", "draft")],
  remedy: text("Answer the grievance first.", "请先答复申诉。"),
  examples: `
    fact complaint.isOpen = true
    ## the answer
    act 2026-11-10T10:00 letter purpose=complaint-answer
    then permitted
    ## a call
    act 2026-11-10T10:00 call
    then refused
    then hold
  `,
});

const proposed = "2026-07-01";
const draft = draft2026("—", "draft", "proposed for 1 July 2026; no final text found");

export const draftAgents: Rule = rule({
  id: "in.draft.agents",
  version: 1,
  title: text(
    "Draft of 2026: certified agents, told to the borrower beforehand, calls recorded",
    "2026年征求意见稿：持证代理人、事先告知、通话录音",
  ),
  governs: ["call", "visit"],
  inForce: { from: proposed },
  when: all(
    equal("act.actor", "debt-collector"),
    any(known("agent.isCertified"), known("agent.isNotified"), known("call.isRecorded")),
  ),
  test: all(
    { equal: [param("required"), true] },
    not(equal("agent.isCertified", false)),
    not(equal("agent.isNotified", false)),
    any(not(equal("act.kind", "call")), not(equal("call.isRecorded", false))),
  ),
  parameters: { required: dated([{ from: proposed, value: true, cite: draft }]) },
  severity: "warn",
  force: "guidance",
  cite: [draft],
  remedy: text("A draft bars nothing; be ready for it.", "征求意见稿不具约束力，请预作准备。"),
  examples: `
    actor debt-collector
    fact agent.isNotified = true
    fact call.isRecorded = true
    ## certified
    fact agent.isCertified = true
    act 2026-11-10T10:00 call
    then permitted
    ## not certified: noted, not barred
    fact agent.isCertified = false
    act 2026-11-10T10:00 call
    then refused
    then allow
  `,
});
