import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { soundalikesIn } from "../packages/conduct/src/inspect/sound.ts";

/**
 * Ordinary words that sound like a term of the trade, counted in general Chinese text (a CSV or
 * text file, may be gzipped: `node tools/inspect-soundalikes.ts FILE…`) and in the undisguised
 * rows of our own training corpus. Only the words themselves are written, no sentence.
 */
const home = join(import.meta.dirname, "..", "packages", "conduct", "src", "inspect");
/** Spellings that evaders use; they are no ordinary words whatever the count says. */
const evasions = new Set(
  "傻比 沙比 沙逼 煞笔 威信 炸骗 作牢 思全 弄思 裸罩 果照 麦肾 玉期 费物 剑人 工安 大断 网带 带款 前还 还前 轰渣 泥妈 尼妈 坐劳 正信 征心".split(
    " ",
  ),
);

const counts = new Map<string, number>();
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  count(path.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8"), 1);
}
for (const line of readFileSync(join(home, "corpus", "train.jsonl"), "utf8")
  .trim()
  .split("\n")) {
  const row: { text: string; evasion: string } = JSON.parse(line);
  if (row.evasion === "none") count(row.text, 9);
}
const words = [...counts]
  .filter(([word, n]) => n >= 2 && !evasions.has(word))
  .map(([word]) => word)
  .sort();
writeFileSync(
  join(home, "catalogue", "soundalikes.generated.ts"),
  `// Made by tools/inspect-soundalikes.ts: ordinary words that sound like a term of the trade.\nexport const legitSoundalikes =\n  "${words.join(" ")}";\n`,
);
process.stderr.write(`${words.length} words\n`);

function count(text: string, weight: number): void {
  for (const it of soundalikesIn(text)) counts.set(it, (counts.get(it) ?? 0) + weight);
}
