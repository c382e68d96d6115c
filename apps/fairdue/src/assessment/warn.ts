import { refusal, type Refused } from "@fairdue/api";
import { dpdOn } from "@fairdue/credit";
import { accepted, type EpochDay, type Outcome, refused } from "@fairdue/kernel";
import { helpFor, type WarningPolicy } from "@fairdue/servicing";
import {
  type Database,
  endWarnings,
  loadHeldPeople,
  type Products,
  saveWarnings,
  type WarningOnRecord,
} from "@fairdue/store";
import { benchOf } from "./bench.ts";
import { scoreBook, type ScoredAccount } from "./score-book.ts";

export type WarnReport = { readonly accounts: number; readonly warned: number };

/** Every account's probability of falling behind, renewed for a day, with what would help first. */
export async function warnBook(
  database: Database,
  products: Products,
  it: {
    readonly bookId: string;
    readonly on: EpochDay;
    readonly progress?: (accounts: number) => void;
  },
): Promise<Outcome<WarnReport, Refused>> {
  const bench = await benchOf(database, { ...it, use: "early-warning" });
  if (!bench.ok) return bench;
  const { model, policy } = bench.value;
  if (model === null) return refused(refusal("model-not-active"));
  const held = await loadHeldPeople(database, it.bookId);
  let accounts = 0;
  let warned = 0;
  for await (const block of scoreBook(database, products, { ...it, loaded: model })) {
    const warnings = block.map((one): WarningOnRecord => {
      const { account, points, probability, drivers } = one;
      return {
        borrowerId: account.borrowerId,
        accountId: account.accountId,
        bookId: it.bookId,
        warnedOn: it.on,
        model: model.checksum,
        points,
        probability,
        drivers,
        help: helpOf(one, {
          on: it.on,
          policy: policy.warning,
          isHeld: held.has(account.borrowerId),
        }),
      };
    });
    await database.transaction((tx) => saveWarnings(tx, warnings));
    accounts += block.length;
    warned += warnings.filter((one) => one.help.length > 0).length;
    it.progress?.(accounts);
  }
  await database.transaction((tx) => endWarnings(tx, { bookId: it.bookId, before: it.on }));
  return accepted({ accounts, warned });
}

function helpOf(
  { account, probability }: ScoredAccount,
  it: { readonly on: EpochDay; readonly policy: WarningPolicy; readonly isHeld: boolean },
) {
  const { state, product } = account;
  return helpFor(
    {
      probability,
      dpd: dpdOn(state, it.on),
      mayMoveDueDay: product.declaration.cycle.dueDaysOffered.length > 1,
      maySpread: state.draws.length > 0 || state.dues.length > 0,
      isInHardship: it.isHeld || state.moratorium !== null,
    },
    it.policy,
  );
}
