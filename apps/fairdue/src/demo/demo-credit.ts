import type { EpochDay } from "@fairdue/kernel";
import { cautiousPolicy, modelUses } from "@fairdue/servicing";
import {
  changeModel,
  type Database,
  productsOf,
  registerModel,
  saveCreditPolicy,
} from "@fairdue/store";
import { randomUUIDv7 } from "node:crypto";
import { bundledModel } from "../assessment/bundled.ts";
import { reviewLimits } from "../assessment/review-limits.ts";
import { warnBook } from "../assessment/warn.ts";
import { watchModels } from "../assessment/watch.ts";

/**
 * Credit in the demo's book: the model that ships and a cautious policy, both by two persons of the
 * demo, then a day's early warnings, a review of limits and a look at the model itself.
 */
export async function openDemoCredit(
  database: Database,
  it: {
    readonly bookId: string;
    readonly zone: string;
    readonly on: EpochDay;
    readonly at: number;
  },
): Promise<void> {
  const products = productsOf(database);
  const { loaded, artefact } = bundledModel();
  const { bookId, on, at } = it;
  await database.transaction(async (tx) => {
    await registerModel(tx, { loaded, artefact, by: "act_risk-analyst" });
    await saveCreditPolicy(tx, {
      bookId,
      policy: cautiousPolicy,
      declaredBy: "act_risk-analyst",
      approvedBy: "act_compliance-officer",
      at,
    });
    for (const use of modelUses)
      await changeModel(tx, {
        bookId,
        use,
        kind: "activate",
        champion: loaded.checksum,
        challenger: null,
        splitPpm: 0,
        requestedBy: "act_risk-analyst",
        approvedBy: "act_compliance-officer",
        reason: "the model that ships, until the book has trained its own",
        at,
      });
  });
  await reviewLimits(database, products, {
    ...it,
    newEventId: () => `evt_${randomUUIDv7()}`,
    budgets: undefined,
  });
  await watchModels(database, products, { bookId, use: "early-warning", on, at });
  await warnBook(database, products, { bookId, on });
}
