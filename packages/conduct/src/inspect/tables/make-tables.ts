import { Converter } from "opencc-js/t2cn";
import { pinyin, polyphonic } from "pinyin-pro";

const plain = { toneType: "none", type: "array", v: true } as const;

/** "a:阿啊 ai:爱矮…": the usual reading first; `others` holds the further readings. */
function readings(everyday: readonly string[]): { first: string; others: string } {
  const first = new Map<string, string>();
  const others = new Map<string, string>();
  for (const character of everyday) {
    const usual = pinyin(character, plain)[0] ?? "";
    first.set(usual, (first.get(usual) ?? "") + character);
    for (const other of new Set((polyphonic(character, plain)[0] as unknown as string[]) ?? []))
      if (other !== usual) others.set(other, (others.get(other) ?? "") + character);
  }
  return { first: written(first), others: written(others) };
}

function written(table: ReadonlyMap<string, string>): string {
  return [...table]
    .filter(([syllable]) => /^[a-zü]+$/.test(syllable))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, characters]) => `${syllable}:${characters}`)
    .join(" ");
}

/** "萬万與与…": each traditional character followed by its simplified form. */
function simplified(): string {
  const convert = Converter({ from: "t", to: "cn" });
  let pairs = "";
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCodePoint(code);
    const simple = convert(character);
    if (simple !== character && simple.length === 1) pairs += character + simple;
  }
  return pairs;
}

/** The text of tables.generated.ts, made from the two libraries for these characters. */
export function makeTables(everyday: readonly string[]): string {
  const { first, others } = readings(everyday);
  return [
    "// Made by tables.test.ts (GOLDEN=write). Sources: opencc-js (OpenCC's dictionaries, Apache-2.0,",
    "// MIT) for the simplified forms; pinyin-pro (MIT) for the readings.",
    `export const simplifiedPairs =\n  "${simplified()}";`,
    `export const usualReadings =\n  "${first}";`,
    `export const otherReadings =\n  "${others}";`,
    "",
  ].join("\n");
}
