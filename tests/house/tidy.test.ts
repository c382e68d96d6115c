import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** A file stops at 400 lines; tables of data, golden files and generated ones are exempt. */
const lineLimit = 400;
const exempt =
  /\.(test|generated)\.tsx?$|\/(examples|scenarios|golden|calendar|catalogue|text)\/|parameters\.ts$|examples\.ts$|scenarios\.ts$|weights\.ts$|lexicon/;

/** Old sins can only shrink: file → the most lines it may have. */
const ratchet: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "ratchet.json"), "utf8"),
);

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((it) => it !== "" && existsSync(join(root, it)));
const sources = tracked.filter((it) =>
  /^(packages|apps|bench|tools|tests)\/.*\.(ts|tsx|mjs)$/.test(it),
);

test("the tree was really read", () => expect(sources.length).toBeGreaterThan(30));

test("a file has one subject and stops at 400 lines", () => {
  const long = sources
    .filter((it) => !exempt.test(it))
    .map((it) => ({ file: it, lines: read(it).split("\n").length - 1 }))
    .filter((it) => it.lines > (ratchet[it.file] ?? lineLimit))
    .map((it) => `${it.file}: ${it.lines} lines, at most ${ratchet[it.file] ?? lineLimit}`);
  expect(long).toEqual([]);
});

test("the ratchet names only files that still need it", () => {
  const idle = Object.entries(ratchet)
    .filter(
      ([file]) => !existsSync(join(root, file)) || read(file).split("\n").length - 1 <= lineLimit,
    )
    .map(([file]) => file);
  expect(idle).toEqual([]);
});

test("no name from the machinery", () => {
  const banned = /\/(utils?|helpers?|common|misc|manager|service|impl)(\.tsx?|\/)/i;
  expect(sources.filter((it) => banned.test(it))).toEqual([]);
});

test("nothing left to do is hidden in a comment", () => {
  const marks = new RegExp(
    `\\b(${["TO", "DO"].join("")}|${["FIX", "ME"].join("")}|${["X", "XX"].join("")})\\b`,
  );
  expect(sources.filter((it) => marks.test(read(it)) && !/inspect|examples/.test(it))).toEqual([]);
});

test("pure floors read no clock and draw no randomness", () => {
  const pure = sources.filter(
    (it) =>
      /^packages\/(kernel|credit|ledger|conduct|assess|allocate|proof|packs|servicing|simulation)\/src\//.test(
        it,
      ) && !it.endsWith(".test.ts"),
  );
  const forbidden =
    /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bprocess\.|\.toLocale[A-Z]/;
  expect(pure.filter((it) => forbidden.test(withoutComments(read(it))))).toEqual([]);
});

test("no any, and casts stay rare on the pure floors", () => {
  const pure = sources.filter(
    (it) =>
      /^packages\/(kernel|credit|ledger|proof|allocate)\/src\//.test(it) &&
      !it.endsWith(".test.ts"),
  );
  expect(pure.filter((it) => /(:|<|as) any\b/.test(withoutComments(read(it))))).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}
