import { addDays, type EpochDay, mulDivRound, present } from "@fairdue/kernel";
import type { AccountState, Due, Grade } from "../account/state.ts";
import { dueTotal, move, principalTotal, type Working } from "../account/working.ts";
import { inForce, never, type Product } from "../product/product.ts";

export const gradeNames: readonly Grade[] = [
  "normal",
  "special-mention",
  "substandard",
  "doubtful",
  "loss",
];

/**
 * Days past due: 0 until the day after the oldest unpaid due day, then one more each day; a
 * moratorium holds the count still. Grace does not change the count, only what follows from it.
 */
export function dpdOf(state: AccountState): number {
  return dpdOn(state, state.asOf);
}

/** The count on a later day, if nothing is paid until then. */
export function dpdOn(state: AccountState, on: EpochDay): number {
  const since = state.ageing.oldestUnpaidOn;
  if (since === never) return 0;
  const counted = state.moratorium ? Math.min(on, state.moratorium.fromOn) : on;
  return Math.max(0, counted - since);
}

/** The day on which a due item's tolerance has run out and it becomes overdue. */
export function overdueOn(product: Product, state: AccountState, due: Due): EpochDay {
  const { days } = product.declaration.tolerance;
  const { moratorium } = state;
  const paused = moratorium
    ? Math.max(0, moratorium.untilOn - Math.max(moratorium.fromOn, due.ageFromOn))
    : 0;
  return addDays(due.ageFromOn, paused + days + 1);
}

/** Brings bucket, grade, stage, accrual status and provision to `asOf`, with their movements. */
export function age(it: Working): void {
  const { product, state } = it;
  const { ageing } = state;
  let oldest = never;
  let isOverdue = false;
  for (const due of state.dues) {
    if (due.ageFromOn < oldest) oldest = due.ageFromOn;
    isOverdue ||= due.isOverdue;
  }
  ageing.oldestUnpaidOn = oldest;
  const dpd = isOverdue ? dpdOf(state) : 0;
  noteDpdMax(state);
  ageing.bucket = reached(inForce(product.buckets, state.asOf), dpd);
  const isObserved = state.asOf < observedUntil(product, state);
  const grade = reached(inForce(product.grades, state.asOf), dpd);
  ageing.grade = present(
    gradeNames[isObserved ? Math.max(grade, state.forborneFloor) : grade],
    "five grades",
  );
  const stage = reached(inForce(product.stages, state.asOf), dpd);
  ageing.stage = stage >= 2 ? 3 : stage === 1 || isObserved ? 2 : 1;
  recognise(it, dpd, isObserved);
  provide(it);
}

/** The highest count ever reached: also that of the day on which the arrears are paid. */
export function noteDpdMax(state: AccountState): void {
  const dpd = state.dues.some((due) => due.isOverdue) ? dpdOf(state) : 0;
  if (dpd > state.ageing.dpdMax) state.ageing.dpdMax = dpd;
}

/**
 * Terms were changed for a borrower in difficulty: the account is observed, graded at least special
 * mention, or at least substandard when it was non-performing or was being observed already.
 * Source: 商业银行金融资产风险分类办法 (2023 No. 1), chapter on restructured assets.
 */
export function forbear(it: Working): void {
  const { product, state } = it;
  const isObserved = state.asOf < observedUntil(product, state);
  const wasBad = gradeNames.indexOf(state.ageing.grade) >= 2;
  state.forborneFloor = isObserved || wasBad ? 2 : 1;
  state.forborneOn = state.asOf;
}

export function observedUntil(product: Product, state: AccountState): EpochDay {
  return state.forborneOn === null
    ? state.asOf
    : addDays(state.forborneOn, inForce(product.observation, state.forborneOn));
}

/** First future day on which the count crosses a threshold of any table in force. */
export function thresholdAfter(product: Product, state: AccountState): EpochDay {
  const { oldestUnpaidOn } = state.ageing;
  if (oldestUnpaidOn === never || state.moratorium || !state.dues.some((due) => due.isOverdue)) {
    return never;
  }
  const dpd = dpdOf(state);
  let nearest = Math.min(
    above(inForce(product.buckets, state.asOf), dpd),
    above(inForce(product.grades, state.asOf), dpd),
    above(inForce(product.stages, state.asOf), dpd),
  );
  const nonAccrual = inForce(product.nonAccrual, state.asOf);
  if (nonAccrual > dpd && nonAccrual < nearest) nearest = nonAccrual;
  return nearest === never ? never : addDays(oldestUnpaidOn, nearest);
}

function reached(thresholds: readonly number[], dpd: number): number {
  let count = 0;
  for (const from of thresholds) if (dpd >= from) count += 1;
  return count;
}

function above(thresholds: readonly number[], dpd: number): number {
  for (const from of thresholds) if (from > dpd) return from;
  return never;
}

/** Non-accrual begins at its dpd and ends by the product's cure; billed charges move to memo. */
function recognise(it: Working, dpd: number, isObserved: boolean): void {
  const { product, state } = it;
  const { ageing } = state;
  const isLate = dpd >= inForce(product.nonAccrual, state.asOf);
  const mustWait = product.declaration.accounting.cure === "cleared-and-observed" && isObserved;
  const isNonAccrual = isLate || (ageing.isNonAccrual && (dpd > 0 || mustWait));
  if (isNonAccrual === ageing.isNonAccrual) return;
  ageing.isNonAccrual = false;
  const sign = isNonAccrual ? 1 : -1;
  for (const component of ["interest", "fee", "penalty"] as const) {
    let total = 0;
    for (const due of state.dues) {
      total +=
        component === "interest"
          ? due.interestMinor
          : component === "fee"
            ? due.feeMinor
            : due.penaltyMinor;
    }
    move(it, { kind: "suspended", component, amountMinor: sign * total });
  }
  ageing.isNonAccrual = isNonAccrual;
}

/** Expected credit loss: exposure × pd × lgd of stage and bucket, by the dated house table. */
function provide(it: Working): void {
  const { product, state } = it;
  const { ageing } = state;
  let wanted = 0;
  if (state.status === "open") {
    let exposure = principalTotal(state);
    if (!ageing.isNonAccrual) {
      for (const due of state.dues) exposure += dueTotal(due) - due.principalMinor;
    }
    const table = inForce(product.provision, state.asOf);
    const row = present(table[ageing.stage - 1], "three stages");
    const ppm = present(row[Math.min(ageing.bucket, row.length - 1)], "a bucket has a rate");
    wanted = mulDivRound(exposure, ppm, 1_000_000, "half-up");
  }
  const change = wanted - ageing.provisionMinor;
  ageing.provisionMinor = wanted;
  move(it, { kind: "provisioned", component: "allowance", amountMinor: change });
}
