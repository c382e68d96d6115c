import { accepted, refused, type Outcome, type Problem } from "@fairdue/kernel";
import { countResource, isObject, shown, type Budgets } from "./budgets.ts";
import { decimalOf, decimalsMax } from "./decimal.ts";
import { startIntake, type AllocationProblem, type OptionRow } from "./intake.ts";
import { encodeUtf8 } from "./names.ts";

/** Takes people as JSON values one by one (JSON lines stream), and gives the problem at the end. */
export type PersonReader = {
  /** False when there are too many problems to go on. `where` names the place in messages. */
  read(person: unknown, where: string): boolean;
  finish(): Outcome<AllocationProblem, readonly Problem[]>;
};

export function personReader(budgets: Budgets): PersonReader {
  const intake = startIntake(budgets);
  const problems: Problem[] = [];
  const row: OptionRow = {
    value: 0,
    treatment: 0,
    units: new Float64Array(intake.resources.length),
    decimals: new Uint8Array(intake.resources.length),
    filters: new Int32Array(intake.filters.length),
  };
  const tell = (field: string, value: unknown, expected: string): void => {
    problems.push({ field, value: shown(value), expected });
  };
  const internText = (names: { intern: typeof intake.people.intern }, text: string): number => {
    const bytes = encodeUtf8(text);
    return names.intern(bytes, 0, bytes.length);
  };

  function read(person: unknown, where: string): boolean {
    if (!isObject(person)) {
      tell(where, person, 'an object such as {"person": "p1", "treatments": [...]}');
      return problems.length < 20;
    }
    const id = person["person"];
    const treatments = person["treatments"];
    if ((typeof id !== "string" && typeof id !== "number") || id === "")
      tell(`${where}.person`, id, "an id, as text or number");
    else if (!Array.isArray(treatments))
      tell(`${where}.treatments`, treatments, "a list of treatments");
    else {
      const bytes = encodeUtf8(String(id));
      if (!intake.beginPerson(bytes, 0, bytes.length))
        tell(`${where}.person`, id, "each person once: this one was here before");
      treatments.forEach((it: unknown, k) => {
        if (isObject(it)) readOption({ ...person, ...it }, `${where}.treatments[${k}]`);
        else tell(`${where}.treatments[${k}]`, it, 'an object such as {"treatment": "sms", ...}');
      });
    }
    return problems.length < 20;
  }

  function readOption(it: Record<string, unknown>, where: string): void {
    const before = problems.length;
    const treatment = it["treatment"];
    if (typeof treatment !== "string" || treatment === "")
      tell(`${where}.treatment`, treatment, "the treatment's name");
    else row.treatment = internText(intake.treatments, treatment);
    row.value = 0;
    for (const [column, weight] of budgets.objective) {
      const part = it[column];
      if (typeof part === "number" && Number.isFinite(part)) row.value += weight * part;
      else tell(`${where}.${column}`, part, "a finite number, since the objective counts it");
    }
    intake.resources.forEach((name, r) => {
      const given = it[name] === undefined && name === countResource ? 1 : it[name];
      const use = decimalOf(given);
      if (use === undefined || use.units < 0)
        tell(`${where}.${name}`, given, `a number from 0 with at most ${decimalsMax} decimals`);
      row.units[r] = use?.units ?? 0;
      row.decimals[r] = use?.decimals ?? 0;
    });
    intake.filters.forEach((name, f) => {
      const given = it[name];
      if (typeof given !== "string" && typeof given !== "number")
        tell(`${where}.${name}`, given, "a text, since a budget's where names it");
      else row.filters[f] = internText(intake.filterValues[f]!, String(given));
    });
    if (problems.length === before) intake.addOption(row);
  }

  return {
    read,
    finish: () => (problems.length > 0 ? refused(problems) : accepted(intake.finish())),
  };
}

/** A whole problem as one JSON document: `{"people": [...]}` or just the list. */
export function parseProblem(
  input: unknown,
  budgets: Budgets,
): Outcome<AllocationProblem, readonly Problem[]> {
  const people = isObject(input) ? input["people"] : input;
  if (!Array.isArray(people)) {
    const expected = '{"people": [{"person": "p1", "treatments": [...]}]}';
    return refused([{ field: "people", value: shown(people), expected }]);
  }
  const reader = personReader(budgets);
  for (const [k, person] of people.entries()) if (!reader.read(person, `people[${k}]`)) break;
  return reader.finish();
}
