import {
  all,
  any,
  dated,
  deadline,
  equal,
  happened,
  holdsAll,
  holdsNone,
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
import { regB } from "./instruments.ts";

const ecoa = regB("1002.9(a)(1), (c)", "verified");

export const decisionTime: Rule = rule({
  id: "us.regulation-b.decision-time",
  version: 1,
  title: text(
    "An applicant hears within 30 days, within 90 of a counteroffer that is not taken up",
    "申请人30日内获知结果；反要约未接受的为90日内",
  ),
  governs: ["credit-decision"],
  inForce: { from: "2011-12-30" },
  test: any(
    deadline({ from: ref("application.receivedOn"), length: param("days"), unit: "days" }),
    deadline({ from: ref("application.actionOn"), length: param("days"), unit: "days" }),
    deadline({
      from: ref("application.counterofferOn"),
      length: param("counteroffer"),
      unit: "days",
    }),
    happened({ what: { kinds: ["application"] }, in: { span: "rolling-days", length: 31 } }),
  ),
  parameters: {
    days: dated([{ from: "2011-12-30", value: 30, cite: ecoa }]),
    counteroffer: dated([{ from: "2011-12-30", value: 90, cite: ecoa }]),
  },
  severity: "record",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [ecoa],
  remedy: text(
    "Late: tell the applicant today, and report the delay.",
    "已逾期：请立即告知申请人并上报。",
  ),
  examples: `
    ## on the 30th day
    fact application.receivedOn = 2026-10-11
    act 2026-11-10T10:00 credit-decision outcome=approved
    then permitted
    ## on the 31st
    fact application.receivedOn = 2026-10-10
    act 2026-11-10T10:00 credit-decision outcome=approved
    then refused
    ## 90 days after the counteroffer
    fact application.receivedOn = 2026-08-01
    fact application.counterofferOn = 2026-08-12
    act 2026-11-10T10:00 credit-decision outcome=denied reasons=income-insufficient
    then permitted
  `,
});

const reasonsLaw = regB("1002.9(a)(2), (b)(2)", "verified");

export const reasons: Rule = rule({
  id: "us.regulation-b.reasons",
  version: 1,
  title: text(
    "Adverse action states the specific principal reasons, or the right to ask for them",
    "不利决定须说明具体主要理由，或告知索取理由的权利",
  ),
  governs: ["credit-decision", "limit-change"],
  inForce: { from: "2011-12-30" },
  when: any(oneOf("act.outcome", "denied", "declined", "adverse", "refused"), is("act.isAdverse")),
  test: any(
    all(
      known("act.reasons"),
      holdsNone("act.reasons", [
        "internal-standards",
        "internal-policies",
        "failed-score",
        "low-score",
      ]),
    ),
    holdsAll("act.elements", ["right-to-reasons"]),
  ),
  severity: "block",
  force: "prohibition",
  cite: [reasonsLaw],
  remedy: text(
    "Name the factors actually scored. “Internal standards” or “failed the score” is no reason.",
    "须说明实际评分因素；“内部标准”“评分不足”不构成理由。",
  ),
  examples: `
    ## specific
    act 2026-11-10T10:00 credit-decision outcome=denied reasons=income-insufficient
    then permitted
    ## internal standards
    act 2026-11-10T10:00 credit-decision outcome=denied reasons=internal-standards
    then refused
    ## the right to ask
    act 2026-11-10T10:00 credit-decision outcome=denied elements=right-to-reasons
    then permitted
    ## neither
    act 2026-11-10T10:00 credit-decision outcome=denied
    then refused
  `,
});

export const applicationRecords: Rule = rule({
  id: "us.regulation-b.retention",
  version: 1,
  title: text("Application records stay 25 months", "申请记录保存25个月"),
  governs: ["record-deletion"],
  inForce: { from: "2011-12-30" },
  when: equal("record.kind", "application"),
  test: not(deadline({ from: ref("record.endedOn"), length: param("months"), unit: "months" })),
  parameters: {
    months: dated([{ from: "2011-12-30", value: 25, cite: regB("1002.12(b)", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [regB("1002.12(b)", "memory")],
  remedy: text("Keep it for 25 months.", "请保存满25个月。"),
  examples: `
    fact record.kind = application
    ## 26 months
    fact record.endedOn = 2024-09-10
    act 2026-11-10T10:00 record-deletion
    then permitted
    ## 24 months
    fact record.endedOn = 2024-11-10
    act 2026-11-10T10:00 record-deletion
    then refused
  `,
});
