import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

/** A mistake of the person at the keyboard: one line on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Stops the command with one line that says what is wrong, with which value, and what would be right. */
export function usageError(message: string): never {
  throw new UsageError(message.replace(/\s*\n\s*/g, " "));
}

/** All of standard input (or of `path`) as text; `-` means standard input. */
export async function readText(path = "-"): Promise<string> {
  if (path === "-" && process.stdin.isTTY) usageError("nothing on standard input: pipe a file in");
  const stream = path === "-" ? process.stdin : createReadStream(path);
  try {
    return await text(stream);
  } catch (error) {
    return usageError(`cannot read ${path}: ${messageOf(error)}`);
  }
}

/** The lines of standard input (or of `path`) that are not blank, with their numbers from 1. */
export async function* readLines(path = "-"): AsyncGenerator<{ line: number; text: string }> {
  if (path === "-" && process.stdin.isTTY) usageError("nothing on standard input: pipe a file in");
  const input = path === "-" ? process.stdin : createReadStream(path);
  let line = 0;
  for await (const content of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (content.trim() !== "") yield { line, text: content };
  }
}

/** Parses one JSON text; `where` names the place in the message ("line 3", "PROBLEM.json"). */
export function parseJson(content: string, where: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    return usageError(`${where} is not JSON: ${messageOf(error)}`);
  }
}

/**
 * One JSON document, or JSON lines, from standard input: a text that parses as a whole is one
 * document (`lines` false); otherwise each line is a document of its own.
 */
export async function readJsonDocuments(
  path = "-",
): Promise<{ lines: boolean; documents: readonly { line: number; value: unknown }[] }> {
  const content = await readText(path);
  if (content.trim() === "") usageError("the input is empty: expected JSON");
  const rows = content
    .split(/\r?\n/)
    .map((it, index) => ({ line: index + 1, text: it }))
    .filter((it) => it.text.trim() !== "");
  const whole = tryParse(content);
  if (whole.ok) return { lines: false, documents: [{ line: 1, value: whole.value }] };
  const firstLine = tryParse(rows[0]?.text ?? "");
  if (!firstLine.ok) parseJson(content, "standard input");
  return {
    lines: true,
    documents: rows.map((it) => ({ line: it.line, value: parseJson(it.text, `line ${it.line}`) })),
  };
}

function tryParse(content: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(content) };
  } catch {
    return { ok: false };
  }
}

export function printJson(value: unknown, pretty = true): void {
  process.stdout.write(`${JSON.stringify(value, null, pretty ? 2 : undefined)}\n`);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
