declare const brand: unique symbol;

/** A value that only its own parser makes: two brands never mix. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** The prefix says what an id is, in a log line as in a query. */
export const idPrefixes = {
  Borrower: "brw",
  Account: "acc",
  Draw: "drw",
  Instalment: "ins",
  Statement: "stm",
  Repayment: "rpy",
  Event: "evt",
  Case: "cas",
  PromiseToPay: "ptp",
  Permit: "prm",
  Complaint: "cmp",
  Journal: "jnl",
  Agency: "agy",
  Actor: "act",
  Contact: "cnt",
  Decision: "dec",
  Book: "bok",
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<Kind extends IdKind> = Branded<`${(typeof idPrefixes)[Kind]}_${string}`, Kind>;

export type BorrowerId = Id<"Borrower">;
export type AccountId = Id<"Account">;
export type EventId = Id<"Event">;

/** Reads an id of the named kind; `undefined` when the text is not one. */
export function parseId<Kind extends IdKind>(kind: Kind, text: string): Id<Kind> | undefined {
  const prefix = `${idPrefixes[kind]}_`;
  const rest = text.slice(prefix.length);
  return text.startsWith(prefix) && /^[0-9A-Za-z-]{1,48}$/.test(rest)
    ? (text as Id<Kind>)
    : undefined;
}
