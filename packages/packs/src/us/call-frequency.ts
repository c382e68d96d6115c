import {
  all,
  any,
  cap,
  type Condition,
  coolOff,
  dated,
  happened,
  known,
  not,
  oneOf,
  param,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { byCreditor, collecting, regFDay, sameRecipient, spoke, toProfessional } from "./bound.ts";
import {
  districtOfColumbia,
  housePolicy,
  massachusetts,
  newYorkCity,
  regF,
  regFComment,
} from "./instruments.ts";

const calls = ["call", "voicemail"];
const callConsents = ["additional-calls", "call-back", "calls", "call"];
const anyConversation = { kinds: ["call"], outcomes: spoke, direction: "either" } as const;

/** Direct prior consent of at most seven days, the day of consent being day 1; a conversation uses it up. */
const byConsent: Condition = happened({
  what: { kinds: ["consent"], about: callConsents, live: true, per: ["debt"] },
  in: { span: "rolling-days", length: 7 },
  unlessFollowedBy: { ...anyConversation, where: oneOf("event.outcome", ...spoke) },
});

const notConnected: Condition = oneOf("event.outcome", "busy", "out-of-service");
const consentLaw = regF("1006.14(b)(3)(i)", "verified");
const connected = regFComment("14(b)(3)(ii)-1", "secondary");
const frequency = regF("1006.14(b)(2)(i)(A), (ii)(A)", "verified");
const presumed =
  "Exceeding the frequency is presumed a violation; the presumption may be rebutted, here it bars.";
const presumedZh = "超过该频次推定违规；推定可被反驳，本系统按禁止处理。";

const counted = {
  kinds: calls,
  per: ["person", "debt", "collector"],
  where: sameRecipient,
  leaveOut: [
    { when: notConnected, because: text("never connected", "未接通（忙音或空号）") },
    { when: byConsent, because: text("with direct prior consent", "已事先直接同意") },
  ],
} as const;

export const callFrequency: Rule = rule({
  id: "us.regulation-f.call-frequency",
  version: 1,
  title: text(
    "At most seven calls to one person about one debt within seven consecutive days",
    "就同一债务对同一人连续七日内致电不超过七次",
  ),
  governs: ["call", "voicemail"],
  inForce: { from: regFDay },
  when: all(collecting, not(toProfessional)),
  test: any(
    byConsent,
    cap({ of: counted, in: { span: "rolling-days", length: param("days") }, max: param("most") }),
  ),
  parameters: {
    most: dated([{ from: regFDay, value: 7, cite: frequency }]),
    days: dated([{ from: regFDay, value: 7, cite: frequency }]),
  },
  severity: "defer",
  force: "presumption",
  cite: [
    frequency,
    consentLaw,
    connected,
    regFComment("14(b)(2)(i)-1; 14(b)(4)-1, -2", "secondary"),
  ],
  remedy: text(
    `Wait until the first of these calls is seven days old. ${presumed}`,
    `请等到最早一次致电满七日。${presumedZh}`,
  ),
  examples: `
    ## the seventh call in seven days
    daily 2026-11-02 2026-11-07 10:00 call ring-out
    act 2026-11-08T10:00 call
    then permitted
    counted us.regulation-f.call-frequency 6
    ## the eighth
    daily 2026-11-02 2026-11-08 09:00 call voicemail
    act 2026-11-08T10:00 call
    then refused
    then defer 2026-11-09T13:00:01Z
    ## on the eighth day the first call has left the window
    daily 2026-11-02 2026-11-08 09:00 call ring-out
    act 2026-11-09T09:00 call
    then permitted
    ## busy and out of service never connected
    daily 2026-11-02 2026-11-07 09:00 call ring-out
    past 2026-11-08T09:00 call busy
    past 2026-11-08T09:10 call out-of-service
    act 2026-11-08T10:00 call
    then permitted
    left-out us.regulation-f.call-frequency 2
    ## seven calls about another debt
    daily 2026-11-02 2026-11-08 09:00 call ring-out debts=D2
    act 2026-11-08T10:00 call
    then permitted
    ## consent of today covers further calls
    daily 2026-11-02 2026-11-08 09:00 call ring-out
    consent 2026-11-08T09:30 additional-calls
    act 2026-11-08T18:00 call
    then permitted
    ## a creditor on its own debt is not bound
    daily 2026-11-02 2026-11-08 09:00 call ring-out
    act 2026-11-08T10:00 call actor=creditor
    then permitted
  `,
});

const cooldown = regF("1006.14(b)(2)(i)(B), (ii)(B)", "verified");

export const conversationCooldown: Rule = rule({
  id: "us.regulation-f.conversation-cooldown",
  version: 1,
  title: text(
    "No call within seven consecutive days after a conversation about the debt; its day is day 1",
    "就该债务通话后连续七日内（通话当日为第一日）不得再致电",
  ),
  governs: ["call", "voicemail"],
  inForce: { from: regFDay },
  when: all(collecting, not(toProfessional)),
  test: any(
    byConsent,
    all(
      coolOff({
        what: {
          ...anyConversation,
          per: ["person", "debt", "collector"],
          where: all(sameRecipient, oneOf("event.outcome", ...spoke)),
        },
        in: { span: "rolling-days", length: param("days") },
      }),
      // A call that is out and has not ended yet may become a conversation.
      coolOff({
        what: {
          kinds: ["call"],
          per: ["person", "debt", "collector"],
          where: not(known("event.outcome")),
        },
        in: { span: "rolling-hours", length: 0.25 },
      }),
    ),
  ),
  parameters: { days: dated([{ from: regFDay, value: 7, cite: cooldown }]) },
  severity: "defer",
  force: "presumption",
  cite: [cooldown, consentLaw, regFComment("14(b)(3)(i)-2; 14(b)(4)-1.ii", "secondary")],
  remedy: text(`Wait until the eighth day. ${presumed}`, `请等到第八日。${presumedZh}`),
  examples: `
    ## the seventh day after a conversation on the first
    past 2026-12-01T10:00 call conversation
    act 2026-12-07T10:00 call
    then refused
    then defer 2026-12-08T13:00:01Z
    ## the eighth day
    past 2026-12-01T10:00 call conversation
    act 2026-12-08T10:00 call
    then permitted
    ## a conversation that the consumer began
    past 2026-12-01T10:00 call conversation direction=inbound
    act 2026-12-03T10:00 call
    then refused
    ## "call me back Thursday", said in the conversation
    past 2026-12-01T10:00 call conversation
    consent 2026-12-01T10:00 call-back
    act 2026-12-03T10:00 call
    then permitted
    ## the call back became a conversation: the consent is used up
    past 2026-12-01T10:00 call conversation
    consent 2026-12-01T10:00 call-back
    past 2026-12-03T10:00 call conversation
    act 2026-12-04T10:00 call
    then refused
    ## a text is not a call
    past 2026-12-01T10:00 call conversation
    act 2026-12-03T10:00 sms elements=opt-out
    then allow
  `,
});

export const aggregateCalls: Rule = rule({
  id: "us.regulation-f.aggregate-calls",
  version: 1,
  title: text(
    "Many calls about all debts together may rebut the presumption of compliance",
    "各债务合计致电过多，合规推定可能被反驳",
  ),
  governs: ["call"],
  inForce: { from: regFDay },
  when: all(collecting, not(toProfessional)),
  test: cap({
    of: { ...counted, per: ["person", "collector"] },
    in: { span: "rolling-days", length: 7 },
    max: param("most"),
  }),
  parameters: {
    most: dated([
      {
        from: regFDay,
        value: 14,
        cite: housePolicy("aggregate pattern: twice the number for one debt", "house-policy"),
      },
    ]),
  },
  severity: "warn",
  force: "presumption",
  cite: [
    regFComment("14(b)(2)(i)-2", "secondary", "frequency and pattern of all calls is a factor"),
  ],
  remedy: text("Look at the pattern of all calls to this person.", "请审视对该人的整体致电情况。"),
  examples: `
    ## seven calls about another debt
    daily 2026-11-02 2026-11-08 09:00 call ring-out debts=D2
    act 2026-11-08T10:00 call
    then permitted
    ## fourteen about two others
    daily 2026-11-02 2026-11-08 09:00 call ring-out debts=D2
    daily 2026-11-02 2026-11-08 09:30 call ring-out debts=D3
    act 2026-11-08T10:00 call
    then refused
    then allow
  `,
});

const stateLaw = regF("1006.104", "verified", "more protective state law stands");

export const massachusettsCalls: Rule = rule({
  id: "us.massachusetts.call-frequency",
  version: 1,
  title: text(
    "Massachusetts: at most two telephone communications per debt in seven days, creditors too",
    "马萨诸塞州：每笔债务七日内电话沟通不超过两次，债权人同样受限",
  ),
  governs: ["call", "voicemail", "sms"],
  inForce: { from: regFDay },
  when: oneOf("person.state", "MA", "Massachusetts"),
  test: any(
    byConsent,
    cap({
      of: {
        kinds: [...calls, "sms"],
        per: ["person", "debt"],
        where: sameRecipient,
        leaveOut: [
          { when: notConnected, because: text("never connected", "未接通（忙音或空号）") },
        ],
      },
      in: { span: "rolling-days", length: 7 },
      max: param("most"),
    }),
  ),
  parameters: {
    most: dated([{ from: regFDay, value: 2, cite: massachusetts("7.04(1)(f)", "secondary") }]),
  },
  severity: "defer",
  force: "prohibition",
  cite: [massachusetts("7.04(1)(f)", "secondary"), stateLaw],
  remedy: text("Wait until the first is seven days old.", "请等到最早一次满七日。"),
  examples: `
    fact person.state = MA
    ## the second in a week
    past 2026-11-03T10:00 call ring-out
    act 2026-11-05T10:00 call
    then permitted
    ## the third, by the creditor itself
    past 2026-11-03T10:00 call ring-out
    past 2026-11-04T10:00 call voicemail
    act 2026-11-05T10:00 call actor=creditor
    then refused
  `,
});

export const localCalls: Rule = rule({
  id: "us.local.call-frequency",
  version: 1,
  title: text(
    "New York City and the District of Columbia have lower caps",
    "纽约市与哥伦比亚特区的频次上限更低",
  ),
  governs: ["call", "voicemail"],
  inForce: { from: regFDay },
  when: any(oneOf("person.state", "DC"), oneOf("person.city", "New York", "NYC", "New-York")),
  test: cap({
    of: { kinds: calls, per: ["person", "debt"], where: sameRecipient },
    in: { span: "rolling-days", length: 7 },
    max: param("most"),
  }),
  parameters: {
    most: dated([
      { from: regFDay, value: 3, cite: newYorkCity("—", "memory", "number not checked") },
    ]),
  },
  severity: "hold",
  force: "prohibition",
  cite: [
    newYorkCity("—", "memory", "number not checked"),
    districtOfColumbia("—", "memory", "number not checked"),
    stateLaw,
  ],
  remedy: text(
    "The number is from memory: have it checked before a fourth call.",
    "该上限尚未核实：第四次致电前请人工核查。",
  ),
  examples: `
    fact person.state = DC
    ## the third in a week
    past 2026-11-03T10:00 call ring-out
    past 2026-11-04T10:00 call ring-out
    act 2026-11-05T10:00 call
    then permitted
    ## the fourth is held, for nobody has checked the number
    past 2026-11-03T10:00 call ring-out
    past 2026-11-03T15:00 call ring-out
    past 2026-11-04T10:00 call ring-out
    act 2026-11-05T10:00 call
    then refused
    then hold
  `,
});

export const firstPartyCalls: Rule = rule({
  id: "us.policy.first-party-calls",
  version: 1,
  title: text(
    "A creditor keeps to seven calls in seven days as well: our policy, not law",
    "债权人自行催收亦遵循七日七次：平台政策，非法律要求",
  ),
  governs: ["call", "voicemail"],
  inForce: { from: regFDay },
  when: byCreditor,
  test: cap({
    of: { ...counted, per: ["person", "debt"] },
    in: { span: "rolling-days", length: 7 },
    max: param("most"),
  }),
  parameters: {
    most: dated([
      { from: regFDay, value: 7, cite: housePolicy("first-party calls", "house-policy") },
    ]),
  },
  severity: "warn",
  force: "policy",
  cite: [housePolicy("first-party calls", "house-policy")],
  remedy: text("Wait, or say why this call is needed.", "请等待，或说明此次致电的必要性。"),
  examples: `
    actor creditor
    ## the seventh
    daily 2026-11-02 2026-11-07 09:00 call ring-out
    act 2026-11-08T10:00 call
    then permitted
    ## the eighth is noted, not barred
    daily 2026-11-02 2026-11-08 09:00 call ring-out
    act 2026-11-08T10:00 call
    then refused
    then allow
  `,
});
