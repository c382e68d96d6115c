// `npm run build`: packages to dist (for npm), pages to apps/web/dist (for the server).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "node_modules", ".bin");

for (const [command, args, cwd] of [
  ["tsc", ["-b"], root],
  ["vite", ["build", "--logLevel", "warn"], join(root, "apps/web")],
]) {
  const run = spawnSync(join(bin, command), args, {
    cwd,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
