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
import { housePolicy, regF, regFComment, tcpa } from "./instruments.ts";

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
        where: any(isUntold("event.channel"), { equal: [ref("event.channel"), ref("act.kind")] }),
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

const voicemailParts = ["business-name", "reply-request", "contact-name", "phone-number"];
const voicemailExtras = ["salutation", "date-time", "suggested-times", "any-representative"];
const definition = regF("1006.2(j)", "verified");

export const limitedContent: Rule = rule({
  id: "us.regulation-f.limited-content",
  version: 1,
  title: text(
    "A limited-content message holds the four parts, at most the four extras, and nothing else",
    "限定内容留言只可包含四项必备与四项可选内容",
  ),
  governs: ["voicemail"],
  inForce: { from: regFDay },
  when: all(collecting, is("act.isLimitedContent")),
  test: all(
    { holdsAll: [ref("act.elements"), param("parts")] },
    { holdsAll: [param("all"), ref("act.elements")] },
    not(is("act.isCutOff")),
    not(is("act.disclosesDebt")),
    not(is("act.nameRevealsCollection")),
  ),
  parameters: {
    parts: dated([{ from: regFDay, value: voicemailParts, cite: definition }]),
    all: dated([
      { from: regFDay, value: [...voicemailParts, ...voicemailExtras], cite: definition },
    ]),
  },
  severity: "block",
  force: "safe-harbour",
  cite: [definition, regF("1006.2(b), (d)", "verified", "an attempt, not a communication")],
  remedy: text(
    "Leave only: a business name that does not tell of collecting, a request to reply, a name and a number.",
    "仅可留下：不显示催收性质的商号、请求回复、联系人及电话。",
  ),
  examples: `
    ## the four parts
    act 2026-11-10T10:00 voicemail isLimitedContent=true elements=business-name,reply-request,contact-name,phone-number
    then permitted
    ## with a greeting and times
    act 2026-11-10T10:00 voicemail isLimitedContent=true elements=business-name,reply-request,contact-name,phone-number,salutation,suggested-times
    then permitted
    ## with the amount
    act 2026-11-10T10:00 voicemail isLimitedContent=true elements=business-name,reply-request,contact-name,phone-number,amount
    then refused
    ## no number to call
    act 2026-11-10T10:00 voicemail isLimitedContent=true elements=business-name,reply-request,contact-name
    then refused
    ## cut off
    act 2026-11-10T10:00 voicemail isLimitedContent=true isCutOff=true elements=business-name,reply-request,contact-name,phone-number
    then refused
  `,
});

export const voicemailOverheard: Rule = rule({
  id: "us.regulation-f.voicemail-overheard",
  version: 1,
  title: text(
    "A message that others may hear says nothing of the debt",
    "可能被他人听到的留言不得提及债务",
  ),
  governs: ["voicemail"],
  inForce: { from: regFDay },
  when: all(collecting, not(is("act.isLimitedContent"))),
  test: all(not(is("act.isPublic")), not(is("act.nameRevealsCollection")), toConsumer),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.6(d)(1), 1006.2(d)", "verified")],
  remedy: text("Leave a limited-content message.", "请留限定内容留言。"),
  examples: `
    ## on the consumer's own voicemail
    act 2026-11-10T10:00 voicemail elements=disclosure
    then permitted
    ## on one that the household shares
    act 2026-11-10T10:00 voicemail isPublic=true elements=disclosure
    then refused
  `,
});

export const openToOthers: Rule = rule({
  id: "us.regulation-f.open-to-others",
  version: 1,
  title: text(
    "No postcard, and nothing on social media that the public or contacts can see",
    "不得使用明信片，不得在公众或联系人可见的社交媒体上联系",
  ),
  governs: ["postcard", "posting", "social-message", "letter"],
  inForce: { from: regFDay },
  when: collecting,
  test: all(
    not(oneOf("act.kind", "postcard", "posting")),
    not(is("act.isPublic")),
    not(is("act.isVisibleToContacts")),
    not(is("act.envelopeRevealsDebt")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.22(f)", "verified", "(f)(4) read; the rest from memory")],
  remedy: text("Use a sealed letter or a private message.", "请使用密封信函或私信。"),
  examples: `
    ## a private message
    act 2026-11-10T10:00 social-message elements=opt-out
    then permitted
    ## a post that friends can see
    act 2026-11-10T10:00 social-message isVisibleToContacts=true elements=opt-out
    then refused
    ## a postcard
    act 2026-11-10T10:00 postcard
    then refused
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

export const autodialConsent: Rule = rule({
  id: "us.tcpa.consent",
  version: 1,
  title: text(
    "Autodialled calls and texts, and artificial voices, need prior express consent",
    "自动拨号、自动短信及人工语音须事先明示同意",
  ),
  governs: ["call", "sms", "voicemail"],
  inForce: { from: "1992-12-20" },
  when: is("act.isAutomated"),
  test: consented("autodialled", "automated", "robocall"),
  severity: "block",
  force: "prohibition",
  cite: [tcpa("(a)(1)", "secondary")],
  remedy: text("Let a person dial, or obtain consent.", "请改为人工拨打，或先取得同意。"),
  examples: `
    ## with consent
    consent 2026-11-01T10:00 autodialled
    act 2026-11-10T10:00 call isAutomated=true
    then permitted
    ## without
    act 2026-11-10T10:00 call isAutomated=true
    then refused
  `,
});

export const revocation: Rule = rule({
  id: "us.tcpa.revocation",
  version: 1,
  title: text(
    "Revoked by any reasonable word: honoured within ten business days, here at once",
    "以任何合理方式撤回同意的，十个工作日内生效，本系统即时生效",
  ),
  governs: ["call", "sms", "voicemail"],
  inForce: { from: "2025-04-11" },
  when: is("act.isAutomated"),
  test: not(
    happened({
      what: {
        kinds: ["request", "refusal"],
        about: ["opt-out", "stop-channel", "revocation", "cease"],
        live: true,
        where: any(isUntold("event.channel"), { equal: [ref("event.channel"), ref("act.kind")] }),
      },
      in: { span: "ever" },
    }),
  ),
  severity: "block",
  force: "prohibition",
  cite: [tcpa("(a)(10)", "secondary", "stop, quit, end, revoke, opt out, cancel, unsubscribe")],
  remedy: text("Stop robocalls and robotexts on this topic.", "停止该事项的自动呼叫与短信。"),
  examples: `
    consent 2026-10-01T10:00 autodialled
    ## not revoked
    act 2026-11-10T10:00 sms isAutomated=true elements=opt-out
    then permitted
    ## STOP
    request 2026-11-01T10:00 opt-out channel=sms
    act 2026-11-10T10:00 sms isAutomated=true elements=opt-out
    then refused
  `,
});

export const revokeAll: Rule = rule({
  id: "us.tcpa.revoke-all",
  version: 1,
  title: text(
    "From 31 January 2027 one revocation ends all robocalls and robotexts, whatever their topic",
    "自2027年1月31日起，一次撤回即终止全部自动呼叫与短信",
  ),
  governs: ["call", "sms", "voicemail"],
  inForce: { from: "2027-01-31" },
  when: is("act.isAutomated"),
  test: not(
    happened({
      what: {
        kinds: ["request", "refusal"],
        about: ["opt-out", "stop-channel", "revocation", "cease"],
        live: true,
      },
      in: { span: "ever" },
    }),
  ),
  severity: "block",
  force: "prohibition",
  cite: [tcpa("(a)(10), waiver orders of 2025-04-07 and 2026-01-06", "secondary", "moved twice")],
  remedy: text("Stop all robocalls and robotexts.", "停止全部自动呼叫与短信。"),
  examples: `
    consent 2026-10-01T10:00 autodialled
    ## no revocation
    act 2027-01-31T10:00 call isAutomated=true
    then permitted
    ## a revocation by text closes the telephone too
    request 2027-01-15T10:00 revocation channel=sms
    act 2027-01-31T10:00 call isAutomated=true
    then refused
    ## the day before, it closes the texts only
    request 2027-01-15T10:00 revocation channel=sms
    act 2027-01-30T10:00 call isAutomated=true
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
