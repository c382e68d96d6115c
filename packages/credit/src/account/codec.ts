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
import { layout } from "./layout.ts";
import { outstanding } from "./invariants.ts";
import type { AccountState, AccountStatus, Grade } from "./state.ts";

/** Version of the encoding; an older one is not decoded but folded anew from the events. */
export const stateVersion = 1;

/**
 * The state as canonical JSON: keys in the order of `layout`, no spaces, so that equal states are
 * equal texts (a plain comparison proves a refold). The fold makes its objects in that order;
 * `decodeState` restores it, whatever a database did to the keys.
 */
export function encodeState(state: AccountState): string {
  return JSON.stringify({ version: stateVersion, ...state });
}

/** Reads what `encodeState` wrote; a text of another version or shape is a problem, not a guess. */
export function decodeState(text: string): Outcome<AccountState, Problem> {
  const outcome = readState(text);
  return outcome.ok ? accepted(arranged(outcome.value, layout) as AccountState) : outcome;
}

/**
 * As `decodeState`, for a text exactly as `encodeState` wrote it, from where texts are kept as they
 * are: its keys are in order already.
 */
export function readState(text: string): Outcome<AccountState, Problem> {
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

/** A value with its keys in the order of a pattern; keys the pattern lacks are left out. */
function arranged(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(value)) {
    const item: unknown = Array.isArray(pattern) ? pattern[0] : undefined;
    return value.map((it) => arranged(it, item));
  }
  if (!isRecord(value) || !isRecord(pattern)) return value;
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(pattern)) {
    if (key in value) out[key] = arranged(value[key], pattern[key]);
  }
  return out;
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
