/**
 * The scenario text: one block per decision, a line per thing that is so. It is the form in which
 * the examples of a rule are written; docs/cli/conduct.md describes it.
 */
export type TextScenario = {
  readonly title: string;
  readonly law: string | undefined;
  /** The scenario in the form of the JSON schema. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly expectations: readonly Expectation[];
};

export type Expectation =
  | {
      readonly wants: "outcome";
      readonly outcomes: readonly string[];
      readonly until: string | undefined;
    }
  | { readonly wants: "permitted" | "refused"; readonly rule: string | undefined }
  | { readonly wants: "counted" | "left-out"; readonly rule: string; readonly count: number };

type Draft = {
  title: string;
  law: string | undefined;
  zones: string[] | undefined;
  at: string | undefined;
  act: Record<string, unknown>;
  facts: Record<string, unknown>;
  history: Record<string, unknown>[];
  expectations: Expectation[];
};

/** A line that can't be read: what it is, and what would be right. */
export class ScenarioTextError extends Error {
  override readonly name = "ScenarioTextError";
}

/** Reads scenario text. Lines before the first `##` hold for every block, `given` before them. */
export function parseScenarioText(content: string, given = ""): readonly TextScenario[] {
  const base: Draft = {
    title: "",
    law: undefined,
    zones: undefined,
    at: undefined,
    act: {},
    facts: {},
    history: [],
    expectations: [],
  };
  for (const line of linesOf(given)) readLine(base, line);
  const blocks: Draft[] = [];
  let current = base;
  for (const line of linesOf(content)) {
    if (line.startsWith("## ")) {
      current = copyOf(base, line.slice(3).trim());
      blocks.push(current);
    } else readLine(current, line);
  }
  return blocks.map(finish);
}

function linesOf(content: string): readonly string[] {
  return content
    .split("\n")
    .map((it) => it.trim())
    .filter((it) => it !== "" && (it.startsWith("## ") || !it.startsWith("#")));
}

function copyOf(it: Draft, title: string): Draft {
  const { act, facts, history, expectations } = it;
  return {
    ...it,
    title,
    act: { ...act },
    facts: { ...facts },
    history: [...history],
    expectations: [...expectations],
  };
}

function finish(it: Draft): TextScenario {
  const { title, law, at, act, facts, history, expectations } = it;
  const zones = it.zones === undefined ? {} : { zones: it.zones };
  return { title, law, document: { ...zones, at, act, facts, history }, expectations };
}

const lines: Readonly<Record<string, (draft: Draft, tail: string) => void>> = {
  pack: () => {},
  law: (draft, tail) => {
    draft.law = tail;
  },
  zone: readZones,
  zones: readZones,
  actor: (draft, tail) => {
    draft.act["actor"] = tail;
  },
  recipient: (draft, tail) => {
    draft.act["recipient"] = tail;
  },
  debts: (draft, tail) => {
    draft.act["debts"] = tail.split(",");
  },
  act: (draft, tail) => {
    const [at, kind, ...pairs] = tail.split(/\s+/);
    draft.at = at;
    draft.act = { ...draft.act, kind, ...pairsOf(pairs) };
  },
  past: (draft, tail) => {
    const [at, kind, ...pairs] = tail.split(/\s+/);
    draft.history.push({ at, kind, ...ownContact(draft, pairs) });
  },
  daily: readDaily,
  consent: (draft, tail) => readRecord(draft, "consent", tail),
  request: (draft, tail) => readRecord(draft, "request", tail),
  refusal: (draft, tail) => readRecord(draft, "refusal", tail),
  notice: (draft, tail) => readRecord(draft, "notice", tail),
  fact: (draft, tail) => {
    const [name, value] = splitOnce(tail, "=");
    draft.facts[name] = valueOf(value);
  },
  counted: (draft, tail) => readCount(draft, "counted", tail),
  "left-out": (draft, tail) => readCount(draft, "left-out", tail),
};

function readLine(draft: Draft, line: string): void {
  const [word = ""] = line.split(/\s+/);
  const read = word === "then" ? readOutcome : lines[word];
  if (read === undefined)
    throw new ScenarioTextError(
      `"${word}" begins no line of a scenario; there are: then, ${Object.keys(lines).join(", ")}`,
    );
  read(draft, line.slice(word.length).trim());
}

function readOutcome(draft: Draft, tail: string): void {
  const [first = "", second] = tail.split(/\s+/);
  if (first === "permitted" || first === "refused")
    draft.expectations.push({ wants: first, rule: second });
  else {
    const outcomes = first.split("|").map((it) => (it === "defer" ? "defer-until" : it));
    draft.expectations.push({ wants: "outcome", outcomes, until: second });
  }
}

function readZones(draft: Draft, tail: string): void {
  draft.zones = tail === "unknown" ? [] : tail.split(",");
}

function readRecord(draft: Draft, kind: string, tail: string): void {
  const [at, about, ...pairs] = tail.split(/\s+/);
  draft.history.push({ at, kind, about, ...pairsOf(pairs) });
}

function readCount(draft: Draft, wants: "counted" | "left-out", tail: string): void {
  const [rule = "", count] = tail.split(/\s+/);
  draft.expectations.push({ wants, rule, count: Number(count) });
}

/** A contact of the past is about the debts of the scenario unless it says otherwise. */
function ownContact(draft: Draft, pairs: readonly string[]): Record<string, unknown> {
  const debts = draft.act["debts"];
  return { ...(debts === undefined ? {} : { debts }), ...pairsOf(pairs) };
}

/** `daily FROM TO TIME KIND OUTCOME …`: the same contact on each day. */
function readDaily(draft: Draft, tail: string): void {
  const [from = "", to = "", time = "", kind = "", ...pairs] = tail.split(/\s+/);
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += 86_400_000) {
    const day = new Date(ms).toISOString().slice(0, 10);
    draft.history.push({ at: `${day}T${time}`, kind, ...ownContact(draft, pairs) });
  }
}

const listFields = new Set(["elements", "debts", "categories", "data", "charges"]);

/** A word without `=` is the outcome; the others are fields. */
function pairsOf(words: readonly string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const word of words) {
    if (!word.includes("=")) fields["outcome"] = word;
    else {
      const [name, value] = splitOnce(word, "=");
      const isList = listFields.has(name);
      fields[name] = isList ? value.split(",").filter((it) => it !== "none") : valueOf(value);
    }
  }
  return fields;
}

function valueOf(text: string): string | number | boolean | readonly string[] {
  if (text === "true") return true;
  if (text === "false") return false;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (text === "none") return [];
  return text.includes(",") ? text.split(",") : text;
}

function splitOnce(line: string, mark: string): readonly [string, string] {
  const at = line.indexOf(mark);
  if (at < 0) throw new ScenarioTextError(`"${line}" has no ${mark}`);
  return [line.slice(0, at).trim(), line.slice(at + mark.length).trim()];
}
