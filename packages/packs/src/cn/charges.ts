import {
  all,
  any,
  atMost,
  atLeast,
  dated,
  equal,
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
import { cardIssuer, licensed } from "./bound.ts";
import {
  assistedLoans,
  cardFees,
  civilCode,
  contractInterpretation,
  costStatement,
  creditCards,
  overdueRates,
} from "./instruments.ts";

export const chargesInStatement: Rule = rule({
  id: "cn.charges-in-statement",
  version: 1,
  title: text("No charge outside the cost statement", "不得收取明示表以外的费用"),
  governs: ["fee-charge"],
  inForce: { from: "2026-08-01" },
  when: licensed,
  test: is("act.isInCostStatement"),
  severity: "block",
  force: "prohibition",
  cite: [costStatement("—", "secondary"), assistedLoans("六", "secondary")],
  remedy: text("Charge only what was stated.", "仅可收取已明示费用。"),
  examples: `
    fact lender.kind = bank
    ## stated
    act 2026-11-25T15:00 fee-charge fee=interest isInCostStatement=true
    then permitted
    ## a "membership" of the platform
    act 2026-11-25T15:00 fee-charge fee=membership isInCostStatement=false
    then refused
    then deny
  `,
});

export const penaltyRate: Rule = rule({
  id: "cn.penalty-rate",
  version: 1,
  title: text(
    "Overdue interest is at most one and a half times the contract rate, twice on misuse",
    "罚息利率不超过合同利率1.5倍（挪用为2倍）",
  ),
  governs: ["fee-charge"],
  inForce: { from: "2004-01-01" },
  when: equal("act.fee", "penalty-interest"),
  test: any(
    atMost(ref("act.rateMultiple"), param("overdue")),
    all(equal("act.isMisuse", true), atMost(ref("act.rateMultiple"), param("misuse"))),
  ),
  parameters: {
    overdue: dated([{ from: "2004-01-01", value: 1.5, cite: overdueRates("三", "memory") }]),
    misuse: dated([{ from: "2004-01-01", value: 2, cite: overdueRates("三", "memory") }]),
  },
  severity: "warn",
  force: "prohibition",
  cite: [overdueRates("三", "memory")],
  remedy: text("Lower the penalty rate.", "请降低罚息利率。"),
  examples: `
    ## one and a half times
    act 2026-11-25T15:00 fee-charge fee=penalty-interest rateMultiple=1.5 isInCostStatement=true
    then permitted
    ## twice, though the money was used as agreed
    act 2026-11-25T15:00 fee-charge fee=penalty-interest rateMultiple=2 isMisuse=false isInCostStatement=true
    then refused
  `,
});

export const penaltyAgainstLoss: Rule = rule({
  id: "cn.penalty-against-loss",
  version: 1,
  title: text("A penalty more than 30 % above the loss is looked at", "违约金超过损失30%的须复核"),
  governs: ["fee-charge"],
  inForce: { from: "2023-12-05" },
  when: known("act.lossMinor"),
  test: atMost(ref("act.amountMinor"), { times: [param("times"), ref("act.lossMinor")] }),
  parameters: {
    times: dated([
      { from: "2023-12-05", value: 1.3, cite: contractInterpretation("65", "verified") },
    ]),
  },
  severity: "warn",
  force: "presumption",
  cite: [contractInterpretation("65", "verified")],
  remedy: text("A court may reduce it.", "法院可予适当减少。"),
  examples: `
    ## 30 per cent above
    act 2026-11-25T15:00 fee-charge fee=penalty amountMinor=13000 lossMinor=10000 isInCostStatement=true
    then permitted
    ## half as much again
    act 2026-11-25T15:00 fee-charge fee=penalty amountMinor=15000 lossMinor=10000 isInCostStatement=true
    then refused
  `,
});

export const cardFeeKinds: Rule = rule({
  id: "cn.card-fee-kinds",
  version: 1,
  title: text(
    "Cards bear no late fee, no over-limit fee and no interest on penalties",
    "信用卡不得收取滞纳金、超限费，违约金不得计息",
  ),
  governs: ["fee-charge"],
  inForce: { from: "2017-01-01" },
  when: cardIssuer,
  test: not(oneOf("act.fee", "late-fee", "over-limit-fee", "interest-on-penalty")),
  severity: "block",
  force: "prohibition",
  cite: [cardFees("—", "memory")],
  remedy: text("Charge the agreed penalty only.", "仅可按约定收取违约金。"),
  examples: `
    fact lender.kind = card
    ## the agreed penalty
    act 2026-11-25T15:00 fee-charge fee=penalty isInCostStatement=true
    then permitted
    ## a late fee
    act 2026-11-25T15:00 fee-charge fee=late-fee isInCostStatement=true
    then refused
  `,
});

export const partnerCharges: Rule = rule({
  id: "cn.partner-charges",
  version: 1,
  title: text(
    "Platform and guarantor charge nothing under other names",
    "平台与增信机构不得以咨询费、顾问费等名义收费",
  ),
  governs: ["fee-charge"],
  inForce: { from: "2025-10-01" },
  when: oneOf("act.payee", "platform", "guarantor"),
  test: not(oneOf("act.fee", "consulting", "advisory", "service", "membership")),
  severity: "block",
  force: "prohibition",
  cite: [assistedLoans("六", "memory")],
  remedy: text("Leave the charge out.", "不得收取。"),
  examples: `
    ## the guarantee fee that the agreement names
    act 2026-11-25T15:00 fee-charge fee=guarantee payee=guarantor isInCostStatement=true
    then permitted
    ## a "consulting fee" for the platform
    act 2026-11-25T15:00 fee-charge fee=consulting payee=platform isInCostStatement=true
    then refused
  `,
});

export const allocation: Rule = rule({
  id: "cn.payment-allocation",
  version: 1,
  title: text(
    "A short payment meets costs, then interest, then principal; on cards overdue for 91 days principal first",
    "不足额还款按费用、利息、本金顺序冲抵；信用卡逾期91天以上先本金",
  ),
  governs: ["payment-allocation"],
  inForce: { from: "2011-01-13" },
  when: not(equal("act.isAgreed", true)),
  test: any(
    all(
      equal("lender.kind", "card"),
      atLeast(ref("debt.dpd"), param("principalFirstFrom")),
      equal("act.order", "principal-first"),
    ),
    all(
      not(all(equal("lender.kind", "card"), atLeast(ref("debt.dpd"), param("principalFirstFrom")))),
      equal("act.order", "costs-interest-principal"),
    ),
  ),
  parameters: {
    principalFirstFrom: dated([
      { from: "2011-01-13", value: 91, cite: creditCards("57", "memory") },
    ]),
  },
  severity: "block",
  force: "prohibition",
  cite: [civilCode("560–561", "verified"), creditCards("57", "memory")],
  remedy: text("Use the order of the law or of the contract.", "请按法定或约定顺序冲抵。"),
  examples: `
    ## a loan: costs, interest, principal
    fact lender.kind = bank
    fact debt.dpd = 120
    act 2026-11-25T15:00 payment-allocation order=costs-interest-principal isAgreed=false
    then permitted
    ## a card 91 days overdue: principal first
    fact lender.kind = card
    fact debt.dpd = 91
    act 2026-11-25T15:00 payment-allocation order=principal-first isAgreed=false
    then permitted
    ## a card 91 days overdue: not interest first
    fact lender.kind = card
    fact debt.dpd = 91
    act 2026-11-25T15:00 payment-allocation order=costs-interest-principal isAgreed=false
    then refused
  `,
});
