import {
  all,
  any,
  cap,
  type Condition,
  consented,
  dated,
  is,
  not,
  oneOf,
  param,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { collecting, guidelineDay, spokenOrSent } from "./bound.ts";
import { guideline } from "./instruments.ts";

const s5 = guideline("s 5 frequency of contact", "verified");

const s3 = guideline("s 3 what is contact", "verified");

/** Contact that was made, in the wide sense of section 3; an attempt that reached nobody is none. */
const made = {
  kinds: spokenOrSent,
  per: ["debt"],
  where: { equal: [{ fact: "event.recipient" }, { fact: "act.recipient" }] } as Condition,
  leaveOut: [
    {
      when: oneOf("event.outcome", "ring-out", "busy", "out-of-service", "rejected", "undelivered"),
      because: text("an attempt that reached nobody", "未接触到对方的尝试"),
    },
    {
      when: is("event.isSameThread"),
      because: text("one thread with a contact already counted", "与已计接触同属一次往来"),
    },
  ],
} as const;

const sameThread: Condition = any(is("act.isReply"), is("act.isSameThread"));

export const weeklyContacts: Rule = rule({
  id: "au.rg96.weekly-contacts",
  version: 1,
  title: text("At most three contacts a week per account", "每账户每周接触不超过三次"),
  governs: spokenOrSent,
  inForce: { from: guidelineDay },
  when: all(collecting, not(sameThread)),
  test: cap({ of: made, in: { span: "rolling-days", length: 7 }, max: param("most") }),
  parameters: { most: dated([{ from: guidelineDay, value: 3, cite: s5 }]) },
  severity: "defer",
  force: "guidance",
  cite: [s5, s3],
  remedy: text(
    "Wait until the first of them is a week old. More than three a week may be undue harassment.",
    "请等到最早一次满一周。每周逾三次可能构成不当骚扰。",
  ),
  examples: `
    ## the third
    past 2026-11-03T10:00 call conversation
    past 2026-11-05T10:00 email
    act 2026-11-09T10:00 call
    then permitted
    counted au.rg96.weekly-contacts 2
    ## the fourth
    past 2026-11-04T10:00 call conversation
    past 2026-11-05T10:00 email
    past 2026-11-06T10:00 sms
    act 2026-11-09T10:00 call
    then refused
    ## voicemail, e-mail and text are three contacts
    past 2026-11-09T10:00 call voicemail
    past 2026-11-09T10:10 email
    past 2026-11-09T10:20 sms
    act 2026-11-10T10:00 call
    then refused
    ## answered and soon cut off, then a voicemail: two contacts
    past 2026-11-09T10:00 call answered-dropped
    past 2026-11-09T10:10 call voicemail
    act 2026-11-10T10:00 call
    then permitted
    counted au.rg96.weekly-contacts 2
    ## calls that rang out are attempts
    daily 2026-11-04 2026-11-09 10:00 call ring-out
    act 2026-11-10T10:00 call
    then permitted
    counted au.rg96.weekly-contacts 0
    ## contacts about another account
    past 2026-11-04T10:00 call conversation debts=D2
    past 2026-11-05T10:00 call conversation debts=D2
    past 2026-11-06T10:00 call conversation debts=D2
    act 2026-11-09T10:00 call
    then permitted
    ## an answer within a thread that the person keeps up
    past 2026-11-04T10:00 email
    past 2026-11-05T10:00 email
    past 2026-11-06T10:00 email
    past 2026-11-09T09:00 email direction=inbound
    act 2026-11-09T10:00 email isReply=true
    then permitted
  `,
});

export const monthlyContacts: Rule = rule({
  id: "au.rg96.monthly-contacts",
  version: 1,
  title: text("At most ten contacts a month per account", "每账户每月接触不超过十次"),
  governs: spokenOrSent,
  inForce: { from: guidelineDay },
  when: all(collecting, not(sameThread)),
  test: all(
    cap({ of: made, in: { span: "rolling-days", length: 28 }, max: param("most") }),
    cap({ of: made, in: { span: "month" }, max: param("most") }),
  ),
  parameters: { most: dated([{ from: guidelineDay, value: 10, cite: s5 }]) },
  severity: "defer",
  force: "guidance",
  cite: [s5, s3],
  remedy: text("Wait for the next month.", "请等到次月。"),
  examples: `
    ## the tenth
    past 2026-11-01T10:00 email
    past 2026-11-03T10:00 email
    past 2026-11-05T10:00 email
    past 2026-11-08T10:00 email
    past 2026-11-10T10:00 email
    past 2026-11-12T10:00 email
    past 2026-11-15T10:00 email
    past 2026-11-17T10:00 email
    past 2026-11-19T10:00 email
    act 2026-11-24T10:00 email
    then permitted
    ## the eleventh
    past 2026-11-01T10:00 email
    past 2026-11-03T10:00 email
    past 2026-11-05T10:00 email
    past 2026-11-08T10:00 email
    past 2026-11-10T10:00 email
    past 2026-11-12T10:00 email
    past 2026-11-15T10:00 email
    past 2026-11-17T10:00 email
    past 2026-11-19T10:00 email
    past 2026-11-22T10:00 email
    act 2026-11-27T10:00 email
    then refused
  `,
});

export const attempts: Rule = rule({
  id: "au.rg96.attempts",
  version: 1,
  title: text("Attempts are not excessive either", "未接触到对方的尝试也不得过度"),
  governs: ["call"],
  inForce: { from: guidelineDay },
  when: collecting,
  test: cap({
    of: { kinds: ["call"], per: ["debt"] },
    in: { span: "day" },
    max: param("most"),
  }),
  parameters: {
    most: dated([
      {
        from: guidelineDay,
        value: 3,
        cite: guideline(
          "s 5",
          "house-policy",
          "several attempts a day may harass; the guideline has no number",
        ),
      },
    ]),
  },
  severity: "warn",
  force: "guidance",
  cite: [s5],
  remedy: text("Leave time to answer between attempts.", "两次尝试之间应留出回应时间。"),
  examples: `
    ## the third try of a day
    past 2026-11-10T09:00 call ring-out
    past 2026-11-10T12:00 call ring-out
    act 2026-11-10T15:00 call
    then permitted
    ## the fourth is noted
    past 2026-11-10T09:00 call ring-out
    past 2026-11-10T09:10 call ring-out
    past 2026-11-10T09:20 call ring-out
    act 2026-11-10T09:30 call
    then refused
    then allow
  `,
});

const s7 = guideline("s 7 face-to-face contact", "memory");

export const visits: Rule = rule({
  id: "au.rg96.visits",
  version: 1,
  title: text(
    "At most one visit a month, and it ends when the person asks",
    "每月至多上门一次，被要求离开即离开",
  ),
  governs: ["visit"],
  inForce: { from: guidelineDay },
  when: collecting,
  test: all(
    cap({ of: { kinds: ["visit"], per: ["person"] }, in: { span: "month" }, max: param("most") }),
    cap({
      of: { kinds: ["visit"], per: ["person"] },
      in: { span: "rolling-days", length: 28 },
      max: param("most"),
    }),
    not(is("act.askedToLeave")),
  ),
  parameters: { most: dated([{ from: guidelineDay, value: 1, cite: s7 }]) },
  severity: "defer",
  force: "guidance",
  cite: [s7],
  remedy: text(
    "Write or call; come only where nothing else has worked, and not twice in a month.",
    "请先去信或致电；仅在其他方式无效时上门，且一个月内不得两次。",
  ),
  examples: `
    ## the first in a month, all else having failed
    act 2026-11-10T10:00 visit isLastResort=true
    then permitted
    ## the second
    past 2026-10-20T10:00 visit
    act 2026-11-10T10:00 visit isLastResort=true
    then refused
    ## asked to leave
    act 2026-11-10T10:00 visit isLastResort=true askedToLeave=true
    then refused
  `,
});

export const visitLastResort: Rule = rule({
  id: "au.rg96.visit-last-resort",
  version: 1,
  title: text("A visit is the last resort", "上门为最后手段"),
  governs: ["visit"],
  inForce: { from: guidelineDay },
  when: collecting,
  test: any(is("act.isLastResort"), consented("visit")),
  severity: "hold",
  force: "guidance",
  whenUnknown: "flag",
  cite: [s7],
  remedy: text("Write or call first.", "请先去信或致电。"),
  examples: `
    ## every other way has failed
    act 2026-11-10T10:00 visit isLastResort=true
    then permitted
    ## no other way was tried
    act 2026-11-10T10:00 visit isLastResort=false
    then refused
    then hold
  `,
});
