import type { complaintOnDesk, reportNotice } from "@fairdue/api";
import { type EpochDay, formatDay } from "@fairdue/kernel";
import { rootCauseIds, rootCauses } from "@fairdue/servicing";
import type { ComplaintOnDesk, ReportNotice, Sql } from "@fairdue/store";
import type { z } from "@hono/zod-openapi";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";

/** Complaints with masked names, in one look into the vault. */
export async function complaintsToWire(
  shell: Pick<Shell, "vault">,
  sql: Sql,
  it: { readonly complaints: readonly ComplaintOnDesk[]; readonly on: EpochDay },
): Promise<z.input<typeof complaintOnDesk>[]> {
  const people = [...new Set(it.complaints.map((one) => one.borrowerId))];
  const masked = await shell.vault.masked(sql, people, ["name"]);
  return it.complaints.map((one) =>
    complaintToWire(one, { on: it.on, maskedName: masked.get(one.borrowerId)?.name ?? null }),
  );
}

export function complaintToWire(
  it: ComplaintOnDesk,
  of: { readonly on: EpochDay; readonly maskedName: string | null },
): z.input<typeof complaintOnDesk> {
  return {
    complaintId: it.complaintId,
    borrowerId: it.borrowerId,
    maskedName: of.maskedName,
    about: it.about,
    accountIds: [...it.accountIds],
    permitId: it.permitId,
    channel: it.channel,
    filedAt: at(it.filedAt),
    answerBy: formatDay(it.answerBy),
    daysLeft: it.answerBy - of.on,
    escalation: it.escalation,
    isComplex: it.isComplex,
    isExtended: it.isExtended,
    status: it.status,
    ownerId: it.ownerId,
    rootCause: causeTitle(it.rootCause),
    verdict: it.verdict,
    redressMinor: it.redressMinor,
    leafId: it.leafId,
  };
}

export function causeTitle(id: string | null): { en: string; zh: string } | null {
  const known = rootCauseIds.find((one) => one === id);
  return known ? rootCauses[known] : null;
}

const dayOrNull = (on: EpochDay | null): string | null => (on === null ? null : formatDay(on));

export function noticeToWire(it: ReportNotice): z.input<typeof reportNotice> {
  return {
    noticeId: it.noticeId,
    accountId: it.accountId,
    noticedOn: formatDay(it.noticedOn),
    reportFrom: formatDay(it.reportFrom),
    reportedOn: dayOrNull(it.reportedOn),
    correctedOn: dayOrNull(it.correctedOn),
    correction: it.correction,
    leafId: it.leafId,
  };
}
