import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const builder = join(import.meta.dirname, "..", "..", "..", "..", "tools", "ensure-web.mjs");

/**
 * Builds the pages when this runs from a checkout whose pages are missing or stale; an installed
 * package brings them along. `false` when they could not be built: the API serves all the same.
 */
export function ensurePages(): Promise<boolean> {
  if (!existsSync(builder)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [builder], { stdio: ["ignore", "ignore", "inherit"] });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
