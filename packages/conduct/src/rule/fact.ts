import type { Value } from "./act.ts";
import type { Text } from "./text.ts";

/** What is known, by whom it was said and when: a value without a source is worth little. */
export type Fact = {
  readonly value: Value;
  readonly source: string;
  /** Instant at which the source said so, in milliseconds since 1970; null when not told. */
  readonly observedAt: number | null;
};

export type Facts = Readonly<Record<string, Fact | undefined>>;

/** What a fact is, so that a scenario, a trace and a page may name it. */
export type FactDeclaration = {
  /** `person.age`, `act.teamSize`. */
  readonly name: string;
  readonly type: "boolean" | "number" | "text" | "day" | "instant" | "list";
  readonly meaning: Text;
  /**
   * What absence of the fact means, where a book would hold a record if it were otherwise (a death
   * notice, an open dispute). Without it an absent fact is unknown, and unknown never permits.
   */
  readonly absent?: Value;
};

export function fact(
  name: string,
  type: FactDeclaration["type"],
  meaning: Text,
  absent?: Value,
): FactDeclaration {
  return absent === undefined ? { name, type, meaning } : { name, type, meaning, absent };
}
