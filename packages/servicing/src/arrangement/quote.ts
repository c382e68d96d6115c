import {
  type AccountState,
  payoffQuote,
  type PayoffQuote,
  planQuote,
  type Product,
  type Refusal,
} from "@fairdue/credit";
import {
  accepted,
  type EpochDay,
  type EventId,
  type Outcome,
  parseId,
  present,
} from "@fairdue/kernel";
import { carryOut } from "../command/carry-out.ts";
import { type ArrangementTerms, factsAtAcceptance, sumOfComponents } from "./terms.ts";

/** One payment of the schedule as it would be. */
export type QuotedRow = {
  readonly dueOn: EpochDay;
  readonly principalMinor: number;
  readonly interestMinor: number;
  readonly feeMinor: number;
  readonly penaltyMinor: number;
  readonly totalMinor: number;
};

/** What an arrangement comes to, beside what would come without it. */
export type ArrangementQuote = {
  readonly on: EpochDay;
  /** What is owed today, by component. */
  readonly owed: PayoffQuote;
  readonly rows: readonly QuotedRow[];
  readonly totalMinor: number;
  /** Interest, fees and penalties in it. */
  readonly costMinor: number;
  /** The largest single payment. */
  readonly instalmentMinor: number;
  /** Total and cost if nothing is arranged and everything overdue is paid today. */
  readonly withoutTotalMinor: number;
  readonly withoutCostMinor: number;
  /** Given up by the lender at once or when the terms are met. */
  readonly givenUpMinor: number;
};

const quoted: EventId = present(parseId("Event", "evt_quote"), "an id");

/**
 * Lets the account live through the terms in memory, by the engine's own commands: what is quoted is
 * to the unit what will be asked for. Nothing is booked. Refused as the engine would refuse it.
 */
export function quoteArrangement(
  product: Product,
  state: AccountState,
  it: { readonly terms: ArrangementTerms; readonly on: EpochDay },
): Outcome<ArrangementQuote, Refusal> {
  const { terms, on } = it;
  const owed = payoffQuote(product, state, on);
  const without = rowsOf(product, state, on);
  const named = { arrangementId: "arr_quote", reason: "quote" };
  let after = state;
  for (const fact of factsAtAcceptance(terms, named)) {
    const order = { eventId: quoted, on, bookedOn: on, openOn: on, fact };
    const done = carryOut(product, { state: after, events: [] }, order);
    if (!done.ok) return done;
    after = done.value.state;
  }
  const rows =
    terms.kind === "settlement" ? [settlementRow(terms, owed)] : rowsOf(product, after, on);
  const totalMinor = sum(rows, (row) => row.totalMinor);
  return accepted({
    on,
    owed,
    rows,
    totalMinor,
    costMinor: totalMinor - sum(rows, (row) => row.principalMinor),
    instalmentMinor: rows.reduce((most, row) => Math.max(most, row.totalMinor), 0),
    withoutTotalMinor: sum(without, (row) => row.totalMinor),
    withoutCostMinor: sum(without, (row) => row.totalMinor - row.principalMinor),
    givenUpMinor: givenUpBy(terms),
  });
}

function givenUpBy(terms: ArrangementTerms): number {
  return terms.kind === "settlement" || terms.kind === "charge-relief"
    ? sumOfComponents(terms.waive)
    : 0;
}

function settlementRow(
  terms: Extract<ArrangementTerms, { kind: "settlement" }>,
  owed: PayoffQuote,
): QuotedRow {
  const row = {
    principalMinor: owed.principalMinor - terms.waive.principalMinor,
    interestMinor: owed.interestMinor - terms.waive.interestMinor,
    feeMinor: owed.feeMinor - terms.waive.feeMinor,
    penaltyMinor: owed.penaltyMinor - terms.waive.penaltyMinor,
  };
  return { dueOn: terms.payBy, ...row, totalMinor: terms.payMinor };
}

/** What is due and what is planned on all draws, one row for each day. */
function rowsOf(product: Product, state: AccountState, on: EpochDay): readonly QuotedRow[] {
  const days = new Map<EpochDay, QuotedRow>();
  const put = (dueOn: EpochDay, it: Omit<QuotedRow, "dueOn" | "totalMinor">): void => {
    const day = dueOn < on ? on : dueOn;
    const old = days.get(day);
    const row = {
      principalMinor: (old?.principalMinor ?? 0) + it.principalMinor,
      interestMinor: (old?.interestMinor ?? 0) + it.interestMinor,
      feeMinor: (old?.feeMinor ?? 0) + it.feeMinor,
      penaltyMinor: (old?.penaltyMinor ?? 0) + it.penaltyMinor,
    };
    days.set(day, { dueOn: day, ...row, totalMinor: sumOfComponents(row) });
  };
  for (const due of state.dues) put(due.dueOn, due);
  for (const draw of state.draws)
    for (const row of planQuote(product, state, draw)) put(row.dueOn, { ...row, penaltyMinor: 0 });
  return [...days.values()].sort((a, b) => a.dueOn - b.dueOn);
}

function sum(rows: readonly QuotedRow[], of: (row: QuotedRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
