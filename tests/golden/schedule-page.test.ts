import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accountSchedule } from "@fairdue/credit";
import { expect, test } from "vitest";

const examples = join(import.meta.dirname, "../../docs/cli/examples");
const schemas = join(examples, "../schemas");

type Shape = { readonly properties?: Readonly<Record<string, Shape>> };

function answer(name: string): Readonly<Record<string, unknown>> {
  const outcome = accountSchedule(JSON.parse(readFileSync(join(examples, name), "utf8")));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

test("the page of fairdue schedule: a loan by its terms", () => {
  const text = JSON.stringify(answer("schedule-loan.json"));
  expect(text).toContain('"total":"676.69"');
});

test("the page of fairdue schedule: a pay-later account", () => {
  const text = JSON.stringify(answer("schedule-pay-later.json"));
  expect(text).toContain('"closing":"1161.50","minimum":"126.50"');
});

test("every field of the answer stands in its schema", () => {
  const schema: Shape = JSON.parse(
    readFileSync(join(schemas, "schedule-output.schema.json"), "utf8"),
  );
  const missing = (value: unknown, shape: Shape | undefined, path: string): string[] => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    const { properties } = shape ?? {};
    if (!properties) return [];
    return Object.entries(value).flatMap(([name, part]) =>
      name in properties ? missing(part, properties[name], `${path}.${name}`) : [`${path}.${name}`],
    );
  };
  for (const name of ["schedule-loan.json", "schedule-pay-later.json"]) {
    expect(missing(answer(name), schema, name)).toEqual([]);
  }
});
