import {
  type EpochDay,
  minor,
  type Minor,
  type Outcome,
  accepted,
  refused,
  type Problem,
} from "@fairdue/kernel";
import { availableMinor } from "../quote/quote.ts";
import { dpdOf } from "../ageing/ageing.ts";
import { isRecord } from "../product/check.ts";
import { never, type Product } from "../product/product.ts";
import { accrualLine } from "./accrue.ts";
import { outstanding } from "./invariants.ts";
import type { AccountState, AccountStatus, Grade } from "./state.ts";

/** Version of the encoding; an older one is not decoded but folded anew from the events. */
export const stateVersion = 1;

/**
 * The state as canonical JSON: keys sorted, no spaces, so that equal states are equal texts (a
 * digest or a plain comparison proves a refold).
 */
export function encodeState(state: AccountState): string {
  return canonical({ ...state, version: stateVersion });
}

/** Reads what `encodeState` wrote; a text of another version or shape is a problem, not a guess. */
export function decodeState(text: string): Outcome<AccountState, Problem> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refused({ field: "(whole)", value: text.slice(0, 40), expected: "JSON" });
  }
  if (!isRecord(parsed) || parsed["version"] !== stateVersion) {
    const value = isRecord(parsed) ? String(parsed["version"]) : typeof parsed;
    return refused({ field: "version", value, expected: `${stateVersion}` });
  }
  const { version: _version, ...state } = parsed;
  return accepted(state as AccountState);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** The scalars of a state that a table keeps beside the document, for SQL to sum and to filter. */
export type StateRow = {
  readonly status: AccountStatus;
  readonly asOf: EpochDay;
  readonly seq: number;
  readonly nextEventOn: EpochDay;
  readonly limitMinor: Minor;
  readonly availableMinor: Minor;
  readonly principalMinor: Minor;
  readonly principalOverdueMinor: Minor;
  readonly interestMinor: Minor;
  readonly feeMinor: Minor;
  readonly penaltyMinor: Minor;
  readonly creditMinor: Minor;
  readonly claimMinor: Minor;
  /** Numerators over `denominator` at `asOf`; see `AccrualLine` for the closed form. */
  readonly interestNumerator: number;
  readonly interestSlopePerDay: number;
  readonly penaltyNumerator: number;
  readonly penaltySlopePerDay: number;
  readonly denominator: number;
  /** `null` when nothing is due. */
  readonly oldestUnpaidOn: EpochDay | null;
  readonly dpd: number;
  readonly bucket: number;
  readonly grade: Grade;
  readonly stage: 1 | 2 | 3;
  readonly isNonAccrual: boolean;
  readonly provisionMinor: Minor;
  /** Earliest day on which something that is due now had to be paid; `null` when nothing is. */
  readonly dueOn: EpochDay | null;
  readonly dueMinor: Minor;
};

export function stateToRow(product: Product, state: AccountState): StateRow {
  const owed = outstanding(state);
  const { accruedTo: _to, ...accrual } = accrualLine(product, state);
  const { ageing, claim } = state;
  let late = 0;
  let due = 0;
  let dueOn = never;
  for (const it of state.dues) {
    if (it.isOverdue) late += it.principalMinor;
    due += it.principalMinor + it.interestMinor + it.feeMinor + it.penaltyMinor;
    if (it.dueOn < dueOn) dueOn = it.dueOn;
  }
  const claimed = claim.principalMinor + claim.interestMinor + claim.feeMinor + claim.penaltyMinor;
  return {
    status: state.status,
    asOf: state.asOf,
    seq: state.seq,
    nextEventOn: state.nextEventOn,
    limitMinor: minor(state.limitMinor),
    availableMinor: availableMinor(product, state),
    principalMinor: minor(owed.principal),
    principalOverdueMinor: minor(late),
    interestMinor: minor(owed.interest),
    feeMinor: minor(owed.fee),
    penaltyMinor: minor(owed.penalty),
    creditMinor: minor(state.creditMinor),
    claimMinor: minor(claimed),
    ...accrual,
    oldestUnpaidOn: ageing.oldestUnpaidOn === never ? null : ageing.oldestUnpaidOn,
    dpd: dpdOf(state),
    bucket: ageing.bucket,
    grade: ageing.grade,
    stage: ageing.stage,
    isNonAccrual: ageing.isNonAccrual,
    provisionMinor: minor(ageing.provisionMinor),
    dueOn: dueOn === never ? null : dueOn,
    dueMinor: minor(due),
  };
}
