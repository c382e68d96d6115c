import { refusal, type Refused } from "@fairdue/api";
import type { LoadedModel } from "@fairdue/assess";
import type { Pack } from "@fairdue/conduct";
import { accepted, type EpochDay, type Outcome, present, refused } from "@fairdue/kernel";
import { packs as knownPacks } from "@fairdue/packs";
import type { CreditPolicy, DecisionBench, DecisionInput, ModelUse } from "@fairdue/servicing";
import {
  loadCreditPolicy,
  loadCreditPolicyVersion,
  loadModel,
  loadModelRole,
  type ModelChange,
  type Sql,
} from "@fairdue/store";

/** What decides in a book on a day: policy, law and models. */
export type BookBench = DecisionBench & { readonly role: ModelChange | undefined };

export async function benchOf(
  sql: Sql,
  it: { readonly bookId: string; readonly on: EpochDay; readonly use: ModelUse },
): Promise<Outcome<BookBench, Refused>> {
  const policy = await loadCreditPolicy(sql, it);
  if (policy === undefined) return refused(refusal("policy-not-declared"));
  const role = await loadModelRole(sql, it);
  return accepted({
    policy,
    packs: packsOf(policy),
    model: await modelOf(sql, role?.champion ?? null),
    challenger: await modelOf(sql, role?.challenger ?? null),
    role,
  });
}

/** The bench that made a decision, as it was. */
export async function benchThen(
  sql: Sql,
  it: { readonly bookId: string; readonly input: DecisionInput },
): Promise<DecisionBench> {
  const { by } = it.input;
  const version = { bookId: it.bookId, version: by.policyVersion };
  const policy = present(await loadCreditPolicyVersion(sql, version), "the policy of a decision");
  return {
    policy,
    packs: packsOf(policy),
    model: await modelOf(sql, by.model),
    challenger: await modelOf(sql, by.challenger),
  };
}

/** Packs by which a decision was made, of which this server holds another version. */
export function packsChanged({ by }: DecisionInput): readonly string[] {
  return by.packs.filter((it) => knownPacks[it.id]?.version !== it.version).map((it) => it.id);
}

/** A pack that is not loaded leaves none: without law nothing is decided. */
export function packsOf(policy: CreditPolicy): readonly Pack[] {
  const found = policy.packs.map((id) => knownPacks[id]);
  return found.every((it) => it !== undefined) ? found : [];
}

async function modelOf(sql: Sql, checksum: string | null): Promise<LoadedModel | null> {
  return checksum === null ? null : ((await loadModel(sql, checksum)) ?? null);
}
