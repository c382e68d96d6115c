import { refusal, type Refused } from "@fairdue/api";
import { advance, dpdOn, payoffQuote } from "@fairdue/credit";
import { accepted, type EpochDay, type Outcome, refused } from "@fairdue/kernel";
import {
  affordable,
  type Affordability,
  type ArrangementQuote,
  type ArrangementTerms,
  housePolicy,
  type OfferPolicy,
  type Offers,
  offersFor,
  quoteArrangement,
  type RoleId,
  type Worksheet,
} from "@fairdue/servicing";
import {
  hasHardship,
  loadAccount,
  loadWorksheet,
  offerPolicyOn,
  type Sql,
  type StoredAccount,
} from "@fairdue/store";
import { businessDay, type Key } from "../http/account/view.ts";
import type { Actor } from "../http/auth/actor.ts";
import type { Shell } from "../http/compose/shell.ts";
import { refusedBy } from "../http/command/book-fact.ts";

/** Under which name the figures of a worksheet are sealed. */
export const worksheetPlace = "worksheet";

/** An account with the policy in force and the offers that it makes. */
export type OfferDesk = {
  readonly account: StoredAccount;
  readonly today: EpochDay;
  readonly policy: OfferPolicy;
  readonly worksheetId: string | null;
  readonly means: Affordability | null;
  readonly made: Offers;
  readonly quote: (terms: ArrangementTerms) => Outcome<ArrangementQuote, Refused>;
};

export async function policyOn(sql: Sql, bookId: string, on: EpochDay): Promise<OfferPolicy> {
  return (await offerPolicyOn(sql, bookId, on)) ?? housePolicy;
}

export async function offerDesk(
  shell: Shell,
  sql: Sql,
  it: Key & { readonly worksheetId: string | undefined },
): Promise<Outcome<OfferDesk, Refused>> {
  const account = await loadAccount(sql, shell.products, it);
  if (!account) return refused(refusal("account-not-found"));
  const { product } = account;
  const wanted = await businessDay(shell, sql, account.bookId);
  const today = wanted < account.state.asOf ? account.state.asOf : wanted;
  const policy = await policyOn(sql, account.bookId, today);
  const known = await loadWorksheet(sql, { ...it, worksheetId: it.worksheetId ?? null });
  if (it.worksheetId !== undefined && known === undefined)
    return refused(refusal("worksheet-not-found"));
  const means = known
    ? affordable(await openWorksheet(shell, sql, it.borrowerId, known.sealedFigures), policy.floor)
    : null;
  const { state } = advance(product, account.state, today);
  const asked = {
    on: today,
    dpd: dpdOn(state, today),
    hasHardship: await hasHardship(sql, it.borrowerId),
    owed: payoffQuote(product, state, today),
    rate: state.rate,
    payableMinor: means?.payableMinor ?? null,
    dueDay: state.dueDay,
    dueDaysOffered: product.declaration.cycle.dueDaysOffered,
  };
  const quote = (terms: ArrangementTerms) => quoteArrangement(product, state, { terms, on: today });
  return accepted({
    account: { ...account, state },
    today,
    policy,
    worksheetId: known?.worksheetId ?? null,
    means,
    made: offersFor(policy, asked, quote),
    quote: (terms) => {
      const quoted = quote(terms);
      return quoted.ok ? quoted : refused(refusedBy(quoted.refusal));
    },
  });
}

export async function openWorksheet(
  shell: Pick<Shell, "vault">,
  sql: Sql,
  borrowerId: string,
  sealed: Buffer,
): Promise<Worksheet> {
  return JSON.parse(await shell.vault.unseal(sql, borrowerId, sealed, worksheetPlace)) as Worksheet;
}

/** Roles by which the limits of a waiver are read; a program has those of a collector. */
export function rolesOf(actor: Actor): readonly RoleId[] {
  return actor.who.kind === "staff" ? actor.who.staff.roles : ["collector"];
}

/** The same terms, whatever the order of their fields. */
export function sameTerms(a: ArrangementTerms, b: ArrangementTerms): boolean {
  const plain = (it: unknown): string =>
    JSON.stringify(it, (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
        : value,
    );
  return plain(a) === plain(b);
}
