import {
  all,
  any,
  cap,
  dated,
  happened,
  is,
  not,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { byCollector, regFDay } from "./bound.ts";
import { regF, regFComment } from "./instruments.ts";

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
      // What was sent again after a return has a wait of its own.
      any(
        not(happened({ what: { kinds: ["returned"] }, in: { span: "ever" } })),
        cap({
          of: sent,
          in: { span: "rolling-days", length: param("days") },
          max: 0,
          actCounts: false,
        }),
      ),
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
    ## sent again to another address nine days ago
    past 2026-10-20T10:00 letter
    past 2026-10-29T10:00 returned
    past 2026-11-01T10:00 letter
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
