#!/usr/bin/env node
// Bootstrap: runs on any Node >= 20 and hands over to the Node that `npm ci` brought.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const app = join(dirname(realpathSync(fileURLToPath(import.meta.url))), "..");

/** The node executable of the `node` package when it is installed, else the one running now. */
function nodeExecutable() {
  try {
    const require = createRequire(join(app, "package.json"));
    const home = dirname(require.resolve("node/package.json"));
    const path = join(home, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(path)) return path;
  } catch {
    // Not installed: the running Node must then be recent enough by itself.
  }
  return process.execPath;
}

const source = join(app, "src", "main.ts");
const entry = existsSync(source) ? source : join(app, "dist", "main.js");
const child = spawn(
  nodeExecutable(),
  ["--conditions=source", "--disable-warning=ExperimentalWarning", entry, ...process.argv.slice(2)],
  {
    stdio: "inherit",
    // Stripped and compiled once, not at every start.
    env: {
      NODE_COMPILE_CACHE: join(tmpdir(), `fairdue-compile-${userInfo().uid}`),
      ...process.env,
    },
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
