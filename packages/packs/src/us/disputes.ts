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
import { regF, regFComment } from "./instruments.ts";

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
export function periodEnd(from: "received" | "sent"): Term {
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

export const timeBarred: Rule = rule({
  id: "us.regulation-f.time-barred",
  version: 1,
  title: text(
    "No suit, and no threat of one, on a time-barred debt",
    "对已过时效债务不得起诉或威胁起诉",
  ),
  governs: ["lawsuit", "legal-threat"],
  inForce: { from: regFDay },
  when: byCollector,
  test: any(not(is("debt.isTimeBarred")), is("act.isBankruptcyClaim")),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.26(b)", "verified", "whether or not the collector knows")],
  remedy: text("Leave out the courts.", "不得诉诸法院。"),
  examples: `
    ## in time
    act 2026-11-10T10:00 lawsuit
    then permitted
    ## limitation has run
    fact debt.isTimeBarred = true
    act 2026-11-10T10:00 lawsuit
    then refused
    ## a threat
    fact debt.isTimeBarred = true
    act 2026-11-10T10:00 legal-threat
    then refused
    ## a proof of claim in bankruptcy
    fact debt.isTimeBarred = true
    act 2026-11-10T10:00 lawsuit isBankruptcyClaim=true
    then permitted
  `,
});

const wait = regFComment("30(a)(1)-2, -3", "verified");
const written = ["letter", "email", "sms", "in-app-message", "notice"];
const sent = { kinds: written, per: ["debt"] } as const;

export const beforeFurnishing: Rule = rule({
  id: "us.regulation-f.before-furnishing",
  version: 1,
  title: text(
    "Before a bureau is told: speak with the person, or write and wait fourteen days without a return",
    "报送征信机构前须与当事人通话、面谈，或去信后等待14日且未被退回",
  ),
  governs: ["negative-report"],
  inForce: { from: regFDay },
  when: byCollector,
  test: any(
    is("debt.spokenToConsumer"),
    happened({
      what: {
        kinds: ["call", "visit"],
        direction: "either",
        per: ["debt"],
        where: oneOf("event.outcome", "conversation", "connected", "answered"),
      },
      in: { span: "ever" },
    }),
    all(
      { waited: { after: sent, length: param("days"), unit: "days" } },
      happened({
        what: sent,
        in: { span: "ever" },
        unlessFollowedBy: { kinds: ["returned"] },
      }),
    ),
  ),
  parameters: { days: dated([{ from: regFDay, value: 14, cite: wait }]) },
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.30(a)", "verified"), wait],
  remedy: text(
    "Speak with the person, or write, wait fourteen consecutive days, and watch for returned mail.",
    "请与当事人沟通，或去信并等待连续14日，同时留意退信。",
  ),
  examples: `
    ## a conversation
    past 2026-11-01T10:00 call conversation
    act 2026-11-10T10:00 negative-report
    then permitted
    ## a letter of 14 days ago
    past 2026-10-27T10:00 letter
    act 2026-11-10T10:00 negative-report
    then permitted
    ## a letter of 13 days ago
    past 2026-10-28T10:00 letter
    act 2026-11-10T10:00 negative-report
    then refused
    ## it came back
    past 2026-10-20T10:00 letter
    past 2026-10-29T10:00 returned
    act 2026-11-10T10:00 negative-report
    then refused
    ## nothing but calls that nobody answered
    past 2026-11-01T10:00 call ring-out
    act 2026-11-10T10:00 negative-report
    then refused
    ## a creditor reports its own debt
    act 2026-11-10T10:00 negative-report actor=creditor
    then permitted
  `,
});

export const noSale: Rule = rule({
  id: "us.regulation-f.no-sale",
  version: 1,
  title: text(
    "No sale or placement of a debt paid, settled, discharged or reported as identity theft",
    "已清偿、已和解、已免责或涉身份盗用的债务不得转让",
  ),
  governs: ["debt-sale", "placement", "sub-placement"],
  inForce: { from: regFDay },
  when: byCollector,
  test: all(
    not(is("debt.isPaid")),
    not(is("debt.isDischarged")),
    not(is("debt.isIdentityTheft")),
    not(is("person.isFraudVictim")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.30(b)", "memory")],
  remedy: text("Keep it, and close it.", "不得转让，应予了结。"),
  examples: `
    ## an open debt
    act 2026-11-10T10:00 debt-sale
    then permitted
    ## paid
    fact debt.isPaid = true
    act 2026-11-10T10:00 debt-sale
    then refused
    ## identity theft
    fact debt.isIdentityTheft = true
    act 2026-11-10T10:00 debt-sale
    then refused
  `,
});

const threeYears = regF("1006.100", "verified");

export const retention: Rule = rule({
  id: "us.regulation-f.retention",
  version: 1,
  title: text(
    "Records stay three years after the last collection activity, recordings three years from the call",
    "记录自最后催收活动起保存三年，录音自通话起保存三年",
  ),
  governs: ["record-deletion"],
  inForce: { from: regFDay },
  when: all(byCollector, oneOf("record.kind", "collection", "recording")),
  test: { atLeast: [{ daysSince: ref("record.endedOn") }, param("days")] },
  parameters: { days: dated([{ from: regFDay, value: 1096, cite: threeYears }]) },
  severity: "block",
  force: "prohibition",
  cite: [threeYears],
  remedy: text("Keep it until three years have passed.", "请保存满三年。"),
  examples: `
    ## three years after
    fact record.endedOn = 2023-11-10
    act 2026-11-10T10:00 record-deletion
    then permitted
    ## a day short
    fact record.endedOn = 2023-11-11
    act 2026-11-10T10:00 record-deletion
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
