import type { planWire, simulatedSide, simulation, strategyLine, workLine } from "@fairdue/api";
import { formatDay, formatInstant, type InstantMs, present } from "@fairdue/kernel";
import type { Problem } from "@fairdue/kernel";
import type { PlanOnRecord, StrategyOnRecord, WorkItemOnRecord } from "@fairdue/store";
import type { z } from "@hono/zod-openapi";
import type { SimulatedSide, Simulation } from "../../plan/simulate.ts";

export function at(instant: number): string {
  return formatInstant(instant as InstantMs);
}

export function strategyToLine(it: StrategyOnRecord): z.input<typeof strategyLine> {
  return {
    strategyId: it.strategy.id,
    version: it.version,
    title: it.strategy.title,
    state: stateOf(it),
    proposedBy: it.proposedBy,
    proposedAt: at(it.proposedAt),
    activeFrom: it.activeFrom === null ? null : formatDay(it.activeFrom),
    activeUntil: it.activeUntil === null ? null : formatDay(it.activeUntil),
  };
}

function stateOf(it: StrategyOnRecord): z.input<typeof strategyLine>["state"] {
  if (it.activeUntil !== null) return "ended";
  if (it.activeFrom !== null) return "active";
  if (it.approvalId !== null) return "requested";
  return it.simulation === null ? "proposed" : "simulated";
}

/** Plain data of the domain, which the contract describes word for word. */
function plain<Wire>(value: unknown): Wire {
  return JSON.parse(JSON.stringify(value)) as Wire;
}

export function sideToWire(it: SimulatedSide): z.input<typeof simulatedSide> {
  return it.kind === "infeasible"
    ? plain({ kind: it.kind, shortfalls: it.refusal.shortfalls })
    : plain(it);
}

export function simulationToWire(it: Simulation): z.input<typeof simulation> {
  return {
    on: it.on,
    proposed: sideToWire(it.proposed),
    inForce: it.inForce === null ? null : sideToWire(it.inForce),
    changed: it.changed,
  };
}

export function planToWire(it: PlanOnRecord): z.input<typeof planWire> {
  return {
    planId: it.planId,
    bookId: it.bookId,
    on: formatDay(it.on),
    strategyId: it.strategyId,
    version: it.version,
    isCurrent: it.isCurrent,
    plannedAt: at(it.plannedAt),
    plannedBy: it.plannedBy,
    seconds: it.seconds,
    summary: plain(it.summary),
    certificate: plain(it.certificate),
  };
}

export function workToWire(
  it: WorkItemOnRecord,
  maskedName: string | undefined,
): z.input<typeof workLine> {
  return {
    borrowerId: it.borrowerId,
    caseId: it.caseId,
    maskedName: maskedName ?? null,
    queueId: present(it.queueId, "a line of a list is in a queue"),
    position: present(it.position, "a line of a list has its place"),
    segmentId: it.segmentId,
    armId: it.armId,
    treatmentId: present(it.treatmentId, "a line of a list has a treatment"),
    channel: present(it.channel, "a treatment has a channel"),
    step: present(it.step, "a treatment has a step"),
    reason: it.reason,
    overdueMinor: it.overdueMinor,
    expectedMinor: it.expectedMinor,
    minutes: it.minutes,
    notBefore: it.notBefore === null ? null : at(it.notBefore),
    status: it.status,
  };
}

/** Problems of a strategy document, under the field of the request that held it. */
export function underDeclaration(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((it) => ({ ...it, field: `body.declaration.${it.field}` }));
}
