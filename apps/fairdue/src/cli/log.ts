import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  checkBundle,
  cosign,
  formatBundle,
  formatCheckpoint,
  formatNote,
  formatSignerKey,
  formatVerifierKey,
  isSignedBy,
  parseBundle,
  parseCheckpoint,
  parseLeaf,
  parseNote,
  parseSignerKey,
  parseVerifierKey,
  proveBundle,
  proveConsistency,
  signNote,
  signerKey,
  utf8,
  verifyConsistency,
  type Checkpoint,
  type Opening,
  type SignedNote,
  type SignerKey,
  type VerifierKey,
} from "@fairdue/proof";
import { formatProblem, type Outcome } from "@fairdue/kernel";
import type { Command } from "commander";
import { openTileFolder, place, writeTileFolder, type TileFolder } from "../log/tile-folder.ts";
import { registerBookLog } from "./log-book.ts";
import { messageOf, parseJson, printJson, readLines, readText, usageError } from "./io.ts";

export function register(program: Command): void {
  const log = program
    .command("log")
    .summary("the public log: prove an entry, check a proof, witness a checkpoint")
    .description(
      "The log that anyone can check. Forms and examples: docs/cli/log.md, docs/proof.md",
    );
  log
    .command("check")
    .description(
      "checks a proof file offline; exit code 0 unless it is broken (1) or no proof file (2)",
    )
    .argument("[bundle]", "the proof file; - for standard input", "-")
    .option("--key <key>", "the log's key that you trust (name+hash+key, or a file with it)")
    .option(
      "--witness <key>",
      "a witness's key that you trust; may be given more than once",
      collect,
      [],
    )
    .option("--witnesses-min <n>", "how many of them must have cosigned (default: all given)")
    .option("--words", "answer in sentences (English and Chinese) instead of JSON")
    .action(check);
  log
    .command("prove")
    .description("makes a proof file from a log published as a folder of tiles")
    .requiredOption("--tiles <folder>", "the log's folder: checkpoint, tile/…")
    .requiredOption("--index <n>", "the entry's number, from 0")
    .option("--openings <file>", "salts and values that the receiver may read (JSON list)")
    .option("--earlier <file>", "a checkpoint that the receiver already has")
    .option("--key <key>", "name this key in the file, for comparison")
    .action(prove);
  log
    .command("key")
    .description("makes a signing key; prints it, and the public key to publish")
    .argument("<name>", "the log's origin or the witness's name, such as log.lender.example")
    .option("--witness", "a key for cosigning")
    .action(makeKey);
  log
    .command("build")
    .description("publishes leaves (JSON lines) as a folder of tiles with a signed checkpoint")
    .argument("[leaves]", "one leaf per line, in canonical form; - for standard input", "-")
    .requiredOption("--key <file>", "the log's signing key (a file)")
    .requiredOption("--out <folder>", "a folder that does not exist yet")
    .action(build);
  log
    .command("cosign")
    .description("as a witness: cosigns a log's checkpoint if it contains the last one cosigned")
    .requiredOption("--tiles <folder>", "the log's folder")
    .requiredOption("--key <file>", "the witness's signing key (a file)")
    .requiredOption("--log-key <key>", "the log's public key")
    .requiredOption("--last <file>", "the checkpoint last cosigned; made if it does not exist")
    .action(witness);
  registerBookLog(log);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

type CheckOptions = { key?: string; witness: string[]; witnessesMin?: string; words?: true };

async function check(path: string, options: CheckOptions): Promise<void> {
  const bundle = parseBundle(await readText(path));
  if (!bundle.ok) usageError(`${path}: ${bundle.refusal.map(formatProblem).join("; ")}`);
  const log = options.key === undefined ? undefined : await publicKey(options.key, "--key");
  const witnesses = await Promise.all(options.witness.map((it) => publicKey(it, "--witness")));
  const witnessesMin = Number(options.witnessesMin ?? witnesses.length);
  if (!Number.isInteger(witnessesMin) || witnessesMin < 0)
    usageError(`--witnesses-min: got ${options.witnessesMin}, expected a whole number from 0`);
  const result = checkBundle(bundle.value, { ...(log && { log }), witnesses, witnessesMin });
  if (options.words === true) {
    const marks = { holds: "✓", broken: "✗", open: "?" };
    for (const it of result.steps)
      process.stdout.write(`${marks[it.result]} ${it.en}\n  ${it.zh}\n`);
  } else {
    const { checkpoint, ...rest } = result;
    const root = checkpoint && Buffer.from(checkpoint.root).toString("base64");
    printJson({ ...rest, ...(checkpoint && { checkpoint: { ...checkpoint, root } }) });
  }
  if (result.verdict === "broken") process.exitCode = 1;
}

type ProveOptions = {
  tiles: string;
  index: string;
  openings?: string;
  earlier?: string;
  key?: string;
};

async function prove(options: ProveOptions): Promise<void> {
  const index = Number(options.index);
  if (!/^\d+$/.test(options.index) || !Number.isSafeInteger(index))
    usageError(`--index: got ${options.index}, expected a whole number from 0`);
  const folder = openTileFolder(options.tiles);
  const { content, checkpoint } = await checkpointOf(folder, options.tiles);
  if (index >= checkpoint.size)
    usageError(
      `--index: got ${index}, expected at most ${checkpoint.size - 1}: the checkpoint has ${checkpoint.size} entries`,
    );
  const openings = options.openings === undefined ? [] : await readOpenings(options.openings);
  const log = options.key === undefined ? undefined : await publicKey(options.key, "--key");
  const bundle = await reading(options.tiles, async () =>
    proveBundle(folder.readTile, {
      leaf: Buffer.from(await folder.readEntry(index, checkpoint.size)).toString("utf8"),
      index,
      openings,
      checkpoint: content,
      ...(options.earlier !== undefined && { earlier: await readText(options.earlier) }),
      ...(log && { keys: { log: formatVerifierKey(log) } }),
    }),
  );
  if (!bundle.ok) usageError(`cannot prove: ${JSON.stringify(bundle.refusal)}`);
  process.stdout.write(formatBundle(bundle.value));
}

/** Openings are checked by the parser of proof files, so that there is one form. */
async function readOpenings(path: string): Promise<readonly Opening[]> {
  const openings = parseJson(await readText(path), path);
  const shell = { format: "fairdue-proof/v1", leaf: "-", index: 0, inclusion: [], checkpoint: "-" };
  const read = parseBundle(JSON.stringify({ ...shell, openings }));
  if (read.ok) return read.value.openings;
  return usageError(`${path}: ${read.refusal.map(formatProblem).join("; ")}`);
}

function makeKey(name: string, options: { witness?: true }): void {
  if (/[\s+]/u.test(name) || name === "")
    usageError(`name: got ${JSON.stringify(name)}, expected a text without spaces and plus signs`);
  const key = signerKey(
    name,
    options.witness === true ? "cosignature" : "ed25519",
    randomBytes(32),
  );
  printJson({ signerKey: formatSignerKey(key), verifierKey: formatVerifierKey(key) });
}

async function build(path: string, options: { key: string; out: string }): Promise<void> {
  const key = await secretKey(options.key);
  if (key.kind !== "ed25519") usageError("--key: got a witness's key, expected the log's");
  if (existsSync(options.out)) usageError(`--out: ${options.out} exists; a log is written once`);
  async function* leaves(): AsyncGenerator<Uint8Array> {
    for await (const { line, text } of readLines(path)) {
      const leaf = parseLeaf(text);
      if (!leaf.ok) usageError(`line ${line}: ${leaf.refusal.map(formatProblem).join("; ")}`);
      yield utf8(text);
    }
  }
  const { size, root } = await reading(path, () => writeTileFolder(options.out, leaves()));
  const text = formatCheckpoint({ origin: key.name, size, root, extensions: [] });
  const note = formatNote({ text, signatures: [signNote(text, key)] });
  await place(options.out, "checkpoint", note);
  process.stdout.write(note);
}

type WitnessOptions = { tiles: string; key: string; logKey: string; last: string };

async function witness(options: WitnessOptions): Promise<void> {
  const key = await secretKey(options.key);
  if (key.kind !== "cosignature") usageError("--key: got a log's key, expected a witness's");
  const logKey = await publicKey(options.logKey, "--log-key");
  const folder = openTileFolder(options.tiles);
  const { note, checkpoint } = await checkpointOf(folder, options.tiles);
  if (!isSignedBy(note, logKey) || checkpoint.origin !== logKey.name)
    return refuse(`the checkpoint is not signed by ${logKey.name} as its own log`);
  if (existsSync(options.last)) {
    const last = readCheckpointNote(await readText(options.last), options.last).checkpoint;
    if (last.size > checkpoint.size)
      return refuse(`the log has shrunk: ${checkpoint.size} entries, ${last.size} were cosigned`);
    const path = await reading(options.tiles, () =>
      proveConsistency(folder.readTile, { oldSize: last.size, size: checkpoint.size }),
    );
    const grown = {
      oldSize: last.size,
      oldRoot: last.root,
      size: checkpoint.size,
      root: checkpoint.root,
      path,
    };
    if (last.origin !== checkpoint.origin || !verifyConsistency(grown))
      return refuse(
        "the log does not contain the checkpoint last cosigned: its history was changed",
      );
  }
  const seconds = Math.floor(Date.now() / 1000);
  const others = note.signatures.filter((it) => it.name !== key.name);
  const signatures = [...others, cosign(note.text, key, seconds)];
  const signed = formatNote({ text: note.text, signatures });
  await place(".", options.last, signed);
  await place(options.tiles, "checkpoint", signed);
  process.stdout.write(signed);
}

/** An answer, not bad input: exit code 1. */
function refuse(message: string): void {
  process.stderr.write(`fairdue: not cosigned: ${message}\n`);
  process.exitCode = 1;
}

type ReadCheckpoint = { content: string; note: SignedNote; checkpoint: Checkpoint };

async function checkpointOf(folder: TileFolder, path: string): Promise<ReadCheckpoint> {
  return readCheckpointNote(
    await reading(path, () => folder.readCheckpoint()),
    `${path}/checkpoint`,
  );
}

function readCheckpointNote(content: string, where: string): ReadCheckpoint {
  const note = unwrap(parseNote(content), where);
  return { content, note, checkpoint: unwrap(parseCheckpoint(note.text), where) };
}

function unwrap<Value>(it: Outcome<Value, { reason: string }>, where: string): Value {
  return it.ok ? it.value : usageError(`${where}: ${it.refusal.reason}`);
}

async function publicKey(given: string, option: string): Promise<VerifierKey> {
  const text = existsSync(given) ? await readText(given) : given;
  return unwrap(parseVerifierKey(text), option);
}

async function secretKey(path: string): Promise<SignerKey> {
  return unwrap(parseSignerKey(await readText(path)), path);
}

/** A file that is missing or cut short is the user's to mend: one line, exit code 2. */
async function reading<Value>(where: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error && error.name === "UsageError") throw error;
    return usageError(`cannot read ${where}: ${messageOf(error)}`);
  }
}
