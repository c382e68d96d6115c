/** One character of the readable text, and the stretch of the original that it came from. */
export type Cell = { readonly char: string; readonly start: number; readonly end: number };

/** What was undone, and where: homophones, pinyin, inserted marks, split or traditional forms. */
export type Disguise = {
  readonly kind: "homophone" | "pinyin" | "symbol" | "split" | "traditional" | "digit" | "emoji";
  readonly start: number;
  readonly end: number;
};

export function textOf(cells: readonly Cell[]): string {
  let text = "";
  for (const it of cells) text += it.char;
  return text;
}

const han = /^\p{Script=Han}$/u;

export function isHan(char: string): boolean {
  return han.test(char);
}

export function isLatin(char: string): boolean {
  return char >= "a" && char <= "z" && char.length === 1;
}

export function isDigit(char: string): boolean {
  return char >= "0" && char <= "9" && char.length === 1;
}

/** Replaces cells `from` to `to` (excluded) by `chars`, each of which stands for the whole stretch. */
export function replaced(
  cells: readonly Cell[],
  range: { readonly from: number; readonly to: number },
  chars: string,
): Cell[] {
  const start = cells[range.from]!.start;
  const end = cells[range.to - 1]!.end;
  const letters = [...chars];
  const isLevel = letters.length === range.to - range.from;
  return letters.map((char, at) => {
    const own = cells[range.from + at];
    return isLevel && own ? { char, start: own.start, end: own.end } : { char, start, end };
  });
}
