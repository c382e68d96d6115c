import { reachOf, runAlone, planWork, type Field, type LimitRow } from "@fairdue/allocate";

/**
 * Overdue people as a bench sees them: debts spread log-normally, five treatments that differ in
 * what they bring and cost, four budgets (money, minutes, visits, harm) that all bite.
 */
export function allocationField(people: number): { field: Field; limits: LimitRow[] } {
  const treatments = 5;
  const resources = 4;
  const options = people * treatments;
  const first = new Int32Array(new SharedArrayBuffer(4 * (people + 1)));
  const value = new Float64Array(new SharedArrayBuffer(8 * options));
  const use = new Int32Array(new SharedArrayBuffer(4 * options * resources));
  const next = sequence(20261124);
  for (let i = 0; i < people; i++) {
    const debtMinor = 100 * Math.exp(7 + 1.5 * (next() + next() + next() - 1.5));
    const willing = next();
    for (let k = 0; k < treatments; k++) {
      const o = i * treatments + k;
      value[o] = Math.round(debtMinor * willing * (0.02 + 0.05 * (k + 1) * next()));
      use[o * resources] = Math.round(20 + 2000 * next() * next());
      use[o * resources + 1] = Math.round(60 * next() * next());
      use[o * resources + 2] = next() < 0.3 ? 1 : 0;
      use[o * resources + 3] = Math.round(20 * next());
    }
    first[i + 1] = (i + 1) * treatments;
  }
  const classes = Uint8Array.of(1);
  const perPerson = [250, 6, 0.12, 3.5];
  const limits = perPerson.map(
    (it, resource): LimitRow => ({
      resource,
      sense: "at-most",
      bound: Math.floor(it * people),
      classes,
    }),
  );
  const reach = reachOf(limits, 1);
  return {
    field: { people, resources, first, value, use, classOf: new Uint16Array(0), reach },
    limits,
  };
}

/** The problem in CPLEX LP form, for HiGHS. */
export function lpText({ field, limits }: { field: Field; limits: readonly LimitRow[] }): string {
  const goal: string[] = [];
  const rows = limits.map((): string[] => []);
  const once: string[] = [];
  const names: string[] = [];
  for (let i = 0; i < field.people; i++) {
    const own: string[] = [];
    for (let o = field.first[i]!; o < field.first[i + 1]!; o++) {
      const name = `x${o}`;
      own.push(name);
      goal.push(`+ ${field.value[o]} ${name}`);
      limits.forEach((limit, m) => {
        const used = field.use[o * field.resources + limit.resource]!;
        if (used > 0) rows[m]!.push(`+ ${used} ${name}`);
      });
    }
    names.push(...own);
    once.push(`p${i}: ${own.map((it) => `+ ${it}`).join(" ")} <= 1`);
  }
  const bounds = limits.map((it, m) => `l${m}: ${rows[m]!.join("\n ")} <= ${it.bound}`);
  return `Maximize\n obj: ${goal.join("\n ")}\nSubject To\n ${[...once, ...bounds].join("\n ")}\nBinary\n ${names.join("\n ")}\nEnd\n`;
}

/** Plans a small field once, so that what is timed next is compiled code. */
export function warmUp(): void {
  const { field, limits } = allocationField(20_000);
  runAlone(planWork(field, limits));
}

function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
