import { present } from "@fairdue/kernel";
import type { LoadedModel } from "../model/artefact.ts";
import { openScorer } from "../model/score.ts";
import { takeAction, type Action, type Source, type Words } from "../recipe/index.ts";
import { rowSource, type Row } from "./assess-one.ts";

/** A change within the person's power after which the answer, replayed, is yes. */
export type Counterfactual = {
  readonly steps: readonly Step[];
  /** What the columns would have been. */
  readonly columns: Readonly<Record<string, number>>;
  readonly points: number;
  readonly probability: number;
  readonly words: Words;
};

export type Step = {
  readonly action: string;
  readonly level: number | null;
  readonly months: number;
};

export type CounterfactualRequest = {
  readonly row: Row;
  /** The answer is yes from this many points. */
  readonly pointsMin: number;
  /** Features that may not be used for this person. */
  readonly withdrawnFeatures?: ReadonlySet<string>;
  readonly most?: number;
};

/**
 * The mildest declared actions, alone or two together, that would have turned the answer. Each is
 * found by scoring the changed row with the same model and recipe, so it is true when replayed; a
 * change that the model cannot see, or that is not enough, is never named. Empty when nothing that
 * the recipe declares would have been enough.
 */
export function counterfactuals(
  loaded: LoadedModel,
  request: CounterfactualRequest,
): readonly Counterfactual[] {
  const { model, recipe } = loaded;
  const source = rowSource(model, request.row);
  const single = recipe.actions.flatMap((action) => triesOf(loaded, action, source));
  const found = passing(
    loaded,
    request,
    single.map((it) => [it]),
  );
  const alone = new Set(found.map((it) => present(it.tries[0], "one").action.name));
  const pairs = single.flatMap((a, i) =>
    single
      .slice(i + 1)
      .filter(
        (b) => b.action !== a.action && !alone.has(a.action.name) && !alone.has(b.action.name),
      )
      .map((b) => [a, b]),
  );
  const both = found.length > 0 ? [] : passing(loaded, request, pairs);
  const seen = new Set<string>();
  return [...found, ...both]
    .sort((a, b) => a.effort - b.effort)
    .filter((it) => {
      const kind = it.tries.map((one) => one.action.name).join();
      return seen.has(kind) ? false : seen.add(kind);
    })
    .slice(0, request.most ?? 3)
    .map(({ tries, columns, points, probability }) => ({
      steps: tries.map(({ action, level, months }) => ({
        action: action.name,
        level: Number.isNaN(level) ? null : level,
        months,
      })),
      columns: Object.fromEntries(columns),
      points,
      probability,
      words: wordsOf(tries),
    }));
}

type Try = {
  readonly action: Action;
  readonly level: number;
  readonly months: number;
  /** Months first, then how far the level is from the mildest. */
  readonly effort: number;
  readonly columns: ReadonlyMap<string, number>;
};

function triesOf({ model, recipe }: LoadedModel, action: Action, source: Source): readonly Try[] {
  const used = openScorer(model, recipe).columns;
  return action.months.flatMap((months) =>
    action.levels.flatMap((level, k): Try[] => {
      const columns = takeAction(recipe, source, { action, level, months });
      const changes = [...columns].some(
        ([name, value]) => used.has(name) && Number.isFinite(value) && source(name)[0] !== value,
      );
      const effort = months * 10 + k;
      return changes ? [{ action, level, months, effort, columns }] : [];
    }),
  );
}

type Passed = {
  readonly tries: readonly Try[];
  readonly columns: ReadonlyMap<string, number>;
  readonly points: number;
  readonly probability: number;
  readonly effort: number;
};

/** Scores all changed rows in one block, and keeps those with enough points. */
function passing(
  { model, recipe }: LoadedModel,
  request: CounterfactualRequest,
  candidates: readonly (readonly Try[])[],
): readonly Passed[] {
  if (candidates.length === 0) return [];
  const changed = candidates.map((tries) => new Map(tries.flatMap((it) => [...it.columns])));
  const original = rowSource(model, request.row);
  const scorer = openScorer(model, recipe, {
    reasonsMax: 0,
    withdrawn: request.withdrawnFeatures ?? new Set(),
  });
  const scored = scorer.score((name) => {
    const was = present(original(name)[0], "one row");
    return Float64Array.from(changed, (it) => it.get(name) ?? was);
  }, candidates.length);
  return candidates.flatMap((tries, k): Passed[] => {
    const points = scored.points[k]!;
    if (points < request.pointsMin) return [];
    const effort = tries.reduce((sum, it) => sum + it.effort, 0);
    return [{ tries, columns: changed[k]!, points, probability: scored.probability[k]!, effort }];
  });
}

function wordsOf(tries: readonly Try[]): Words {
  const filled = tries.map(({ action, level, months }) => {
    const shown = action.levelForm === "percent" ? `${Math.round(level * 100)}%` : String(level);
    const fill = (text: string): string =>
      text.replaceAll("{level}", shown).replaceAll("{months}", String(months));
    return { en: fill(action.title.en), zh: fill(action.title.zh) };
  });
  return {
    en: `With ${filled.map((it) => it.en).join(", and ")}, the answer would have been yes.`,
    zh: `如果${filled.map((it) => it.zh).join("，并且")}，结果会是通过。`,
  };
}
