/** An expected answer: the value, or a refusal that the caller must look at. Never thrown. */
export type Outcome<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Refusal>(refusal: Refusal): {
  readonly ok: false;
  readonly refusal: Refusal;
} {
  return { ok: false, refusal };
}

/**
 * Bad input at an edge: which field, what it held, what would be right.
 * A parser returns all problems of a document, not only the first.
 */
export type Problem = {
  /** JSON-pointer-like path without the leading slash: `terms.rate.ppmYear`, `events[3].on`. */
  readonly field: string;
  /** The value given, shortened for display; never personal data. */
  readonly value: string;
  /** What would be right, as a sentence. */
  readonly expected: string;
};

export function formatProblem(problem: Problem): string {
  return `${problem.field}: got ${problem.value}, expected ${problem.expected}`;
}
