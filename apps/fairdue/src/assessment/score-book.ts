import {
  behaviourCatalogue,
  type LoadedModel,
  openScorer,
  reasonSentence,
  tableSource,
  type Table,
  withdrawnFeatures,
} from "@fairdue/assess";
import { type EpochDay, present } from "@fairdue/kernel";
import { behaviourAsOf, type Driver, type LivedAccount, mayBeWarned } from "@fairdue/servicing";
import {
  accountHistories,
  loadLiveScopes,
  type Products,
  type Sql,
  type StoredAccount,
} from "@fairdue/store";
import { withheldOf } from "./apply.ts";

export type ScoredAccount = {
  readonly account: StoredAccount;
  readonly lived: LivedAccount;
  readonly points: number;
  readonly probability: number;
  readonly drivers: readonly Driver[];
  /** Feature values in the order of the catalogue. */
  readonly values: readonly number[];
};

const blockSize = 500;
const driversMax = 4;

/**
 * Scores every account of a book as of a day, block by block: what each did until then, as the book
 * knew it then, without what the person has not agreed to.
 */
export async function* scoreBook(
  sql: Sql,
  products: Products,
  it: { readonly bookId: string; readonly on: EpochDay; readonly loaded: LoadedModel },
): AsyncGenerator<readonly ScoredAccount[]> {
  for await (const block of accountHistories(sql, products, { bookId: it.bookId, blockSize })) {
    const open = block
      .map(({ account, events }) => ({
        account,
        lived: { accountId: account.accountId, product: account.product, events },
      }))
      .filter((one) => mayBeWarned(one.lived, it.on));
    const scopes = await loadLiveScopes(sql, [
      ...new Set(open.map((one) => one.account.borrowerId)),
    ]);
    const groups = Map.groupBy(open, (one) =>
      withheldOf([it.loaded], scopes.get(one.account.borrowerId) ?? new Set()).join(),
    );
    for (const [withheld, members] of groups)
      yield scoreGroup(it, members, new Set(withheld === "" ? [] : withheld.split(",")));
  }
}

type Member = Pick<ScoredAccount, "account" | "lived">;

function scoreGroup(
  { on, loaded }: { readonly on: EpochDay; readonly loaded: LoadedModel },
  members: readonly Member[],
  withheld: ReadonlySet<string>,
): readonly ScoredAccount[] {
  const { model, recipe } = loaded;
  const table = behaviourAsOf(
    members.map((it) => it.lived),
    on,
  );
  const withdrawn = withdrawnFeatures(model, withheld);
  const scorer = openScorer(model, recipe, { reasonsMax: driversMax, withdrawn });
  const scored = scorer.score(tableSource(table, model), table.rows);
  return members.map((member, k) => ({
    ...member,
    points: present(scored.points[k], "points for each row"),
    probability: present(scored.probability[k], "a probability for each row"),
    drivers: Array.from({ length: driversMax }, (_, r) => k * driversMax + r).flatMap(
      (at): Driver[] => {
        const term = model.terms[scored.reasonTerm[at] ?? -1];
        const points = scored.reasonPoints[at] ?? 0;
        if (term === undefined || points >= 0) return [];
        const name = term.features.map((f) => model.features[f]?.name ?? "").join(" × ");
        return [{ term: name, points, words: reasonSentence(model, term, points) }];
      },
    ),
    values: valuesOf(table, k),
  }));
}

function valuesOf(table: Table, row: number): readonly number[] {
  return behaviourCatalogue.map((it) => {
    const column = table.columns.find((one) => one.name === it.name);
    return column?.kind === "number" ? (column.values[row] ?? Number.NaN) : Number.NaN;
  });
}
