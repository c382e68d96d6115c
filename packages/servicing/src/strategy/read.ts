import type { Problem } from "@fairdue/kernel";
import { isObject, shown, type Tell } from "./tell.ts";
import type { Bilingual } from "./strategy.ts";

/** Reads the fields of one object of a document, noting every problem with its path. */
export type Reader = {
  readonly tell: Tell;
  path(name: string): string;
  has(name: string): boolean;
  value(name: string): unknown;
  text(name: string): string;
  /** Small letters, digits, dots and dashes. */
  slug(name: string): string;
  words(name: string): Bilingual;
  integer(name: string, min: number, max: number): number;
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word;
  object(name: string): Reader;
  /** The objects of a list that is not empty. */
  list(name: string): readonly Reader[];
  under(input: unknown, path: string): Reader;
  /** Refuses fields that nobody reads. */
  only(names: readonly string[]): void;
};

export function readerOf(input: unknown, at: string, problems: Problem[]): Reader {
  const path = (name: string): string => (at === "" ? name : `${at}.${name}`);
  const tell: Tell = (field, value, expected) => {
    if (problems.length < 100)
      problems.push({ field: field === "" ? "(document)" : field, value: shown(value), expected });
    return undefined;
  };
  if (!isObject(input)) tell(at, input, "an object");
  const source = isObject(input) ? input : {};
  const value = (name: string): unknown => source[name];
  const under = (inner: unknown, name: string): Reader => readerOf(inner, path(name), problems);
  const text = (name: string): string => {
    const it = value(name);
    if (typeof it === "string" && it !== "" && it.length <= 2000) return it;
    tell(path(name), it, "a text");
    return "";
  };
  return {
    tell,
    path,
    value,
    text,
    under,
    has: (name) => source[name] !== undefined && source[name] !== null,
    slug: (name) => {
      const it = value(name);
      if (typeof it === "string" && /^[a-z0-9][a-z0-9._-]{0,62}$/.test(it)) return it;
      tell(path(name), it, "small letters, digits, dots and dashes, at most 63");
      return "";
    },
    words: (name) => {
      const it = under(value(name), name);
      it.only(["zh", "en"]);
      return { zh: it.text("zh"), en: it.text("en") };
    },
    integer: (name, min, max) => {
      const it = value(name);
      if (typeof it === "number" && Number.isSafeInteger(it) && it >= min && it <= max) return it;
      tell(path(name), it, `a whole number from ${min} to ${max}`);
      return min;
    },
    oneOf: (name, words) => {
      const it = words.find((word) => word === value(name));
      if (it !== undefined) return it;
      tell(path(name), value(name), `one of ${words.join(", ")}`);
      return words[0]!;
    },
    object: (name) => under(value(name), name),
    list: (name) => {
      const it = value(name);
      if (Array.isArray(it) && it.length > 0 && it.length <= 200)
        return it.map((one, k) => under(one, `${name}[${k}]`));
      tell(path(name), it, "a list of 1 to 200 objects");
      return [];
    },
    only: (names) => {
      for (const name of Object.keys(source))
        if (!names.includes(name))
          tell(path(name), source[name], `one of the fields ${names.join(", ")}`);
    },
  };
}
