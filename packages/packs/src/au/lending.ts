import {
  all,
  any,
  dated,
  equal,
  happened,
  is,
  not,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { creditAct, lowCostCredit, privacyAct } from "./instruments.ts";

const bnplDay = "2025-06-10";

const feeLaw = lowCostCredit("69G", "secondary", "text read in part");

export const lowCostFees: Rule = rule({
  id: "au.lccc.fees",
  version: 1,
  title: text(
    "Low-cost credit: other fees at most AUD 200 in the first twelve months, then 125; default fees 120",
    "低成本信贷：其他费用首十二个月不超过200澳元，其后125澳元；违约费120澳元",
  ),
  governs: ["fee-charge"],
  inForce: { from: bnplDay },
  when: is("debt.isLowCostCredit"),
  test: any(
    all(
      equal("act.charge", "default-fee"),
      any(
        { atMost: [ref("credit.defaultFeesMinor"), param("defaultFees")] },
        all(
          is("credit.onlyDefaultFees"),
          any(
            all(is("credit.firstYear"), {
              atMost: [ref("credit.defaultFeesMinor"), param("onlyFirst")],
            }),
            { atMost: [ref("credit.defaultFeesMinor"), param("onlyLater")] },
          ),
        ),
      ),
    ),
    all(
      not(equal("act.charge", "default-fee")),
      any(
        { atMost: [ref("credit.feesMinor"), param("later")] },
        all(is("credit.firstYear"), { atMost: [ref("credit.feesMinor"), param("first")] }),
      ),
    ),
  ),
  parameters: {
    first: dated([{ from: bnplDay, value: 20_000, cite: feeLaw }]),
    later: dated([{ from: bnplDay, value: 12_500, cite: feeLaw }]),
    defaultFees: dated([{ from: bnplDay, value: 12_000, cite: feeLaw }]),
    onlyFirst: dated([{ from: bnplDay, value: 32_000, cite: feeLaw }]),
    onlyLater: dated([{ from: bnplDay, value: 24_500, cite: feeLaw }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [feeLaw],
  remedy: text("Waive the part above the cap.", "请免收超出上限部分。"),
  examples: `
    fact debt.isLowCostCredit = true
    ## AUD 200 in the first year
    fact credit.firstYear = true
    fact credit.feesMinor = 20000
    act 2026-11-10T10:00 fee-charge
    then permitted
    ## AUD 200 later
    fact credit.firstYear = false
    fact credit.feesMinor = 20000
    act 2026-11-10T10:00 fee-charge
    then refused
    ## AUD 121 of default fees
    fact credit.defaultFeesMinor = 12100
    act 2026-11-10T10:00 fee-charge charge=default-fee
    then refused
    ## AUD 320 where nothing else is charged, in the first year
    fact credit.onlyDefaultFees = true
    fact credit.firstYear = true
    fact credit.defaultFeesMinor = 32000
    act 2026-11-10T10:00 fee-charge charge=default-fee
    then permitted
    ## before BNPL was regulated
    fact credit.firstYear = false
    fact credit.feesMinor = 20000
    act 2025-06-09T10:00 fee-charge
    then allow
  `,
});

export const licence: Rule = rule({
  id: "au.nccp.licence",
  version: 1,
  title: text(
    "Only a licensee lends to consumers, for buy now, pay later since 10 June 2025",
    "仅持牌机构可向消费者放贷，先买后付自2025年6月10日起亦同",
  ),
  governs: ["disbursement", "contract"],
  inForce: { from: bnplDay },
  when: is("debt.isLowCostCredit"),
  test: is("act.isLicensed"),
  severity: "block",
  force: "prohibition",
  cite: [creditAct("29; Treasury Laws Amendment 2024", "secondary")],
  remedy: text("Obtain an Australian credit licence.", "请取得澳大利亚信贷牌照。"),
  examples: `
    fact debt.isLowCostCredit = true
    fact assessment.madeOn = 2026-11-01
    ## licensed
    act 2026-11-10T10:00 contract isLicensed=true limitMinor=100000
    then permitted
    ## not licensed
    act 2026-11-10T10:00 contract isLicensed=false
    then refused
    ## the day before
    act 2025-06-09T10:00 contract isLicensed=false
    then allow
  `,
});

export const assessment: Rule = rule({
  id: "au.nccp.assessment",
  version: 1,
  title: text(
    "Suitability is assessed within 120 days before; from AUD 2,000 with a credit report",
    "放贷前120日内完成适当性评估；2000澳元以上须查询征信",
  ),
  governs: ["contract", "limit-change"],
  inForce: { from: bnplDay },
  when: is("debt.isLowCostCredit"),
  test: all(
    not(is("assessment.isUnsuitable")),
    { atMost: [{ daysSince: ref("assessment.madeOn") }, param("days")] },
    any({ below: [ref("act.limitMinor"), param("step")] }, is("assessment.creditChecked")),
  ),
  parameters: {
    days: dated([{ from: bnplDay, value: 120, cite: lowCostCredit("—", "secondary") }]),
    step: dated([{ from: bnplDay, value: 200_000, cite: lowCostCredit("—", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [creditAct("128 to 133, 133BXA …", "secondary"), lowCostCredit("—", "secondary")],
  remedy: text("Assess anew.", "请重新评估。"),
  examples: `
    fact debt.isLowCostCredit = true
    ## assessed 120 days ago
    fact assessment.madeOn = 2026-07-13
    act 2026-11-10T10:00 contract isLicensed=true limitMinor=100000
    then permitted
    ## 121 days ago
    fact assessment.madeOn = 2026-07-12
    act 2026-11-10T10:00 contract isLicensed=true limitMinor=100000
    then refused
    ## AUD 2,000 without a credit report
    fact assessment.madeOn = 2026-11-01
    act 2026-11-10T10:00 contract isLicensed=true limitMinor=200000
    then refused
  `,
});

const listing = privacyAct("6Q, 21D", "memory");

export const defaultListing: Rule = rule({
  id: "au.privacy.default-listing",
  version: 1,
  title: text(
    "A default is listed from AUD 150 and 60 days overdue, after the notices",
    "违约记录须满150澳元、逾期满60日且已通知",
  ),
  governs: ["negative-report"],
  inForce: { from: "2014-03-12" },
  test: all(
    { atLeast: [ref("debt.dpd"), param("days")] },
    { atLeast: [ref("debt.overdueMinor"), param("least")] },
    happened({
      what: { kinds: ["notice"], about: ["negative-report", "default-listing", "6Q", "21D"] },
      in: { span: "ever" },
    }),
    not(is("hardship.isOpen")),
    not(is("debt.isTimeBarred")),
  ),
  parameters: {
    days: dated([{ from: "2014-03-12", value: 60, cite: listing }]),
    least: dated([{ from: "2014-03-12", value: 15_000, cite: listing }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [listing],
  remedy: text("Send both notices, and wait.", "请发出两次通知并等待。"),
  examples: `
    notice 2026-10-01T10:00 default-listing
    ## AUD 150, 60 days
    fact debt.dpd = 60
    fact debt.overdueMinor = 15000
    act 2026-11-10T10:00 negative-report
    then permitted
    ## AUD 149
    fact debt.dpd = 60
    fact debt.overdueMinor = 14900
    act 2026-11-10T10:00 negative-report
    then refused
    ## 59 days
    fact debt.dpd = 59
    fact debt.overdueMinor = 15000
    act 2026-11-10T10:00 negative-report
    then refused
  `,
});
