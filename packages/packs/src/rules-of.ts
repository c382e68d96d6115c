import type { Rule } from "@fairdue/conduct";

/** The rules that a file holds, by name: the order in which a module lists them differs by loader. */
export function rulesOf(file: Readonly<Record<string, Rule>>): readonly Rule[] {
  return Object.values(file).sort((a, b) => (a.id < b.id ? -1 : 1));
}
