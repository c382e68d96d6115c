import { type EpochDay, minor, type Minor } from "@fairdue/kernel";

/**
 * One change of one component of an account's balances: what the posting rules one floor up turn
 * into journal lines. `amountMinor` is positive for the thing the kind names, negative when a
 * backdated event takes back what was booked before (movements are never rewritten).
 */
export type Movement = {
  readonly kind: MovementKind;
  readonly component: MovementComponent;
  readonly amountMinor: Minor;
  readonly valueOn: EpochDay;
  readonly bookedOn: EpochDay;
  /** Where money came from or went to, for kinds that move money; empty otherwise. */
  readonly channel: string;
  /** Interest, fee and penalty of a non-accrual account: kept off income until cash comes. */
  readonly isMemo: boolean;
};

export type MovementComponent =
  | "principal"
  | "principal-overdue"
  | "interest"
  | "fee"
  | "penalty"
  | "credit"
  | "allowance"
  | "commitment";

/**
 * Debit and credit in the lender's book, by component c (domain accounting in
 * `servicing/posting`):
 *
 * | kind | Dr | Cr |
 * | --- | --- | --- |
 * | `limit-granted` (commitment) | commitment memo | contra; negative when it falls |
 * | `drawn` (principal) | loan principal | cash of `channel` |
 * | `purchased` (principal) | loan principal | merchant payable of `channel` |
 * | `fell-due` (interest, penalty) | billed receivable c | accrued receivable c |
 * | `charged` (fee, penalty) | billed receivable c | income c |
 * | `aged` (principal-overdue) | overdue principal | loan principal; negative when cured |
 * | `paid` (c) | cash of `channel` | receivable c (memo: income c on cash basis) |
 * | `paid` (credit) | cash of `channel` | credit balance |
 * | `settled` (c) | credit balance | receivable c: kept surplus meets a due item |
 * | `refunded` (c) | merchant receivable of `channel` | receivable c, or credit balance |
 * | `paid-out` (credit) | credit balance | cash of `channel` |
 * | `waived` (c) | waiver expense (memo: memo contra) | receivable c |
 * | `suspended` (interest, fee, penalty) | income c | receivable c, and memo; negative on return |
 * | `charged-off` (c) | allowance, rest impairment (memo: contra) | receivable c; opens the claim |
 * | `recovered` (c) | cash of `channel` | recovery income |
 * | `sold` (c) | loss on sale | receivable c |
 * | `sale-price` (principal) | cash of `channel` | loss on sale |
 * | `provisioned` (allowance) | impairment loss | allowance; negative when released |
 * | `modified` (interest) | modification loss | receivable: given up in a change of terms |
 */
export type MovementKind =
  | "limit-granted"
  | "drawn"
  | "purchased"
  | "fell-due"
  | "charged"
  | "aged"
  | "paid"
  | "settled"
  | "refunded"
  | "paid-out"
  | "waived"
  | "suspended"
  | "charged-off"
  | "recovered"
  | "sold"
  | "sale-price"
  | "provisioned"
  | "modified";

/**
 * What must be booked so that a book holding `before` holds `after`: the difference, line by line
 * of (kind, component, channel, memo, value day), booked on `bookedOn`. Both lists are folds of the
 * same account; neither is rewritten.
 */
export function differenceOf(
  before: readonly Movement[],
  after: readonly Movement[],
  bookedOn: EpochDay,
): Movement[] {
  const lines = new Map<string, { sample: Movement; amount: number }>();
  const add = (it: Movement, sign: 1 | -1): void => {
    const key = `${it.valueOn}|${it.kind}|${it.component}|${it.channel}|${it.isMemo ? 1 : 0}`;
    const line = lines.get(key);
    if (line) line.amount += sign * it.amountMinor;
    else lines.set(key, { sample: it, amount: sign * it.amountMinor });
  };
  for (const it of before) add(it, -1);
  for (const it of after) add(it, 1);
  const out: Movement[] = [];
  for (const { sample, amount } of lines.values()) {
    if (amount !== 0) out.push({ ...sample, amountMinor: minor(amount), bookedOn });
  }
  return out;
}
