import {
  any,
  atLeast,
  dated,
  daysSince,
  happened,
  known,
  param,
  rule,
  ref,
  type Rule,
  text,
} from "@fairdue/conduct";
import { consumerCreditAct } from "./instruments.ts";

export const defaultNotice: Rule = rule({
  id: "uk.cca.default-notice",
  version: 1,
  title: text(
    "A default notice of 14 days comes before termination, acceleration or enforcement",
    "终止、加速到期或强制执行前须送达14日违约通知",
  ),
  governs: ["enforcement", "lawsuit"],
  inForce: { from: "2006-10-01" },
  test: any(atLeast(daysSince("default.noticeOn"), param("days")), {
    waited: {
      after: { kinds: ["notice"], about: ["default"] },
      length: param("days"),
      unit: "days",
    },
  }),
  parameters: {
    days: dated([{ from: "2006-10-01", value: 14, cite: consumerCreditAct("87, 88", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [consumerCreditAct("87, 88", "memory")],
  remedy: text("Serve the notice, and wait.", "请送达通知并等待。"),
  examples: `
    ## 14 days
    notice 2026-10-27T10:00 default
    act 2026-11-10T10:00 enforcement
    then permitted
    ## 13 days
    notice 2026-10-28T10:00 default
    act 2026-11-10T10:00 enforcement
    then refused
  `,
});

export const arrearsNotice: Rule = rule({
  id: "uk.cca.arrears-notice",
  version: 1,
  title: text(
    "After two missed payments an arrears notice goes out, and again every six months; without it no interest or default fee",
    "逾期两期须寄送欠款通知，其后每六个月一次；未寄送不得计息收费",
  ),
  governs: ["fee-charge", "enforcement"],
  inForce: { from: "2008-10-01" },
  when: { atLeast: [ref("debt.missedPayments"), 2] },
  test: happened({
    what: { kinds: ["notice", "letter"], about: ["arrears"], where: known("event.about") },
    in: { span: "rolling-days", length: 184 },
  }),
  severity: "block",
  force: "prohibition",
  cite: [consumerCreditAct("86B to 86D", "memory")],
  remedy: text("Send the notice with the FCA's information sheet.", "请寄送欠款通知及FCA资料单。"),
  examples: `
    fact debt.missedPayments = 2
    ## the notice is out
    notice 2026-10-20T10:00 arrears
    act 2026-11-10T10:00 fee-charge charge=default-fee
    then permitted
    ## no notice
    act 2026-11-10T10:00 fee-charge charge=default-fee
    then refused
    ## the last is seven months old
    notice 2026-04-01T10:00 arrears
    act 2026-11-10T10:00 fee-charge charge=default-fee
    then refused
  `,
});
