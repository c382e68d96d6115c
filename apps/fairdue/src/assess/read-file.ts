import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import {
  csvReader,
  parseModel,
  type CsvOptions,
  type LoadedModel,
  type Table,
} from "@fairdue/assess";
import { formatProblem, type Problem } from "@fairdue/kernel";
import { messageOf, parseJson, readText, usageError } from "../cli/io.ts";

export type ReadTable = { readonly table: Table; readonly sha256: string; readonly name: string };

/** Reads a CSV file, gzipped or not (told by its first bytes), in pieces. */
export async function readTable(path: string, options: CsvOptions = {}): Promise<ReadTable> {
  const reader = csvReader(options);
  const digest = createHash("sha256");
  const decoder = new TextDecoder("utf-8");
  try {
    for await (const piece of plainBytes(path, digest))
      reader.read(decoder.decode(piece, { stream: true }));
  } catch (error) {
    usageError(`cannot read ${path}: ${messageOf(error)}`);
  }
  reader.read(decoder.decode());
  const read = reader.finish();
  if (!read.ok) usageError(`${path}: ${listProblems(read.refusal)}`);
  return {
    table: read.value,
    sha256: digest.digest("hex"),
    name: path === "-" ? "standard input" : basename(path),
  };
}

async function* plainBytes(
  path: string,
  digest: { update(piece: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  const input = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
  const pieces = input[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  async function* all(): AsyncGenerator<Uint8Array> {
    for (let it = first; it.done !== true; it = await pieces.next()) {
      const piece: Uint8Array = it.value;
      digest.update(piece);
      yield piece;
    }
  }
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isGzip) return yield* all();
  const { Readable } = await import("node:stream");
  const { pipeline } = await import("node:stream/promises");
  const gunzip = createGunzip();
  const done = pipeline(Readable.from(all()), gunzip);
  done.catch(() => undefined);
  yield* gunzip;
  await done;
}

export async function readModel(path: string): Promise<LoadedModel> {
  const read = parseModel(await readText(path));
  if (!read.ok) usageError(`${path}: ${listProblems(read.refusal)}`);
  return read.value;
}

const recipesFolder = new URL("../../recipes/", import.meta.url);

/** The recipes that ship with the program, by name. */
export function shippedRecipes(): readonly string[] {
  return readdirSync(recipesFolder)
    .filter((it) => it.endsWith(".json"))
    .map((it) => it.slice(0, -".json".length));
}

/** A recipe file, or the name of a shipped one. */
export async function readRecipe(pathOrName: string): Promise<unknown> {
  const isShipped = !existsSync(pathOrName) && shippedRecipes().includes(pathOrName);
  const path = isShipped ? new URL(`${pathOrName}.json`, recipesFolder).pathname : pathOrName;
  return parseJson(await readText(path), pathOrName);
}

export function listProblems(problems: readonly Problem[]): string {
  const shown = problems.slice(0, 5).map(formatProblem).join("; ");
  return problems.length > 5 ? `${shown}; and ${problems.length - 5} more` : shown;
}
