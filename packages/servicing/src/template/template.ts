import type { Problem } from "@fairdue/kernel";
import type { ContactChannel, ContactPurpose, RecipientRole } from "../gate/act.ts";

export const textLanguages = ["zh-CN", "en"] as const;
export type TextLanguage = (typeof textLanguages)[number];

export const variableKinds = ["amount", "day", "count", "text", "name"] as const;
/** What may stand in a variable: `amount` in minor units, `day` as ISO date, both formatted by us. */
export type VariableKind = (typeof variableKinds)[number];

/** One version of one text that may be sent. A version never changes; the next has the next number. */
export type Template = {
  readonly templateId: string;
  readonly version: number;
  readonly channels: readonly ContactChannel[];
  readonly purpose: ContactPurpose;
  readonly recipients: readonly RecipientRole[];
  readonly subject: Readonly<Record<TextLanguage, string>>;
  /** With `{{name}}` for each variable. */
  readonly body: Readonly<Record<TextLanguage, string>>;
  readonly variables: Readonly<Record<string, VariableKind>>;
};

/**
 * What frames every text: who writes, for whom, how to complain, where to check that it is genuine.
 * It is kept with each message, so that a text is the same for ever, whoever owns the desk later.
 */
export type TextFrame = {
  readonly lender: Readonly<Record<TextLanguage, string>>;
  /** The agency that writes on the lender's behalf; null for the lender itself. */
  readonly agency: Readonly<Record<TextLanguage, string>> | null;
  /** Telephone number for complaints. */
  readonly complaintLine: string;
  /** Page on which a code is checked, without its scheme. */
  readonly verifyPage: string;
  readonly currency: string;
};

export type TextValues = Readonly<Record<string, string | number>>;

const placeholder = /\{\{([^{}]*)\}\}/g;
const namePattern = /^[a-z][A-Za-z0-9]{0,39}$/;
const bodyLengthMax = 1000;

/** Everything that is wrong with a template, by field: what the author sees before anyone approves. */
export function problemsOfTemplate(it: Template): readonly Problem[] {
  const problems: Problem[] = [];
  const tell = (field: string, value: string, expected: string): void =>
    void problems.push({ field, value, expected });
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(it.templateId))
    tell("templateId", it.templateId, "small letters, digits and dashes");
  if (it.channels.length === 0) tell("channels", "none", "at least one channel");
  for (const name of Object.keys(it.variables))
    if (!namePattern.test(name)) tell(`variables.${name}`, name, "a name such as dueOn");
  for (const language of textLanguages) {
    const { body, subject } = { body: it.body[language], subject: it.subject[language] };
    if (subject.trim() === "")
      tell(`subject.${language}`, "nothing", "a subject: it states the purpose");
    if (body.trim() === "" || body.length > bodyLengthMax)
      tell(`body.${language}`, `${body.length} characters`, `1 to ${bodyLengthMax} characters`);
    for (const name of namesIn(`${subject} ${body}`))
      if (!Object.hasOwn(it.variables, name))
        tell(`body.${language}`, `{{${name}}}`, `one of ${Object.keys(it.variables).join(", ")}`);
    if (/https?:|www\./i.test(body))
      tell(`body.${language}`, "a web address", "no address but the verify page, which is added");
  }
  for (const name of Object.keys(it.variables))
    for (const language of textLanguages)
      if (!namesIn(`${it.subject[language]} ${it.body[language]}`).has(name))
        tell(`variables.${name}`, `unused in ${language}`, "used in both languages");
  return problems;
}

function namesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(placeholder)].map((it) => (it[1] ?? "").trim()));
}

/** What is wrong with the values for a template, by name. */
export function problemsOfValues(template: Template, values: TextValues): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [name, kind] of Object.entries(template.variables)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!fits(kind, value))
      problems.push({
        field: `variables.${name}`,
        value: shown(value),
        expected: expectedOf[kind],
      });
  }
  for (const name of Object.keys(values))
    if (!Object.hasOwn(template.variables, name))
      problems.push({
        field: `variables.${name}`,
        value: "given",
        expected: "a variable of the template",
      });
  return problems;
}

function shown(value: string | number | undefined): string {
  return value === undefined ? "nothing" : typeof value;
}

const expectedOf: Readonly<Record<VariableKind, string>> = {
  amount: "a whole number of minor units from 0",
  day: "a day such as 2026-03-31",
  count: "a whole number from 0",
  text: "1 to 120 characters, without web addresses and control characters",
  name: "1 to 60 characters, without digits and control characters",
};

function fits(kind: VariableKind, value: string | number | undefined): boolean {
  if (kind === "amount" || kind === "count")
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
  if (typeof value !== "string" || /\p{Cc}/u.test(value) || !value.isWellFormed()) return false;
  if (kind === "day") return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value);
  if (kind === "name") return value.trim() !== "" && value.length <= 60 && !/\d/.test(value);
  return value.trim() !== "" && value.length <= 120 && !/https?:|www\.|\{\{/i.test(value);
}
