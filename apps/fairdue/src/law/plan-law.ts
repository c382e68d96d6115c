import { evaluate } from "@fairdue/conduct";
import { packs } from "@fairdue/packs";
import { loadKnowledge, type Transaction } from "@fairdue/store";

export type PlanFault = {
  readonly rule: string;
  readonly says: { readonly en: string; readonly zh: string };
};

/** Asks the laws of the person's book about a repayment plan; the first rule that is broken. */
export async function planFault(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly months: number;
    readonly elements: readonly string[];
    readonly at: number;
  },
): Promise<PlanFault | undefined> {
  const [loaded] = await loadKnowledge(tx, [{ borrowerId: it.borrowerId, requestKey: "plan" }]);
  const known = loaded?.known;
  if (known === undefined) return undefined;
  const chosen = known.packs.flatMap((id) => (Object.hasOwn(packs, id) ? (packs[id] ?? []) : []));
  const facts = Object.fromEntries(
    known.facts.map(({ name, value, source }) => [name, { value, source, observedAt: it.at }]),
  );
  const question = {
    act: { kind: "plan" as const, fields: { months: it.months, elements: it.elements } },
    facts: facts as Parameters<typeof evaluate>[1]["facts"],
    history: [],
    zones: undefined,
  };
  const decision = evaluate(chosen, question, it.at);
  if (decision.outcome === "allow" || decision.outcome === "allow-with-flags") return undefined;
  const [first] = decision.because;
  return first && { rule: first.rule.id, says: first.rule.title };
}
