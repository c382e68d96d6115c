import type { ActKind } from "../rule/act.ts";
import type { Condition, Term } from "../rule/condition.ts";
import { searches } from "./compile.ts";

export const always: Condition = { all: [] };
export const never: Condition = { any: [] };

/**
 * The condition as it reads for one kind of act: what depends on the kind alone is decided. The
 * answer is the same and so is the trace: a search of the history that stood before what decides
 * stays where it is.
 */
export function specialise(it: Condition, kind: ActKind): Condition {
  if ("all" in it) return joined(it.all, kind, { word: "all", neutral: always, decides: never });
  if ("any" in it) return joined(it.any, kind, { word: "any", neutral: never, decides: always });
  if ("not" in it) {
    const inner = specialise(it.not, kind);
    if (isSame(inner, always)) return never;
    return isSame(inner, never) ? always : { not: inner };
  }
  if ("equal" in it && isKind(it.equal[0])) return constant(it.equal[1] === kind, it.equal[1], it);
  if ("oneOf" in it && isKind(it.oneOf[0])) {
    const words = it.oneOf[1];
    return Array.isArray(words) ? (words.includes(kind) ? always : never) : it;
  }
  return it;
}

function joined(
  parts: readonly Condition[],
  kind: ActKind,
  by: { readonly word: "all" | "any"; readonly neutral: Condition; readonly decides: Condition },
): Condition {
  const kept: Condition[] = [];
  for (const part of parts) {
    const one = specialise(part, kind);
    if (isSame(one, by.neutral)) continue;
    kept.push(one);
    if (!isSame(one, by.decides)) continue;
    if (kept.some(searches)) break;
    return by.decides;
  }
  if (kept.length === 1) return kept[0]!;
  return by.word === "all" ? { all: kept } : { any: kept };
}

function constant(isTrue: boolean, term: Term, it: Condition): Condition {
  return typeof term === "string" ? (isTrue ? always : never) : it;
}

function isKind(term: Term): boolean {
  return typeof term === "object" && "fact" in term && term.fact === "act.kind";
}

export function isSame(it: Condition, other: Condition): boolean {
  if ("all" in other) return "all" in it && it.all.length === 0;
  return "any" in it && it.any.length === 0;
}
