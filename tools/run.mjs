// Starts a TypeScript entry point under the Node that `npm ci` brought, with the packages' sources.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundled = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
const node = existsSync(bundled) ? bundled : process.execPath;
const [entry, ...rest] = process.argv.slice(2);
const child = spawn(
  node,
  [
    "--conditions=source",
    "--disable-warning=ExperimentalWarning",
    join(root, entry ?? ""),
    ...rest,
  ],
  {
    stdio: "inherit",
    // Stripped and compiled once, not at every start.
    env: { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compile"), ...process.env },
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
