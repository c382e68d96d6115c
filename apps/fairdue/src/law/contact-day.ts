import type { Band } from "@fairdue/conduct";
import type { EpochDay } from "@fairdue/kernel";
import { articleOf, bandsOf, rulesInForceOn } from "./in-force.ts";

type Bilingual = { readonly en: string; readonly zh: string };

export type ContactSpan = {
  readonly from: number;
  readonly to: number;
  readonly kind: "open" | "quiet";
  readonly rule: { readonly title: Bilingual; readonly article: string } | null;
};

type Limit = { readonly from: number; readonly to: number; readonly rule: ContactSpan["rule"] };

/**
 * A day as the packs in force draw it: in which minutes a call may be made to collect, and which rule
 * closes the rest. Where several laws speak, what one of them closes is closed.
 */
export function contactDayOf(packIds: readonly string[], on: EpochDay): readonly ContactSpan[] {
  const limits = rulesInForceOn(packIds, on)
    .filter(({ rule }) => rule.governs.includes("call") && rule.severity !== "record")
    .flatMap(({ rule }): readonly (readonly Limit[])[] => {
      const bands = bandsOf(rule, on)?.filter((it) => holdsOn(it, on));
      const [cite] = rule.cite;
      if (bands === undefined || bands.length === 0) return [];
      const its = { title: rule.title, article: cite ? articleOf(cite) : "" };
      return [bands.map((it) => ({ from: minuteOf(it.from), to: minuteOf(it.to), rule: its }))];
    });
  const edges = new Set([0, 1440, ...limits.flat().flatMap((it) => [it.from, it.to])]);
  const points = [...edges].sort((a, b) => a - b);
  const spans = points.slice(0, -1).map((from, k): ContactSpan => {
    const closing = limits.find((bands) => !bands.some((it) => it.from <= from && from < it.to));
    return {
      from,
      to: points[k + 1] ?? 1440,
      kind: closing === undefined ? "open" : "quiet",
      rule: closing?.[0]?.rule ?? limits[0]?.[0]?.rule ?? null,
    };
  });
  return spans.reduce<ContactSpan[]>((joined, it) => {
    const last = joined.at(-1);
    if (last?.kind === it.kind) joined[joined.length - 1] = { ...last, to: it.to };
    else joined.push(it);
    return joined;
  }, []);
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** Bands for working days or days off are drawn by the weekday alone: the calendar may close more. */
function holdsOn(band: Band, on: EpochDay): boolean {
  const weekday = ((on + 3) % 7) + 1;
  if (band.weekdays !== undefined && !band.weekdays.includes(weekday)) return false;
  if (band.on === undefined) return true;
  return (band.on === "off") === weekday >= 6;
}
