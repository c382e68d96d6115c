import {
  canonical,
  type EbmStage,
  type BagResult,
  type Model,
  prepareTraining,
  sha256,
  trainModel,
  utf8,
} from "@fairdue/assess";
import {
  addDays,
  type EpochDay,
  formatDay,
  type Outcome,
  type Problem,
  refused,
  accepted,
} from "@fairdue/kernel";
import {
  behaviourTraining,
  creditBehaviourRecipe,
  type LivedAccount,
  warningHorizon,
  warningTarget,
} from "@fairdue/servicing";

export type BehaviourTraining = {
  readonly accounts: readonly LivedAccount[];
  /** Last day of which the book knows everything. */
  readonly through: EpochDay;
  /** First day on which somebody was there to learn from. */
  readonly from: EpochDay;
  readonly kind: Model["kind"];
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  readonly trainedOn: string;
  readonly bags: number;
  /** Runs the stages of a boosted model; on any number of threads. */
  readonly run: (work: Generator<EbmStage, Model, readonly BagResult[]>) => Promise<Model>;
};

const daysBetween = 45;
/** An account says little before this. */
const settleDays = 90;

/**
 * Trains a behaviour model from accounts' own past: features as known on days that lie far enough
 * back for the outcome to be known, by the definition that serving uses.
 */
export async function trainBehaviour(
  it: BehaviourTraining,
): Promise<Outcome<Model, readonly Problem[]>> {
  const days: EpochDay[] = [];
  const last = addDays(it.through, -warningHorizon.days);
  for (
    let on = last;
    on >= addDays(it.from, settleDays) && days.length < 8;
    on = addDays(on, -daysBetween)
  )
    days.unshift(on);
  if (days.length === 0)
    return refused([
      {
        field: "book",
        value: `known from ${formatDay(it.from)} to ${formatDay(it.through)}`,
        expected: `at least ${settleDays + warningHorizon.days} days of life`,
      },
    ]);
  const table = behaviourTraining(it.accounts, days);
  const set = prepareTraining({
    table,
    target: warningTarget,
    kind: it.kind,
    recipe: creditBehaviourRecipe(),
    directions: new Map(),
    exclude: new Set(),
    // What is overdue now is known to foretell what will be: looked at, and meant.
    confirmed: new Set(["overdue_days", "overdue_share"]),
  });
  if (!set.ok) return set;
  const columns = table.columns.map((one) => (one.kind === "number" ? [...one.values] : []));
  const work = trainModel(set.value, {
    kind: it.kind,
    name: it.name,
    trainedOn: it.trainedOn,
    seed: "fairdue behaviour",
    data: {
      source: it.source,
      sha256: sha256(utf8(canonical(columns))),
      period: `as of ${days.map(formatDay).join(", ")}; outcomes through ${formatDay(it.through)}`,
      licence: it.licence,
    },
    ebm: { bags: it.bags, pairsMax: 6 },
  });
  return accepted(await it.run(work));
}
