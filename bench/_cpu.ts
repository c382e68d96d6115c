import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "@fairdue/store";

/** Processor time of this process with its threads, and of the database server with its backends. */
export type CpuSeconds = { readonly node: number; readonly database: number };

/** Ticks of `/proc/…/stat` in a second: fixed for programs on Linux, whatever the kernel's own. */
const ticksPerSecond = 100;

/**
 * Counts processor time from now on: unlike the clock on the wall it does not mind what else the
 * machine does. The server's part is known on Linux only and 0 elsewhere.
 */
export async function cpuMeter(owner: Database): Promise<() => CpuSeconds> {
  const [row] = await owner.rows("SELECT pg_backend_pid() AS pid");
  const postmaster = statOf(Number(row?.["pid"]))?.parent;
  const before = serverTicks(postmaster);
  const node = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(node);
    const ticks = serverTicks(postmaster) - before;
    return { node: (user + system) / 1e6, database: ticks / ticksPerSecond };
  };
}

/** Of the server, its living children, and those that it has outlived. */
function serverTicks(postmaster: number | undefined): number {
  if (postmaster === undefined) return 0;
  let ticks = statOf(postmaster)?.gone ?? 0;
  for (const name of readdirSync("/proc")) {
    const it = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (it && (it.parent === postmaster || Number(name) === postmaster)) ticks += it.own;
  }
  return ticks;
}

function statOf(pid: number): { parent: number; own: number; gone: number } | undefined {
  try {
    // The name in parentheses may hold anything: fields are counted from behind it.
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const sum = (a: number, b: number): number => Number(fields[a]) + Number(fields[b]);
    return { parent: Number(fields[1]), own: sum(11, 12), gone: sum(13, 14) };
  } catch {
    return undefined;
  }
}
