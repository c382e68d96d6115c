import type { Scope } from "@fairdue/api";
import type { StaffActor } from "@fairdue/servicing";

/** Who asks: a program with a key, or a person who has signed in. */
export type Actor = {
  /** Stable; what idempotency keys and records are bound to. */
  readonly actorId: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly who: Who;
};

export type Who =
  | { readonly kind: "anyone" }
  | { readonly kind: "key" }
  | { readonly kind: "staff"; readonly staff: StaffActor; readonly sessionId: string }
  | { readonly kind: "borrower"; readonly borrowerId: string; readonly sessionId: string };

/**
 * Finds out who asks; `undefined` when this way of proving it does not apply or does not hold.
 * The server asks its authenticators in turn, and the first answer counts.
 */
export type Authenticate = (request: Request) => Promise<Actor | undefined>;

export function firstOf(all: readonly Authenticate[]): Authenticate {
  return async (request) => {
    for (const authenticate of all) {
      const actor = await authenticate(request);
      if (actor) return actor;
    }
    return undefined;
  };
}
