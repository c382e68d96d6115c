import { parentPort, workerData } from "node:worker_threads";
import { verifyRanges, type VerifyTask } from "./verify.ts";

await verifyRanges(workerData as VerifyTask, (page) => parentPort?.postMessage(page));
