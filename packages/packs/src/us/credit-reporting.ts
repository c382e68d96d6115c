import {
  all,
  any,
  dated,
  deadline,
  happened,
  holdsAll,
  is,
  known,
  not,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { fcra, furnishers } from "./instruments.ts";

const reinvestigate = fcra("1681i(a)(1)", "verified");

export const disputeTime: Rule = rule({
  id: "us.credit-reporting.dispute-time",
  version: 1,
  title: text(
    "A dispute is answered within 30 days of receipt, 45 where relevant information came in meanwhile",
    "争议30日内答复，期间收到相关信息的可延15日",
  ),
  governs: ["objection-answer"],
  inForce: { from: "1997-09-30" },
  test: any(
    deadline({ from: ref("dispute.receivedOn"), length: param("days"), unit: "days" }),
    all(
      is("dispute.hasNewInformation"),
      deadline({
        from: ref("dispute.receivedOn"),
        length: { plus: [param("days"), param("more")] },
        unit: "days",
      }),
    ),
    happened({
      what: { kinds: ["dispute", "objection"] },
      in: { span: "rolling-days", length: 31 },
    }),
  ),
  parameters: {
    days: dated([{ from: "1997-09-30", value: 30, cite: reinvestigate }]),
    more: dated([{ from: "1997-09-30", value: 15, cite: reinvestigate }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [
    reinvestigate,
    furnishers("1022.43(e)", "memory", "a direct dispute to the furnisher: the same clock"),
  ],
  remedy: text(
    "Too late to stand by the entry: delete it, and tell the bureau.",
    "已逾期，不得维持该记录：请删除并告知征信机构。",
  ),
  examples: `
    ## on the 30th day
    fact dispute.receivedOn = 2026-10-11
    act 2026-11-10T10:00 objection-answer
    then permitted
    ## on the 31st
    fact dispute.receivedOn = 2026-10-10
    act 2026-11-10T10:00 objection-answer
    then refused
    ## on the 45th, with new information
    fact dispute.receivedOn = 2026-09-26
    fact dispute.hasNewInformation = true
    act 2026-11-10T10:00 objection-answer
    then permitted
    ## on the 46th
    fact dispute.receivedOn = 2026-09-25
    fact dispute.hasNewInformation = true
    act 2026-11-10T10:00 objection-answer
    then refused
  `,
});

export const disputedFlag: Rule = rule({
  id: "us.credit-reporting.disputed-flag",
  version: 1,
  title: text("A disputed item is reported only as disputed", "有争议的信息报送时须标注争议"),
  governs: ["negative-report"],
  inForce: { from: "1997-09-30" },
  when: is("debt.isDisputed"),
  test: holdsAll("act.elements", ["dispute-flag"]),
  severity: "block",
  force: "prohibition",
  cite: [fcra("1681s-2(a)(3)", "memory")],
  remedy: text("Set the flag.", "请加注争议标识。"),
  examples: `
    actor creditor
    fact debt.isDisputed = true
    ## flagged
    act 2026-11-10T10:00 negative-report elements=dispute-flag
    then permitted
    ## bare
    act 2026-11-10T10:00 negative-report elements=none
    then refused
  `,
});

export const theftBlocked: Rule = rule({
  id: "us.credit-reporting.identity-theft",
  version: 1,
  title: text(
    "Nothing is furnished that an identity-theft report has blocked",
    "身份盗用报告所涉信息不得报送",
  ),
  governs: ["negative-report"],
  inForce: { from: "2004-12-01" },
  test: not(any(is("debt.isIdentityTheft"), is("person.isFraudVictim"))),
  severity: "block",
  force: "prohibition",
  cite: [fcra("1681c-2, 1681s-2(a)(6)", "memory", "the bureau blocks within four business days")],
  remedy: text("Withdraw the entry.", "请撤回该记录。"),
  examples: `
    actor creditor
    ## a debt of one's own
    act 2026-11-10T10:00 negative-report
    then permitted
    ## a debt that a thief made
    fact debt.isIdentityTheft = true
    act 2026-11-10T10:00 negative-report
    then refused
  `,
});

export const obsolete: Rule = rule({
  id: "us.credit-reporting.obsolete",
  version: 1,
  title: text(
    "A negative entry drops off after seven years, a bankruptcy after ten",
    "不良信息七年后、破产信息十年后不再展示",
  ),
  governs: ["negative-report"],
  inForce: { from: "1997-12-29" },
  when: known("debt.firstDelinquencyOn"),
  test: any(
    deadline({ from: ref("debt.firstDelinquencyOn"), length: param("months"), unit: "months" }),
    all(
      is("debt.isBankruptcyEntry"),
      deadline({
        from: ref("debt.firstDelinquencyOn"),
        length: param("bankruptcy"),
        unit: "months",
      }),
    ),
  ),
  parameters: {
    months: dated([{ from: "1997-12-29", value: 84, cite: fcra("1681c(a)(4)", "memory") }]),
    bankruptcy: dated([{ from: "1997-12-29", value: 120, cite: fcra("1681c(a)(1)", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [
    fcra("1681c", "memory", "collections: seven years run from 180 days after delinquency began"),
  ],
  remedy: text("Leave it out.", "不得报送。"),
  examples: `
    actor creditor
    ## six years
    fact debt.firstDelinquencyOn = 2020-11-10
    act 2026-11-10T10:00 negative-report
    then permitted
    ## eight years
    fact debt.firstDelinquencyOn = 2018-11-10
    act 2026-11-10T10:00 negative-report
    then refused
  `,
});
