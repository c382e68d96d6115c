import {
  all,
  any,
  cap,
  dated,
  happened,
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
import { conc } from "./instruments.ts";

const capDay = "2015-01-02";

const caps = conc("5A.3", "verified");

export const costCap: Rule = rule({
  id: "uk.conc.cost-cap",
  version: 1,
  title: text(
    "High-cost short-term credit: 0.8 per cent a day, GBP 15 of default fees, 100 per cent in all",
    "高成本短期信贷：日费率0.8%、违约费15英镑、总费用不超过本金100%",
  ),
  governs: ["price-quote", "contract", "fee-charge"],
  inForce: { from: capDay },
  when: is("loan.isHighCostShortTerm"),
  test: all(
    any(not(known("act.dailyCostPct")), { atMost: [ref("act.dailyCostPct"), param("daily")] }),
    any(not(known("loan.defaultFeesMinor")), {
      atMost: [ref("loan.defaultFeesMinor"), param("fees")],
    }),
    any(not(known("loan.totalCostMinor")), {
      atMost: [ref("loan.totalCostMinor"), { times: [ref("loan.amountMinor"), param("total")] }],
    }),
    any(
      known("act.dailyCostPct"),
      known("loan.defaultFeesMinor"),
      known("loan.totalCostMinor"),
      // Nothing to measure: then nobody knows.
      { atMost: [ref("act.dailyCostPct"), param("daily")] },
    ),
  ),
  parameters: {
    daily: dated([{ from: capDay, value: 0.8, cite: caps }]),
    fees: dated([{ from: capDay, value: 1500, cite: conc("5A.3", "memory") }]),
    total: dated([{ from: capDay, value: 1, cite: caps }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [caps],
  remedy: text("Lower the charge to the cap.", "请降至上限以内。"),
  examples: `
    fact loan.isHighCostShortTerm = true
    ## 0.8 per cent
    act 2026-11-10T10:00 price-quote dailyCostPct=0.8
    then permitted
    ## 0.81 per cent
    act 2026-11-10T10:00 price-quote dailyCostPct=0.81
    then refused
    ## GBP 15 of default fees
    fact loan.defaultFeesMinor = 1500
    act 2026-11-10T10:00 fee-charge charge=default-fee
    then permitted
    ## GBP 15.01
    fact loan.defaultFeesMinor = 1501
    act 2026-11-10T10:00 fee-charge charge=default-fee
    then refused
    ## as much again as was lent
    fact loan.amountMinor = 20000
    fact loan.totalCostMinor = 20000
    act 2026-11-10T10:00 fee-charge charge=interest
    then permitted
    ## a penny more
    fact loan.amountMinor = 20000
    fact loan.totalCostMinor = 20001
    act 2026-11-10T10:00 fee-charge charge=interest
    then refused
  `,
});

const cpa = conc("7.6.12R to 7.6.14R", "memory");

export const cardPayments: Rule = rule({
  id: "uk.conc.payment-authority",
  version: 1,
  title: text(
    "Two failed requests for a sum by continuous payment authority are the last; no part payments",
    "持续扣款授权失败两次即止，且不得部分扣款",
  ),
  governs: ["debit-attempt"],
  inForce: { from: "2014-07-01" },
  when: is("loan.isHighCostShortTerm"),
  test: all(
    cap({
      of: {
        kinds: ["debit-attempt"],
        per: ["debt"],
        where: oneOf("event.outcome", "failed", "declined", "refused", "unsuccessful"),
      },
      in: { span: "ever" },
      max: param("most"),
    }),
    not(is("act.isPartPayment")),
  ),
  parameters: { most: dated([{ from: "2014-07-01", value: 2, cite: cpa }]) },
  severity: "block",
  force: "prohibition",
  cite: [cpa],
  remedy: text("Ask the customer.", "请与客户联系。"),
  examples: `
    fact loan.isHighCostShortTerm = true
    ## the second request
    past 2026-11-01T10:00 debit-attempt failed
    act 2026-11-10T10:00 debit-attempt
    then permitted
    ## the third
    past 2026-11-01T10:00 debit-attempt failed
    past 2026-11-02T10:00 debit-attempt failed
    act 2026-11-10T10:00 debit-attempt
    then refused
    ## for part of the sum
    act 2026-11-10T10:00 debit-attempt isPartPayment=true
    then refused
  `,
});

export const refinancing: Rule = rule({
  id: "uk.conc.refinancing",
  version: 1,
  title: text(
    "High-cost short-term credit is refinanced at most twice",
    "高成本短期信贷至多续贷两次",
  ),
  governs: ["contract"],
  inForce: { from: "2014-07-01" },
  when: all(is("loan.isHighCostShortTerm"), is("act.isRefinancing")),
  test: { below: [ref("loan.refinancings"), param("most")] },
  parameters: { most: dated([{ from: "2014-07-01", value: 2, cite: conc("6.7.23R", "memory") }]) },
  severity: "block",
  force: "prohibition",
  cite: [conc("6.7.23R", "memory")],
  remedy: text("Offer forbearance.", "请提供宽限安排。"),
  examples: `
    fact loan.isHighCostShortTerm = true
    fact assessment.isAffordable = true
    ## the second time
    fact loan.refinancings = 1
    act 2026-11-10T10:00 contract isRefinancing=true dailyCostPct=0.5
    then permitted
    ## the third
    fact loan.refinancings = 2
    act 2026-11-10T10:00 contract isRefinancing=true dailyCostPct=0.5
    then refused
  `,
});

const ladder = conc(
  "6.7.27R to 6.7.40G (PS18/4)",
  "memory",
  "trigger secondary, ladder from memory",
);

const told = (about: string): ReturnType<typeof happened> =>
  happened({
    what: { kinds: ["notice", "letter"], about: [about], where: known("event.about") },
    in: { span: "ever" },
  });

export const persistentDebt: Rule = rule({
  id: "uk.conc.persistent-debt",
  version: 1,
  title: text(
    "Persistent debt: contact at 18 months, reminder at 27, ways to repay at 36, else the card rests",
    "持续性债务：18个月联系、27个月提醒、36个月提供还款方案，否则暂停用卡",
  ),
  governs: ["fee-charge", "limit-change", "disbursement"],
  inForce: { from: "2018-09-01" },
  when: all(is("card.isRevolving"), { atLeast: [ref("card.persistentMonths"), param("first")] }),
  test: all(
    told("persistent-debt-18"),
    any({ below: [ref("card.persistentMonths"), param("reminder")] }, told("persistent-debt-27")),
    any(
      { below: [ref("card.persistentMonths"), param("options")] },
      all(is("card.optionsOffered"), any(is("card.answered"), is("card.isSuspended"))),
    ),
  ),
  parameters: {
    first: dated([{ from: "2018-09-01", value: 18, cite: ladder }]),
    reminder: dated([{ from: "2018-09-01", value: 27, cite: ladder }]),
    options: dated([{ from: "2018-09-01", value: 36, cite: ladder }]),
  },
  severity: "require",
  force: "prohibition",
  cite: [ladder],
  remedy: text(
    "Send the letter that is due; at 36 months offer ways to repay in three to four years, or suspend the card.",
    "请寄送应寄信函；满36个月提供三至四年还清方案，否则暂停用卡。",
  ),
  examples: `
    fact card.isRevolving = true
    ## 17 months
    fact card.persistentMonths = 17
    act 2026-11-10T10:00 fee-charge charge=interest
    then permitted
    ## 18 months, and no letter
    fact card.persistentMonths = 18
    act 2026-11-10T10:00 fee-charge charge=interest
    then refused
    then require
    ## 18 months, with the letter
    fact card.persistentMonths = 18
    notice 2026-11-01T10:00 persistent-debt-18
    act 2026-11-10T10:00 fee-charge charge=interest
    then permitted
    ## 36 months, offered and unanswered: the card rests
    fact card.persistentMonths = 36
    fact card.optionsOffered = true
    notice 2025-05-01T10:00 persistent-debt-18
    notice 2026-02-01T10:00 persistent-debt-27
    act 2026-11-10T10:00 fee-charge charge=interest
    then refused
  `,
});
