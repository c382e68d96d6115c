import { assert } from "@fairdue/kernel";
import { reachOf, type Field, type LimitRow } from "../field/field.ts";
import type { Budgets } from "./budgets.ts";
import { boundUnits } from "./decimal.ts";
import { makeNames, type Names } from "./names.ts";

/** A problem ready to be planned: numbers, and the names behind them. */
export type AllocationProblem = {
  readonly field: Field;
  /** One per limit of the budgets, in the same order. */
  readonly limits: readonly LimitRow[];
  readonly budgets: Budgets;
  /** Decimals of one unit of limit m's resource. */
  readonly scales: readonly number[];
  personName(i: number): string;
  treatmentName(option: number): string;
};

/**
 * Takes people and their options one by one, as they stream in, and flattens them.
 * The columns that the budgets name are the ones that are read.
 */
export type Intake = {
  readonly resources: readonly string[];
  readonly filters: readonly string[];
  readonly people: Names;
  readonly treatments: Names;
  /** Per filter column, the values met. */
  readonly filterValues: readonly Names[];
  /** Begins a person; false if they were here before. */
  beginPerson(name: Uint8Array, from: number, to: number): boolean;
  addOption(row: OptionRow): void;
  finish(): AllocationProblem;
};

/** One row; the arrays are read at once and may be reused by the caller. */
export type OptionRow = {
  value: number;
  treatment: number;
  /** Per resource: units and decimals of the exact use. */
  readonly units: Float64Array;
  readonly decimals: Uint8Array;
  /** Per filter column: number of its value in `filterValues`. */
  readonly filters: Int32Array;
};

export function startIntake(budgets: Budgets): Intake {
  const resources = [...new Set(budgets.limits.map((it) => it.resource))];
  const filters = [...new Set(budgets.limits.flatMap((it) => [...it.where.keys()]))];
  const people = makeNames();
  const treatments = makeNames();
  const filterValues = filters.map((it) => (it === "treatment" ? treatments : makeNames()));
  const width = resources.length;
  const scale = new Uint8Array(width);
  const largest = new Float64Array(width);
  const classes = classBook();
  let first = new Int32Array(shared(4 * 1024));
  let value = new Float64Array(shared(8 * 1024));
  let use: Int32Array | Float64Array = new Int32Array(shared(4 * 1024 * width));
  let treatmentOf = new Uint16Array(1024);
  let classOf = new Uint16Array(shared(2 * 1024));
  let options = 0;

  function rescale(r: number, decimals: number): void {
    const factor = 10 ** (decimals - scale[r]!);
    largest[r]! *= factor;
    if (largest[r]! > 0x7fffffff) widen();
    for (let o = 0; o < options; o++) use[o * width + r]! *= factor;
    scale[r] = decimals;
  }

  function widen(): void {
    if (use instanceof Float64Array) return;
    const wide = new Float64Array(shared(2 * use.byteLength));
    wide.set(use);
    use = wide;
  }

  function makeRoom(): void {
    const room = Math.ceil(value.length * 1.6);
    value = copied(value, new Float64Array(shared(8 * room)));
    classOf = copied(classOf, new Uint16Array(shared(2 * room)));
    treatmentOf = copied(treatmentOf, new Uint16Array(room));
    const bytes = shared(use.BYTES_PER_ELEMENT * room * width);
    use = copied(
      use,
      use instanceof Float64Array ? new Float64Array(bytes) : new Int32Array(bytes),
    );
  }

  function addOption(row: OptionRow): void {
    if (options === value.length) makeRoom();
    for (let r = 0; r < width; r++) {
      if (row.decimals[r]! > scale[r]!) rescale(r, row.decimals[r]!);
      const units = row.units[r]! * 10 ** (scale[r]! - row.decimals[r]!);
      if (units > largest[r]!) {
        largest[r] = units;
        if (units > 0x7fffffff) widen();
      }
      use[options * width + r] = units;
    }
    value[options] = row.value;
    treatmentOf[options] = row.treatment;
    classOf[options] = classes.numberOf(row.filters);
    options += 1;
    first[people.count()] = options;
  }

  function beginPerson(name: Uint8Array, from: number, to: number): boolean {
    const before = people.count();
    const isNew = people.intern(name, from, to) === before;
    if (people.count() + 1 > first.length)
      first = copied(first, new Int32Array(shared(4 * Math.ceil(first.length * 1.6))));
    first[people.count()] = options;
    return isNew;
  }

  function finish(): AllocationProblem {
    const count = Math.max(1, classes.count());
    assert(count <= 0xffff, "at most 65,535 classes of rows");
    const names = filterValues.map((it) => it.nameOf);
    const limits = budgets.limits.map((limit): LimitRow => {
      const mask = new Uint8Array(count);
      for (let c = 0; c < count; c++) {
        const isIn = [...limit.where].every(([column, values]) => {
          const k = filters.indexOf(column);
          const member = classes.valueOf(c, k);
          return member >= 0 && values.includes(names[k]!(member));
        });
        mask[c] = isIn ? 1 : 0;
      }
      const resource = resources.indexOf(limit.resource);
      const bound = boundUnits(limit.bound, scale[resource]!, limit.sense);
      return { resource, sense: limit.sense, bound, classes: mask };
    });
    return {
      field: {
        people: people.count(),
        resources: width,
        first: first.subarray(0, people.count() + 1),
        value: value.subarray(0, options),
        use: use.subarray(0, options * width),
        classOf: classOf.subarray(0, count === 1 ? 0 : options),
        reach: reachOf(limits, count),
      },
      limits,
      budgets,
      scales: limits.map((it) => scale[it.resource]!),
      personName: people.nameOf,
      treatmentName: (o) => treatments.nameOf(treatmentOf[o]!),
    };
  }
  return { resources, filters, people, treatments, filterValues, beginPerson, addOption, finish };
}

/** Rows with the same values in all filter columns are one class. */
function classBook(): {
  numberOf(filters: Int32Array): number;
  valueOf(c: number, filter: number): number;
  count(): number;
} {
  const numbers = new Map<string, number>();
  const members: Int32Array[] = [];
  let last = 0;
  const isLast = (filters: Int32Array): boolean => {
    const member = members[last];
    if (member === undefined) return false;
    for (let k = 0; k < filters.length; k++) if (member[k] !== filters[k]) return false;
    return true;
  };
  return {
    numberOf(filters) {
      if (isLast(filters)) return last;
      const key = filters.join(" ");
      const known = numbers.get(key);
      last = known ?? members.length;
      if (known === undefined) {
        numbers.set(key, members.length);
        members.push(filters.slice());
      }
      return last;
    },
    valueOf: (c, filter) => members[c]?.[filter] ?? -1,
    count: () => members.length,
  };
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

function copied<Numbers extends Int32Array | Float64Array | Uint16Array>(
  from: { readonly length: number } & ArrayLike<number>,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}
