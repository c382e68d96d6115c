import type { caseWire, noteWire, promiseWire, timelineItem, workItemWire } from "@fairdue/api";
import { type EpochDay, formatDay, formatInstant, type InstantMs } from "@fairdue/kernel";
import type { Strategy } from "@fairdue/servicing";
import {
  type CaseOnRecord,
  dpdOfCase,
  type PlanOnRecord,
  type PromiseOnRecord,
  type TimelineItem,
  type WorkItemOnRecord,
} from "@fairdue/store";
import type { z } from "@hono/zod-openapi";
import type { Shell } from "../compose/shell.ts";

export function at(instant: number): string {
  return formatInstant(instant as InstantMs);
}

function dayOrNull(on: EpochDay | null): string | null {
  return on === null ? null : formatDay(on);
}

export function caseToWire(
  it: CaseOnRecord,
  of: { readonly on: EpochDay; readonly now: number; readonly maskedName: string | undefined },
): z.input<typeof caseWire> {
  const { openedOn, closedOn, watchUntil, claim, oldestUnpaidOn: _, ...rest } = it;
  return {
    ...rest,
    holds: [...it.holds],
    maskedName: of.maskedName ?? null,
    openedOn: formatDay(openedOn),
    closedOn: dayOrNull(closedOn),
    watchUntil: dayOrNull(watchUntil),
    dpd: dpdOfCase(it, of.on),
    // A claim that has run out is none.
    claim:
      claim === null || claim.until <= of.now ? null : { by: claim.by, until: at(claim.until) },
  };
}

/** Cases with masked names, in one look into the vault. */
export async function casesToWire(
  shell: Pick<Shell, "database" | "vault" | "now">,
  cases: readonly CaseOnRecord[],
  on: EpochDay,
): Promise<z.input<typeof caseWire>[]> {
  const people = [...new Set(cases.map((it) => it.borrowerId))];
  const masked = await shell.vault.masked(shell.database, people, ["name"]);
  return cases.map((it) =>
    caseToWire(it, { on, now: shell.now(), maskedName: masked.get(it.borrowerId)?.name }),
  );
}

export function promiseToWire(it: PromiseOnRecord): z.input<typeof promiseWire> {
  const { promiseId, amountMinor, madeOn, promisedOn, madeBy, status, paidMinor } = it;
  return {
    promiseId,
    amountMinor,
    madeOn: formatDay(madeOn),
    promisedOn: formatDay(promisedOn),
    madeBy,
    status,
    paidMinor,
  };
}

export function noteToWire(it: {
  readonly noteId: string;
  readonly writtenAt: number;
  readonly writtenBy: string;
  readonly text: string;
}): z.input<typeof noteWire> {
  return { ...it, writtenAt: at(it.writtenAt) };
}

export function timelineToWire(it: TimelineItem): z.input<typeof timelineItem> {
  return { ...it, on: formatDay(it.on), at: at(it.at) };
}

/** A line of the day's plan as the person's one next step; where it is nothing, that is the step. */
export function itemToWire(
  it: WorkItemOnRecord,
  { plan, strategy }: { readonly plan: PlanOnRecord; readonly strategy: Strategy },
): z.input<typeof workItemWire> {
  const segment = strategy.segments.find((one) => one.id === it.segmentId);
  const treatment = strategy.treatments.find((one) => one.id === it.treatmentId);
  return {
    planOn: formatDay(plan.on),
    strategyId: plan.strategyId,
    strategyVersion: plan.version,
    segmentId: it.segmentId ?? "",
    segment: segment?.title ?? { zh: "不在任何分群", en: "In no segment" },
    armId: it.armId ?? "",
    treatmentId: it.treatmentId,
    treatment: treatment?.title ?? null,
    channel: it.channel,
    position: it.position,
    notBefore: it.notBefore === null ? null : at(it.notBefore),
    nextStep: it.step ?? { zh: "今日不联系", en: "Leave alone today" },
    words: it.words,
    templateId: it.templateId,
    reason: it.reason,
    expectedMinor: it.expectedMinor,
    isDataThin: it.isDataThin,
    status: it.status,
  };
}
