import { Worker } from "node:worker_threads";
import {
  runBoostTask,
  type BagResult,
  type BoostTask,
  type EbmStage,
  type Model,
} from "@fairdue/assess";

/** What a worker says: how far its task is, or what came out. */
export type Told =
  | { readonly kind: "round"; readonly rounds: number }
  | { readonly kind: "done"; readonly result: BagResult };

export type StageWatch = (
  stage: EbmStage["stage"],
  it: { readonly done: number; readonly of: number; readonly rounds: number },
) => void;

/**
 * Runs the stages of a training on `threads` threads. Each task is self-contained and results are
 * put back in the order of the tasks, so the model is the same for any number of threads.
 */
export async function runTraining(
  work: Generator<EbmStage, Model, readonly BagResult[]>,
  threads: number,
  watch: StageWatch,
): Promise<Model> {
  const crew = threads > 1 ? Array.from({ length: threads }, hire) : [];
  try {
    let step = work.next();
    while (step.done !== true) step = work.next(await runStage(step.value, crew, watch));
    return step.value;
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()));
  }
}

function hire(): Worker {
  const file = import.meta.filename.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  return new Worker(new URL(file, import.meta.url));
}

async function runStage(
  { stage, tasks }: EbmStage,
  crew: readonly Worker[],
  watch: StageWatch,
): Promise<readonly BagResult[]> {
  const results: BagResult[] = [];
  let next = 0;
  let done = 0;
  let rounds = 0;
  const tell = (): void => watch(stage, { done, of: tasks.length, rounds });
  const takeTurns = async (run: (task: BoostTask) => Promise<BagResult>): Promise<void> => {
    while (next < tasks.length) {
      const at = next++;
      results[at] = await run(tasks[at]!);
      done += 1;
      tell();
    }
  };
  const count = (): void => {
    rounds += 1;
    if (rounds % 8 === 0) tell();
  };
  tell();
  if (crew.length === 0) await takeTurns((task) => Promise.resolve(runBoostTask(task, count)));
  else await Promise.all(crew.map((worker) => takeTurns((task) => runOn(worker, task, count))));
  return results;
}

function runOn(worker: Worker, task: BoostTask, count: () => void): Promise<BagResult> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      act();
    };
    const onMessage = (told: Told): void => {
      if (told.kind === "round") count();
      else settle(() => resolve(told.result));
    };
    const onError = (error: unknown): void => settle(() => reject(error));
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.postMessage(task);
  });
}
