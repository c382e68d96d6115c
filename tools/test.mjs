// `npm test`: everything that must hold, in the order in which it fails fastest.
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const bin = join(root, "node_modules", ".bin");
const environment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  NODE_OPTIONS: "--conditions=source",
};
const only = process.argv.slice(2);

const steps = [
  ["types", "tsc", ["-b"]],
  ["web types", "tsc", ["-p", "apps/web"]],
  ["lint", "oxlint", ["--deny-warnings"]],
  ["format", "biome", ["format", "."]],
  ["dead code", "knip", ["--no-config-hints"]],
  ["unit", "vitest", ["run", "--project", "unit"]],
  ["integration", "vitest", ["run", "--project", "integration"]],
  ["e2e", "vitest", ["run", "--project", "e2e"]],
];

for (const [name, command, args] of steps) {
  if (only.length > 0 && !only.includes(name)) continue;
  const started = Date.now();
  process.stdout.write(`\n== ${name}\n`);
  const run = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (run.status !== 0) {
    process.stderr.write(`\n${name} failed\n`);
    process.exit(run.status ?? 1);
  }
  process.stdout.write(`== ${name} passed in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
