import {
  checkBundle,
  parseBundle,
  parseVerifierKey,
  type BundleCheck,
  type CheckStep,
  type ProofBundle,
  type VerifierKey,
} from "@fairdue/proof";
import { words, type Language, type Word } from "./words.ts";

/** The example of the documentation; the build puts it in. */
declare const exampleProof: {
  readonly bundle: string;
  readonly key: string;
  readonly witness: string;
};

let language: Language = navigator.language.startsWith("zh") ? "zh" : "en";
let last: Shown | undefined;

/** What the page last found: kept, so that a change of language says it again. */
type Shown =
  | { readonly check: BundleCheck; readonly bundle: ProofBundle }
  | { readonly problem: string };

const form = element("form", HTMLFormElement);
const file = element("file", HTMLInputElement);
const text = element("text", HTMLTextAreaElement);
const key = element("key", HTMLInputElement);
const witnesses = element("witnesses", HTMLTextAreaElement);
const drop = element("drop", HTMLElement);
const result = element("result", HTMLElement);

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

function say(word: Word): string {
  return words[word][language];
}

function speak(): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `${say("title")} · Fairdue 有度`;
  for (const it of document.querySelectorAll<HTMLElement>("[data-word]")) {
    const word = it.dataset["word"];
    if (word !== undefined && word in words) it.textContent = say(word as Word);
  }
  show();
}

function run(): void {
  last = found();
  show();
  result.focus();
}

function found(): Shown {
  const bundle = parseBundle(text.value);
  if (!bundle.ok) {
    const it = bundle.refusal[0];
    return { problem: `${say("file")}: ${it?.field ?? ""} ← ${it?.expected ?? ""}` };
  }
  const log = key.value.trim() === "" ? undefined : parseVerifierKey(key.value);
  if (log !== undefined && !log.ok) return { problem: `${say("key")}: ${log.refusal.reason}` };
  const seen: VerifierKey[] = [];
  for (const line of witnesses.value.split("\n").filter((it) => it.trim() !== "")) {
    const witness = parseVerifierKey(line);
    if (!witness.ok) return { problem: `${say("witness")}: ${witness.refusal.reason}` };
    seen.push(witness.value);
  }
  const trusted = { witnesses: seen, witnessesMin: seen.length, ...(log && { log: log.value }) };
  return { check: checkBundle(bundle.value, trusted), bundle: bundle.value };
}

function show(): void {
  result.replaceChildren();
  result.dataset["verdict"] = "none";
  if (last === undefined) return result.append(paragraph(say("waiting")));
  if ("problem" in last) {
    result.dataset["verdict"] = "unread";
    return result.append(heading(say("unread")), paragraph(last.problem));
  }
  const { check, bundle } = last;
  result.dataset["verdict"] = check.verdict;
  result.append(
    seal(check.verdict),
    heading(say(check.verdict)),
    paragraph(say(`${check.verdict}More`)),
    steps(check.steps),
    record(check, bundle),
  );
}

function heading(content: string): HTMLElement {
  const it = document.createElement("h2");
  it.textContent = content;
  return it;
}

function paragraph(content: string): HTMLElement {
  const it = document.createElement("p");
  it.textContent = content;
  return it;
}

/** The seal stands only on what is proved; a broken proof breaks it visibly. */
function seal(verdict: BundleCheck["verdict"]): HTMLElement {
  const template = element("seal", HTMLTemplateElement);
  const it = document.createElement("div");
  it.className = `seal ${verdict}`;
  it.append(template.content.cloneNode(true));
  return it;
}

function steps(all: readonly CheckStep[]): HTMLElement {
  const list = document.createElement("ol");
  const marks = { holds: "✓", broken: "✗", open: "○" };
  const names = { holds: "holds", broken: "brokenStep", open: "open" } as const;
  for (const step of all) {
    const item = document.createElement("li");
    item.className = step.result;
    const mark = document.createElement("span");
    mark.className = "mark";
    mark.textContent = `${marks[step.result]} ${say(names[step.result])}`;
    item.append(mark, paragraph(step[language]));
    list.append(item);
  }
  return list;
}

function record(check: BundleCheck, bundle: ProofBundle): HTMLElement {
  const { leaf, checkpoint, cosignatures, steps: asked } = check;
  const list = document.createElement("dl");
  const add = (name: string, value: string | undefined): void => {
    if (value === undefined || value === "") return;
    const term = document.createElement("dt");
    const description = document.createElement("dd");
    term.textContent = name;
    description.textContent = value;
    list.append(term, description);
  };
  add(say("kind"), leaf?.kind);
  add(say("at"), leaf && instant(new Date(leaf.at)));
  add(say("outcome"), leaf?.outcome);
  add(say("rules"), leaf?.rules?.join("\n"));
  // Contents that do not open their commitment are not shown as if they were the record's.
  const isOpened = asked.some((it) => it.id === "openings" && it.result === "holds");
  for (const it of isOpened ? bundle.openings : []) {
    const value = typeof it.value === "string" ? it.value : JSON.stringify(it.value, null, 2);
    add(`${say("content")}: ${it.name}`, value);
  }
  add(say("place"), checkpoint && `${checkpoint.origin} · ${bundle.index} / ${checkpoint.size}`);
  for (const it of cosignatures)
    add(`${say("seenAt")}: ${it.name}`, instant(new Date(it.atUnixSeconds * 1000)));
  const whole = document.createElement("section");
  whole.append(heading(say(check.verdict === "broken" ? "claimed" : "record")), list);
  return whole;
}

function instant(at: Date): string {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  return at.toLocaleString(locale, { dateStyle: "long", timeStyle: "medium" });
}

async function take(given: File | undefined): Promise<void> {
  if (given === undefined) return;
  text.value = await given.text();
  run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
file.addEventListener("change", () => void take(file.files?.[0]));
drop.addEventListener("dragover", (event) => event.preventDefault());
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files[0]);
});
element("example", HTMLButtonElement).addEventListener("click", () => {
  text.value = exampleProof.bundle;
  key.value = exampleProof.key;
  witnesses.value = exampleProof.witness;
  run();
});
element("language", HTMLButtonElement).addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  speak();
});
speak();
