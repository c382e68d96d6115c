import type { ClaimFacts, Recipient } from "@fairdue/conduct";
import type { Command } from "commander";
import { parseJson, readLines, usageError } from "../io.ts";

/** `fairdue conduct inspect`: one verdict a line, in the order of the messages. */
export function register(conduct: Command): void {
  conduct
    .command("inspect")
    .summary("messages as JSON lines → verdict, categories, spans and reasons, a line each")
    .description(
      'Reads {"id","text","recipient"} per line (recipient: borrower, third_party or co_obligor) ' +
        "and writes the verdict of each. Exit code 0 whatever the verdicts. Form: docs/cli/conduct-inspect.md",
    )
    .argument("[messages]", "a JSON lines file; - for standard input", "-")
    .action(inspectAll);
}

async function inspectAll(path: string): Promise<void> {
  const { inspect } = await import("@fairdue/conduct");
  let answers = "";
  for await (const { line, text } of readLines(path)) {
    const message = parseMessage(parseJson(text, `line ${line}`), line);
    const found = inspect(message.text, message);
    answers += `${JSON.stringify({ id: message.id, ...found })}\n`;
    if (answers.length < 65_536) continue;
    process.stdout.write(answers);
    answers = "";
  }
  process.stdout.write(answers);
}

type Message = {
  readonly id: string | number | null;
  readonly text: string;
  readonly recipient: Recipient;
  readonly channel?: string;
  readonly facts?: ClaimFacts;
};

function parseMessage(value: unknown, line: number): Message {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return usageError(
      `line ${line}: got ${shown(value)}, expected an object with id, text, recipient`,
    );
  const { id, text, recipient, channel, facts } = value as Readonly<Record<string, unknown>>;
  if (id !== undefined && typeof id !== "string" && typeof id !== "number")
    return usageError(`line ${line}: id: got ${shown(id)}, expected a text or a number`);
  if (typeof text !== "string")
    return usageError(`line ${line}: text: got ${shown(text)}, expected a text`);
  const known = (["borrower", "third_party", "co_obligor"] as const).find((it) => it === recipient);
  if (known === undefined)
    return usageError(
      `line ${line}: recipient: got ${shown(recipient)}, expected one of borrower, third_party, co_obligor`,
    );
  if (channel !== undefined && typeof channel !== "string")
    return usageError(`line ${line}: channel: got ${shown(channel)}, expected a text`);
  return {
    id: id ?? null,
    text,
    recipient: known,
    ...(channel !== undefined && { channel }),
    ...(facts !== undefined && { facts: parseFacts(facts, line) }),
  };
}

function parseFacts(value: unknown, line: number): ClaimFacts {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return usageError(`line ${line}: facts: got ${shown(value)}, expected an object`);
  const { courtProceedings, visitNotified, reportedToBureau, ...rest } = value as Readonly<
    Record<string, unknown>
  >;
  const stray = Object.keys(rest)[0];
  if (stray !== undefined)
    return usageError(
      `line ${line}: facts: got ${stray}, expected courtProceedings, visitNotified, reportedToBureau`,
    );
  const stage = (["none", "filed", "decided"] as const).find((it) => it === courtProceedings);
  if (courtProceedings !== undefined && stage === undefined)
    return usageError(
      `line ${line}: facts.courtProceedings: got ${shown(courtProceedings)}, expected none, filed or decided`,
    );
  const isVisit = flag(visitNotified, `line ${line}: facts.visitNotified`);
  const isReport = flag(reportedToBureau, `line ${line}: facts.reportedToBureau`);
  return {
    ...(stage !== undefined && { courtProceedings: stage }),
    ...(isVisit !== undefined && { visitNotified: isVisit }),
    ...(isReport !== undefined && { reportedToBureau: isReport }),
  };
}

function flag(value: unknown, where: string): boolean | undefined {
  if (value === undefined || typeof value === "boolean") return value;
  return usageError(`${where}: got ${shown(value)}, expected true or false`);
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
}
