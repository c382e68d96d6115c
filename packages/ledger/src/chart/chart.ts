import { assert, type Branded } from "@fairdue/kernel";

/** Number of a general-ledger account (科目编号). */
export type GlCode = Branded<number, "GlCode">;

/** `memo` accounts stand outside the balance sheet (表外): promises, suspended interest, claims. */
export type GlClass = "asset" | "liability" | "equity" | "income" | "expense" | "memo";

export type GlAccount = {
  readonly code: GlCode;
  readonly name: { readonly en: string; readonly zh: string };
  readonly class: GlClass;
};

export function glCode(code: number): GlCode {
  assert(Number.isSafeInteger(code) && code > 0, `a general-ledger code is a number, got ${code}`);
  return code as GlCode;
}

export type GlName =
  | "bank"
  | "channelClearing"
  | "interestReceivable"
  | "interestAccrued"
  | "penaltyReceivable"
  | "penaltyAccrued"
  | "feeReceivable"
  | "merchantReceivable"
  | "loanPrincipal"
  | "loanPrincipalOverdue"
  | "lossAllowance"
  | "funding"
  | "merchantPayable"
  | "creditBalance"
  | "capital"
  | "interestIncome"
  | "penaltyIncome"
  | "feeIncome"
  | "saleOfLoans"
  | "recoveryIncome"
  | "creditImpairment"
  | "modificationLoss"
  | "waiverExpense"
  | "commitment"
  | "commitmentContra"
  | "memoInterestAccrued"
  | "memoPenaltyAccrued"
  | "memoInterest"
  | "memoPenalty"
  | "memoFee"
  | "memoContra"
  | "claim"
  | "claimContra";

/**
 * Accounts of a consumer lender's book. The first four digits follow the account list of the
 * Chinese accounting standards (企业会计准则应用指南 附录, 2006, and 财会〔2018〕36号 for credit
 * losses); the digits after them are this house's sub-accounts.
 */
export const gl: Readonly<Record<GlName, GlCode>> = {
  bank: glCode(100201),
  channelClearing: glCode(101201),
  interestReceivable: glCode(113201),
  interestAccrued: glCode(113202),
  penaltyReceivable: glCode(113203),
  penaltyAccrued: glCode(113204),
  feeReceivable: glCode(113205),
  merchantReceivable: glCode(122101),
  loanPrincipal: glCode(130301),
  loanPrincipalOverdue: glCode(130302),
  lossAllowance: glCode(130401),
  funding: glCode(200401),
  merchantPayable: glCode(220201),
  creditBalance: glCode(224101),
  capital: glCode(400101),
  interestIncome: glCode(601101),
  penaltyIncome: glCode(601102),
  feeIncome: glCode(602101),
  saleOfLoans: glCode(611101),
  recoveryIncome: glCode(630101),
  creditImpairment: glCode(670201),
  modificationLoss: glCode(670202),
  waiverExpense: glCode(671101),
  commitment: glCode(900101),
  commitmentContra: glCode(900102),
  memoInterestAccrued: glCode(901101),
  memoPenaltyAccrued: glCode(901102),
  memoInterest: glCode(901103),
  memoPenalty: glCode(901104),
  memoFee: glCode(901105),
  memoContra: glCode(901109),
  claim: glCode(902101),
  claimContra: glCode(902102),
};

/** Every account of a new book, in the order of its code. */
export const standardChart: readonly GlAccount[] = chartOf([
  [gl.bank, "asset", "Bank deposits", "银行存款"],
  [gl.channelClearing, "asset", "Payment channels in clearing", "其他货币资金—支付渠道待清算"],
  [gl.interestReceivable, "asset", "Interest receivable, fallen due", "应收利息—已到期利息"],
  [gl.interestAccrued, "asset", "Interest accrued, not yet due", "应收利息—应计利息"],
  [gl.penaltyReceivable, "asset", "Penalty interest receivable, billed", "应收利息—已计罚息"],
  [gl.penaltyAccrued, "asset", "Penalty interest accrued", "应收利息—应计罚息"],
  [gl.feeReceivable, "asset", "Fees receivable", "应收手续费"],
  [
    gl.merchantReceivable,
    "asset",
    "Receivable from merchants for refunds",
    "其他应收款—应收商户退款",
  ],
  [gl.loanPrincipal, "asset", "Loan principal", "贷款—本金"],
  [gl.loanPrincipalOverdue, "asset", "Loan principal, overdue", "贷款—逾期本金"],
  [gl.lossAllowance, "asset", "Allowance for loan losses", "贷款损失准备"],
  [gl.funding, "liability", "Funding", "借入资金"],
  [gl.merchantPayable, "liability", "Payable to merchants", "应付账款—应付商户款"],
  [gl.creditBalance, "liability", "Credit balances of borrowers", "其他应付款—借款人溢缴款"],
  [gl.capital, "equity", "Capital", "实收资本"],
  [gl.interestIncome, "income", "Interest income", "利息收入"],
  [gl.penaltyIncome, "income", "Penalty interest income", "利息收入—罚息收入"],
  [gl.feeIncome, "income", "Fee income", "手续费及佣金收入"],
  [gl.saleOfLoans, "income", "Result on the sale of loans", "投资收益—贷款转让损益"],
  [gl.recoveryIncome, "income", "Recoveries of loans charged off", "营业外收入—已核销贷款收回"],
  [gl.creditImpairment, "expense", "Credit impairment loss", "信用减值损失"],
  [gl.modificationLoss, "expense", "Loss on modification of loans", "信用减值损失—合同修改损失"],
  [gl.waiverExpense, "expense", "Amounts waived", "营业外支出—息费减免"],
  [gl.commitment, "memo", "Credit limits granted", "表外—授信额度"],
  [gl.commitmentContra, "memo", "Credit limits granted, contra", "表外—授信额度对方科目"],
  [gl.memoInterestAccrued, "memo", "Interest accrued off income", "表外—应计利息"],
  [gl.memoPenaltyAccrued, "memo", "Penalty interest accrued off income", "表外—应计罚息"],
  [gl.memoInterest, "memo", "Interest billed off income", "表外—应收未收利息"],
  [gl.memoPenalty, "memo", "Penalty interest billed off income", "表外—应收未收罚息"],
  [gl.memoFee, "memo", "Fees billed off income", "表外—应收未收费用"],
  [gl.memoContra, "memo", "Charges off income, contra", "表外—未收息费对方科目"],
  [gl.claim, "memo", "Claims charged off and alive", "表外—已核销债权"],
  [gl.claimContra, "memo", "Claims charged off, contra", "表外—已核销债权对方科目"],
]);

type ChartRow = readonly [code: GlCode, kind: GlClass, en: string, zh: string];

function chartOf(rows: readonly ChartRow[]): GlAccount[] {
  return rows.map(([code, kind, en, zh]) => ({ code, class: kind, name: { en, zh } }));
}

export function isGlClass(value: unknown): value is GlClass {
  return (
    value === "asset" ||
    value === "liability" ||
    value === "equity" ||
    value === "income" ||
    value === "expense" ||
    value === "memo"
  );
}
