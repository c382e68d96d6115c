import type { Table } from "../table/table.ts";
import { behaviourCatalogue, type BehaviourFeature } from "./catalogue.ts";
import type { BehaviourLog } from "./events.ts";
import { openFold } from "./fold.ts";

/**
 * The features of every account as of a day, in one pass over the events, column by column. For
 * training give each account the day on which its decision was made; for serving give today: it is
 * the same function, so a feature cannot mean two things.
 */
export function behaviourFeatures(
  log: BehaviourLog,
  asOf: number | Int32Array,
  features: readonly BehaviourFeature[] = behaviourCatalogue,
): readonly Float64Array[] {
  const columns = features.map(() => new Float64Array(log.accounts));
  const fold = openFold();
  const reads = features.map((it) => it.read);
  for (let a = 0; a < log.accounts; a++) {
    fold.read(log, a, typeof asOf === "number" ? asOf : asOf[a]!);
    for (let f = 0; f < reads.length; f++) columns[f]![a] = reads[f]!(fold.sums);
  }
  return columns;
}

/** The same as a table, with the accounts' names as ids. */
export function behaviourTable(
  log: BehaviourLog,
  asOf: number | Int32Array,
  ids: readonly string[] | undefined = undefined,
): Table {
  const columns = behaviourFeatures(log, asOf);
  return {
    rows: log.accounts,
    ids,
    columns: behaviourCatalogue.map(({ name }, f) => ({
      kind: "number",
      name,
      values: columns[f]!,
    })),
  };
}

/** A recipe over the behaviour features: a model trained with it carries titles, purpose and basis. */
export function behaviourRecipe(
  features: readonly BehaviourFeature[] = behaviourCatalogue,
): unknown {
  return {
    format: "fairdue-recipe/1",
    name: "behaviour",
    version: 1,
    title: { en: "behaviour of an account over a year", zh: "账户近一年行为" },
    features: features.map(({ name, title, direction, purpose, basis }) => ({
      name,
      title,
      risk: direction,
      purpose,
      basis,
    })),
  };
}
