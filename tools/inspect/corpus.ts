import { readFileSync } from "node:fs";

export type Row = {
  readonly id: string;
  readonly text: string;
  readonly label: "lawful" | "prohibited";
  readonly category: string;
  readonly recipient: "borrower" | "third_party" | "co_obligor";
  readonly evasion: string;
};

export type Weighted = Row & { readonly weight: number };

export function readCorpus(path: string): Row[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((it): Row => JSON.parse(it));
}

const openings = [
  "您好，",
  "温馨提示：",
  "尊敬的客户，",
  "提醒您，",
  "请注意，",
  "最后说一次，",
  "亲，",
];
const shielding = new Set(["fraud_warning", "reassurance_quote", "identity_complaint"]);

/**
 * The rows, and made ones: with a polite opening (courtesy decides nothing); a prohibited sentence
 * beside a lawful one (still prohibited); two lawful ones (still lawful). Seeded, so always the same.
 */
export function compose(rows: readonly Row[]): Weighted[] {
  const draw = seeded(12345);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(draw() * items.length)];
  const lawful = rows.filter((it) => it.label === "lawful");
  const partner = (row: Row, without: ReadonlySet<string>): Row | undefined =>
    pick(
      lawful.filter(
        (it) =>
          it.recipient === row.recipient &&
          isChinese(it) === isChinese(row) &&
          !without.has(it.category),
      ),
    );
  const made: Weighted[] = [];
  for (const row of rows) {
    const other = partner(row, row.label === "prohibited" ? shielding : new Set());
    const [one, two] = draw() < 0.5 && row.label === "prohibited" ? [other, row] : [row, other];
    if (one && two) made.push({ ...row, text: joined(one, two), weight: 0.5 });
    if (isChinese(row)) made.push({ ...row, text: `${pick(openings)}${row.text}`, weight: 0.5 });
  }
  return [...rows.map((it) => ({ ...it, weight: 1 })), ...made];
}

function joined(one: Row, two: Row): string {
  return isChinese(one)
    ? `${one.text.replace(/。?$/, "。")}${two.text}`
    : `${one.text} ${two.text}`;
}

function isChinese(row: Row): boolean {
  return /\p{Script=Han}/u.test(row.text);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
