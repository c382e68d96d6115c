import { type EpochDay, parseDay, type Problem } from "@fairdue/kernel";
import { complain, isRecord } from "../product/check.ts";
import { type Decimal, parseDecimal } from "./decimal.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Reads the fields of one object; what is wrong goes to one list, each with its path. */
export class Reader {
  readonly #fields: Fields;
  readonly #path: string;
  readonly #known = new Set<string>();
  readonly problems: Problem[];

  constructor(value: unknown, path: string, problems: Problem[]) {
    this.#path = path;
    this.problems = problems;
    this.#fields = isRecord(value) ? value : {};
    if (!isRecord(value)) complain(problems, path || "(whole)", value, "an object");
  }

  has(name: string): boolean {
    this.#known.add(name);
    return this.#fields[name] !== undefined && this.#fields[name] !== null;
  }

  raw(name: string): unknown {
    this.#known.add(name);
    return this.#fields[name];
  }

  at(name: string): string {
    return this.#path ? `${this.#path}.${name}` : name;
  }

  wrong(name: string, expected: string): void {
    complain(this.problems, this.at(name), this.#fields[name], expected);
  }

  /** Names that nothing has read are spelling mistakes. */
  refuseUnknown(): void {
    for (const name of Object.keys(this.#fields)) {
      if (this.#known.has(name)) continue;
      const known = [...this.#known].sort().join(", ");
      complain(this.problems, this.at(name), this.#fields[name], `one of the fields ${known}`);
    }
  }

  child(name: string): Reader {
    return new Reader(this.raw(name), this.at(name), this.problems);
  }

  text(name: string, fallback?: string): string {
    const value = this.raw(name);
    if (value === undefined && fallback !== undefined) return fallback;
    if (typeof value === "string" && value !== "") return value;
    this.wrong(name, "a text that is not empty");
    return fallback ?? "";
  }

  day(name: string): EpochDay {
    const day = this.dayOrNull(name);
    if (day === null && !this.has(name)) this.wrong(name, "a calendar day such as 2026-01-31");
    return day ?? (0 as EpochDay);
  }

  dayOrNull(name: string): EpochDay | null {
    if (!this.has(name)) return null;
    const value = this.raw(name);
    const day = typeof value === "string" ? parseDay(value) : undefined;
    if (day === undefined) this.wrong(name, "a calendar day such as 2026-01-31");
    return day ?? null;
  }

  integer(
    name: string,
    range: { readonly min: number; readonly max: number; readonly fallback?: number },
  ): number {
    const value = this.raw(name);
    if ((value === undefined || value === null) && range.fallback !== undefined) {
      return range.fallback;
    }
    const isFit =
      typeof value === "number" &&
      Number.isInteger(value) &&
      value >= range.min &&
      value <= range.max;
    if (isFit) return value;
    this.wrong(name, `a whole number from ${range.min} to ${range.max}`);
    return range.fallback ?? range.min;
  }

  integerOrNull(
    name: string,
    range: { readonly min: number; readonly max: number },
  ): number | null {
    return this.has(name) ? this.integer(name, range) : null;
  }

  truth(name: string, fallback: boolean): boolean {
    const value = this.raw(name);
    if (value === undefined || value === null) return fallback;
    if (typeof value === "boolean") return value;
    this.wrong(name, "true or false");
    return fallback;
  }

  word<Word extends string | number>(name: string, words: readonly Word[], fallback?: Word): Word {
    const value = this.raw(name);
    if ((value === undefined || value === null) && fallback !== undefined) return fallback;
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    this.wrong(name, `one of ${words.join(", ")}`);
    return fallback ?? words[0]!;
  }

  decimal(name: string, fallback?: Decimal): Decimal {
    if (!this.has(name) && fallback !== undefined) return fallback;
    const value = this.raw(name);
    const decimal = parseDecimal(typeof value === "number" ? String(value) : textOf(value));
    if (decimal !== undefined && decimal.coefficient >= 0n) return decimal;
    this.wrong(name, 'a decimal number of at least 0 such as "7.5"');
    return fallback ?? { coefficient: 0n, scale: 0 };
  }

  /** `name` in main units (`"12.50"` or 12.5), or `nameMinor` as a whole number of minor units. */
  amount(name: string, digits: number): bigint {
    return this.amountOrNull(name, digits) ?? this.missingAmount(name);
  }

  amountOrNull(name: string, digits: number): bigint | null {
    const minor = `${name}Minor`;
    if (this.has(minor)) return BigInt(this.integer(minor, { min: 0, max: 9e15 }));
    if (!this.has(name)) return null;
    const value = this.raw(name);
    const decimal = parseDecimal(typeof value === "number" ? String(value) : textOf(value));
    const isFit = decimal !== undefined && decimal.coefficient >= 0n && decimal.scale <= digits;
    if (isFit) return decimal.coefficient * 10n ** BigInt(digits - decimal.scale);
    const places = digits === 0 ? "no decimals" : `at most ${digits} decimals`;
    this.wrong(name, `an amount of at least 0 with ${places} such as "125.50"`);
    return 0n;
  }

  private missingAmount(name: string): bigint {
    this.wrong(name, `an amount such as "125.50", or ${name}Minor in minor units`);
    return 0n;
  }

  list(name: string): readonly unknown[] {
    const value = this.raw(name);
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.wrong(name, "a list");
    return [];
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
