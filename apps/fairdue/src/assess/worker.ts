import { parentPort } from "node:worker_threads";
import { runBoostTask, type BoostTask } from "@fairdue/assess";
import type { Told } from "./crew.ts";

parentPort?.on("message", (task: BoostTask) => {
  const tell = (told: Told): void => parentPort?.postMessage(told);
  tell({
    kind: "done",
    result: runBoostTask(task, (rounds) => tell({ kind: "round", rounds })),
  });
});
