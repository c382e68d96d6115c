import {
  atLeast,
  dated,
  equal,
  happened,
  holdsAll,
  known,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { licensed } from "./bound.ts";
import {
  civilCode,
  contractInterpretation,
  costStatement,
  housePolicy,
  pboc2021,
} from "./instruments.ts";

const priced = ["price-quote", "contract"] as const;

export const annualRateShown: Rule = rule({
  id: "cn.annual-rate-shown",
  version: 1,
  title: text("Advertisement and contract show the annualised rate", "营销与合同须明示年化利率"),
  governs: ["loan-offer", ...priced],
  inForce: { from: "2021-03-31" },
  test: holdsAll("act.elements", ["annual-rate"]),
  severity: "require",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [pboc2021("—", "secondary")],
  remedy: text("Show the annualised rate prominently.", "请显著展示年化利率。"),
  examples: `
    fact lender.kind = bank
    ## shown
    act 2026-11-25T15:00 price-quote annualCostPct=18 elements=annual-rate
    then permitted
    ## a daily rate alone
    act 2026-11-25T15:00 price-quote annualCostPct=18 elements=daily-rate
    then refused
    then require
  `,
});

export const costStatementConfirmed: Rule = rule({
  id: "cn.cost-statement",
  version: 1,
  title: text(
    "The statement of all-in cost is read and confirmed before the contract",
    "签约或办理分期前须阅读并确认综合融资成本明示表",
  ),
  governs: ["contract", "disbursement"],
  inForce: { from: "2026-08-01" },
  when: licensed,
  test: happened({
    what: { kinds: ["confirmation"], about: ["cost-statement"] },
    in: { span: "ever" },
  }),
  severity: "require",
  force: "prohibition",
  cite: [costStatement("—", "secondary", "one confirmation per draw is the cautious reading")],
  remedy: text(
    "Show the statement and have it confirmed.",
    "请先展示综合融资成本明示表并取得确认。",
  ),
  examples: `
    fact lender.kind = bank
    ## confirmed a minute ago
    past 2026-11-25T14:59 confirmation about=cost-statement
    act 2026-11-25T15:00 contract annualCostPct=18
    then permitted
    ## not shown
    act 2026-11-25T15:00 contract annualCostPct=18
    then refused
    then require
  `,
});

export const readingTime: Rule = rule({
  id: "cn.reading-time",
  version: 1,
  title: text(
    "The statement stays open for a forced reading time",
    "综合融资成本明示须设置强制阅读时间",
  ),
  governs: ["contract"],
  inForce: { from: "2026-08-01" },
  when: known("act.readSeconds"),
  test: atLeast(ref("act.readSeconds"), param("seconds")),
  parameters: {
    seconds: dated([
      {
        from: "2026-08-01",
        value: 10,
        cite: housePolicy("—", "house-policy", "the rule names no number of seconds"),
      },
    ]),
  },
  severity: "require",
  force: "policy",
  cite: [costStatement("—", "secondary", "no number was found")],
  remedy: text("Let the statement be read for its time.", "请满足强制阅读时间。"),
  examples: `
    past 2026-11-25T14:59 confirmation about=cost-statement
    ## ten seconds
    act 2026-11-25T15:00 contract readSeconds=10
    then permitted
    ## two seconds
    act 2026-11-25T15:00 contract readSeconds=2
    then refused
  `,
});

export const checkoutStatement: Rule = rule({
  id: "cn.checkout-statement",
  version: 1,
  title: text(
    "Pay-later shows its cost on the payment page",
    "线上消费分期须在支付页面显著展示融资成本",
  ),
  governs: ["price-quote"],
  inForce: { from: "2026-08-01" },
  when: equal("act.place", "checkout"),
  test: holdsAll("act.elements", ["cost-statement"]),
  severity: "require",
  force: "prohibition",
  whenUnknown: "require",
  cite: [costStatement("—", "secondary")],
  remedy: text("Put the cost on the page.", "请在支付页面展示融资成本。"),
  examples: `
    ## on the page
    act 2026-11-25T15:00 price-quote place=checkout annualCostPct=15 elements=cost-statement,annual-rate
    then permitted
    ## behind a link
    act 2026-11-25T15:00 price-quote place=checkout annualCostPct=15 elements=annual-rate
    then refused
  `,
});

export const keyTerms: Rule = rule({
  id: "cn.key-terms",
  version: 1,
  title: text("Key terms are marked and explained", "重要条款须显著提示并说明"),
  governs: ["contract"],
  inForce: { from: "2021-01-01" },
  test: holdsAll("act.elements", ["key-terms-marked", "key-terms-explained"]),
  severity: "require",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [civilCode("496–497", "verified"), contractInterpretation("10", "verified")],
  remedy: text(
    "A tick alone proves nothing: mark, explain, keep proof.",
    "仅勾选不足以证明，请显著提示并留痕。",
  ),
  examples: `
    past 2026-11-25T14:59 confirmation about=cost-statement
    ## marked and explained
    act 2026-11-25T15:00 contract annualCostPct=18 elements=key-terms-marked,key-terms-explained,annual-rate
    then permitted
    ## a box to tick
    act 2026-11-25T15:00 contract annualCostPct=18 elements=tick-box,annual-rate
    then refused
  `,
});
