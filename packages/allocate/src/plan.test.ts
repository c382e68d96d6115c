import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, test } from "vitest";
import { reachOf, type Field, type LimitRow } from "./field/field.ts";
import { chunksOf, runChunk, type Work } from "./field/pass.ts";
import { countPlan, planField, planWork } from "./plan.ts";

type Spec = {
  readonly people: readonly (readonly { value: number; use: readonly number[]; class: number }[])[];
  readonly limits: readonly {
    resource: number;
    sense: "at-most" | "at-least";
    bound: number;
    classes: readonly number[];
  }[];
  readonly resources: number;
  readonly classes: number;
};

function fieldOf(spec: Spec): { field: Field; limits: LimitRow[] } {
  const options = spec.people.flat();
  const first = new Int32Array(spec.people.length + 1);
  spec.people.forEach((it, i) => {
    first[i + 1] = first[i]! + it.length;
  });
  const limits = spec.limits.map((it) => ({ ...it, classes: Uint8Array.from(it.classes) }));
  const field: Field = {
    people: spec.people.length,
    resources: spec.resources,
    first,
    value: Float64Array.from(options, (it) => it.value),
    use: Int32Array.from(options.flatMap((it) => it.use)),
    classOf: spec.classes === 1 ? new Uint16Array(0) : Uint16Array.from(options, (it) => it.class),
    reach: reachOf(limits, spec.classes),
  };
  return { field, limits };
}

/** The best value over all plans, by trying every one; -Infinity if none keeps the limits. */
function bruteForce(spec: Spec): number {
  const used = spec.limits.map(() => 0);
  const visit = (i: number, value: number): number => {
    if (i === spec.people.length) {
      const kept = spec.limits.every((it, m) =>
        it.sense === "at-most" ? used[m]! <= it.bound : used[m]! >= it.bound,
      );
      return kept ? value : Number.NEGATIVE_INFINITY;
    }
    let best = visit(i + 1, value);
    for (const option of spec.people[i]!) {
      const add = (factor: number): void =>
        spec.limits.forEach((it, m) => {
          if (it.classes[option.class] === 1) used[m]! += factor * option.use[it.resource]!;
        });
      add(1);
      best = Math.max(best, visit(i + 1, value + option.value));
      add(-1);
    }
    return best;
  };
  return visit(0, 0);
}

/** People, treatments and budgets of a fixed pseudo-random kind: all budgets bite. */
function randomSpec(people: number, seed: number, floors = false): Spec {
  let state = seed * 2654435761 + 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const list = Array.from({ length: people }, () => {
    const size = Math.exp(4 + 2 * next());
    const region = next() < 0.3 ? 1 : 0;
    return Array.from({ length: 4 }, (_, k) => ({
      value: Math.round(100 * size * (0.1 + 0.3 * (k + 1) * next())) / 100,
      use: [
        Math.round(20 + 2000 * next() * next()),
        Math.round(60 * next() * next()),
        1,
        Math.round(20 * next()),
      ],
      class: region,
    }));
  });
  const all = [1, 1];
  const sum = (r: number): number => list.flat().reduce((total, it) => total + it.use[r]!, 0) / 4;
  const limits: Spec["limits"] = [
    { resource: 0, sense: "at-most", bound: Math.floor(0.4 * sum(0)), classes: all },
    { resource: 1, sense: "at-most", bound: Math.floor(0.4 * sum(1)), classes: all },
    { resource: 3, sense: "at-most", bound: Math.floor(0.35 * sum(3)), classes: all },
    { resource: 3, sense: "at-most", bound: Math.floor(0.1 * sum(3)), classes: [0, 1] },
  ];
  const floor: Spec["limits"] = floors
    ? [{ resource: 2, sense: "at-least", bound: Math.floor(0.2 * people), classes: [0, 1] }]
    : [];
  return { people: list, limits: [...limits, ...floor], resources: 4, classes: 2 };
}

const optionArb = fc.record({
  value: fc.integer({ min: -5, max: 40 }),
  use: fc.tuple(fc.nat(9), fc.nat(9)),
  class: fc.nat(1),
});
const limitArb = fc.record({
  resource: fc.nat(1),
  sense: fc.constantFrom("at-most" as const, "at-least" as const),
  bound: fc.nat(30),
  classes: fc.constantFrom([1, 1], [0, 1], [1, 0]),
});
const specArb: fc.Arbitrary<Spec> = fc.record({
  people: fc.array(fc.array(optionArb, { maxLength: 3 }), { minLength: 1, maxLength: 7 }),
  limits: fc.array(limitArb, { minLength: 0, maxLength: 4 }),
  resources: fc.constant(2),
  classes: fc.constant(2),
});

describe("against every possible plan", () => {
  test("a tiny plan is optimal, its bound holds, and a refusal is true", () => {
    const seen = { planned: 0, refused: 0, proved: 0 };
    fc.assert(
      fc.property(specArb, (spec) => {
        const { field, limits } = fieldOf(spec);
        const best = bruteForce(spec);
        const plan = planField(field, limits);
        if (plan.kind === "no-plan") {
          seen.refused += 1;
          expect(best).toBe(Number.NEGATIVE_INFINITY);
          if (plan.proved) seen.proved += 1;
          return;
        }
        seen.planned += 1;
        expect(plan.bound).toBeGreaterThanOrEqual(best - 1e-9);
        expect(plan.value).toBeCloseTo(best, 9);
      }),
      { numRuns: 600, seed: 20261124 },
    );
    expect(seen.planned).toBeGreaterThan(200);
    expect(seen.refused).toBeGreaterThan(20);
    expect(seen.proved).toBeGreaterThan(10);
  });

  test("the nearest bound that a refusal names is never beyond what is possible", () => {
    fc.assert(
      fc.property(specArb, (spec) => {
        const { field, limits } = fieldOf(spec);
        const plan = planField(field, limits);
        if (plan.kind === "plan" || !plan.proved) return;
        for (const it of plan.shortfalls) {
          const limit = spec.limits[it.limit]!;
          // Halfway to the named bound there is still no plan.
          const step = Math.floor((it.by - 1) / 2) * (limit.sense === "at-least" ? -1 : 1);
          const eased = spec.limits.map((other, m) =>
            m === it.limit ? { ...limit, bound: limit.bound + step } : other,
          );
          expect(bruteForce({ ...spec, limits: eased })).toBe(Number.NEGATIVE_INFINITY);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe("against HiGHS", () => {
  test.each([
    { people: 60, seed: 1, floors: false },
    { people: 150, seed: 2, floors: true },
    { people: 400, seed: 3, floors: true },
    { people: 1000, seed: 4, floors: false },
  ])("$people people, floors $floors: within 0.1% of the optimum", async (it) => {
    const spec = randomSpec(it.people, it.seed, it.floors);
    const { field, limits } = fieldOf(spec);
    const plan = planField(field, limits);
    if (plan.kind === "no-plan") throw new Error("expected a plan");
    const highs = await loadHighs();
    const solved = highs.solve(lpOf(spec), { mip_rel_gap: 1e-4, time_limit: 40 });
    expect(plan.value).toBeGreaterThanOrEqual(solved.ObjectiveValue * 0.999);
    expect(plan.bound).toBeGreaterThanOrEqual(solved.ObjectiveValue * (1 - 1e-9));
    const relaxed = highs.solve(lpOf(spec, false));
    expect(plan.bound).toBeLessThanOrEqual(relaxed.ObjectiveValue * (1 + 2e-5));
  });
});

test("the plan of many people comes with a gap of parts per million, and is the same for any order of work", () => {
  const spec = randomSpec(80_000, 5, true);
  const { field, limits } = fieldOf(spec);
  const plan = planField(field, limits);
  const backwards = runBackwards(planWork(field, limits));
  if (plan.kind === "no-plan" || backwards.kind === "no-plan") throw new Error("expected a plan");
  expect((plan.bound - plan.value) / plan.bound).toBeLessThan(5e-6);
  expect(Buffer.from(backwards.choice.buffer)).toEqual(Buffer.from(plan.choice.buffer));
  expect(backwards.bound).toBe(plan.bound);
  const recount = countPlan(field, limits, plan.choice);
  expect([...recount.used]).toEqual([...plan.used]);
});

test("a plan that breaks a limit does not pass the recount", () => {
  const { field, limits } = fieldOf(randomSpec(50, 6));
  const everyone = new Uint16Array(50).fill(1);
  const tight = limits.map((it) => ({ ...it, bound: 1 }));
  expect(() => countPlan(field, tight, everyone)).toThrow("every limit is kept");
});

function runBackwards<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    for (let c = chunksOf(step.value.field) - 1; c >= 0; c--) runChunk(step.value, c);
  }
}

/** The problem in CPLEX LP form. */
function lpOf(spec: Spec, whole = true): string {
  const terms: string[] = [];
  const rows = spec.limits.map((): string[] => []);
  const once: string[] = [];
  const names: string[] = [];
  spec.people.forEach((options, i) => {
    const own = options.map((_, k) => `x${i}_${k}`);
    options.forEach((it, k) => {
      terms.push(`+ ${it.value} ${own[k]}`);
      spec.limits.forEach((limit, m) => {
        const use = it.use[limit.resource]!;
        if (limit.classes[it.class] === 1 && use > 0) rows[m]!.push(`+ ${use} ${own[k]}`);
      });
    });
    names.push(...own);
    once.push(`p${i}: ${own.map((it) => `+ ${it}`).join(" ")} <= 1`);
  });
  const limitLines = spec.limits.map(
    (it, m) => `l${m}: ${rows[m]!.join("\n ")} ${it.sense === "at-most" ? "<=" : ">="} ${it.bound}`,
  );
  const bounds = names.map((it) => ` 0 <= ${it} <= 1`);
  const kind = whole ? `Binary\n ${names.join("\n ")}` : `Bounds\n${bounds.join("\n")}`;
  return `Maximize\n obj: ${terms.join("\n ")}\nSubject To\n ${[...once, ...limitLines].join("\n ")}\n${kind}\nEnd\n`;
}
