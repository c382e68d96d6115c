import { present } from "@fairdue/kernel";
import { censusHead } from "../field/contested.ts";
import { chooseHead } from "../field/choose.ts";
import { emptyField, perClass, sampleOf, type Field } from "../field/field.ts";
import { chunksOf, slotsFor, sumSlots, type Pass, type Work } from "../field/pass.ts";
import { descend, dot, hardDual, type Dual } from "./newton.ts";

/** People among whom prices are first found; a field up to twice this size is its own sample. */
const sampleSize = 32_768;
/** A second, larger sample narrows the box before a field much larger than it is read. */
const secondSampleSize = 524_288;

/** The people whose choice depends on which prices of the box come out, and where they came from. */
export type Contest = {
  readonly field: Field;
  readonly origin: Int32Array;
  readonly optionOrigin: Int32Array;
};

export type Priced = {
  readonly prices: Float64Array;
  /** Absent when the field was small enough to be searched whole. */
  readonly contest?: Contest;
};

/** Prices that (nearly) minimise the dual, hence the lowest bound on what any plan could bring. */
export function* findPrices(
  field: Field,
  bounds: Float64Array,
  ceiling: Float64Array,
): Work<Priced> {
  const m = bounds.length;
  if (m === 0 || field.people === 0) return { prices: new Float64Array(m) };
  if (field.people <= 2 * sampleSize) {
    const scale = yield* scaleOf(field, m);
    const dual = whole(field, bounds, { ceiling, unit: scale.unit });
    const prices = yield* anneal(
      dual,
      new Float64Array(m),
      temperatures(scale.value, field.people),
    );
    return { prices };
  }
  const sample = sampleOf(field, sampleSize);
  const share = (size: number): Float64Array => bounds.map((it) => (it * size) / field.people);
  const scale = yield* scaleOf(sample, m);
  const first = whole(sample, share(sampleSize), { ceiling, unit: scale.unit });
  let prices = yield* anneal(
    first,
    new Float64Array(m),
    temperatures(scale.value, (2 * sampleSize) / 64),
  );
  let width = 0.03;
  if (field.people > 8 * secondSampleSize) {
    const second = sampleOf(field, secondSampleSize);
    const boxed = { ceiling, unit: scale.unit, width, value: scale.value };
    const found = yield* searchBox(second, share(secondSampleSize), { ...boxed, prices });
    prices = found.prices;
    width = 0.008;
  }
  return yield* searchBox(field, bounds, {
    ceiling,
    unit: scale.unit,
    width,
    prices,
    value: scale.value,
  });
}

/** Mean best value of a person at no price, and per limit the price at which use would eat it up. */
function* scaleOf(field: Field, m: number): Work<{ value: number; unit: Float64Array }> {
  const pass: Pass = {
    kind: "choose",
    field,
    price: perClass(field, new Float64Array(m), true),
    slotSize: chooseHead + m,
    slots: slotsFor(field, chooseHead + m),
    choice: new Uint16Array(0),
  };
  yield pass;
  const sum = sumSlots(pass);
  const value = sum[0]! > 0 ? sum[0]! / field.people : meanSize(field);
  const use = new Float64Array(m);
  const { reach, resources } = field;
  for (let o = 0; o < field.value.length; o++) {
    const c = field.classOf.length === 0 ? 0 : field.classOf[o]!;
    for (let e = reach.start[c]!; e < reach.start[c + 1]!; e++)
      use[reach.limit[e]!]! += field.use[o * resources + reach.resource[e]!]!;
  }
  const options = Math.max(1, field.value.length);
  return { value, unit: use.map((it) => value / Math.max(it / options, 1e-9)) };
}

function meanSize(field: Field): number {
  let sum = 0;
  for (const it of field.value) sum += Math.abs(it);
  return sum > 0 ? sum / field.value.length : 1;
}

function whole(
  field: Field,
  bounds: Float64Array,
  it: { ceiling: Float64Array; unit: Float64Array },
): Dual {
  const low = new Float64Array(bounds.length);
  return { field, bounds, constant: 0, low, high: it.ceiling, unit: it.unit };
}

/** From the size of a value down to where smoothing errs by less than the rounding to whole people. */
function temperatures(value: number, people: number): number[] {
  const last = Math.max(1e-5, Math.min(1e-3, 0.3 / people));
  const steps: number[] = [];
  for (let t = 1; t > last; t *= 0.25) steps.push(t * value);
  return [...steps, last * value];
}

/** Cools step by step, and keeps the prices with the lowest hard dual. */
function* anneal(dual: Dual, start: Float64Array, steps: readonly number[]): Work<Float64Array> {
  let prices = start;
  let best = start;
  let bestValue = Number.POSITIVE_INFINITY;
  for (const [k, temperature] of steps.entries()) {
    const last = k >= steps.length - 3;
    prices = yield* descend(dual, prices, {
      temperature,
      tolerance: last ? 1e-9 : 1e-6,
      stepsMax: last ? 40 : 12,
    });
    if (!last && steps.length > 3) continue;
    const value = yield* hardDual(dual, prices);
    if (value < bestValue) {
      bestValue = value;
      best = prices;
    }
  }
  return best;
}

type Box = {
  readonly prices: Float64Array;
  readonly ceiling: Float64Array;
  readonly unit: Float64Array;
  readonly width: number;
  readonly value: number;
};

/** Minimises the dual inside a box around `prices`; moves the box as long as its border is touched. */
function* searchBox(field: Field, bounds: Float64Array, box: Box): Work<Required<Priced>> {
  let centre = box.prices;
  let width = box.width;
  for (let turn = 1; ; turn++) {
    const half = centre.map((it, k) => Math.max(width * it, width * 0.02 * box.unit[k]!));
    const low = centre.map((it, k) => Math.max(0, it - half[k]!));
    const high = centre.map((it, k) => Math.min(box.ceiling[k]!, it + half[k]!));
    const found = yield* contestOf(field, centre, half);
    const dual: Dual = {
      field: found.contest.field,
      bounds: bounds.map((it, k) => it - found.decidedUse[k]!),
      constant: found.decidedValue,
      low,
      high,
      unit: box.unit,
    };
    const steps = [1e-3, 2e-4, 4e-5, 1e-5].map((it) => it * box.value);
    const prices = yield* anneal(dual, centre, steps);
    const touches = prices.some(
      (it, k) => (it <= low[k]! && low[k]! > 0) || (it >= high[k]! && high[k]! < box.ceiling[k]!),
    );
    if (!touches || turn >= 12) return { prices, contest: found.contest };
    centre = prices;
    if (turn >= 3) width *= 1.6;
  }
}

function* contestOf(
  field: Field,
  centre: Float64Array,
  limitWidth: Float64Array,
): Work<{ contest: Contest; decidedUse: Float64Array; decidedValue: number }> {
  const price = perClass(field, centre, true);
  const width = perClass(field, limitWidth, false);
  const slotSize = censusHead + centre.length;
  const slots = slotsFor(field, slotSize);
  const census: Pass = { kind: "census", field, price, slots, slotSize, width, limitWidth };
  yield census;
  const sum = sumSlots(census);
  const contest: Contest = {
    field: emptyField(field, sum[0]!, sum[1]!),
    origin: new Int32Array(new SharedArrayBuffer(4 * sum[0]!)),
    optionOrigin: new Int32Array(new SharedArrayBuffer(4 * sum[1]!)),
  };
  const chunks = chunksOf(field);
  const start = new Float64Array(2 * chunks);
  for (let c = 1; c < chunks; c++) {
    start[2 * c] = start[2 * c - 2]! + slots[(c - 1) * slotSize]!;
    start[2 * c + 1] = start[2 * c - 1]! + slots[(c - 1) * slotSize + 1]!;
  }
  yield {
    kind: "gather",
    field,
    price,
    slots: new Float64Array(0),
    slotSize: 0,
    width,
    limitWidth,
    into: contest.field,
    origin: contest.origin,
    optionOrigin: contest.optionOrigin,
    start,
  };
  const decidedUse = sum.slice(censusHead);
  return { contest, decidedUse, decidedValue: present(sum[2], "census has a value") };
}

/** What the dual says at these prices: no plan within the bounds can bring more. */
export function boundAt(prices: Float64Array, bounds: Float64Array, sumScore: number): number {
  return dot(prices, bounds) + sumScore;
}
