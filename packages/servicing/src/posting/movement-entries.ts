import type { Movement, MovementComponent } from "@fairdue/credit";
import { combined, entry, type Entry, gl, type GlCode, type Sides } from "@fairdue/ledger";
import { InvariantViolation, unreachable } from "@fairdue/kernel";

/**
 * The journal lines of some movements of one account. What a movement books does not depend on the
 * state of the account, so that the lines of a difference are the difference of the lines.
 */
export function entriesOf(movements: readonly Movement[]): Entry[] {
  const lines: Entry[] = [];
  for (const movement of movements) {
    const reason = `${movement.kind} ${movement.component}`;
    for (const sides of sidesOf(movement))
      lines.push(entry(sides, movement.amountMinor, { reason, channel: movement.channel }));
  }
  return combined(lines);
}

/**
 * Debit and credit of each kind of movement: the posting templates of the book.
 *
 * Interest is income when it accrues (see `close/accrual.ts`), so falling due only moves it from
 * accrued to billed. A fee is income when it is charged. Charges of a non-accrual account (`isMemo`)
 * stay outside the balance sheet until cash meets them. A charge-off is a loss at once; the
 * allowance of the account is released by its own movement in the same posting, so that together
 * they use the allowance first and charge the rest, as IFRS 9 5.4.4 asks.
 */
export function sidesOf(it: Movement): readonly Sides[] {
  switch (it.kind) {
    case "limit-granted":
      return [pair(gl.commitment, gl.commitmentContra)];
    case "drawn":
      return [pair(gl.loanPrincipal, gl.channelClearing)];
    case "purchased":
      return [pair(gl.loanPrincipal, gl.merchantPayable)];
    case "aged":
      return [pair(gl.loanPrincipalOverdue, gl.loanPrincipal)];
    case "fell-due":
      return it.isMemo
        ? [pair(memoOf(it.component), memoAccruedOf(it.component))]
        : [pair(receivableOf(it.component), accruedOf(it.component))];
    case "charged":
      return it.isMemo
        ? [pair(memoOf(it.component), gl.memoContra)]
        : [pair(receivableOf(it.component), incomeOf(it.component))];
    case "paid":
      return met(it, gl.channelClearing);
    case "settled":
      return met(it, gl.creditBalance);
    case "refunded":
      return met(it, gl.merchantReceivable);
    case "paid-out":
      return [pair(gl.creditBalance, gl.channelClearing)];
    case "waived":
      return it.isMemo
        ? [pair(gl.memoContra, memoOf(it.component))]
        : [pair(gl.waiverExpense, receivableOf(it.component))];
    case "modified":
      return it.isMemo
        ? [pair(gl.memoContra, memoOf(it.component))]
        : [pair(gl.modificationLoss, receivableOf(it.component))];
    case "suspended":
      return [
        pair(incomeOf(it.component), receivableOf(it.component)),
        pair(memoOf(it.component), gl.memoContra),
      ];
    default:
      return endOf(it, it.kind);
  }
}

type EndKind = "charged-off" | "recovered" | "sold" | "sale-price" | "provisioned";

function endOf(it: Movement, kind: EndKind): readonly Sides[] {
  switch (kind) {
    case "charged-off":
      return [
        it.isMemo
          ? pair(gl.memoContra, memoOf(it.component))
          : pair(gl.creditImpairment, receivableOf(it.component)),
        pair(gl.claim, gl.claimContra),
      ];
    case "recovered":
      return [pair(gl.channelClearing, gl.recoveryIncome), pair(gl.claimContra, gl.claim)];
    case "sold":
      return [
        it.isMemo
          ? pair(gl.memoContra, memoOf(it.component))
          : pair(gl.saleOfLoans, receivableOf(it.component)),
      ];
    case "sale-price":
      return [pair(gl.channelClearing, gl.saleOfLoans)];
    case "provisioned":
      return [pair(gl.creditImpairment, gl.lossAllowance)];
    default:
      return unreachable(kind);
  }
}

/** Value from `source` meets a receivable; of a suspended charge it is income only now. */
function met(it: Movement, source: GlCode): readonly Sides[] {
  if (it.component === "credit")
    return source === gl.creditBalance ? [] : [pair(source, gl.creditBalance)];
  return it.isMemo
    ? [pair(source, incomeOf(it.component)), pair(gl.memoContra, memoOf(it.component))]
    : [pair(source, receivableOf(it.component))];
}

const receivables: Partial<Record<MovementComponent, GlCode>> = {
  principal: gl.loanPrincipal,
  "principal-overdue": gl.loanPrincipalOverdue,
  interest: gl.interestReceivable,
  penalty: gl.penaltyReceivable,
  fee: gl.feeReceivable,
};
const accrued: Partial<Record<MovementComponent, GlCode>> = {
  interest: gl.interestAccrued,
  penalty: gl.penaltyAccrued,
};
const incomes: Partial<Record<MovementComponent, GlCode>> = {
  interest: gl.interestIncome,
  penalty: gl.penaltyIncome,
  fee: gl.feeIncome,
};
const memos: Partial<Record<MovementComponent, GlCode>> = {
  interest: gl.memoInterest,
  penalty: gl.memoPenalty,
  fee: gl.memoFee,
};
const memosAccrued: Partial<Record<MovementComponent, GlCode>> = {
  interest: gl.memoInterestAccrued,
  penalty: gl.memoPenaltyAccrued,
};

const receivableOf = (it: MovementComponent): GlCode => among(receivables, it, "receivable");
const accruedOf = (it: MovementComponent): GlCode => among(accrued, it, "accrued");
const incomeOf = (it: MovementComponent): GlCode => among(incomes, it, "income");
const memoOf = (it: MovementComponent): GlCode => among(memos, it, "memo");
const memoAccruedOf = (it: MovementComponent): GlCode => among(memosAccrued, it, "memo accrued");

function among(
  table: Partial<Record<MovementComponent, GlCode>>,
  component: MovementComponent,
  role: string,
): GlCode {
  const code = table[component];
  if (code === undefined) throw new InvariantViolation(`${component} has no ${role} account`);
  return code;
}

function pair(debit: GlCode, credit: GlCode): Sides {
  return { debit, credit };
}
