import {
  all,
  any,
  consented,
  dated,
  deadline,
  equal,
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
import { digitalLending, digitalLending2022, keyFacts, penalCharges } from "./instruments.ts";

const kfs = keyFacts("—", "verified");

export const keyFactsStatement: Rule = rule({
  id: "in.rbi.key-facts",
  version: 1,
  title: text(
    "The Key Facts Statement with the annual percentage rate comes before the contract",
    "缔约前须交付含年化利率的关键事实说明书",
  ),
  governs: ["contract", "disbursement"],
  inForce: { from: "2024-10-01" },
  test: { atLeast: [{ daysSince: ref("kfs.givenOn") }, 0] },
  severity: "block",
  force: "prohibition",
  whenUnknown: "require",
  cite: [kfs, digitalLending("8", "secondary")],
  remedy: text(
    "Give the statement; it stays open three working days, one for loans under seven days.",
    "请交付说明书，有效期至少三个工作日（七日内贷款一日）。",
  ),
  examples: `
    ## given the day before
    fact kfs.givenOn = 2026-11-09
    act 2026-11-10T10:00 contract
    then permitted
    ## not given
    act 2026-11-10T10:00 contract
    then refused
    then require
    ## before the circular
    act 2024-09-30T10:00 contract
    then allow
  `,
});

const penal = penalCharges("2", "memory");

export const penalCharge: Rule = rule({
  id: "in.rbi.penal-charges",
  version: 1,
  title: text(
    "A default is met by a penal charge, never by penal interest, and bears no interest itself",
    "违约仅可收取罚费，不得收取罚息，且罚费不得计息",
  ),
  governs: ["fee-charge"],
  inForce: { from: "2024-04-01" },
  test: all(
    not(oneOf("act.charge", "penal-interest", "default-interest")),
    not(is("act.isCompounded")),
    not(all(equal("act.charge", "penal-charge"), is("act.isCapitalised"))),
  ),
  severity: "block",
  force: "prohibition",
  cite: [penal],
  remedy: text(
    "Charge it apart from interest, and never on top.",
    "罚费须与利息分开且不得计入本金。",
  ),
  examples: `
    ## a penal charge
    act 2026-11-10T10:00 fee-charge charge=penal-charge
    then permitted
    ## penal interest
    act 2026-11-10T10:00 fee-charge charge=penal-interest
    then refused
    ## interest upon the charge
    act 2026-11-10T10:00 fee-charge charge=penal-charge isCompounded=true
    then refused
    ## before the circular
    act 2024-03-31T10:00 fee-charge charge=penal-interest
    then allow
  `,
});

const directions = digitalLending("—", "secondary");

export const limitRaise: Rule = rule({
  id: "in.rbi.limit-raise",
  version: 1,
  title: text(
    "No credit limit is raised without the borrower's explicit request",
    "未经借款人明确请求不得提额",
  ),
  governs: ["limit-change"],
  inForce: { from: "2022-09-02" },
  when: not(equal("act.direction", "down")),
  test: all(not(is("act.isAutomatic")), any(consented("limit-raise"), is("act.isRequested"))),
  severity: "block",
  force: "prohibition",
  cite: [directions, digitalLending2022("—", "memory")],
  remedy: text("Ask for, and record, the borrower's request.", "请取得并记录借款人的请求。"),
  examples: `
    ## asked for
    act 2026-11-10T10:00 limit-change isRequested=true
    then permitted
    ## automatic
    act 2026-11-10T10:00 limit-change isAutomatic=true
    then refused
    ## a cut
    act 2026-11-10T10:00 limit-change direction=down
    then permitted
  `,
});

const disputedDays = digitalLending(
  "10",
  "disputed",
  "at least one day by the 2025 text as remembered; one commentary keeps three days for tenors of seven days and more",
);

export const coolingOff: Rule = rule({
  id: "in.rbi.cooling-off",
  version: 1,
  title: text(
    "Cooling-off: exit on principal and proportionate rate, without penalty",
    "冷静期内偿还本金及按比例利息即可退出，不收罚费",
  ),
  governs: ["early-payoff"],
  inForce: { from: "2022-09-02" },
  when: all(is("act.isWithdrawal"), not(known("loan.coolingOffDays"))),
  test: deadline({ from: ref("contract.madeOn"), length: param("days"), unit: "days" }),
  parameters: {
    days: dated([
      {
        from: "2022-09-02",
        to: "2025-05-07",
        value: 3,
        cite: digitalLending2022("—", "memory", "one day for tenors below seven days"),
      },
      { from: "2025-05-08", value: 3, cite: disputedDays },
    ]),
  },
  severity: "hold",
  force: "prohibition",
  cite: [disputedDays],
  remedy: text(
    "The sources disagree: let a person read the direction, or record the days that the board has fixed.",
    "各来源不一致：请人工核对，或录入董事会确定的天数。",
  ),
  examples: `
    fact contract.madeOn = 2026-11-07
    ## within the longer of the two
    act 2026-11-10T10:00 early-payoff isWithdrawal=true
    then permitted
    ## after both
    act 2026-11-11T10:00 early-payoff isWithdrawal=true
    then refused
    then hold
  `,
});

export const coolingOffByBoard: Rule = rule({
  id: "in.rbi.cooling-off-board",
  version: 1,
  title: text(
    "The cooling-off days that the board has fixed, at least one",
    "董事会确定的冷静期，至少一日",
  ),
  governs: ["early-payoff"],
  inForce: { from: "2025-05-08" },
  when: all(is("act.isWithdrawal"), known("loan.coolingOffDays")),
  test: any(
    deadline({ from: ref("contract.madeOn"), length: ref("loan.coolingOffDays"), unit: "days" }),
    deadline({ from: ref("contract.madeOn"), length: param("least"), unit: "days" }),
  ),
  parameters: {
    least: dated([{ from: "2025-05-08", value: 1, cite: digitalLending("10", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [digitalLending("10", "memory")],
  remedy: text(
    "The time is over: pay off early by the contract.",
    "冷静期已过，请按合同提前还款。",
  ),
  examples: `
    fact contract.madeOn = 2026-11-08
    fact loan.coolingOffDays = 2
    ## the second day
    act 2026-11-10T10:00 early-payoff isWithdrawal=true
    then permitted
    ## the third
    act 2026-11-11T10:00 early-payoff isWithdrawal=true
    then refused
  `,
});

export const coolingOffFee: Rule = rule({
  id: "in.rbi.cooling-off-no-penalty",
  version: 1,
  title: text("No penalty for leaving in the cooling-off time", "冷静期退出不得收取罚费"),
  governs: ["fee-charge"],
  inForce: { from: "2022-09-02" },
  when: oneOf("act.charge", "foreclosure", "exit-fee", "prepayment-fee"),
  test: not(is("act.isWithdrawal")),
  severity: "block",
  force: "prohibition",
  cite: [directions],
  remedy: text("Waive it.", "请免收。"),
  examples: `
    ## a prepayment after the cooling-off time
    act 2026-11-10T10:00 fee-charge charge=prepayment-fee
    then permitted
    ## within it
    act 2026-11-10T10:00 fee-charge charge=exit-fee isWithdrawal=true
    then refused
  `,
});

export const directMoney: Rule = rule({
  id: "in.rbi.direct-money",
  version: 1,
  title: text(
    "Digital loans go straight to the borrower's account and come straight back to the lender",
    "数字贷款须直接划入借款人账户并直接还至出借人",
  ),
  governs: ["disbursement", "payment-allocation"],
  inForce: { from: "2022-09-02" },
  when: is("loan.isDigital"),
  test: all(
    not(is("repayment.throughAgent")),
    any(
      not(equal("act.kind", "disbursement")),
      oneOf("disbursement.payee", "borrower", "merchant", "co-lender"),
    ),
  ),
  severity: "block",
  force: "prohibition",
  cite: [directions],
  remedy: text("Pay the borrower's bank account.", "请划付至借款人银行账户。"),
  examples: `
    fact loan.isDigital = true
    fact kfs.givenOn = 2026-11-09
    ## to the borrower
    fact disbursement.payee = borrower
    act 2026-11-10T10:00 disbursement
    then permitted
    ## through the service provider
    fact disbursement.payee = service-provider
    act 2026-11-10T10:00 disbursement
    then refused
  `,
});

export const defaultLossGuarantee: Rule = rule({
  id: "in.rbi.loss-guarantee",
  version: 1,
  title: text(
    "A default loss guarantee is at most five per cent of the portfolio",
    "违约损失担保不超过组合的5%",
  ),
  governs: ["contract", "disbursement"],
  inForce: { from: "2023-06-08" },
  when: known("guarantee.defaultLossPct"),
  test: { atMost: [ref("guarantee.defaultLossPct"), param("most")] },
  parameters: { most: dated([{ from: "2023-06-08", value: 5, cite: directions }]) },
  severity: "block",
  force: "prohibition",
  cite: [directions],
  remedy: text("Lower the guarantee.", "请降低担保比例。"),
  examples: `
    fact kfs.givenOn = 2026-11-09
    ## five per cent
    fact guarantee.defaultLossPct = 5
    act 2026-11-10T10:00 contract
    then permitted
    ## six
    fact guarantee.defaultLossPct = 6
    act 2026-11-10T10:00 contract
    then refused
  `,
});

export const needBasedData: Rule = rule({
  id: "in.rbi.data",
  version: 1,
  title: text(
    "Data as needed, with consent, kept in India; never phone files, contacts or call logs",
    "数据按需取得、须经同意、存于印度；不得取用手机文件、通讯录、通话记录",
  ),
  governs: ["data-use", "data-share"],
  inForce: { from: "2022-09-02" },
  test: all(
    holdsNone("act.dataSources", [
      "phone-book",
      "contacts",
      "call-log",
      "files",
      "media",
      "social-network",
    ]),
    not(is("act.isStoredAbroad")),
    consented("data-use", "data-share"),
  ),
  severity: "block",
  force: "prohibition",
  cite: [directions],
  remedy: text("Ask for no more than is needed.", "仅取得必要数据。"),
  examples: `
    consent 2026-11-01T10:00 data-use
    ## a bank statement
    act 2026-11-10T10:00 data-use dataSources=bank-statement,income
    then permitted
    ## the phone book
    act 2026-11-10T10:00 data-use dataSources=phone-book,income
    then refused
    ## stored abroad
    act 2026-11-10T10:00 data-use isStoredAbroad=true
    then refused
  `,
});
