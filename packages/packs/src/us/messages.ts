import {
  all,
  any,
  cap,
  consented,
  dated,
  equal,
  happened,
  holdsAll,
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
import {
  byCollector,
  collecting,
  contacts,
  electronic,
  isUntold,
  regFDay,
  toConsumer,
} from "./bound.ts";
import { housePolicy, regF, regFComment } from "./instruments.ts";

export const optOutNotice: Rule = rule({
  id: "us.regulation-f.opt-out-notice",
  version: 1,
  title: text(
    "Each electronic message says, clearly and simply, how to opt out of this address or number",
    "每条电子消息须载明简便的退订方式",
  ),
  governs: electronic,
  inForce: { from: regFDay },
  when: collecting,
  test: holdsAll("act.elements", ["opt-out"]),
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [regF("1006.6(e)", "memory")],
  remedy: text("Add the opt-out.", "请补充退订方式。"),
  examples: `
    ## with the opt-out
    act 2026-11-10T10:00 sms elements=opt-out
    then permitted
    ## without
    act 2026-11-10T10:00 sms elements=none
    then refused
  `,
});

const refusals = {
  kinds: ["request", "refusal"],
  about: ["opt-out", "stop-channel", "cease-channel"],
  live: true,
} as const;

export const mediumOptOut: Rule = rule({
  id: "us.regulation-f.medium",
  version: 1,
  title: text(
    "A medium that the person has refused is closed, but for one confirmation and one answer",
    "当事人拒绝的联系方式不得再用，仅可确认一次或回复一次",
  ),
  governs: contacts,
  inForce: { from: regFDay },
  when: all(
    collecting,
    happened({
      what: {
        ...refusals,
        where: all(
          any(isUntold("event.channel"), { equal: [ref("event.channel"), ref("act.kind")] }),
          any(isUntold("event.contactPoint"), {
            equal: [ref("event.contactPoint"), ref("act.contactPoint")],
          }),
        ),
      },
      in: { span: "ever" },
    }),
  ),
  test: any(
    all(
      equal("act.purpose", "opt-out-confirmation"),
      cap({
        of: {
          kinds: contacts,
          per: ["kind"],
          where: oneOf("event.purpose", "opt-out-confirmation"),
        },
        in: { span: "ever" },
        max: 1,
      }),
    ),
    is("act.isReply"),
    consented("this-contact"),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.14(h)", "verified")],
  remedy: text("Use another medium.", "请改用其他联系方式。"),
  examples: `
    ## a letter after STOP to the texts
    request 2026-11-01T10:00 opt-out channel=sms
    act 2026-11-10T10:00 letter
    then permitted
    ## a text after STOP
    request 2026-11-01T10:00 opt-out channel=sms
    act 2026-11-10T10:00 sms elements=opt-out
    then refused
    ## the one confirmation
    request 2026-11-10T09:59 opt-out channel=sms
    act 2026-11-10T10:00 sms elements=opt-out purpose=opt-out-confirmation
    then permitted
    ## the person writes again by text and is answered once
    request 2026-11-01T10:00 opt-out channel=sms
    act 2026-11-10T10:00 sms elements=opt-out isReply=true
    then permitted
    ## "stop calling me"
    request 2026-11-01T10:00 opt-out channel=call
    act 2026-11-10T10:00 call
    then refused
  `,
});

const harassing = regFComment(
  "14(a)-1.i",
  "verified",
  "numerous unsolicited texts a day for several days",
);

export const messageVolume: Rule = rule({
  id: "us.regulation-f.message-volume",
  version: 1,
  title: text(
    "Many unsolicited messages over several days likely harass",
    "连续多日大量主动发送消息可能构成骚扰",
  ),
  governs: electronic,
  inForce: { from: regFDay },
  when: all(collecting, not(is("act.isReply"))),
  test: cap({
    of: { kinds: electronic, per: ["person", "collector"] },
    in: { span: "rolling-days", length: 3 },
    max: param("most"),
  }),
  parameters: {
    most: dated([
      { from: regFDay, value: 9, cite: housePolicy("three a day for three days", "house-policy") },
    ]),
  },
  severity: "hold",
  force: "presumption",
  cite: [harassing, housePolicy("the law gives no number", "house-policy")],
  remedy: text("Let a person look at the pattern of messages.", "请人工审查消息发送情况。"),
  examples: `
    ## the third message in three days
    past 2026-11-08T10:00 sms
    past 2026-11-09T10:00 sms
    act 2026-11-10T10:00 sms elements=opt-out
    then permitted
    ## several a day for several days, none answered
    daily 2026-11-08 2026-11-10 09:00 sms
    daily 2026-11-08 2026-11-10 09:20 sms
    daily 2026-11-08 2026-11-10 09:40 sms
    act 2026-11-10T11:00 sms elements=opt-out
    then refused
    then hold
  `,
});

export const dailyMessages: Rule = rule({
  id: "us.policy.daily-messages",
  version: 1,
  title: text("More than three messages a day are looked at", "每日消息逾三条须予关注"),
  governs: electronic,
  inForce: { from: regFDay },
  when: all(collecting, not(is("act.isReply"))),
  test: cap({
    of: { kinds: electronic, per: ["person", "collector"] },
    in: { span: "day" },
    max: param("most"),
  }),
  parameters: {
    most: dated([{ from: regFDay, value: 3, cite: housePolicy("messages a day", "house-policy") }]),
  },
  severity: "warn",
  force: "policy",
  cite: [housePolicy("messages a day", "house-policy"), harassing],
  remedy: text("Write less often.", "请降低发送频率。"),
  examples: `
    ## the second of a day
    past 2026-11-10T09:00 sms
    act 2026-11-10T10:00 sms elements=opt-out
    then permitted
    ## the fourth
    past 2026-11-10T08:30 sms
    past 2026-11-10T09:00 email
    past 2026-11-10T09:30 sms
    act 2026-11-10T10:00 sms elements=opt-out
    then refused
    then allow
  `,
});

export const emailProcedures: Rule = rule({
  id: "us.regulation-f.email-procedure",
  version: 1,
  title: text(
    "An address taken over from the creditor: a notice with at least 35 days to opt out came first",
    "沿用债权人取得的邮箱须先通知，并给予至少35日退出期",
  ),
  governs: ["email"],
  inForce: { from: regFDay },
  when: all(collecting, equal("act.addressSource", "creditor")),
  test: any(
    consented("email"),
    all(
      happened({ what: { kinds: ["notice"], about: ["email-handover"] }, in: { span: "ever" } }),
      { atLeast: [{ daysSince: ref("notice.optOutEndsOn") }, 1] },
      { atLeast: [ref("notice.optOutDays"), param("days")] },
    ),
  ),
  parameters: {
    days: dated([{ from: regFDay, value: 35, cite: regF("1006.6(d)(4)(ii)(C)(5)", "verified") }]),
  },
  severity: "warn",
  force: "safe-harbour",
  cite: [regF("1006.6(d)(4)(ii)", "verified")],
  remedy: text(
    "Without the procedure there is no safe harbour if a third person reads the message.",
    "未履行该程序则不享有安全港保护。",
  ),
  examples: `
    ## after the notice has run out
    fact notice.optOutEndsOn = 2026-11-06
    fact notice.optOutDays = 35
    notice 2026-10-02T10:00 email-handover
    act 2026-11-10T10:00 email addressSource=creditor elements=opt-out
    then permitted
    ## thirty days only
    fact notice.optOutEndsOn = 2026-11-01
    fact notice.optOutDays = 30
    notice 2026-10-02T10:00 email-handover
    act 2026-11-10T10:00 email addressSource=creditor elements=opt-out
    then refused
    then allow
  `,
});

export const textProcedures: Rule = rule({
  id: "us.regulation-f.text-procedure",
  version: 1,
  title: text(
    "Texts: the person texted, consented, or the number was checked for reassignment within 60 days",
    "短信：当事人曾来信、已同意，或60日内已核查号码未转手",
  ),
  governs: ["sms"],
  inForce: { from: regFDay },
  when: all(collecting, known("number.checkedOn")),
  test: any(
    happened({
      what: { kinds: ["sms"], direction: "inbound" },
      in: { span: "rolling-days", length: 60 },
    }),
    consented("sms"),
    { atMost: [{ daysSince: ref("number.checkedOn") }, param("days")] },
  ),
  parameters: {
    days: dated([{ from: regFDay, value: 60, cite: regF("1006.6(d)(5)", "verified") }]),
  },
  severity: "warn",
  force: "safe-harbour",
  cite: [regF("1006.6(d)(5)", "verified")],
  remedy: text(
    "Check the number against the database of reassigned numbers.",
    "请核查号码是否已转手。",
  ),
  examples: `
    ## checked 60 days ago
    fact number.checkedOn = 2026-09-11
    act 2026-11-10T10:00 sms elements=opt-out
    then permitted
    ## checked 61 days ago
    fact number.checkedOn = 2026-09-10
    act 2026-11-10T10:00 sms elements=opt-out
    then refused
    then allow
  `,
});

export const fromCollector: Rule = rule({
  id: "us.regulation-f.from-a-collector",
  version: 1,
  title: text(
    "The first communication says that it attempts to collect and how information is used; later ones, that they come from a debt collector",
    "首次沟通须说明催收目的及信息用途，其后须表明来自催收方",
  ),
  governs: ["call", "sms", "email", "letter", "in-app-message", "social-message", "visit"],
  inForce: { from: regFDay },
  when: all(
    byCollector,
    toConsumer,
    known("act.elements"),
    oneOf("act.purpose", "collection", "reminder", "validation-notice"),
    any(is("act.isInitial"), is("act.isFullText")),
  ),
  test: any(
    all(is("act.isInitial"), holdsAll("act.elements", ["attempt-to-collect", "information-used"])),
    all(not(is("act.isInitial")), holdsAll("act.elements", ["from-debt-collector"])),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.18(e)", "verified", "in the language of the rest")],
  remedy: text("Add the disclosure.", "请补充披露。"),
  examples: `
    ## the first letter
    act 2026-11-10T10:00 letter isInitial=true elements=attempt-to-collect,information-used
    then permitted
    ## the first letter, without
    act 2026-11-10T10:00 letter isInitial=true elements=amount
    then refused
    ## a later one
    act 2026-11-10T10:00 letter isFullText=true elements=from-debt-collector
    then permitted
  `,
});
