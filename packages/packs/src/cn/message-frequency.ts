import { dated, is, oneOf, param, cap, rule, type Rule, text } from "@fairdue/conduct";
import { isCollection } from "./bound.ts";
import { cbaGuideline, costStatement, housePolicy } from "./instruments.ts";

const messages = [
  "sms",
  "email",
  "in-app-message",
  "social-message",
  "letter",
  "app-push",
] as const;

export const messageFrequency: Rule = rule({
  id: "cn.message-frequency",
  version: 1,
  title: text(
    "At most three collection messages a day, all channels together",
    "每日催收类信息不超过三条（平台自定）",
  ),
  governs: messages,
  inForce: { from: "2025-02-28" },
  when: isCollection,
  test: cap({
    of: { kinds: messages, per: ["person"] },
    in: { span: "day" },
    max: param("most"),
    zone: "Asia/Shanghai",
  }),
  parameters: {
    most: dated([{ from: "2025-02-28", value: 3, cite: housePolicy("—", "house-policy") }]),
  },
  severity: "warn",
  force: "policy",
  cite: [housePolicy("—", "house-policy", "no legal number was found")],
  remedy: text("Wait until tomorrow.", "请次日再发。"),
  examples: `
    ## the third message of a day
    past 2026-11-25T09:00 sms
    past 2026-11-25T10:00 app-push
    act 2026-11-25T15:00 sms
    then permitted
    ## the fourth is noted
    past 2026-11-25T09:00 sms
    past 2026-11-25T10:00 app-push
    past 2026-11-25T11:00 email
    act 2026-11-25T15:00 sms
    then refused
    then allow-with-flags
  `,
});

export const visitFrequency: Rule = rule({
  id: "cn.visit-frequency",
  version: 1,
  title: text("At most one visit in seven days", "七日内外访不超过一次（平台自定）"),
  governs: ["visit"],
  inForce: { from: "2025-02-28" },
  test: cap({
    of: { kinds: ["visit"], per: ["person"] },
    in: { span: "rolling-days", length: 7 },
    max: param("most"),
    zone: "Asia/Shanghai",
  }),
  parameters: {
    most: dated([{ from: "2025-02-28", value: 1, cite: housePolicy("—", "house-policy") }]),
  },
  severity: "warn",
  force: "policy",
  cite: [housePolicy("—", "house-policy", "no legal number was found")],
  remedy: text("Visit next week.", "请下周再访。"),
  examples: `
    ## the first in seven days
    past 2026-11-18T15:00 visit
    act 2026-11-25T15:00 visit teamSize=2
    then permitted
    ## the second
    past 2026-11-19T15:00 visit
    act 2026-11-25T15:00 visit teamSize=2
    then refused
  `,
});

export const collectionFee: Rule = rule({
  id: "cn.collection-fee",
  version: 1,
  title: text("Nothing is charged for collecting", "不得以催收名义额外收费"),
  governs: ["fee-charge"],
  inForce: { from: "2026-01-30" },
  when: oneOf("act.fee", "collection", "visit", "legal"),
  test: is("act.isInCostStatement"),
  severity: "block",
  force: "prohibition",
  cite: [cbaGuideline("八项禁止（4）", "secondary"), costStatement("—", "secondary")],
  remedy: text("Charge nothing that the borrower did not agree to.", "不得收取未明示费用。"),
  examples: `
    ## a cost that the statement names
    act 2026-11-25T15:00 fee-charge fee=legal isInCostStatement=true
    then permitted
    ## a fee for the visit
    act 2026-11-25T15:00 fee-charge fee=visit isInCostStatement=false
    then refused
  `,
});
