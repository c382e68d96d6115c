import { legitSoundalikes } from "./catalogue/soundalikes.generated.ts";
import { loneSyllables, terms } from "./catalogue/terms.ts";
import { isDigit, isHan, isLatin, replaced, textOf, type Cell, type Disguise } from "./cells.ts";
import { characters } from "./tables/characters.ts";

type Sounds = {
  /** "tong xun lu" → 通讯录. */
  readonly termsBySound: ReadonlyMap<string, readonly string[]>;
  readonly pairs: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly lengthMax: number;
};

let prepared: Sounds | undefined;

function sounds(): Sounds {
  prepared ??= prepare();
  return prepared;
}

function prepare(): Sounds {
  const termsBySound = new Map<string, string[]>();
  const pairs = new Set<string>();
  for (const term of terms) {
    for (const sound of soundsOf([...term].map(readingsOf)))
      termsBySound.set(sound, [...(termsBySound.get(sound) ?? []), term]);
    for (let at = 0; at + 1 < term.length; at++) pairs.add(term.slice(at, at + 2));
  }
  const known = new Set([...terms, ...legitSoundalikes.split(" ")]);
  return { termsBySound, pairs, known, lengthMax: Math.max(...terms.map((it) => it.length)) };
}

/** Do these two characters stand side by side in a term of the trade? */
export function hasTermPair(pair: string): boolean {
  return pair.length === 2 && sounds().pairs.has(pair);
}

function readingsOf(char: string): readonly string[] {
  return characters().readings.get(char) ?? [char];
}

/** Every way to say a run of characters (few have more than one; four are enough). */
function soundsOf(readings: readonly (readonly string[])[]): string[] {
  let all = [""];
  for (const options of readings)
    all = all
      .flatMap((it) => options.map((option) => (it === "" ? option : `${it} ${option}`)))
      .slice(0, 8);
  return all;
}

/** A unit of sound: a character, or a syllable in Latin letters. */
type Unit = {
  readonly from: number;
  readonly to: number;
  readonly readings: readonly string[];
  readonly isSpelled: boolean;
  readonly char: string;
};

/** Reads words spelled by sound: “通xun录” and “通讯路” are both 通讯录. */
export function readBySound(cells: readonly Cell[], disguises: Disguise[]): Cell[] {
  const units = unitsOf(cells);
  const out: Cell[] = [];
  let at = 0;
  while (at < units.length) {
    const found = termAt(units, at);
    const unit = units[at]!;
    if (found === undefined) {
      const lone = unit.isSpelled ? loneAt(units, at) : undefined;
      if (lone === undefined) out.push(...cells.slice(unit.from, unit.to));
      else {
        out.push(...replaced(cells, unit, lone));
        disguises.push({
          kind: "pinyin",
          start: cells[unit.from]!.start,
          end: cells[unit.to - 1]!.end,
        });
      }
      at += 1;
      continue;
    }
    for (const [k, char] of [...found.term].entries())
      out.push(...replaced(cells, units[at + k]!, char));
    const last = units[at + found.term.length - 1]!;
    disguises.push({
      kind: found.isSpelled ? "pinyin" : "homophone",
      start: cells[unit.from]!.start,
      end: cells[last.to - 1]!.end,
    });
    at += found.term.length;
  }
  return out;
}

function termAt(
  units: readonly Unit[],
  at: number,
): { readonly term: string; readonly isSpelled: boolean } | undefined {
  const { termsBySound, known, lengthMax } = sounds();
  for (let length = Math.min(lengthMax, units.length - at); length >= 2; length--) {
    const window = units.slice(at, at + length);
    if (window.some((it) => it.readings.length === 0)) continue;
    const written = window.map((it) => it.char).join("");
    const isSpelled = window.some((it) => it.isSpelled);
    if (!isSpelled && known.has(written)) return undefined;
    const term = soundsOf(window.map((it) => it.readings))
      .flatMap((it) => termsBySound.get(it) ?? [])
      .sort((a, b) => shared(b, written) - shared(a, written))[0];
    if (term === undefined || term === written) continue;
    if (isSpelled || isPlausible(units, at, term)) return { term, isSpelled };
  }
  return undefined;
}

function shared(term: string, written: string): number {
  return [...term].filter((it) => written.includes(it)).length;
}

/** Terms of two characters of which both are often replaced; any other keeps one of its own. */
const bothReplaced = new Set("微信 傻逼 诈骗 征信 裸照 贷款 坐牢 去死 警察 法院".split(" "));

/**
 * A homophone is read as the term unless its characters belong to other words: those of the trade
 * that begin before or end after it, or ordinary words that sound the same.
 */
function isPlausible(units: readonly Unit[], at: number, term: string): boolean {
  const { pairs, known } = sounds();
  const written = units.slice(at, at + term.length).map((it) => it.char);
  const isFar = term.length === 2 && shared(term, written.join("")) === 0;
  if (known.has(written.join("")) || (isFar && !bothReplaced.has(term))) return false;
  const before = (units[at - 1]?.char ?? "") + written[0]!;
  const after = written.at(-1)! + (units[at + term.length]?.char ?? "");
  if (pairs.has(before) && written[0] !== term[0]) return false;
  if (pairs.has(after) && written.at(-1) !== term.at(-1)) return false;
  for (let k = 0; k + 1 < written.length; k++)
    if (
      known.has(written[k]! + written[k + 1]!) &&
      term.slice(k, k + 2) !== written[k]! + written[k + 1]!
    )
      return false;
  return true;
}

/** The windows of a text that sound like a term but are written otherwise (for the table of ordinary words). */
export function soundalikesIn(text: string): string[] {
  const { termsBySound } = sounds();
  const found: string[] = [];
  for (let at = 0; at < text.length; at++)
    for (const length of [2, 3]) {
      const window = Array.from(text.slice(at, at + length));
      if (window.length < length || !window.every(isHan)) continue;
      const same = soundsOf(window.map(readingsOf)).flatMap((it) => termsBySound.get(it) ?? []);
      if (same.length > 0 && !same.includes(window.join(""))) found.push(window.join(""));
    }
  return found;
}

function loneAt(units: readonly Unit[], at: number): string | undefined {
  const unit = units[at]!;
  const beside = (it: Unit | undefined): boolean =>
    it !== undefined && (isHan(it.char) || it.isSpelled);
  if (!beside(units[at - 1]) && !beside(units[at + 1])) return undefined;
  return loneSyllables[unit.readings[0]!];
}

function unitsOf(cells: readonly Cell[]): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  while (at < cells.length) {
    const char = cells[at]!.char;
    if (isLatin(char) || (isDigit(char) && isLatin(cells[at + 1]?.char ?? ""))) {
      const end = runEnd(cells, at);
      units.push(...spelledUnits(cells, at, end));
      at = end;
      continue;
    }
    const readings = isHan(char) ? readingsOf(char) : [];
    units.push({ from: at, to: at + 1, readings, isSpelled: false, char });
    at += 1;
  }
  return units;
}

function runEnd(cells: readonly Cell[], from: number): number {
  let end = from;
  while (end < cells.length && (isLatin(cells[end]!.char) || isDigit(cells[end]!.char))) end += 1;
  return end;
}

const leet: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s" };

/** A Latin run as syllables, or as one mute unit a letter when it can't be said (“app”). */
function spelledUnits(cells: readonly Cell[], from: number, to: number): Unit[] {
  const run = textOf(cells.slice(from, to));
  const trimmed = run.replace(/\d+$/, "");
  const letters = syllablesOf(run.replace(/\d/g, (it) => leet[it] ?? it)) ?? syllablesOf(trimmed);
  if (letters === undefined || /^(app|vip|ok|call|ai|a|e|o|ei|ou|an|er|en)$/.test(run))
    return cells.slice(from, to).map((it, k) => ({
      from: from + k,
      to: from + k + 1,
      readings: [],
      isSpelled: false,
      char: it.char,
    }));
  let at = from;
  const units = letters.map((it): Unit => {
    at += it.length;
    return { from: at - it.length, to: at, readings: [it], isSpelled: true, char: it };
  });
  for (; at < to; at++)
    units.push({ from: at, to: at + 1, readings: [], isSpelled: false, char: cells[at]!.char });
  return units;
}

/** The fewest syllables that spell the run. */
function syllablesOf(run: string): readonly string[] | undefined {
  const { syllables } = characters();
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end++)
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const head = best[start];
      const piece = run.slice(start, end);
      if (
        head &&
        syllables.has(piece) &&
        (best[end] === undefined || head.length + 1 < best[end]!.length)
      )
        best[end] = [...head, piece];
    }
  return best[run.length];
}
