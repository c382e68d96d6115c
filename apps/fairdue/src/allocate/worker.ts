import { parentPort } from "node:worker_threads";
import { takeChunks, type Shift } from "./crew.ts";

parentPort?.on("message", (shift: Shift) => {
  takeChunks(shift);
  parentPort?.postMessage("done");
});
