import type { account, accountEvent, journalLine, schedule, statement } from "@fairdue/api";
import {
  accrualLine,
  type AccountEvent,
  type AccountState,
  availableMinor,
  type Draw,
  dpdOn,
  dueQuote,
  fallDue,
  never,
  outstanding,
} from "@fairdue/credit";
import { type EpochDay, formatDay } from "@fairdue/kernel";
import type { JournalLine } from "@fairdue/ledger";
import type { StoredAccount, StoredStatement } from "@fairdue/store";
import type { z } from "zod";

export type AccountWire = z.input<typeof account>;

/** An account whose state is that of the day `state.asOf`. */
export function accountToWire(it: StoredAccount): AccountWire {
  const { product, state } = it;
  const { declaration } = product;
  const owed = outstanding(state);
  const line = accrualLine(product, state);
  const accruedMinor = fallDue(product, line.interestNumerator + line.penaltyNumerator);
  const due = dueQuote(product, state, state.asOf);
  const { claim, ageing } = state;
  return {
    borrowerId: it.borrowerId,
    accountId: it.accountId,
    bookId: it.bookId,
    productId: declaration.id,
    productVersion: declaration.version,
    currency: declaration.currency,
    asOf: formatDay(state.asOf),
    seq: state.seq,
    status: state.status,
    freezes: [...state.freezes],
    openedOn: formatDay(state.openedOn),
    rate: state.rate,
    rateUnit: declaration.rate.unit,
    dueDay: state.dueDay,
    limitMinor: state.limitMinor,
    availableMinor: availableMinor(product, state),
    owed: {
      principalMinor: owed.principal,
      interestMinor: owed.interest,
      feeMinor: owed.fee,
      penaltyMinor: owed.penalty,
      accruedMinor,
      totalMinor: owed.principal + owed.interest + owed.fee + owed.penalty + accruedMinor,
    },
    dueMinor: due.dueMinor,
    overdueMinor: due.overdueMinor,
    billMinor: due.billMinor,
    dueOn: dayOrNull(due.dueOn),
    creditMinor: state.creditMinor,
    claimMinor: claim.principalMinor + claim.interestMinor + claim.feeMinor + claim.penaltyMinor,
    dpd: dpdOn(state, state.asOf),
    dpdMax: ageing.dpdMax,
    bucket: ageing.bucket,
    grade: ageing.grade,
    stage: ageing.stage,
    isNonAccrual: ageing.isNonAccrual,
    isQuarantined: it.isQuarantined,
    provisionMinor: ageing.provisionMinor,
    nextEventOn: state.nextEventOn === never ? null : formatDay(state.nextEventOn),
  };
}

const dayOrNull = (on: EpochDay | null): string | null => (on === null ? null : formatDay(on));

export function scheduleToWire(accountId: string, state: AccountState): z.input<typeof schedule> {
  const draws = state.draws.map(drawToWire);
  const totals = { principalMinor: 0, interestMinor: 0, feeMinor: 0, penaltyMinor: 0 };
  for (const it of [...state.dues, ...state.draws.flatMap((draw) => draw.rows)]) {
    totals.principalMinor += it.principalMinor;
    totals.interestMinor += it.interestMinor;
    totals.feeMinor += it.feeMinor;
  }
  for (const due of state.dues) totals.penaltyMinor += due.penaltyMinor;
  return {
    accountId,
    asOf: formatDay(state.asOf),
    due: state.dues.map((it) => ({
      id: it.id,
      drawId: it.drawId === "" ? null : it.drawId,
      dueOn: formatDay(it.dueOn),
      principalMinor: it.principalMinor,
      interestMinor: it.interestMinor,
      feeMinor: it.feeMinor,
      penaltyMinor: it.penaltyMinor,
      isOverdue: it.isOverdue,
    })),
    draws,
    settled: state.settled.map((it) => ({
      drawId: it.id,
      origin: it.origin,
      on: formatDay(it.on),
      settledOn: formatDay(it.settledOn),
      originalMinor: it.originalMinor,
    })),
    unbilledMinor: state.unbilledMinor,
    purchases: state.purchases.map((it) => ({
      purchaseId: it.id,
      on: formatDay(it.on),
      amountMinor: it.amountMinor,
      refundedMinor: it.refundedMinor,
    })),
    holds: state.holds.map((it) => ({
      purchaseId: it.id,
      amountMinor: it.amountMinor,
      expiresOn: formatDay(it.expiresOn),
    })),
    totals,
  };
}

function drawToWire(it: Draw): z.input<typeof schedule>["draws"][number] {
  return {
    drawId: it.id,
    origin: it.origin,
    on: formatDay(it.on),
    method: it.method,
    rate: it.rate,
    purchaseId: it.purchaseId === "" ? null : it.purchaseId,
    originalMinor: it.originalMinor,
    balanceMinor: it.balanceMinor,
    rows: it.rows.map((row, index) => ({
      number: it.nextRow + index,
      dueOn: formatDay(row.dueOn),
      principalMinor: row.principalMinor,
      interestMinor: row.interestMinor,
      feeMinor: row.feeMinor,
      totalMinor: row.principalMinor + row.interestMinor + row.feeMinor,
    })),
  };
}

export function statementToWire({
  statement: it,
  revisedOn,
}: StoredStatement): z.input<typeof statement> {
  return {
    statementId: it.id,
    closedOn: formatDay(it.closedOn),
    dueOn: formatDay(it.dueOn),
    openingMinor: it.openingMinor,
    ...it.cycle,
    closingMinor: it.closingMinor,
    minimumMinor: it.minimumMinor,
    overdueMinor: it.overdueMinor,
    revisedOn: dayOrNull(revisedOn),
  };
}

/** Fields of facts that are days. */
const dayFields = new Set(["expiresOn", "dueOn", "untilOn", "firstDueOn"]);

export function eventToWire(event: AccountEvent): z.input<typeof accountEvent> {
  const { id, seq, valueOn, bookedOn, ...fact } = event;
  const { kind, ...fields } = fact;
  return {
    eventId: id,
    seq,
    kind,
    valueOn: formatDay(valueOn),
    bookedOn: formatDay(bookedOn),
    fact: withDayTexts(fields),
  };
}

function withDayTexts(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => {
      if (dayFields.has(name) && typeof value === "number")
        return [name, formatDay(value as EpochDay)];
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      return [name, isObject ? withDayTexts(value) : value];
    }),
  );
}

export function journalLineToWire(it: JournalLine): z.input<typeof journalLine> {
  return {
    postingKey: it.key,
    line: it.line,
    bookedOn: formatDay(it.bookedOn),
    valueOn: formatDay(it.valueOn),
    debit: it.debit,
    credit: it.credit,
    amountMinor: it.amountMinor,
    currency: it.currency,
    reason: it.reason,
    channel: it.channel,
  };
}
