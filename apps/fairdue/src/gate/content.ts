import { randomBytes } from "node:crypto";
import { accepted, type Outcome, type Problem, refused } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import {
  type ContactChannel,
  type ContactContent,
  type ContactPurpose,
  digestContent,
  problemsOfValues,
  type RecipientRole,
  type TextFrame,
  type TextLanguage,
  type TextValues,
} from "@fairdue/servicing";
import { type Sql, loadTemplate, loadTemplateInUse, type TemplateOnRecord } from "@fairdue/store";
import type { MessageContent } from "../channels/outbox.ts";

export type TemplateWanted = {
  readonly templateId: string;
  /** The version in use when left out. */
  readonly version?: number;
  readonly language: TextLanguage;
  readonly values: TextValues;
};

export type ContentRefusal =
  | { readonly code: "template-not-in-use"; readonly templateId: string }
  | { readonly code: "template-unfit"; readonly problems: readonly Problem[] };

export type PreparedContent = {
  readonly content: ContactContent;
  readonly message: MessageContent;
  readonly template: TemplateOnRecord["template"];
};

/**
 * Chooses the template version, checks that it is approved and fits channel, purpose, recipient and
 * values, and digests what will be said: the permit is bound to that.
 */
export async function prepareContent(
  sql: Sql,
  wanted: TemplateWanted,
  it: {
    readonly channel: ContactChannel;
    readonly purpose: ContactPurpose;
    readonly role: RecipientRole;
    readonly frame: TextFrame;
    /** Given back by a caller who redeems what it asked for before. */
    readonly salt?: string;
  },
): Promise<Outcome<PreparedContent, ContentRefusal>> {
  const known =
    wanted.version === undefined
      ? await loadTemplateInUse(sql, wanted.templateId)
      : await loadTemplate(sql, wanted.templateId, wanted.version);
  if (known === undefined || known.approval === null || known.retiredAt !== null)
    return refused({ code: "template-not-in-use", templateId: wanted.templateId });
  const problems = [...unfitFor(known, it), ...problemsOfValues(known.template, wanted.values)];
  if (problems.length > 0) return refused({ code: "template-unfit", problems });
  const salt = it.salt ?? randomBytes(16).toString("base64url");
  const { values, language } = wanted;
  const message = { kind: "template", values, frame: it.frame, salt } as const;
  const content = {
    kind: "template",
    templateId: wanted.templateId,
    version: known.template.version,
    language,
    digest: digestMessage(message),
  } as const;
  return accepted({ content, message, template: known.template });
}

function unfitFor(
  { template }: TemplateOnRecord,
  it: {
    readonly channel: ContactChannel;
    readonly purpose: ContactPurpose;
    readonly role: RecipientRole;
  },
): Problem[] {
  const problems: Problem[] = [];
  if (!template.channels.includes(it.channel))
    problems.push({ field: "channel", value: it.channel, expected: template.channels.join(", ") });
  if (template.purpose !== it.purpose)
    problems.push({ field: "purpose", value: it.purpose, expected: template.purpose });
  if (!template.recipients.includes(it.role))
    problems.push({
      field: "recipient.role",
      value: it.role,
      expected: template.recipients.join(", "),
    });
  return problems;
}

/** Digest of what will be said, frame included: the act holds it, the message must fit it. */
export function digestMessage(message: MessageContent): string {
  const { salt, ...said } = message;
  const plain: Plain = JSON.parse(JSON.stringify(said));
  return digestContent(plain, salt);
}
