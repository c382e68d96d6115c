import { otherReadings, simplifiedPairs, usualReadings } from "./tables.generated.ts";

export type Characters = {
  /** The simplified form of a traditional character. */
  readonly simplified: ReadonlyMap<string, string>;
  /** Toneless readings, the usual one first. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  readonly syllables: ReadonlySet<string>;
};

let decoded: Characters | undefined;

/** Decoded at first use, so that importing the package costs nothing. */
export function characters(): Characters {
  decoded ??= decode();
  return decoded;
}

/** Usage in Taiwan and Hong Kong that a table of characters leaves as it is. */
const localForms: readonly (readonly [string, string])[] = [
  ["帳", "账"],
  ["帐", "账"],
  ["妳", "你"],
  ["祢", "你"],
  ["著", "着"],
  ["佈", "布"],
];

function decode(): Characters {
  const simplified = new Map<string, string>(localForms);
  const pairs = [...simplifiedPairs];
  for (let at = 0; at < pairs.length; at += 2)
    if (!simplified.has(pairs[at]!)) simplified.set(pairs[at]!, pairs[at + 1]!);
  const readings = new Map<string, string[]>();
  const syllables = new Set<string>();
  for (const table of [usualReadings, otherReadings])
    for (const entry of table.split(" ")) {
      const [syllable = "", members = ""] = entry.split(":");
      const spoken = syllable.replace("ü", "v");
      syllables.add(spoken);
      for (const it of members) readings.set(it, [...(readings.get(it) ?? []), spoken]);
    }
  return { simplified, readings, syllables };
}
