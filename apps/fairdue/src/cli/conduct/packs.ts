import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { lintPack, parsePack, type Pack } from "@fairdue/conduct";
import { formatProblem } from "@fairdue/kernel";
import { packs as housePacks } from "@fairdue/packs";
import { messageOf, parseJson, usageError } from "../io.ts";

/**
 * The packs that were asked for: names of the house's own (`cn`, `us`), or files of a lender
 * (`./my-pack.json`, `./my-pack.ts` with a default export). A pack that fails lint does not load.
 */
export async function loadPacks(asked: string): Promise<readonly Pack[]> {
  const words = asked.split(",").filter((it) => it !== "");
  if (words.length === 0) usageError("--pack: got nothing, expected names such as cn,us or files");
  const packs: Pack[] = [];
  for (const word of words) packs.push(await loadPack(word));
  return packs;
}

async function loadPack(word: string): Promise<Pack> {
  const pack = await readPack(word);
  const isOwn = pack === housePacks[word];
  const faults = isOwn ? [] : lintPack(pack).filter((it) => it.level === "error");
  if (faults.length > 0) {
    const list = faults.map((it) => `${it.rule ?? pack.id}: ${it.says}`).join("; ");
    return usageError(`${word} fails lint and is not loaded: ${list}`);
  }
  return pack;
}

/** The pack of that name or in that file, whatever lint may say of it. */
export async function readPack(word: string): Promise<Pack> {
  const own = Object.hasOwn(housePacks, word) ? housePacks[word] : undefined;
  if (own !== undefined) return own;
  if (!/[./\\]/.test(word)) {
    const known = Object.keys(housePacks).join(", ");
    return usageError(`--pack: got ${word}, expected one of ${known}, or a file`);
  }
  const pack = parsePack(await readPackFile(word));
  if (!pack.ok) return usageError(`${word}: ${pack.refusal.map(formatProblem).join("; ")}`);
  return pack.value;
}

async function readPackFile(path: string): Promise<unknown> {
  try {
    if (path.endsWith(".json")) return parseJson(readFileSync(path, "utf8"), path);
    const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (error) {
    return usageError(`cannot read ${path}: ${messageOf(error)}`);
  }
}
