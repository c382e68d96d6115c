import { assert, type EpochDay } from "@fairdue/kernel";
import type { Row } from "./database.ts";

/** Reads columns with their types; a wrong type is a bug in the statement, never bad input. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  assert(typeof value === "string", `column ${column} is text, got ${typeof value}`);
  return value;
}

export function integerIn(row: Row, column: string): number {
  const value = row[column];
  assert(typeof value === "number", `column ${column} is an integer, got ${typeof value}`);
  return value;
}

export function dayIn(row: Row, column: string): EpochDay {
  return integerIn(row, column) as EpochDay;
}

export function truthIn(row: Row, column: string): boolean {
  const value = row[column];
  assert(typeof value === "boolean", `column ${column} is a truth value, got ${typeof value}`);
  return value;
}

/** A `numeric` column that holds a whole number of any size. */
export function bigintIn(row: Row, column: string): bigint {
  const value = row[column];
  if (typeof value === "number") return BigInt(value);
  assert(typeof value === "string", `column ${column} is numeric, got ${typeof value}`);
  return BigInt(value);
}

/** The value, or `null` where the column is null. */
export function nullable<Value>(
  row: Row,
  column: string,
  read: (row: Row, column: string) => Value,
): Value | null {
  return row[column] === null || row[column] === undefined ? null : read(row, column);
}

export function instantIn(row: Row, column: string): number {
  const value = row[column];
  assert(value instanceof Date, `column ${column} is an instant, got ${typeof value}`);
  return value.getTime();
}
