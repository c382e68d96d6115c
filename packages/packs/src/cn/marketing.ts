import {
  all,
  any,
  atMost,
  dated,
  equal,
  holdsNone,
  is,
  not,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
  known,
} from "@fairdue/conduct";
import { marketing } from "./bound.ts";
import { networkMarketing } from "./instruments.ts";

const words = [
  "低风险",
  "低门槛",
  "秒到账",
  "高收益",
  "低利率",
  "无成本",
  "low-threshold",
  "instant-money",
  "no-cost",
] as const;

export const marketingWords: Rule = rule({
  id: "cn.marketing-words",
  version: 1,
  title: text("Words that lure are not used", "营销不得使用诱导性用语"),
  governs: ["loan-offer", "sms", "email", "app-push"],
  inForce: { from: "2026-09-30" },
  when: marketing,
  test: holdsNone("act.words", param("words")),
  parameters: {
    words: dated([
      {
        from: "2026-09-30",
        value: words,
        cite: networkMarketing("10（7）", "secondary", "word list from one copy"),
      },
    ]),
  },
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [networkMarketing("10（7）", "secondary")],
  remedy: text("Say what it costs.", "请如实表述。"),
  examples: `
    ## plain words
    act 2026-11-25T15:00 loan-offer words=none elements=annual-rate,opt-out
    then permitted
    ## "money in seconds"
    act 2026-11-25T15:00 loan-offer words=秒到账 elements=annual-rate,opt-out
    then refused
    ## the day before the measure came into force
    act 2026-09-29T15:00 loan-offer words=秒到账 elements=annual-rate,opt-out
    then allow
  `,
});

export const marketingForm: Rule = rule({
  id: "cn.marketing-form",
  version: 1,
  title: text(
    "No default tick, no loan among the means of payment, one hop to the lender's own platform",
    "不得默认勾选、不得将贷款列为支付选项、须一次跳转至机构自营平台",
  ),
  governs: ["loan-offer", "price-quote", "contract"],
  inForce: { from: "2026-09-30" },
  test: all(
    not(is("act.isDefaultTicked")),
    not(is("act.isPaymentOption")),
    any(not(known("act.hops")), atMost(ref("act.hops"), param("hops"))),
  ),
  parameters: {
    hops: dated([{ from: "2026-09-30", value: 1, cite: networkMarketing("—", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [networkMarketing("—", "secondary", "article open")],
  remedy: text(
    "Let the person choose, on the lender's own page.",
    "请由用户主动选择，并跳转至机构自营平台。",
  ),
  examples: `
    ## an offer of its own
    act 2026-11-25T15:00 loan-offer elements=annual-rate,opt-out hops=1
    then permitted
    ## ticked already
    act 2026-11-25T15:00 loan-offer isDefaultTicked=true
    then refused
    ## credit among the means of payment
    act 2026-11-25T15:00 loan-offer isPaymentOption=true
    then refused
  `,
});

export const platformRole: Rule = rule({
  id: "cn.platform-role",
  version: 1,
  title: text(
    "A platform signs nothing, moves no money and gives no advice",
    "平台不得介入合同签订、资金划转及产品咨询",
  ),
  governs: ["contract", "disbursement", "in-app-message"],
  inForce: { from: "2026-09-30" },
  when: all(
    equal("act.actor", "platform"),
    any(oneOf("act.kind", "contract", "disbursement"), equal("act.purpose", "product-advice")),
  ),
  test: equal("act.isOwnProduct", true),
  severity: "block",
  force: "prohibition",
  cite: [networkMarketing("20", "secondary")],
  remedy: text("Leave it to the lender.", "应由金融机构自行办理。"),
  examples: `
    past 2026-11-25T14:59 confirmation about=cost-statement
    ## the lender signs
    act 2026-11-25T15:00 contract annualCostPct=18
    then permitted
    ## the platform signs for it
    act 2026-11-25T15:00 contract actor=platform annualCostPct=18 isOwnProduct=false
    then refused
  `,
});

export const firstPeriod: Rule = rule({
  id: "cn.first-period-promotion",
  version: 1,
  title: text("No one-sided praise of a cheap first instalment", "不得片面宣传首期优惠"),
  governs: ["loan-offer"],
  inForce: { from: "2026-09-30" },
  test: not(equal("act.praisesFirstPeriod", true)),
  severity: "warn",
  force: "prohibition",
  whenUnknown: "pass",
  cite: [networkMarketing("10（6）", "secondary", "from one copy only")],
  remedy: text("Show the cost of the whole term.", "请展示全周期成本。"),
  examples: `
    ## the whole cost
    act 2026-11-25T15:00 loan-offer praisesFirstPeriod=false
    then permitted
    ## "first month free"
    act 2026-11-25T15:00 loan-offer praisesFirstPeriod=true
    then refused
  `,
});
