import {
  civilOf,
  dayInMonth,
  type EpochDay,
  mulDivRound,
  present,
  roundRatio,
  toSafeNumber,
} from "@fairdue/kernel";
import type { EarlyStrategy, PlanTerms } from "../product/declaration.ts";
import { type Product, weightOf } from "../product/product.ts";
import { fallDue } from "./fall-due.ts";
import type { Draw, PlanRow } from "./state.ts";

export type PlanSpan = {
  readonly startOn: EpochDay;
  readonly dueOn: readonly EpochDay[];
  readonly principalMinor: number;
  readonly rate: number;
};

/** Due days of `count` months: the first on or after `notBefore`, each on `dueDay`, clamped. */
export function monthlyDueDays(notBefore: EpochDay, dueDay: number, count: number): EpochDay[] {
  const civil = civilOf(notBefore);
  const isThisMonth = dayInMonth(civil.year, civil.month, dueDay) >= notBefore;
  const first = isThisMonth ? civil.month : civil.month + 1;
  return Array.from({ length: count }, (_, k) => dayInMonth(civil.year, first + k, dueDay));
}

/** The rows by which a new draw falls due. Interest in them is what will accrue if all goes to plan. */
export function planRows(product: Product, plan: PlanTerms, span: PlanSpan): PlanRow[] {
  switch (plan.method) {
    case "open":
      return [];
    case "equal-instalment":
      return byInstalment(product, span, instalmentOf(product, span));
    case "flat-fee":
      return withFees(byPrincipal(product, span, evenly(span)), {
        total: mulDivRound(span.principalMinor, plan.feePpm, 1_000_000, "half-up"),
      });
    case "equal-principal":
      return byPrincipal(product, span, evenly(span));
    case "custom-principal":
      return byPrincipal(product, span, plan.principalMinor);
    case "interest-first":
    case "bullet":
      return byPrincipal(
        product,
        span,
        span.dueOn.map((_, k) => (k === span.dueOn.length - 1 ? span.principalMinor : 0)),
      );
  }
}

/**
 * The rows of a draw after part of it was repaid early, or its rate or days changed: same due days,
 * `shorten-term` keeps the instalment and drops rows from the end, `lower-instalment` keeps them all.
 */
export function replan(product: Product, draw: Draw, it: Replan): PlanRow[] {
  const kept = draw.rows.map((row) => row.dueOn);
  const span = { startOn: it.on, dueOn: kept, principalMinor: draw.balanceMinor, rate: draw.rate };
  if (draw.balanceMinor === 0 || kept.length === 0) return [];
  if (draw.method === "equal-instalment") {
    const first = present(draw.rows[0], "a plan has rows");
    const instalment =
      it.strategy === "shorten-term"
        ? Math.max(first.principalMinor + first.interestMinor, 1)
        : instalmentOf(product, span);
    return byInstalment(product, span, instalment);
  }
  const planned = draw.rows.map((row) => row.principalMinor);
  const principal =
    it.strategy === "shorten-term" && draw.method !== "interest-first" && draw.method !== "bullet"
      ? keepFirst(planned, draw.balanceMinor)
      : inProportion(planned, draw.balanceMinor);
  const rows = byPrincipal(product, span, principal);
  const last = principal.findLastIndex((amount) => amount > 0);
  return rows
    .slice(0, last + 1)
    .map((row, k) => ({ ...row, feeMinor: draw.rows[k]?.feeMinor ?? 0 }));
}

export type Replan = { readonly on: EpochDay; readonly strategy: EarlyStrategy };

/**
 * Level instalment over unequal periods: P·Π(1+f_k) ÷ F_n with F_1 = 1, F_k = 1 + F_{k−1}(1+f_k),
 * f_k = rate × days ÷ denominator; exact, rounded once.
 */
export function instalmentOf(product: Product, span: PlanSpan): number {
  const { denominator, declaration } = product;
  const n = span.dueOn.length;
  if (span.rate === 0) return mulDivRound(span.principalMinor, 1, n, declaration.rounding);
  let growth = 1;
  let annuity = 0;
  let from = span.startOn;
  for (const dueOn of span.dueOn) {
    const factor = 1 + (span.rate * weightOf(product, from, dueOn)) / denominator;
    annuity = 1 + annuity * factor;
    growth *= factor;
    from = dueOn;
  }
  const estimate = (span.principalMinor * growth) / annuity;
  const fraction = estimate - Math.floor(estimate);
  const isClear = Math.min(fraction, 1 - fraction, Math.abs(fraction - 0.5)) > 1e-4;
  const byMode = declaration.rounding === "half-up" || declaration.rounding === "half-even";
  return isClear && byMode && estimate < 1e10
    ? Math.round(estimate)
    : exactInstalment(product, span);
}

function exactInstalment(product: Product, span: PlanSpan): number {
  const d = BigInt(product.denominator);
  let growth = 1n;
  let annuity = 0n;
  let power = 1n;
  let from = span.startOn;
  for (const dueOn of span.dueOn) {
    const factor = d + BigInt(span.rate) * BigInt(weightOf(product, from, dueOn));
    annuity = power + annuity * factor;
    growth *= factor;
    power *= d;
    from = dueOn;
  }
  return toSafeNumber(
    roundRatio(BigInt(span.principalMinor) * growth, annuity * d, product.declaration.rounding),
  );
}

/** Each row pays the instalment, interest first; the last pays what is left. */
function byInstalment(product: Product, span: PlanSpan, instalment: number): PlanRow[] {
  const rows: PlanRow[] = [];
  let balance = span.principalMinor;
  let from = span.startOn;
  span.dueOn.forEach((dueOn, k) => {
    if (balance === 0) return;
    const interestMinor = periodInterest(
      product,
      { ...span, principalMinor: balance },
      from,
      dueOn,
    );
    const isLast = k === span.dueOn.length - 1;
    const principalMinor = isLast
      ? balance
      : Math.min(balance, Math.max(0, instalment - interestMinor));
    rows.push({ dueOn, principalMinor, interestMinor, feeMinor: 0 });
    balance -= principalMinor;
    from = dueOn;
  });
  return rows;
}

function byPrincipal(product: Product, span: PlanSpan, principal: readonly number[]): PlanRow[] {
  let balance = span.principalMinor;
  let from = span.startOn;
  return span.dueOn.map((dueOn, k) => {
    const principalMinor = principal[k] ?? 0;
    const interestMinor = periodInterest(
      product,
      { ...span, principalMinor: balance },
      from,
      dueOn,
    );
    balance -= principalMinor;
    from = dueOn;
    return { dueOn, principalMinor, interestMinor, feeMinor: 0 };
  });
}

function periodInterest(product: Product, span: PlanSpan, from: EpochDay, to: EpochDay): number {
  return span.rate === 0
    ? 0
    : fallDue(product, span.principalMinor * span.rate * weightOf(product, from, to));
}

/** Equal parts rounded down, the rest in the last row. */
function evenly(span: PlanSpan): number[] {
  const n = span.dueOn.length;
  const part = Math.floor(span.principalMinor / n);
  return span.dueOn.map((_, k) => (k === n - 1 ? span.principalMinor - part * (n - 1) : part));
}

/** Fees in equal parts rounded down, the rest in the first row. */
function withFees(rows: PlanRow[], fee: { readonly total: number }): PlanRow[] {
  const part = Math.floor(fee.total / rows.length);
  return rows.map((row, k) => ({
    ...row,
    feeMinor: k === 0 ? fee.total - part * (rows.length - 1) : part,
  }));
}

/** The first rows as they were, the last ones dropped, so that the sum is `total`. */
function keepFirst(planned: readonly number[], total: number): number[] {
  let left = total;
  return planned.map((amount) => {
    const kept = Math.min(amount, left);
    left -= kept;
    return kept;
  });
}

/** The same shares of a smaller sum, each from the running total so that nothing is lost. */
export function inProportion(planned: readonly number[], total: number): number[] {
  const whole = planned.reduce((a, b) => a + b, 0);
  let seen = 0;
  let given = 0;
  return planned.map((amount) => {
    seen += amount;
    const upTo = whole === 0 ? 0 : mulDivRound(total, seen, whole, "down");
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
