import { aliases, pictograms } from "./catalogue/terms.ts";
import { isDigit, isHan, isLatin, replaced, textOf, type Cell, type Disguise } from "./cells.ts";
import { hasTermPair, readBySound } from "./sound.ts";
import { joinSplit } from "./split.ts";
import { characters } from "./tables/characters.ts";

export type Readable = {
  /** Lower case, simplified, half-width, without disguises. One cell a UTF-16 unit. */
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly disguises: readonly Disguise[];
  readonly language: "zh" | "en";
};

/** The text as a reader takes it, each character with its place in the original. */
export function normalise(original: string): Readable {
  const disguises: Disguise[] = [];
  const plain = plainCells(original, disguises);
  const language = isEnglish(plain) ? "en" : "zh";
  if (language === "en") {
    const cells = plain.filter((it) => it.char !== "");
    return { text: textOf(cells), cells, disguises, language };
  }
  let cells = joinSplit(plain, disguises);
  cells = withoutMarks(cells, disguises);
  cells = joinSplit(cells, disguises);
  cells = readAliases(cells, disguises);
  cells = readBySound(cells, disguises);
  cells = cells.filter((it) => it.char !== " " && it.char !== "");
  return { text: textOf(cells), cells, disguises, language };
}

const invisible = /^(?:\p{Cf}|\p{Cc}|\p{M}|\u3164|\u115F)$/u;

function plainCells(original: string, disguises: Disguise[]): Cell[] {
  const { simplified } = characters();
  const cells: Cell[] = [];
  let start = 0;
  for (const point of original) {
    const end = start + point.length;
    const picture = pictograms[point];
    if (picture !== undefined) {
      for (const char of picture) cells.push({ char, start, end });
      if (picture === "") cells.push({ char: "\u0001", start, end });
      disguises.push({ kind: "emoji", start, end });
    } else if (point === "\n" || point === "\r") cells.push({ char: "。", start, end });
    else if (!invisible.test(point)) pushPlain(point);
    start = end;
  }
  return cells;

  function pushPlain(point: string): void {
    const end = start + point.length;
    const folded = isHan(point)
      ? point
      : point.normalize("NFKC").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    for (const letter of folded) {
      const simple = simplified.get(letter);
      if (simple !== undefined) disguises.push({ kind: "traditional", start, end });
      const char = simple ?? letter;
      cells.push({ char: char.length === 1 ? char : "\u0001", start, end });
    }
  }
}

function isEnglish(cells: readonly Cell[]): boolean {
  const hanCount = cells.filter((it) => isHan(it.char)).length;
  const words = textOf(cells).match(/[a-z]{2,}/g)?.length ?? 0;
  return words >= 3 && hanCount <= words / 3;
}

const stops = new Set("，。！？；：、,!?;:()（）“”\"'‘’[]【】《》<>—…\n");
/** What nobody uses to break a word up: these always end a clause. */
const ordinaryStops = new Set(',，。?？;；:：、"“”‘’[]【】《》()（）');
const asStop: Readonly<Record<string, string>> = {
  "❗": "!", "❕": "!", "‼": "!", "→": ",", "|": ",", "—": ",", "①": ",", "②": ",", "③": ",",
  "。": "。", "…": "。", "【": "[", "】": "]", "“": '"', "”": '"', "「": '"', "」": '"', "‘": '"', "’": '"',
}; // biome-ignore format: a table

/**
 * Marks inside a word go; marks between clauses stay. A mark between two characters that make a
 * term of the trade (“爆❗通”) is inside a word whatever it is.
 */
function withoutMarks(cells: readonly Cell[], disguises: Disguise[]): Cell[] {
  const kept: Cell[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const char = asStop[cell.char] ?? cell.char;
    if (isHan(char) || isLatin(char) || isDigit(char)) {
      kept.push(cell);
      continue;
    }
    const before = kept.at(-1)?.char ?? "";
    const after = cells.slice(at + 1).find((it) => isWordPart(it.char))?.char ?? "";
    if (isDigit(before) && isDigit(cells[at + 1]?.char ?? "")) kept.push({ ...cell, char: "." });
    else if (char === "+" && /[我v薇微威q]/.test(after)) kept.push({ ...cell, char: "加" });
    else if ((stops.has(char) || asStop[cell.char]) && !isInsideWord(char, before, after))
      kept.push({ ...cell, char });
    else if (isWordPart(before) && isWordPart(after) && char !== " ")
      disguises.push({ kind: "symbol", start: cell.start, end: cell.end });
  }
  return kept;
}

function isWordPart(char: string): boolean {
  return isHan(char) || isLatin(char) || isDigit(char);
}

function isInsideWord(char: string, before: string, after: string): boolean {
  if (ordinaryStops.has(char)) return false;
  if (hasTermPair(before + after)) return true;
  return isWordPart(before) && isWordPart(after) && (isLatin(before) || isLatin(after));
}

/** Shorthand (“zfb”, “加V”) and slang; a Latin key is read only where it is a whole run. */
function readAliases(cells: readonly Cell[], disguises: Disguise[]): Cell[] {
  const text = textOf(cells);
  const out: Cell[] = [];
  let at = 0;
  while (at < cells.length) {
    const found = aliasAt(text, at);
    if (found === undefined) {
      out.push(cells[at]!);
      at += 1;
      continue;
    }
    const range = { from: at, to: at + found[0].length };
    disguises.push({
      kind: /[a-z]/.test(found[0]) ? "pinyin" : /\d/.test(found[0]) ? "digit" : "homophone",
      start: cells[range.from]!.start,
      end: cells[range.to - 1]!.end,
    });
    out.push(...replaced(cells, range, found[1]));
    at = range.to;
  }
  return out;
}

const aliasesByFirst = Map.groupBy(aliases, ([from]) => from[0]!);

function aliasAt(text: string, at: number): readonly [string, string] | undefined {
  return aliasesByFirst.get(text[at]!)?.find(([from, to]) => {
    if (!text.startsWith(from, at)) return false;
    const end = at + from.length;
    if (
      to.endsWith("微信") &&
      from.length > 1 &&
      /[微薇威]$/.test(from) &&
      /[信芯心辛]/.test(text[end] ?? "")
    )
      return false;
    const cutsLatin =
      (isLatin(from[0]!) && isLatin(text[at - 1] ?? "")) ||
      (isLatin(from.at(-1)!) && isLatin(text[end] ?? ""));
    const cutsNumber =
      (isDigit(from[0]!) && isDigit(text[at - 1] ?? "")) ||
      (isDigit(from.at(-1)!) && isDigit(text[end] ?? ""));
    return !cutsLatin && !cutsNumber;
  });
}
