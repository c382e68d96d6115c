import { accepted, type Outcome, refused } from "@fairdue/kernel";

/** Who holds a case at the moment, and until when (milliseconds since 1970). */
export type Claim = { readonly by: string; readonly until: number };

export type ClaimedCase = {
  readonly isClosed: boolean;
  readonly ownerId: string | null;
  readonly claim: Claim | null;
};

export type ClaimRefusal =
  | { readonly code: "case-closed" }
  /** Somebody else is on it, and everyone sees who and until when. */
  | { readonly code: "case-claimed"; readonly by: string; readonly until: number }
  | { readonly code: "case-owned-by-another"; readonly ownerId: string };

/** How long one claim holds; working on renews it, walking away frees the case. */
export const claimMs: number = 15 * 60_000;

export type ClaimAsk = {
  readonly actorId: string;
  /** A team lead takes a colleague's case knowingly. */
  readonly mayTakeOver: boolean;
  readonly at: number;
};

/**
 * Takes a case in hand. Two people cannot work on one unknowingly: an unexpired claim of another
 * refuses, and says whose it is. Claiming one's own again renews it.
 */
export function decideClaim(it: ClaimedCase, ask: ClaimAsk): Outcome<Claim, ClaimRefusal> {
  if (it.isClosed) return refused({ code: "case-closed" });
  const other = claimOfAnother(it, ask);
  if (other !== null && !ask.mayTakeOver) return refused({ code: "case-claimed", ...other });
  if (it.ownerId !== null && it.ownerId !== ask.actorId && !ask.mayTakeOver)
    return refused({ code: "case-owned-by-another", ownerId: it.ownerId });
  return accepted({ by: ask.actorId, until: ask.at + claimMs });
}

/** The claim that stands in the way of this person; null when there is none, or it has run out. */
export function claimOfAnother(
  it: Pick<ClaimedCase, "claim">,
  ask: Pick<ClaimAsk, "actorId" | "at">,
): Claim | null {
  const { claim } = it;
  return claim !== null && claim.by !== ask.actorId && claim.until > ask.at ? claim : null;
}
