import { Worker } from "node:worker_threads";
import { chunksOf, runChunk, type Pass, type Work } from "@fairdue/allocate";

/** What a worker is told: a pass, and the counter from which everyone takes the next chunk. */
export type Shift = { readonly pass: Pass; readonly counter: Int32Array; readonly chunks: number };

/**
 * Threads that run the passes of a computation together. The data are shared, not copied; the sums
 * are made per chunk and added in order, so the answer is the same for any number of threads.
 */
export type Crew = {
  run<Result>(work: Work<Result>, watch?: (passes: number) => void): Promise<Result>;
  dismiss(): Promise<void>;
};

/** @param threads  this thread included; 1 means no workers at all */
export function callCrew(threads: number): Crew {
  const file = import.meta.filename.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  const workers = Array.from({ length: threads - 1 }, () => {
    const worker = new Worker(new URL(file, import.meta.url));
    worker.unref();
    return worker;
  });

  async function runPass(pass: Pass): Promise<void> {
    const chunks = chunksOf(pass.field);
    if (workers.length === 0 || chunks < 4) {
      for (let c = 0; c < chunks; c++) runChunk(pass, c);
      return;
    }
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const shift: Shift = { pass, counter, chunks };
    const done = workers.map((worker) => doneOf(worker));
    for (const worker of workers) worker.postMessage(shift);
    takeChunks(shift);
    await Promise.all(done);
  }

  return {
    async run(work, watch) {
      for (let passes = 1; ; passes++) {
        const step = work.next();
        if (step.done === true) return step.value;
        await runPass(step.value);
        watch?.(passes);
      }
    },
    async dismiss() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Takes chunks until none is left. */
export function takeChunks({ pass, counter, chunks }: Shift): void {
  for (let c = Atomics.add(counter, 0, 1); c < chunks; c = Atomics.add(counter, 0, 1))
    runChunk(pass, c);
}

/** Resolves when the worker says that it found no more chunks; rejects if it fails. */
function doneOf(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off("message", onDone);
      worker.off("error", onError);
      worker.unref();
      act();
    };
    const onDone = (): void => settle(resolve);
    const onError = (error: unknown): void => settle(() => reject(error));
    worker.ref();
    worker.on("message", onDone);
    worker.on("error", onError);
  });
}
