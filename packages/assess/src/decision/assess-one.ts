import { present } from "@fairdue/kernel";
import type { LoadedModel } from "../model/artefact.ts";
import { probabilityOf, type Model } from "../model/model.ts";
import { openScorer } from "../model/score.ts";
import { reasonSentence, termName } from "../reason/words.ts";
import type { Source, Words } from "../recipe/index.ts";

/** One applicant's columns: numbers, or the text of a level; `null` is missing. */
export type Row = Readonly<Record<string, number | string | null>>;

/** A decision's score with everything that is needed to explain it and to replay it bit for bit. */
export type Assessment = {
  readonly modelChecksum: string;
  readonly probability: number;
  readonly points: number;
  readonly basePoints: number;
  /** Every term, most harmful first: basePoints plus all of them is `points`, exactly. */
  readonly reasons: readonly Reason[];
  /** Features left out because the consent they rest on is withdrawn. */
  readonly notUsed: readonly {
    readonly feature: string;
    readonly basis: string;
    readonly words: Words;
  }[];
};

export type Reason = { readonly term: string; readonly points: number; readonly words: Words };

/**
 * @param withdrawn  names of the consents that this person has withdrawn: features whose basis is
 *                   `consent:<name>` then count as missing, and the assessment says so
 */
export function assessOne(
  loaded: LoadedModel,
  row: Row,
  withdrawn: ReadonlySet<string> = new Set(),
): Assessment {
  const { model, recipe, checksum } = loaded;
  const without = withdrawnFeatures(model, withdrawn);
  const scorer = openScorer(model, recipe, { reasonsMax: 0, withdrawn: without });
  const contributions = scorer.contributions(rowSource(model, row), 1);
  const reasons = model.terms
    .map((term, t) => {
      const points = present(contributions[t]?.[0], "a contribution per term");
      return { term: termName(model, term), points, words: reasonSentence(model, term, points) };
    })
    .sort((a, b) => a.points - b.points);
  const points = reasons.reduce((sum, it) => sum + it.points, model.basePoints);
  return {
    modelChecksum: checksum,
    probability: probabilityOf(model.scale, points),
    points,
    basePoints: model.basePoints,
    reasons,
    notUsed: model.features
      .filter((it) => without.has(it.name))
      .map(({ name, basis, title }) => ({
        feature: name,
        basis,
        words: {
          en: `Not used, since consent is withdrawn: ${title.en}`,
          zh: `因您已撤回同意，未使用：${title.zh}`,
        },
      })),
  };
}

/** The features of a model that stand and fall with consents that are withdrawn. */
export function withdrawnFeatures(
  model: Model,
  withdrawn: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = model.features
    .filter(
      (it) => it.basis.startsWith("consent:") && withdrawn.has(it.basis.slice("consent:".length)),
    )
    .map((it) => it.name);
  return new Set(names);
}

/** One row as columns of length one; a column that is absent is missing. */
export function rowSource(model: Model, row: Row): Source {
  return (name) => {
    const value = row[name] ?? Number.NaN;
    if (typeof value === "number") return Float64Array.of(value);
    const levels = model.encodings.find((it) => it.column === name)?.levels ?? [];
    const at = levels.indexOf(value);
    return Float64Array.of(at < 0 ? Number.NaN : at + 1);
  };
}
