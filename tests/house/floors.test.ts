import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** The closed world: a package that is not listed here fails. Imports only go down. */
const floorOf: Readonly<Record<string, number>> = {
  "packages/kernel": 0,
  "packages/credit": 1,
  "packages/ledger": 1,
  "packages/conduct": 1,
  "packages/assess": 1,
  "packages/allocate": 1,
  "packages/proof": 1,
  "packages/servicing": 2,
  "packages/packs": 2,
  "packages/simulation": 3,
  "packages/store": 4,
  "packages/api": 4,
  "apps/fairdue": 5,
  "apps/web": 5,
};

/** Where the general rule (any lower floor) is narrowed. */
const onlySees: Readonly<Record<string, readonly string[]>> = {
  "packages/api": ["packages/kernel"],
  "packages/packs": ["packages/kernel", "packages/conduct"],
  "packages/servicing": [
    "packages/kernel",
    "packages/credit",
    "packages/ledger",
    "packages/conduct",
    "packages/assess",
    "packages/allocate",
    "packages/proof",
  ],
  "apps/web": [
    "packages/kernel",
    "packages/api",
    "packages/proof",
    "packages/credit",
    "packages/conduct",
  ],
};

type Import = { readonly file: string; readonly from: string; readonly to: string };

const files = Object.keys(floorOf).flatMap((home) => sourcesIn(join(root, home, "src")));
const imports = files.flatMap(importsOf);

test("every package has its floor, and sources were really read", () => {
  const present = ["packages", "apps"].flatMap((it) =>
    readdirSync(join(root, it))
      .filter((name) => existsSync(join(root, it, name, "package.json")))
      .map((name) => `${it}/${name}`),
  );
  expect(present.sort()).toEqual(Object.keys(floorOf).sort());
  expect(files.length).toBeGreaterThan(20);
  expect(imports.length).toBeGreaterThan(20);
});

test("imports only go down, and neighbours do not know each other", () => {
  const wrong = imports.flatMap((it) => {
    const target = it.to.startsWith("@fairdue/") ? homeNamed(it.to) : undefined;
    if (it.to.startsWith("@fairdue/") && target === undefined)
      return [`${show(it)}: unknown package`];
    if (target === undefined || target === it.from) return [];
    const allowed = onlySees[it.from];
    if (allowed && !allowed.includes(target))
      return [`${show(it)}: ${it.from} sees only ${allowed.join(", ")}`];
    const down = floor(target) < floor(it.from);
    return down
      ? []
      : [`${show(it)}: floor ${floor(it.from)} may not import floor ${floor(target)}`];
  });
  expect(wrong).toEqual([]);
});

test("a package is entered by its door, and a relative path stays at home", () => {
  const wrong = imports.flatMap((it) => {
    if (/^@fairdue\/[a-z]+\/./.test(it.to)) return [`${show(it)}: deep import`];
    if (!it.to.startsWith(".")) return [];
    const target = normalize(join(dirname(join(root, it.file)), it.to));
    return target.startsWith(join(root, it.from) + sep) ? [] : [`${show(it)}: leaves ${it.from}`];
  });
  expect(wrong).toEqual([]);
});

test("floors 0 to 3 import nothing that reads a clock, a disk or a network", () => {
  const wrong = imports.filter((it) => floor(it.from) <= 3 && it.to.startsWith("node:")).map(show);
  expect(wrong).toEqual([]);
});

function floor(home: string): number {
  return floorOf[home] ?? Number.NaN;
}

function homeNamed(specifier: string): string | undefined {
  const name = specifier.split("/")[1] ?? "";
  return [`packages/${name}`, `apps/${name}`].find((it) => it in floorOf);
}

function show(it: Import): string {
  return `${it.file} imports ${it.to}`;
}

function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(name) && !/\.(test|bench)\.tsx?$/.test(name) ? [path] : [];
  });
}

function importsOf(path: string): Import[] {
  const file = relative(root, path).split(sep).join("/");
  const from = file.split("/").slice(0, 2).join("/");
  const parsed = parseSync(path, readFileSync(path, "utf8"));
  const names = [
    ...parsed.module.staticImports.map((it) => it.moduleRequest.value),
    ...parsed.module.staticExports.flatMap((it) =>
      it.entries.map((entry) => entry.moduleRequest?.value),
    ),
    ...parsed.module.dynamicImports.map((it) =>
      readFileSync(path, "utf8")
        .slice(it.moduleRequest.start, it.moduleRequest.end)
        .replace(/^["'`]|["'`]$/g, ""),
    ),
  ];
  return names
    .filter((it): it is string => it !== undefined && it !== null)
    .map((to) => ({ file, from, to }));
}
