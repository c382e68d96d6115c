import type { arrangementQuote, arrangementWire } from "@fairdue/api";
import { type EpochDay, formatDay } from "@fairdue/kernel";
import { type ArrangementQuote, type ArrangementTerms, kindTitles } from "@fairdue/servicing";
import type { ArrangementOnRecord } from "@fairdue/store";
import type { z } from "@hono/zod-openapi";

const dayOrNull = (on: EpochDay | null): string | null => (on === null ? null : formatDay(on));

export function quoteToWire(it: ArrangementQuote): z.input<typeof arrangementQuote> {
  const { owed, rows, on, ...sums } = it;
  return {
    ...sums,
    on: formatDay(on),
    owedMinor: owed.totalMinor,
    rows: rows.map((row) => ({ ...row, dueOn: formatDay(row.dueOn) })),
  };
}

export function termsToWire(it: ArrangementTerms): { kind: string; [name: string]: unknown } {
  return it.kind === "settlement" ? { ...it, payBy: formatDay(it.payBy) } : { ...it };
}

export function arrangementToWire(it: ArrangementOnRecord): z.input<typeof arrangementWire> {
  return {
    arrangementId: it.arrangementId,
    borrowerId: it.borrowerId,
    accountId: it.accountId,
    title: kindTitles[it.terms.kind],
    terms: termsToWire(it.terms),
    quote: quoteToWire(it.quote),
    templateId: it.templateId,
    likeness: it.likeness,
    status: it.status,
    needsSecondPerson: it.approvalId !== null,
    approvalId: it.approvalId,
    givenUpMinor: it.givenUpMinor,
    graceDays: it.graceDays,
    offeredOn: formatDay(it.offeredOn),
    offeredBy: it.offeredBy,
    expiresOn: formatDay(it.expiresOn),
    acceptedOn: dayOrNull(it.acceptedOn),
    endedOn: dayOrNull(it.endedOn),
    leafId: it.leafId,
  };
}
