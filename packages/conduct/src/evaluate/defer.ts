import { addDays, dayAt, type InstantMs, instantOf, type Zone } from "@fairdue/kernel";
import type { Condition, Deadline, Term } from "../rule/condition.ts";
import type { Pack } from "../rule/rule.ts";
import { bandsReader } from "./compile.ts";
import type { CompiledPack } from "./compiled-pack.ts";
import type { Context } from "./context.ts";
import { dayOfLaw, decide } from "./evaluate.ts";
import { type Question, rankOf } from "./finding.ts";
import { hoursIn, programOf } from "./program.ts";
import { compileTerm, instantOfValue } from "./terms.ts";
import { nextEdge } from "./window.ts";

/** How far ahead the earliest lawful moment is looked for. */
const horizonMs = 400 * 86_400_000;

/**
 * The first instant after `at` at which every rule permits the act, if nothing else happens; null
 * when there is none within 400 days. Between two instants at which some rule's answer may change,
 * all answers stand still: so it is enough to ask at each of these.
 */
export function earliestLawful(packs: readonly Pack[], it: Question, at: number): number | null {
  let candidate = at;
  while (true) {
    candidate = nextChange(packs, it, candidate);
    if (candidate - at > horizonMs) return null;
    if (rankOf[decide(packs, it, candidate)] < rankOf["defer-until"]) return candidate;
  }
}

function nextChange(packs: readonly Pack[], it: Question, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const pack of packs) {
    const program = programOf(pack, it.act.kind);
    const { own } = program;
    const ctx = program.contextOf(it, at, false);
    // The law itself changes at its own midnight: rules and parameters come into force.
    next = Math.min(next, midnightAfter(own.zonesOf(undefined)(ctx), at));
    for (const { compiled, resolved } of program.on(dayOfLaw(program, it, at), it)) {
      ctx.parameters = resolved.values;
      for (const condition of compiled.timed) next = Math.min(next, changeOf(condition, ctx, own));
    }
  }
  for (const event of it.history) {
    // What is already known to come: a consent from tomorrow on, a contact that is under way.
    if (event.at > at) next = Math.min(next, event.at);
    for (const name of ["until", "withdrawnAt"]) {
      const end = event.fields[name];
      if (typeof end === "number" && end > at) next = Math.min(next, end);
    }
  }
  return next;
}

function changeOf(it: Condition, ctx: Context, own: CompiledPack): number {
  if ("window" in it) {
    const bands = bandsReader(it.window.bands, own.near)(ctx) ?? [];
    const zones = own.zonesOf(it.window.zone)(ctx) ?? [];
    return first(zones.map((zone) => nextEdge(bands, zone, ctx.at)));
  }
  if ("cap" in it) return changeOfPeriod(it.cap, ctx, own);
  if ("happened" in it) return changeOfPeriod(it.happened, ctx, own);
  if ("waited" in it) return changeOfWait(it.waited, ctx, own);
  if ("deadline" in it) return changeOfDeadline(it.deadline, ctx, own);
  return first(hoursIn(it).map((from) => nextFullHour(from, ctx, own)));
}

function changeOfPeriod(
  it:
    | Extract<Condition, { cap: unknown }>["cap"]
    | Extract<Condition, { happened: unknown }>["happened"],
  ctx: Context,
  own: CompiledPack,
): number {
  const { in: period } = it;
  if (period.span === "ever") return Number.POSITIVE_INFINITY;
  if (period.span !== "rolling-hours") return midnightAfter(own.zonesOf(it.zone)(ctx), ctx.at);
  return changeAfterHours(period.length, ctx);
}

function changeOfWait(
  it: Extract<Condition, { waited: unknown }>["waited"],
  ctx: Context,
  own: CompiledPack,
): number {
  if (it.unit === "hours") return changeAfterHours(it.length, ctx);
  return midnightAfter(own.zonesOf(it.zone)(ctx), ctx.at);
}

/** An act that must not come in time becomes lawful the moment after the last. */
function changeOfDeadline(it: Deadline, ctx: Context, own: CompiledPack): number {
  const zones = own.zonesOf(it.zone)(ctx);
  if (it.unit !== "hours") return midnightAfter(zones, ctx.at);
  const start = startOf(it.from, ctx, own);
  const hours = compileTerm(it.length, own.near)(ctx);
  if (start === undefined || typeof hours !== "number") return Number.POSITIVE_INFINITY;
  const last = start + hours * 3_600_000;
  return last >= ctx.at ? last + 1 : Number.POSITIVE_INFINITY;
}

/** When the count of full hours since a start goes up by one. */
function nextFullHour(from: Term, ctx: Context, own: CompiledPack): number {
  const start = startOf(from, ctx, own);
  if (start === undefined) return Number.POSITIVE_INFINITY;
  return start + (Math.floor((ctx.at - start) / 3_600_000) + 1) * 3_600_000;
}

function startOf(from: Term, ctx: Context, own: CompiledPack): number | undefined {
  const zone = own.zonesOf(undefined)(ctx)?.[0];
  return zone && instantOfValue(compileTerm(from, own.near)(ctx), zone);
}

/** When the next happening passes the mark of so many hours. */
function changeAfterHours(length: unknown, ctx: Context): number {
  const hours =
    typeof length === "object" && length !== null && "param" in length
      ? ctx.parameters[String(length.param)]
      : length;
  if (typeof hours !== "number") return Number.POSITIVE_INFINITY;
  return first(ctx.history.map((it) => it.at + hours * 3_600_000).filter((mark) => mark > ctx.at));
}

function midnightAfter(zones: readonly Zone[] | undefined, at: number): number {
  return first(
    (zones ?? []).map((zone) => instantOf(zone, addDays(dayAt(zone, at as InstantMs), 1), 0)),
  );
}

function first(instants: readonly number[]): number {
  return instants.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...instants);
}
