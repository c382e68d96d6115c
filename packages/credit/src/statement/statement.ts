import { assert, formatDay, mulDivRound, present } from "@fairdue/kernel";
import { fallDue } from "../interest/interest.ts";
import type { Draw, Statement } from "../account/state.ts";
import {
  bill,
  billBalance,
  dueTotal,
  emptyCycle,
  revolvingOf,
  type Working,
} from "../account/working.ts";
import { underCap, useHeadroom } from "../account/accrue.ts";
import { billAccrued } from "../waterfall/waterfall.ts";
import { closingAfter, dueAfterClosing, hasBill } from "./cycle.ts";

/** Statements kept in the state; older ones live in the history of the account. */
const keptMax = 24;

/**
 * Closes a cycle at the opening of its day and asks for the minimum: in full what is due in full
 * (interest, fees, penalty, instalments), and a share of the rest, at least the floor.
 *
 * Identity, asserted here:
 * closing = opening + purchases + instalments + interest + fees + penalty
 *           − payments − refunds − waived − converted.
 */
export function closeStatement(it: Working): void {
  const { product, state } = it;
  const closedOn = state.statementOn;
  state.statementOn = closingAfter(product, state.dueDay, closedOn);
  if (!hasBill(state)) return;
  const dueOn = dueAfterClosing(product, closedOn);
  const asked = { interest: 0, fee: 0, principal: 0 };
  for (const due of state.dues) billAccrued(it, due, false);
  for (const draw of state.draws) billDraw(it, draw, { dueOn, asked });
  const revolving = revolvingOf(state);
  const rest = state.restMinor + state.unbilledMinor;
  const overdue = state.dues.reduce((sum, due) => sum + dueTotal(due), 0);
  const share = minimumShare(it, rest + (revolving?.balanceMinor ?? 0));
  const fromRest = Math.min(share, rest);
  state.unbilledMinor = 0;
  state.restMinor = rest - fromRest;
  if (revolving) revolving.balanceMinor -= share - fromRest;
  const id = `stm_${formatDay(closedOn)}`;
  const minimum = asked.interest + asked.fee + asked.principal + share;
  if (minimum > 0) {
    state.dues.push({
      id,
      drawId: "",
      dueOn,
      ageFromOn: dueOn,
      principalMinor: asked.principal + share,
      interestMinor: asked.interest,
      feeMinor: asked.fee,
      penaltyMinor: 0,
      isOverdue: false,
      ...overdueRates(it, state.rate),
      interestAccrued: 0,
      penaltyAccrued: 0,
    });
  }
  keep(it, { id, closedOn, dueOn, minimumMinor: minimum + overdue, overdueMinor: overdue });
}

/** Rates that a due item bears once overdue, from the contract rate of its principal. */
export function overdueRates(it: Working, rate: number): { rate: number; penaltyRate: number } {
  const { multiplierBp, contractInterest } = it.product.declaration.overdue;
  const penaltyRate = Math.floor((rate * multiplierBp) / 10_000);
  return contractInterest === "replaced"
    ? { rate: 0, penaltyRate }
    : { rate, penaltyRate: Math.max(0, penaltyRate - rate) };
}

type Asking = {
  readonly dueOn: number;
  readonly asked: { interest: number; fee: number; principal: number };
};

/** Rows of a plan that this statement asks for, and the interest of a revolving balance. */
function billDraw(it: Working, draw: Draw, asking: Asking): void {
  const { product, state } = it;
  const { asked } = asking;
  const hasRow = (draw.rows[0]?.dueOn ?? Number.POSITIVE_INFINITY) <= asking.dueOn;
  if (!hasRow && draw.method !== "open") return;
  const interest = fallDue(product, draw.interestAccrued);
  draw.interestAccrued = 0;
  asked.interest += interest;
  bill(it, "interest", interest);
  for (let row = draw.rows[0]; row && row.dueOn <= asking.dueOn; row = draw.rows[0]) {
    draw.rows.shift();
    draw.nextRow += 1;
    const principal = draw.rows.length === 0 ? draw.balanceMinor : row.principalMinor;
    const fee = underCap(product, state, row.feeMinor);
    useHeadroom(product, state, fee);
    draw.balanceMinor -= principal;
    state.cycle.instalmentsMinor += principal;
    asked.principal += principal;
    asked.fee += fee;
    bill(it, "fee", fee);
    draw.feeBilledMinor += fee;
  }
}

function minimumShare(it: Working, base: number): number {
  const terms = present(it.product.declaration.minimum, "a purchases product has a minimum");
  const share = mulDivRound(base, terms.sharePpm, 1_000_000, "up");
  return Math.min(base, Math.max(terms.floorMinor, share));
}

function keep(it: Working, head: Omit<Statement, "openingMinor" | "cycle" | "closingMinor">): void {
  const { state } = it;
  const openingMinor = state.statements.at(-1)?.closingMinor ?? 0;
  const { cycle } = state;
  const closingMinor = billBalance(state);
  assert(closingMinor === openingMinor + cycleNet(it), "a statement closes with what it sums to");
  state.statements.push({ ...head, openingMinor, cycle, closingMinor });
  if (state.statements.length > keptMax) state.statements.shift();
  state.cycle = emptyCycle();
}

/** What a cycle adds to the bill. */
export function cycleNet(it: Working): number {
  const c = it.state.cycle;
  const added =
    c.purchasesMinor + c.instalmentsMinor + c.interestMinor + c.feeMinor + c.penaltyMinor;
  return added - c.paymentsMinor - c.refundsMinor - c.waivedMinor - c.convertedMinor;
}
