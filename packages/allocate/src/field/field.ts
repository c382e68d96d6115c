import { assert } from "@fairdue/kernel";

/**
 * The numbers of an allocation, as flat arrays that threads can share: people, each with options
 * (treatments); an option brings a value and uses resources. No names here.
 *
 * Each person gets at most one option; "nothing" is always open, with value 0 and no use.
 */
export type Field = {
  readonly people: number;
  readonly resources: number;
  /** first[i] … first[i + 1] are the options of person i. */
  readonly first: Int32Array;
  /** What option o is expected to bring (any finite number). */
  readonly value: Float64Array;
  /** use[o × resources + r]: whole units of resource r that option o uses; >= 0. */
  readonly use: Int32Array | Float64Array;
  /** The class of option o decides which limits it counts toward; empty if there is one class. */
  readonly classOf: Uint16Array;
  readonly reach: Reach;
};

/** Which limits the options of a class count toward, and through which resource. */
export type Reach = {
  readonly classes: number;
  readonly limits: number;
  /** entries start[c] … start[c + 1] belong to class c. */
  readonly start: Int32Array;
  readonly limit: Int32Array;
  readonly resource: Int32Array;
  /** +1 for "at most", −1 for "at least": every limit is then signed use <= signed bound. */
  readonly sign: Float64Array;
};

/** One limit before it is flattened. */
export type LimitRow = {
  readonly resource: number;
  readonly sense: "at-most" | "at-least";
  /** Whole units of the resource. */
  readonly bound: number;
  /** classes[c] is 1 when options of class c count toward this limit. */
  readonly classes: Uint8Array;
};

export function reachOf(rows: readonly LimitRow[], classes: number): Reach {
  const start = new Int32Array(classes + 1);
  const limit: number[] = [];
  const resource: number[] = [];
  const sign: number[] = [];
  for (let c = 0; c < classes; c++) {
    rows.forEach((row, m) => {
      if (row.classes[c] !== 1) return;
      limit.push(m);
      resource.push(row.resource);
      sign.push(signOf(row));
    });
    start[c + 1] = limit.length;
  }
  return {
    classes,
    limits: rows.length,
    start,
    limit: Int32Array.from(limit),
    resource: Int32Array.from(resource),
    sign: Float64Array.from(sign),
  };
}

export function signOf(row: { readonly sense: LimitRow["sense"] }): 1 | -1 {
  return row.sense === "at-most" ? 1 : -1;
}

/** Signed bounds: signed use must stay at or below these. */
export function signedBounds(rows: readonly LimitRow[]): Float64Array {
  return Float64Array.from(rows, (row) => signOf(row) * row.bound);
}

/**
 * Price of one unit of resource r to an option of class c, flattened to [c × resources + r].
 * Works for any weight per limit: dual prices (signed) or widths of a box (unsigned).
 */
export function perClass(
  field: Pick<Field, "reach" | "resources">,
  perLimit: Float64Array,
  signed: boolean,
): Float64Array {
  const { reach, resources } = field;
  const table = new Float64Array(reach.classes * resources);
  for (let c = 0; c < reach.classes; c++) {
    for (let e = reach.start[c]!; e < reach.start[c + 1]!; e++) {
      const weight = perLimit[reach.limit[e]!]! * (signed ? reach.sign[e]! : 1);
      table[c * resources + reach.resource[e]!]! += weight;
    }
  }
  return table;
}

/** Adds the signed use of option o to `total`, times `factor`. */
export function addUse(field: Field, o: number, total: Float64Array, factor = 1): void {
  const { reach, use, resources, classOf } = field;
  const c = classOf.length === 0 ? 0 : classOf[o]!;
  for (let e = reach.start[c]!; e < reach.start[c + 1]!; e++) {
    total[reach.limit[e]!]! += factor * reach.sign[e]! * use[o * resources + reach.resource[e]!]!;
  }
}

/** A field over a few of the people, copied; `scale` people stand for each of them. */
export function sampleOf(field: Field, size: number): Field {
  assert(size > 0 && size <= field.people, "a sample is part of the field");
  const chosen = new Int32Array(size);
  let options = 0;
  for (let k = 0; k < size; k++) {
    const from = Math.floor((k * field.people) / size);
    const width = Math.max(1, Math.floor(((k + 1) * field.people) / size) - from);
    const i = from + (scatter(k) % width);
    chosen[k] = i;
    options += field.first[i + 1]! - field.first[i]!;
  }
  const sample = emptyField(field, size, options);
  let o = 0;
  for (let k = 0; k < size; k++) {
    const i = chosen[k]!;
    for (let j = field.first[i]!; j < field.first[i + 1]!; j++) copyOption(field, j, sample, o++);
    sample.first[k + 1] = o;
  }
  return sample;
}

/** Room for people and options with the same resources, classes and limits. */
export function emptyField(like: Field, people: number, options: number): Field {
  const wide = like.use instanceof Float64Array;
  const bytes = (n: number): SharedArrayBuffer => new SharedArrayBuffer(n);
  return {
    people,
    resources: like.resources,
    first: new Int32Array(bytes(4 * (people + 1))),
    value: new Float64Array(bytes(8 * options)),
    use: wide
      ? new Float64Array(bytes(8 * options * like.resources))
      : new Int32Array(bytes(4 * options * like.resources)),
    classOf: new Uint16Array(bytes(like.classOf.length === 0 ? 0 : 2 * options)),
    reach: like.reach,
  };
}

export function copyOption(from: Field, o: number, to: Field, at: number): void {
  const { resources } = from;
  to.value[at] = from.value[o]!;
  for (let r = 0; r < resources; r++) to.use[at * resources + r] = from.use[o * resources + r]!;
  if (from.classOf.length > 0) to.classOf[at] = from.classOf[o]!;
}

/** A fixed shuffle of 32 bits, so that a sample does not beat in time with the order of people. */
function scatter(k: number): number {
  let x = Math.imul(k ^ (k >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  return (x ^ (x >>> 16)) >>> 0;
}
