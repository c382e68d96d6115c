import { spawn } from "node:child_process";
import { planField, planWork, type FieldPlan } from "@fairdue/allocate";
import { callCrew } from "../apps/fairdue/src/allocate/crew.ts";
import { allocationField, lpText, warmUp } from "./_allocate-field.ts";
import {
  median,
  type BenchClaim,
  type BenchOptions,
  type BenchReport,
  type BenchRow,
} from "./report.ts";

type Timed = {
  readonly seconds: number;
  readonly plan: FieldPlan;
  readonly gapPpm: number;
  readonly isKept: boolean;
};

/** Budgets to a plan: how fast, how near to the best possible, and how it stands against HiGHS. */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  warmUp();
  const rows: BenchRow[] = [];
  const claims: BenchClaim[] = [];
  const highs = await againstHighs(scale, progress);
  const baseline = highs.people / highs.seconds;
  rows.push({
    label: `HiGHS MIP, ${count(highs.people)} people`,
    perSecond: baseline,
    unit: "people",
    ratio: 1,
    note: `${highs.seconds.toFixed(1)} s, ${highs.status}`,
  });
  rows.push({
    label: `allocate, same ${count(highs.people)} people, 1 thread`,
    perSecond: highs.people / highs.ours,
    unit: "people",
    ratio: highs.seconds / highs.ours,
    note: `${highs.ours.toFixed(3)} s`,
  });
  claims.push(
    {
      claim: "objective against HiGHS's optimum",
      target: "within 0.1%",
      measured: `${((1 - highs.value / highs.optimum) * 100).toFixed(4)}% below`,
      holds: highs.value >= 0.999 * highs.optimum,
    },
    {
      claim: "speed against HiGHS at the largest instance that it solves in 60 s",
      target: ">= 50x",
      measured: `${(highs.seconds / highs.ours).toFixed(0)}x`,
      holds: highs.seconds / highs.ours >= 50,
    },
  );
  const sizes = [
    { people: 1_000_000, secondsMax: 6, ppmMax: 100 },
    { people: 10_000_000, secondsMax: 40, ppmMax: 5 },
  ];
  for (const it of sizes) {
    const people = Math.max(1000, Math.round(it.people * scale));
    const times = await timed(people, it.people > 1e6 ? 1 : repeats, progress);
    const seconds = median(times.map((time) => time.seconds));
    const gapPpm = Math.max(...times.map((time) => time.gapPpm));
    rows.push({
      label: `allocate, ${count(people)} people x 5 treatments x 4 budgets, 2 threads`,
      perSecond: people / seconds,
      unit: "people",
      ratio: people / seconds / baseline,
      note: `${seconds.toFixed(2)} s, gap ${gapPpm.toFixed(3)} ppm`,
    });
    claims.push(
      {
        claim: `${count(people)} people: certified gap, all budgets kept`,
        target: `<= ${it.ppmMax} ppm`,
        measured: `${gapPpm.toFixed(3)} ppm`,
        holds: gapPpm <= it.ppmMax && times.every((time) => time.isKept),
      },
      {
        claim: `${count(people)} people: time on two cores`,
        target: `<= ${it.secondsMax} s`,
        measured: `${seconds.toFixed(2)} s`,
        holds: seconds <= it.secondsMax,
      },
    );
  }
  const peak = process.resourceUsage().maxRSS / 1024 / 1024;
  claims.push({
    claim: "memory at the peak, people and HiGHS's text included",
    target: "< 2 GiB",
    measured: `${peak.toFixed(2)} GiB`,
    holds: peak < 2,
  });
  return { name: "allocate", baseline: "HiGHS 1.15 (npm highs, wasm), MIP gap 1e-4", rows, claims };
}

async function timed(
  people: number,
  repeats: number,
  progress: (message: string) => void,
): Promise<Timed[]> {
  progress(`${count(people)} people: making them`);
  const { field, limits } = allocationField(people);
  const crew = callCrew(2);
  const times: Timed[] = [];
  for (let k = 0; k < repeats; k++) {
    const start = performance.now();
    const plan = await crew.run(planWork(field, limits), (passes) => {
      if (passes % 20 === 0) progress(`${count(people)} people: pass ${passes}`);
    });
    const seconds = (performance.now() - start) / 1000;
    if (plan.kind === "no-plan") throw new Error("the bench's budgets can be kept");
    const isKept = limits.every((limit, m) => plan.used[m]! <= limit.bound);
    times.push({ seconds, plan, isKept, gapPpm: ((plan.bound - plan.value) / plan.bound) * 1e6 });
  }
  await crew.dismiss();
  return times;
}

type Duel = {
  readonly people: number;
  readonly seconds: number;
  readonly status: string;
  readonly optimum: number;
  readonly ours: number;
  readonly value: number;
};

/** Doubles the instance until HiGHS needs more than 60 s; the last that it solved is compared. */
async function againstHighs(scale: number, progress: (message: string) => void): Promise<Duel> {
  let last: Duel | undefined;
  for (let people = 2500; people <= 40_000 * Math.max(scale, 0.0625); people *= 2) {
    progress(`HiGHS: ${count(people)} people`);
    const instance = allocationField(people);
    const solved = await highsIn(60, lpText(instance));
    if (solved === undefined) break;
    const times: number[] = [];
    let value = 0;
    for (let k = 0; k < 3; k++) {
      const start = performance.now();
      const plan = planField(instance.field, instance.limits);
      times.push((performance.now() - start) / 1000);
      if (plan.kind === "plan") value = plan.value;
    }
    last = { people, ...solved, ours: median(times), value };
  }
  if (last === undefined) throw new Error("HiGHS solved not even the smallest instance in 60 s");
  return last;
}

/** HiGHS in a process of its own (it blocks, and its memory is not ours); undefined if out of time. */
function highsIn(
  secondsMax: number,
  lp: string,
): Promise<{ seconds: number; status: string; optimum: number } | undefined> {
  const script = `
    const { text } = await import("node:stream/consumers");
    const lp = await text(process.stdin);
    const highs = await (await import("highs")).default();
    const start = performance.now();
    const it = highs.solve(lp, { mip_rel_gap: 1e-4, time_limit: ${secondsMax} });
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(JSON.stringify({ seconds, status: it.Status, optimum: it.ObjectiveValue }));`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      cwd: import.meta.dirname,
      stdio: ["pipe", "pipe", "ignore"],
    });
    let answer = "";
    child.stdout.on("data", (piece) => {
      answer += String(piece);
    });
    const timer = setTimeout(() => child.kill(), (secondsMax + 30) * 1000);
    child.on("error", reject);
    child.on("exit", () => {
      clearTimeout(timer);
      if (answer === "") return resolve(undefined);
      const it: { seconds: number; status: string; optimum: number } = JSON.parse(answer);
      resolve(it.status === "Optimal" && it.seconds <= secondsMax ? it : undefined);
    });
    child.stdin.end(lp);
  });
}

function count(n: number): string {
  return n.toLocaleString("en");
}
