// Builds the pages when there are none, or when a source is newer than they are.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const web = join(root, "apps/web");
const built = join(web, "dist/index.html");

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .reduce((latest, it) => Math.max(latest, statSync(join(it.parentPath, it.name)).mtimeMs), 0);

const isFresh =
  existsSync(built) &&
  statSync(built).mtimeMs >= Math.max(newest(join(web, "src")), newest(join(web, "public")));

if (!isFresh) {
  process.stderr.write("building the pages … ");
  const run = spawnSync(join(root, "node_modules/.bin/vite"), ["build", "--logLevel", "error"], {
    cwd: web,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  process.stderr.write("done\n");
}
