import type {
  Band,
  Citation,
  Condition,
  DatedValue,
  Pack,
  ParameterValue,
  Rule,
} from "@fairdue/conduct";
import { type EpochDay, formatDay } from "@fairdue/kernel";
import { packs } from "@fairdue/packs";

/** A rule together with the law that it belongs to. */
export type RuleInForce = { readonly pack: Pack; readonly rule: Rule };

/** Rules of the chosen packs that are in force on a day, in the order in which the packs have them. */
export function rulesInForceOn(packIds: readonly string[], on: EpochDay): readonly RuleInForce[] {
  const day = formatDay(on);
  return packIds.flatMap((id) => {
    const pack = Object.hasOwn(packs, id) ? packs[id] : undefined;
    if (pack === undefined) return [];
    return pack.rules.filter((it) => isInForce(it.inForce, day)).map((rule) => ({ pack, rule }));
  });
}

function isInForce(it: { readonly from: string; readonly to?: string }, day: string): boolean {
  return it.from <= day && (it.to === undefined || day <= it.to);
}

/** What a parameter of a rule says on a day, with its own citation. */
export function parameterOn(rule: Rule, name: string, on: EpochDay): DatedValue | undefined {
  const day = formatDay(on);
  return rule.parameters?.[name]?.find((it) => isInForce(it, day));
}

/** Every parameter of a rule that has a value on a day. */
export function parametersOn(rule: Rule, on: EpochDay): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    Object.keys(rule.parameters ?? {}).flatMap((name) => {
      const value = parameterOn(rule, name, on)?.value;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The rule behind a name of a ruling, `cn/contact-hours@1`; undefined for a policy of the house. */
export function ruleNamed(name: string): RuleInForce | undefined {
  const [, packId, own] = /^([a-z]+)\/(.+)@\d+$/.exec(name) ?? [];
  const pack = packId !== undefined && Object.hasOwn(packs, packId) ? packs[packId] : undefined;
  const rule = pack?.rules.find((it) => it.id === `${packId}.${own}` || it.id === own);
  return pack && rule && { pack, rule };
}

export function articleOf(it: Citation): string {
  return it.article === "—" ? it.instrument : `${it.instrument} ${it.article}`;
}

/** Hours within which a rule lets something be done, where it is about hours at all. */
export function bandsOf(rule: Rule, on: EpochDay): readonly Band[] | undefined {
  const window = windowIn(rule.test);
  if (window === undefined) return undefined;
  if (Array.isArray(window.bands)) return window.bands as readonly Band[];
  const value = parameterOn(rule, (window.bands as { readonly param: string }).param, on)?.value;
  return Array.isArray(value) ? (value as readonly Band[]) : undefined;
}

function windowIn(it: Condition): Extract<Condition, { window: unknown }>["window"] | undefined {
  if ("window" in it) return it.window;
  if ("all" in it) return firstWindow(it.all);
  return "any" in it ? firstWindow(it.any) : undefined;
}

function firstWindow(all: readonly Condition[]) {
  for (const it of all) {
    const found = windowIn(it);
    if (found !== undefined) return found;
  }
  return undefined;
}
