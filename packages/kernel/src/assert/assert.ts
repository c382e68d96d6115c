/** A bug, not bad input: the program contradicts itself. The request fails, the book goes on. */
export class InvariantViolation extends Error {
  override readonly name = "InvariantViolation";
}

/** States what types cannot say. On in production too. */
export function assert(condition: boolean, statement: string): asserts condition {
  if (!condition) throw new InvariantViolation(statement);
}

/** Closes a switch over a union: a new member then fails to compile. */
export function unreachable(value: never): never {
  throw new InvariantViolation(`unreachable: ${JSON.stringify(value)}`);
}

/** The value of an index or lookup that must exist by construction. */
export function present<Value>(value: Value | undefined | null, statement: string): Value {
  if (value === undefined || value === null) throw new InvariantViolation(statement);
  return value;
}
