import { prohibitedCategories } from "../../packages/conduct/src/inspect/catalogue/categories.ts";
import { featuresOf, weightOf } from "../../packages/conduct/src/inspect/features.ts";
import { matchFrames } from "../../packages/conduct/src/inspect/match-frames.ts";
import { classNames } from "../../packages/conduct/src/inspect/model.ts";
import { normalise } from "../../packages/conduct/src/inspect/normalise.ts";
import type { Row, Weighted } from "./corpus.ts";
import { learn, softmax, type Example, type Fit } from "./learn.ts";

export type Fitted = { readonly rowOf: ReadonlyMap<string, number>; readonly fit: Fit };

/** A feature must be seen in so many rows (made ones count). */
const seenMin = Number(process.env["MIN"] ?? 4);
const settings = { l2: Number(process.env["L2"] ?? 3e-6), rounds: 120, rate: 0.15 };

export function featureNames(fitted: Fitted): string[] {
  return [...fitted.rowOf.keys()];
}

const known = new Map<string, readonly string[]>();

function namesIn(row: Row): readonly string[] {
  const key = `${row.recipient} ${row.text}`;
  const before = known.get(key);
  if (before) return before;
  const readable = normalise(row.text);
  const names = [...featuresOf(readable, matchFrames(readable), row.recipient).keys()];
  known.set(key, names);
  return names;
}

type Sparse = Pick<Example, "features" | "values">;

function sparse(row: Row, rowOf: ReadonlyMap<string, number>): Sparse {
  const names = namesIn(row).filter((it) => rowOf.has(it));
  return {
    features: Int32Array.from(names, (it) => rowOf.get(it)!),
    values: Float32Array.from(names, weightOf),
  };
}

/** Both sides weigh the same, however many rows each has. */
export function fitModel(rows: readonly Weighted[]): Fitted {
  const counts = new Map<string, number>();
  for (const row of rows) for (const it of namesIn(row)) counts.set(it, (counts.get(it) ?? 0) + 1);
  const names = [...counts]
    .filter(([, n]) => n >= seenMin)
    .map(([name]) => name)
    .sort();
  const rowOf = new Map(names.map((name, k) => [name, k]));
  const sum = (label: string): number =>
    rows.filter((it) => it.label === label).reduce((total, it) => total + it.weight, 0);
  const sides = { lawful: sum("lawful"), prohibited: sum("prohibited") };
  const examples = rows.map((row) => ({
    ...sparse(row, rowOf),
    target: classNames.indexOf(row.category),
    weight: row.weight / sides[row.label],
  }));
  const shape = { features: names.length, classes: classNames.length };
  return { rowOf, fit: learn(examples, shape, settings) };
}

export function measure(
  fitted: Fitted,
  rows: readonly Row[],
): { readonly row: Row; readonly score: number; readonly category: string }[] {
  const scores = new Float64Array(classNames.length);
  return rows.map((row) => {
    softmax(sparse(row, fitted.rowOf), fitted.fit, scores);
    const score = scores.slice(0, prohibitedCategories.length).reduce((total, it) => total + it, 0);
    const best = scores.indexOf(Math.max(...scores));
    return { row, score, category: classNames[best]! };
  });
}
