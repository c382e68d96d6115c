import { splitCharacters } from "./catalogue/terms.ts";
import { replaced, type Cell, type Disguise } from "./cells.ts";
import { hasTermPair } from "./sound.ts";

/** Parts that never stand alone in ordinary writing: a text that shows one shows a split character. */
const bareParts = new Set("讠氵扌亻犭饣钅纟忄彳阝衤礻辶宀艹疒刂攵戋夋殳巛冫勹厶卩攴");
const rarePairs = new Set(
  "石欠 女马 口乎 禾厶 土者 木又 言乍 月肾 贝戈 虫蛋 月囟 石匝 火乍".split(" "),
);

type Split = { readonly whole: string; readonly parts: string };

const byFirst = Map.groupBy(
  splitCharacters.map((it): Split => {
    const [whole = "", ...parts] = [...it];
    return { whole, parts: parts.join("") };
  }),
  (it) => it.parts[0] ?? "",
);

/** 讠斥 → 诉: joins characters written as their parts. */
export function joinSplit(cells: readonly Cell[], disguises: Disguise[]): Cell[] {
  const text = cells.map((it) => (it.char.length === 1 ? it.char : "\u0001")).join("");
  const out: Cell[] = [];
  let at = 0;
  while (at < cells.length) {
    const found = byFirst
      .get(text[at]!)
      ?.filter((it) => text.startsWith(it.parts, at))
      .filter((it) =>
        isSplit(it, text.slice(at - 1, at), text.slice(at + it.parts.length)[0] ?? ""),
      )
      .sort((a, b) => b.parts.length - a.parts.length)[0];
    if (found === undefined) {
      out.push(cells[at]!);
      at += 1;
      continue;
    }
    const range = { from: at, to: at + found.parts.length };
    out.push(...replaced(cells, range, found.whole));
    disguises.push({
      kind: "split",
      start: cells[range.from]!.start,
      end: cells[range.to - 1]!.end,
    });
    at = range.to;
  }
  return out;
}

/** Two everyday characters are joined only where the whole makes a term with its neighbour. */
function isSplit({ whole, parts }: Split, before: string, after: string): boolean {
  if ([...parts].some((it) => bareParts.has(it)) || rarePairs.has(parts)) return true;
  if (hasTermPair(before + parts[0]!) || hasTermPair(parts.at(-1)! + after)) return false;
  return hasTermPair(before + whole) || hasTermPair(whole + after);
}
