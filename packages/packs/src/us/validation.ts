import {
  all,
  any,
  dated,
  dayAfter,
  deadline,
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
  type Term,
} from "@fairdue/conduct";
import { byCollector, collecting, contacts, regFDay, toProfessional } from "./bound.ts";
import { regF } from "./instruments.ts";

const noticeSent = happened({
  what: {
    kinds: ["notice", "letter", "email"],
    about: ["validation-notice"],
    where: known("event.about"),
  },
  in: { span: "ever" },
});

const withinFive = regF("1006.34(a)(1)(i)(B)", "verified");

export const validationNotice: Rule = rule({
  id: "us.regulation-f.validation-notice",
  version: 1,
  title: text(
    "Validation information in the first communication or within five days of it",
    "首次沟通时或其后五日内提供债务确认信息",
  ),
  governs: contacts,
  inForce: { from: regFDay },
  when: all(collecting, known("debt.initialCommunicationOn"), not(toProfessional)),
  test: any(
    noticeSent,
    known("debt.validationSentOn"),
    is("debt.isPaid"),
    equal("act.purpose", "validation-notice"),
    deadline({ from: ref("debt.initialCommunicationOn"), length: param("days"), unit: "days" }),
  ),
  parameters: { days: dated([{ from: regFDay, value: 5, cite: withinFive }]) },
  severity: "require",
  force: "prohibition",
  cite: [withinFive],
  remedy: text("Send the validation information first.", "请先寄送债务确认信息。"),
  examples: `
    fact debt.initialCommunicationOn = 2026-11-02
    ## on the fifth day
    act 2026-11-07T10:00 call
    then permitted
    ## on the sixth day, with nothing sent
    act 2026-11-08T10:00 call
    then refused
    then require
    ## sent in time
    notice 2026-11-05T10:00 validation-notice
    act 2026-11-20T10:00 call
    then permitted
  `,
});

const validationContent = [
  "collector-identity",
  "consumer-identity",
  "creditor-on-itemization-date",
  "current-creditor",
  "itemization-date",
  "amount-on-itemization-date",
  "itemized-charges",
  "current-amount",
  "end-date-statements",
  "cfpb-link",
  "response-prompts",
];

const content = regF("1006.34(c)", "verified", "in part; the whole from memory");

export const validationContents: Rule = rule({
  id: "us.regulation-f.validation-content",
  version: 1,
  title: text("What validation information holds", "债务确认信息的必备内容"),
  governs: ["letter", "email", "in-app-message"],
  inForce: { from: regFDay },
  when: all(byCollector, equal("act.purpose", "validation-notice")),
  test: holdsAll("act.elements", param("content")),
  parameters: { content: dated([{ from: regFDay, value: validationContent, cite: content }]) },
  severity: "block",
  force: "prohibition",
  whenUnknown: "require",
  cite: [content],
  remedy: text("Use the model form B-1.", "请采用B-1示范格式。"),
  examples: `
    ## whole
    act 2026-11-10T10:00 letter purpose=validation-notice elements=${validationContent.join(",")}
    then permitted
    ## without the dates by which to dispute
    act 2026-11-10T10:00 letter purpose=validation-notice elements=collector-identity,consumer-identity,current-amount
    then refused
  `,
});

const receipt = regF(
  "1006.34(b)(5)",
  "memory",
  "assumed receipt: five days, not counting Saturdays, Sundays, legal public holidays",
);

/** The end of the validation period: thirty days after receipt, or assumed receipt. */
function periodEnd(from: "received" | "sent"): Term {
  if (from === "received") return dayAfter(ref("debt.validationReceivedOn"), param("days"), "days");
  const assumed = dayAfter(ref("debt.validationSentOn"), param("mailDays"), "business-days");
  return dayAfter(assumed, param("days"), "days");
}

export const disputePause: Rule = rule({
  id: "us.regulation-f.dispute-pause",
  version: 1,
  title: text(
    "A written dispute within the validation period stops collection until verification is sent",
    "确认期内的书面争议须暂停催收，直至寄送核实材料",
  ),
  governs: [...contacts, "negative-report", "lawsuit"],
  inForce: { from: regFDay },
  when: all(
    byCollector,
    not(toProfessional),
    not(oneOf("act.purpose", "verification", "original-creditor-answer", "marketing", "service")),
    not(equal("dispute.isInWriting", false)),
    any(
      is("debt.isDisputed"),
      happened({
        what: {
          kinds: ["dispute", "objection", "request"],
          about: ["debt", "validation", "validation-notice", "original-creditor", "verification"],
          per: ["debt"],
          leaveOut: [
            {
              when: {
                waited: {
                  after: {
                    kinds: ["notice", "letter", "email"],
                    about: ["validation-notice"],
                    where: known("event.about"),
                  },
                  receivedAfter: param("mailDays"),
                  length: { plus: [param("days"), 1] },
                  unit: "days",
                },
              },
              because: text("after the validation period", "晚于确认期"),
            },
          ],
          where: any(
            equal("event.kind", "dispute"),
            equal("event.kind", "objection"),
            known("event.about"),
          ),
        },
        in: { span: "ever" },
      }),
    ),
    // A dispute that is known to have come after the period does not stop collection.
    any(
      not(known("dispute.receivedOn")),
      all(not(known("debt.validationReceivedOn")), not(known("debt.validationSentOn"))),
      all(known("debt.validationReceivedOn"), {
        atMost: [ref("dispute.receivedOn"), periodEnd("received")],
      }),
      all(not(known("debt.validationReceivedOn")), known("debt.validationSentOn"), {
        atMost: [ref("dispute.receivedOn"), periodEnd("sent")],
      }),
    ),
  ),
  test: any(
    is("debt.isVerified"),
    is("debt.isDuplicateDispute"),
    happened({
      what: {
        kinds: ["notice", "letter"],
        about: ["verification", "original-creditor"],
        where: known("event.about"),
      },
      in: { span: "ever" },
    }),
  ),
  parameters: {
    days: dated([{ from: regFDay, value: 30, cite: regF("1006.34(b)(5)", "verified") }]),
    mailDays: dated([{ from: regFDay, value: 5, cite: receipt }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.38", "verified"), receipt],
  remedy: text(
    "Send verification, or the name of the original creditor, before going on.",
    "请先寄送核实材料或原债权人信息。",
  ),
  examples: `
    ## no dispute
    act 2026-11-10T10:00 call
    then permitted
    ## disputed, not verified
    fact debt.isDisputed = true
    act 2026-11-10T10:00 call
    then refused
    ## disputed and verified
    fact debt.isDisputed = true
    fact debt.isVerified = true
    act 2026-11-10T10:00 call
    then permitted
    ## sent on 1 October 2026, assumed received on the 8th: the 7th of November is in time
    fact debt.validationSentOn = 2026-10-01
    fact debt.isDisputed = true
    fact dispute.receivedOn = 2026-11-07
    act 2026-11-10T10:00 call
    then refused
    ## the 8th of November is too late
    fact debt.validationSentOn = 2026-10-01
    fact debt.isDisputed = true
    fact dispute.receivedOn = 2026-11-08
    act 2026-11-10T10:00 call
    then permitted
    ## notice of 1 October in the history: a dispute of the 8th of November is too late
    notice 2026-10-01T10:00 validation-notice
    past 2026-11-08T10:00 dispute
    act 2026-11-10T10:00 call
    then permitted
    ## that of the 7th is in time
    notice 2026-10-01T10:00 validation-notice
    past 2026-11-07T10:00 dispute
    act 2026-11-10T10:00 call
    then refused
    ## a dispute event in the history
    past 2026-11-05T10:00 dispute
    act 2026-11-10T10:00 call
    then refused
  `,
});

export const overshadowing: Rule = rule({
  id: "us.regulation-f.overshadowing",
  version: 1,
  title: text(
    "Nothing within the validation period overshadows the right to dispute",
    "确认期内不得以其他表述掩盖争议权利",
  ),
  governs: [...contacts, "legal-threat"],
  inForce: { from: regFDay },
  when: all(byCollector, known("act.overshadows")),
  test: not(is("act.overshadows")),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.38(b)", "verified")],
  remedy: text(
    "Ask for payment without a date that falls before the period ends.",
    "不得要求在确认期届满前付款。",
  ),
  examples: `
    ## a plain reminder
    act 2026-11-10T10:00 letter overshadows=false
    then permitted
    ## "pay within ten days or be sued"
    act 2026-11-10T10:00 letter overshadows=true
    then refused
  `,
});

export const keepable: Rule = rule({
  id: "us.regulation-f.disclosure-form",
  version: 1,
  title: text(
    "Disclosures are sent so that the person may expect to notice and keep them",
    "披露须以可合理预期被知悉且可留存的方式送达",
  ),
  governs: ["letter", "email", "sms", "in-app-message"],
  inForce: { from: regFDay },
  when: all(
    byCollector,
    oneOf("act.purpose", "validation-notice", "verification", "original-creditor-answer"),
  ),
  test: all(
    not(is("act.isUndeliverable")),
    any(
      oneOf("act.kind", "letter"),
      is("act.isESignCompliant"),
      equal("act.purpose", "validation-notice"),
    ),
    not(equal("act.kind", "sms")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.42", "verified")],
  remedy: text(
    "Send it on paper, or with consent under the E-SIGN Act.",
    "请书面寄送，或按E-SIGN法取得同意。",
  ),
  examples: `
    ## on paper
    act 2026-11-10T10:00 letter purpose=verification
    then permitted
    ## as a text
    act 2026-11-10T10:00 sms purpose=verification elements=opt-out
    then refused
  `,
});
