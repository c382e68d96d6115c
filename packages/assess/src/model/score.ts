import { assert, present } from "@fairdue/kernel";
import { columnsOf, evaluateRecipe, type Recipe, type Source } from "../recipe/index.ts";
import type { Table } from "../table/table.ts";
import type { Model, Term } from "./model.ts";
import { probabilityOf } from "./model.ts";

/** Scores of a block of rows, and which terms speak most against (or for) each. */
export type Scored = {
  readonly rows: number;
  readonly points: Int32Array;
  readonly probability: Float64Array;
  /** Terms per row, most harmful first; `reasonsMax` a row, −1 where there are fewer. */
  readonly reasonTerm: Int16Array;
  readonly reasonPoints: Int32Array;
  readonly reasonsMax: number;
};

export type Scorer = {
  readonly model: Model;
  /** Columns that a row must have. */
  readonly columns: ReadonlySet<string>;
  score(source: Source, rows: number): Scored;
  /** Points of every term for one row of a block, in the order of `model.terms`. */
  contributions(source: Source, rows: number): readonly Int32Array[];
};

export type ScorerOptions = {
  readonly reasonsMax?: number;
  /** Features whose use the person has withdrawn: they count as missing, and the decision says so. */
  readonly withdrawn?: ReadonlySet<string>;
};

const blockRows = 2048;

/** Compiles a model for scoring: guides instead of searches, tables instead of trees. */
export function openScorer(model: Model, recipe: Recipe, options: ScorerOptions = {}): Scorer {
  const used = new Set(model.terms.flatMap((it) => it.features));
  const names = new Set([...used].map((f) => present(model.features[f], "a feature").name));
  const grids = gridsOf(model);
  const terms = model.terms.map((it) => compileTerm(it, grids));
  const reasonsMax = options.reasonsMax ?? 4;

  function binBlock(source: Source, from: number, rows: number): void {
    const values = evaluateRecipe(
      recipe,
      (name) => source(name).subarray(from, from + rows),
      rows,
      names,
    );
    for (const grid of grids.all) {
      const name = model.features[grid.feature]!.name;
      const column = present(values.get(name), `the recipe makes ${name}`);
      if (options.withdrawn?.has(name)) grid.bins.fill(0);
      else fillBins(grid, column, rows);
    }
  }

  return {
    model,
    columns: columnsOf(recipe, names),
    score(source, rows) {
      const result: Scored = {
        rows,
        points: new Int32Array(rows),
        probability: new Float64Array(rows),
        reasonTerm: new Int16Array(rows * reasonsMax).fill(-1),
        reasonPoints: new Int32Array(rows * reasonsMax),
        reasonsMax,
      };
      for (let from = 0; from < rows; from += blockRows) {
        const size = Math.min(blockRows, rows - from);
        binBlock(source, from, size);
        scoreBlock(model, terms, { from, size }, result);
      }
      return result;
    },
    contributions(source, rows) {
      const result = terms.map(() => new Int32Array(rows));
      for (let from = 0; from < rows; from += blockRows) {
        const size = Math.min(blockRows, rows - from);
        binBlock(source, from, size);
        terms.forEach((term, t) => {
          for (let i = 0; i < size; i++) result[t]![from + i] = termPoints(term, i);
        });
      }
      return result;
    },
  };
}

/** The number columns of a table as a model wants them: text levels become their codes. */
export function tableSource(table: Table, model: Pick<Model, "encodings">): Source {
  const made = new Map<string, Float64Array>();
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    const column = present(
      table.columns.find((it) => it.name === name),
      `no column ${name}: the shell checks them first`,
    );
    const levels = model.encodings.find((it) => it.column === name)?.levels;
    const values =
      column.kind === "number"
        ? column.values
        : Float64Array.from(column.codes, (code) => {
            const at = levels?.indexOf(column.levels[code] ?? "") ?? -1;
            return at < 0 ? Number.NaN : at + 1;
          });
    made.set(name, values);
    return values;
  };
}

/** One feature cut in one way; a coarser cut of the same feature for pairs is another grid. */
type Grid = {
  readonly feature: number;
  readonly cuts: Float64Array;
  readonly low: number;
  readonly scale: number;
  /** First bin that a value of each of the equal parts between the outer cuts can have. */
  readonly guide: Uint8Array;
  readonly bins: Uint8Array;
};

const guideParts = 512;

function gridsOf(model: Model): {
  all: Grid[];
  find(feature: number, cuts: readonly number[]): Grid;
} {
  const byKey = new Map<string, Grid>();
  const find = (feature: number, cuts: readonly number[]): Grid => {
    const key = `${feature}:${cuts.join()}`;
    const known = byKey.get(key);
    if (known) return known;
    const grid = makeGrid(feature, Float64Array.from(cuts));
    byKey.set(key, grid);
    return grid;
  };
  for (const term of model.terms) term.features.forEach((f, k) => find(f, term.cuts[k]!));
  return { all: [...byKey.values()], find };
}

function makeGrid(feature: number, cuts: Float64Array): Grid {
  assert(cuts.length <= 254, "a bin fits a byte");
  const low = cuts[0] ?? 0;
  const high = cuts[cuts.length - 1] ?? 0;
  const scale = high > low ? guideParts / (high - low) : 0;
  const guide = new Uint8Array(guideParts + 2);
  for (let part = 0; part <= guideParts; part++) {
    const from = scale === 0 ? low : low + (part - 1) / scale;
    let bin = 0;
    while (bin < cuts.length && cuts[bin]! <= from) bin += 1;
    guide[part] = bin;
  }
  return { feature, cuts, low, scale, guide, bins: new Uint8Array(blockRows) };
}

/** The guide starts one part below the value's own, so that rounding cannot skip a cut. */
function fillBins(grid: Grid, values: Float64Array, rows: number): void {
  const { cuts, low, scale, guide, bins } = grid;
  const last = cuts.length;
  for (let i = 0; i < rows; i++) {
    const x = values[i]!;
    if (x !== x) {
      bins[i] = 0;
      continue;
    }
    const at = (x - low) * scale;
    let bin = at > 0 ? guide[at < guideParts ? at | 0 : guideParts]! : 0;
    while (bin < last && cuts[bin]! <= x) bin += 1;
    bins[i] = bin + 1;
  }
}

type Compiled = {
  readonly points: Int32Array;
  readonly first: Uint8Array;
  /** Empty for a term of one feature. */
  readonly second: Uint8Array;
  readonly width: number;
};

function compileTerm(term: Term, grids: ReturnType<typeof gridsOf>): Compiled {
  const [first, second] = term.features.map((f, k) => grids.find(f, term.cuts[k]!));
  return {
    points: Int32Array.from(term.points),
    first: present(first, "a term has a feature").bins,
    second: second?.bins ?? new Uint8Array(0),
    width: second ? second.cuts.length + 2 : 0,
  };
}

function termPoints(term: Compiled, i: number): number {
  const { points, first, second, width } = term;
  return width === 0 ? points[first[i]!]! : points[first[i]! * width + second[i]!]!;
}

/** Terms from outside, rows inside: each table stays in the nearest cache while it is read. */
function scoreBlock(
  model: Model,
  terms: readonly Compiled[],
  block: { readonly from: number; readonly size: number },
  out: Scored,
): void {
  const { from, size } = block;
  out.points.fill(model.basePoints, from, from + size);
  terms.forEach((term, t) => {
    for (let i = 0; i < size; i++) {
      const value = termPoints(term, i);
      out.points[from + i] = out.points[from + i]! + value;
      if (value < 0 && out.reasonsMax > 0) noteReason(out, from + i, t, value);
    }
  });
  for (let i = from; i < from + size; i++)
    out.probability[i] = probabilityOf(model.scale, out.points[i]!);
}

/** Keeps the most harmful terms of a row in order; ties keep the order of the terms. */
function noteReason(out: Scored, row: number, term: number, points: number): void {
  const { reasonPoints, reasonTerm, reasonsMax } = out;
  const start = row * reasonsMax;
  let at = start + reasonsMax - 1;
  if (points >= reasonPoints[at]!) return;
  while (at > start && points < reasonPoints[at - 1]!) {
    reasonPoints[at] = reasonPoints[at - 1]!;
    reasonTerm[at] = reasonTerm[at - 1]!;
    at -= 1;
  }
  reasonPoints[at] = points;
  reasonTerm[at] = term;
}
