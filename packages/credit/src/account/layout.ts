import { minor, parseId, present } from "@fairdue/kernel";
import { never } from "../product/product.ts";
import type { AccountState, CycleTotals, Totals } from "./state.ts";

const cycle: CycleTotals = {
  purchasesMinor: 0,
  instalmentsMinor: 0,
  interestMinor: 0,
  feeMinor: 0,
  penaltyMinor: 0,
  paymentsMinor: 0,
  refundsMinor: 0,
  waivedMinor: 0,
  convertedMinor: 0,
};

const parts = { principal: 0, interest: 0, fee: 0, penalty: 0 };
const totals: Totals = {
  drawnMinor: 0,
  paid: parts,
  refunded: parts,
  waived: parts,
  chargedOff: parts,
  billed: parts,
  cashInMinor: 0,
  paidOutMinor: 0,
  refundsInMinor: 0,
  recoveredMinor: 0,
};

/**
 * One of everything that a state may hold, in the order of the encoding. Typed as a state, so that
 * a new field does not compile until it has its place here; never used as an account.
 */
export const layout: AccountState = {
  accountId: present(parseId("Account", "acc_layout"), "an id"),
  asOf: never,
  seq: 0,
  status: "closed",
  freezes: [],
  openedOn: never,
  limitMinor: minor(0),
  rate: 0,
  dueDay: 1,
  statementOn: never,
  draws: [
    {
      id: "",
      origin: "draw",
      on: never,
      method: "open",
      rate: 0,
      purchaseId: "",
      originalMinor: 0,
      balanceMinor: 0,
      rows: [{ dueOn: never, principalMinor: 0, interestMinor: 0, feeMinor: 0 }],
      openDueOn: never,
      interestAccrued: 0,
      freeUntilOn: never,
      feeBilledMinor: 0,
      nextRow: 0,
    },
  ],
  settled: [
    {
      id: "",
      origin: "draw",
      on: never,
      settledOn: never,
      purchaseId: "",
      originalMinor: 0,
      feeBilledMinor: 0,
    },
  ],
  purchases: [{ id: "", on: never, amountMinor: 0, refundedMinor: 0 }],
  holds: [{ id: "", amountMinor: 0, expiresOn: never }],
  statements: [
    {
      id: "",
      closedOn: never,
      dueOn: never,
      minimumMinor: 0,
      overdueMinor: 0,
      openingMinor: 0,
      cycle,
      closingMinor: 0,
    },
  ],
  dues: [
    {
      id: "",
      drawId: "",
      dueOn: never,
      ageFromOn: never,
      principalMinor: 0,
      interestMinor: 0,
      feeMinor: 0,
      penaltyMinor: 0,
      isOverdue: false,
      rate: 0,
      penaltyRate: 0,
      interestAccrued: 0,
      penaltyAccrued: 0,
    },
  ],
  fees: [{ id: "", dueOn: never, amountMinor: 0 }],
  unbilledMinor: 0,
  restMinor: 0,
  creditMinor: 0,
  claim: { principalMinor: 0, interestMinor: 0, feeMinor: 0, penaltyMinor: 0 },
  moratorium: { fromOn: never, untilOn: never },
  diedOn: null,
  forborneOn: null,
  forborneFloor: 0,
  ageing: {
    oldestUnpaidOn: never,
    bucket: 0,
    grade: "normal",
    stage: 1,
    isNonAccrual: false,
    dpdMax: 0,
    provisionMinor: 0,
  },
  cycle,
  headroom: 0,
  totals,
  nextEventOn: never,
};
