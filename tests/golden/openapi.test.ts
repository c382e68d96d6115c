import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { endpoints, openApiDocument, problemCodes, problems } from "@fairdue/api";
import { expect, test } from "vitest";
import { typesOf } from "../../tools/api-types.ts";

const root = join(import.meta.dirname, "..", "..");
const clientTypes = join(import.meta.dirname, "client-types");
const isWriting = process.env["GOLDEN"] === "write";

/** What is generated is kept, so that a change of the contract shows in the diff of a change. */
function expectKept(file: string, text: string): void {
  const path = join(root, file);
  if (isWriting) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const kept = readFileSync(path, "utf8");
  expect(kept === text, `${file} is not what the contract says: run \`npm run golden\``).toBe(true);
}

test("the OpenAPI document is the one on record", () => {
  expectKept("docs/api/openapi.json", `${JSON.stringify(openApiDocument(), null, 1)}\n`);
});

test("the client's types are those of the document", () => {
  expectKept("packages/api/src/client/schema.generated.ts", formatted(typesOf(openApiDocument())));
});

test("the client compiles where it is used rightly, and only there", () => {
  const out = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", clientTypes], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  expect(out.stdout + out.stderr).toBe("");
});

test("the page of problems is made from the book of problems", () => {
  expectKept("docs/api/problems.md", problemPage());
});

test("operations have unique names and addresses, and say which problems they may answer", () => {
  const names = endpoints.map((it) => it.operationId);
  expect(names).toEqual([...new Set(names)]);
  const places = endpoints.map((it) => `${it.method} ${it.path}`);
  expect(places).toEqual([...new Set(places)]);
});

test("every problem code is used by an operation or by the server itself", () => {
  const used = new Set<string>(endpoints.flatMap((it) => it.problems));
  const server = new Set<string>(serverCodes());
  expect(problemCodes.filter((it) => !used.has(it) && !server.has(it))).toEqual([]);
});

/** Codes that the frame of the server names in its source. */
function serverCodes(): string[] {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "apps/fairdue/src/http"], {
    cwd: root,
    encoding: "utf8",
  });
  const text = files
    .trim()
    .split("\n")
    .map((it) => readFileSync(join(root, it), "utf8"))
    .join("\n");
  return [...text.matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)].map((it) => it[1] ?? "");
}

function problemPage(): string {
  const rows = problemCodes.map((code) => {
    const { status, title, remedy } = problems[code];
    return `| \`${code}\` | ${status} | ${title.en} | ${title.zh} | ${remedy.en} | ${remedy.zh} |`;
  });
  return [
    "# Problems",
    "",
    "Every refusal of the API is `application/problem+json` (RFC 9457): `type`, `code`, `status`,",
    "`title`, `detail`, `instance`, and `errors` with `field`, `value` and `expected`. `title` and",
    "`detail` follow `Accept-Language` (en, zh). Codes keep their meaning for ever.",
    "",
    "| code | status | title | 名称 | what to do | 如何处理 |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function formatted(text: string): string {
  return execFileSync(
    join(root, "node_modules", ".bin", "biome"),
    ["format", "--stdin-file-path=schema.ts"],
    { cwd: root, input: text, encoding: "utf8" },
  );
}
