import {
  all,
  any,
  consented,
  dated,
  equal,
  happened,
  is,
  known,
  not,
  oneOf,
  rule,
  type Rule,
  text,
  within,
} from "@fairdue/conduct";
import { atWork, collecting, contacts, isUntold, regFDay } from "./bound.ts";
import { fdcpa, regF, regFComment, tcpa } from "./instruments.ts";

const eightToNine = [{ from: "08:00", to: "21:00" }] as const;
const inconvenient = regF("1006.6(b)(1)(i)", "verified");
const statute = fdcpa(
  "1692c(a)(1)",
  "secondary",
  "after 8 … before 9: both full hours are outside",
);

/** One answer to what the person began (comment 6(b)(1)-2), and 1006.6(b)(4): the person's consent, given directly, or a court's permission. */
const excepted = any(
  is("act.isReply"),
  consented("quiet-hours", "inconvenient-time", "this-contact"),
  is("person.convenientHoursKnown"),
  is("court.permits"),
  all(
    known("person.convenientHours"),
    within({ bands: { fact: "person.convenientHours" }, zone: "person", edges: "[]" }),
  ),
);

export const hours: Rule = rule({
  id: "us.regulation-f.hours",
  version: 1,
  title: text(
    "Between eight in the morning and nine in the evening, in every place where the person may be",
    "仅可在当事人可能所在的每一时区的早8点至晚9点之间联系",
  ),
  governs: [
    "call",
    "voicemail",
    "sms",
    "email",
    "app-push",
    "in-app-message",
    "social-message",
    "visit",
  ],
  inForce: { from: regFDay },
  when: collecting,
  test: any(excepted, within({ bands: { param: "open" }, zone: "person", edges: "()" })),
  parameters: { open: dated([{ from: regFDay, value: eightToNine, cite: inconvenient }]) },
  severity: "defer",
  force: "presumption",
  cite: [
    inconvenient,
    statute,
    regFComment("6(b)(1)(i)-1", "memory", "a message has the time at which it is sent"),
    regFComment("6(b)(1)(i)-2", "memory", "conflicting places: convenient in all of them"),
  ],
  remedy: text(
    "Wait for an hour that fits in every place. An hour is inconvenient unless the person has said otherwise.",
    "请等到各可能时区均合适的时间。除非当事人另有说明，该时段推定为不便。",
  ),
  examples: `
    ## ten in the morning
    act 2026-11-10T10:00 call
    then permitted
    ## eight to the second is outside
    act 2026-11-10T08:00:00 call
    then refused
    then defer 2026-11-10T13:00:01Z
    ## a text at a quarter past nine
    act 2026-11-10T21:15 sms elements=opt-out
    then refused
    ## Eastern number, Pacific address: ten Eastern is seven Pacific
    zones America/New_York,America/Los_Angeles
    act 2026-11-10T10:00-05:00 call
    then refused
    ## Eastern number, Pacific address: noon Eastern fits in both
    zones America/New_York,America/Los_Angeles
    act 2026-11-10T12:00-05:00 call
    then permitted
    ## nobody knows where the person is
    zones unknown
    act 2026-11-10T12:00-05:00 call
    then refused
    then deny
    ## a night worker who has called the night convenient
    fact person.convenientHours = 22:00-23:00
    act 2026-11-10T22:30 call
    then permitted
  `,
});

export const inconvenientTime: Rule = rule({
  id: "us.regulation-f.known-inconvenient",
  version: 1,
  title: text(
    "Not at a time or place that the person has called inconvenient",
    "不得在当事人表示不便的时间或地点联系",
  ),
  governs: contacts,
  inForce: { from: regFDay },
  when: collecting,
  test: any(
    consented("quiet-hours", "inconvenient-time", "inconvenient-place", "this-contact"),
    is("court.permits"),
    is("act.isReply"),
    all(
      not(is("act.isKnownInconvenient")),
      any(
        isUntold("person.inconvenientHours"),
        oneOf("act.kind", "letter", "postcard"),
        not(within({ bands: { fact: "person.inconvenientHours" }, zone: "person", edges: "[)" })),
      ),
      not(
        happened({
          what: {
            kinds: ["request", "refusal"],
            about: ["inconvenient-place"],
            live: true,
            where: { equal: [{ fact: "event.place" }, { fact: "act.place" }] },
          },
          in: { span: "ever" },
        }),
      ),
    ),
  ),
  severity: "block",
  force: "prohibition",
  cite: [
    regF("1006.6(b)(1)(i), (ii)", "verified"),
    regFComment(
      "6(b)(1)-1",
      "secondary",
      "the person's own words, and notes in the creditor's file",
    ),
  ],
  remedy: text(
    "Ask for, and keep to, a convenient time and place.",
    "请询问并遵守当事人方便的时间和地点。",
  ),
  examples: `
    ## on Saturday, to a person who sleeps by day on weekdays
    fact person.inconvenientHours = mon-fri 09:00-17:00
    act 2026-11-14T10:00 call
    then permitted
    ## the same on Tuesday
    fact person.inconvenientHours = mon-fri 09:00-17:00
    act 2026-11-10T10:00 call
    then refused
    ## the collector ought to know that the time is bad
    act 2026-11-10T10:00 call isKnownInconvenient=true
    then refused
  `,
});

export const workplace: Rule = rule({
  id: "us.regulation-f.workplace",
  version: 1,
  title: text(
    "Not at work where the employer forbids it or the person has asked to be left alone there",
    "雇主禁止或当事人要求时，不得在工作场所联系",
  ),
  governs: contacts,
  inForce: { from: regFDay },
  when: all(collecting, atWork),
  test: any(
    consented("work", "inconvenient-place", "this-contact"),
    is("court.permits"),
    all(
      not(is("employer.prohibitsContact")),
      not(
        happened({
          what: {
            kinds: ["request", "refusal"],
            about: ["work", "inconvenient-place"],
            live: true,
          },
          in: { span: "ever" },
        }),
      ),
    ),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.6(b)(1)(ii), (b)(3)", "verified")],
  remedy: text("Reach the person elsewhere.", "请通过其他地点联系。"),
  examples: `
    ## at work, and nobody forbids it
    act 2026-11-10T10:00 call place=work
    then permitted
    ## the employer forbids such calls
    fact employer.prohibitsContact = true
    act 2026-11-10T10:00 call place=work
    then refused
    ## "I can't take calls at work"
    request 2026-11-01T10:00 work
    act 2026-11-10T10:00 call place=work
    then refused
  `,
});

export const workEmail: Rule = rule({
  id: "us.regulation-f.work-email",
  version: 1,
  title: text(
    "No e-mail to an address known to be given by the employer",
    "不得向已知由雇主提供的邮箱发送邮件",
  ),
  governs: ["email"],
  inForce: { from: regFDay },
  when: all(collecting, any(atWork, is("act.isWorkAddress"))),
  test: any(
    consented("work-email", "work"),
    happened({
      what: { kinds: ["email"], direction: "inbound", per: ["contactPoint"] },
      in: { span: "ever" },
    }),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.22(f)(3)", "memory")],
  remedy: text(
    "Use an address of the person's own, or one from which the person wrote about the debt.",
    "请使用当事人自己的邮箱，或当事人曾就该债务来信的邮箱。",
  ),
  examples: `
    ## the person has consented to this address
    consent 2026-11-01T10:00 work-email
    act 2026-11-10T10:00 email isWorkAddress=true elements=opt-out
    then permitted
    ## the person wrote from it about the debt
    past 2026-11-01T10:00 email direction=inbound contactPoint=work-email
    act 2026-11-10T10:00 email contactPoint=work-email elements=opt-out
    then permitted
    ## nobody has
    act 2026-11-10T10:00 email isWorkAddress=true elements=opt-out
    then refused
  `,
});

export const solicitationHours: Rule = rule({
  id: "us.tcpa.solicitation-hours",
  version: 1,
  title: text(
    "Telephone solicitation only between eight and nine at the called party's location",
    "电话营销仅限被叫方当地早8点至晚9点",
  ),
  governs: ["call", "sms", "voicemail"],
  inForce: { from: "2003-10-01" },
  when: equal("act.purpose", "marketing"),
  test: within({ bands: { param: "open" }, zone: "person", edges: "[]" }),
  parameters: {
    open: dated([{ from: "2003-10-01", value: eightToNine, cite: tcpa("(c)(1)", "secondary") }]),
  },
  severity: "defer",
  force: "prohibition",
  cite: [tcpa("(c)(1)", "secondary")],
  remedy: text("Wait for the day.", "请等到日间时段。"),
  examples: `
    ## an offer at noon
    act 2026-11-10T12:00 call purpose=marketing
    then permitted
    ## an offer at half past nine in the evening
    act 2026-11-10T21:30 call purpose=marketing
    then refused
  `,
});
