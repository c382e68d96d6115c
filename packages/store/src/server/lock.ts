import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Runs `work` while no other process of this machine holds the same lock file. A lock whose holder
 * has died is taken over.
 */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  await acquire(path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function acquire(path: string): Promise<void> {
  for (;;) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    if (isAbandoned(path)) rmSync(path, { force: true });
    await wait(25);
  }
}

function isAbandoned(path: string): boolean {
  let holder: number;
  try {
    holder = Number(readFileSync(path, "utf8"));
  } catch {
    return false;
  }
  // An empty file is a holder between its two system calls.
  if (!Number.isInteger(holder) || holder === 0) return false;
  return !isAlive(holder);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
