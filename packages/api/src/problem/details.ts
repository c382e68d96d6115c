import { z } from "@hono/zod-openapi";
import type { Problem } from "@fairdue/kernel";
import { type ProblemCode, problemCodes, problems } from "./problems.ts";

/** The one shape of every refusal. Source: RFC 9457; served as `application/problem+json`. */
export const problemDetails = z
  .object({
    type: z
      .string()
      .openapi({ description: "Address of a page about it.", example: "/problems/limit-exceeded" }),
    code: z.enum([...problemCodes] as [ProblemCode, ...ProblemCode[]]),
    status: z.int(),
    title: z.string().openapi({ description: "Its name, in the language asked for." }),
    detail: z.string().openapi({ description: "What to do about it, in the same language." }),
    instance: z.string().openapi({ description: "Names this one occurrence in the log." }),
    errors: z.array(
      z.object({
        field: z.string().openapi({
          description: "Where: `body.plan.terms`, `query.limit`, `header.idempotency-key`.",
        }),
        value: z.string().openapi({ description: "What it held, shortened; never personal data." }),
        expected: z.string().openapi({ description: "What would be right." }),
      }),
    ),
  })
  .openapi("Problem");

export type ProblemDetails = z.output<typeof problemDetails>;

/** A refusal on its way out: the code and, where a field is at fault, which. */
export type Refused = { readonly code: ProblemCode; readonly errors: readonly Problem[] };

export function refusal(code: ProblemCode, ...errors: readonly Problem[]): Refused {
  return { code, errors };
}

/** `zh` when the caller prefers Chinese (RFC 9110 §12.5.4, by order of quality), else `en`. */
export function languageOf(acceptLanguage: string | undefined): "en" | "zh" {
  const ranked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = rest.map((it) => /^\s*q=([\d.]+)$/.exec(it)?.[1]).find((it) => it);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((it) => it.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const first = ranked.find((it) => /^(zh|en|\*)/.test(it.tag));
  return first?.tag.startsWith("zh") ? "zh" : "en";
}

export function detailsOf(
  it: Refused,
  of: { readonly language: "en" | "zh"; readonly instance: string },
): ProblemDetails {
  const { status, title, remedy } = problems[it.code];
  return {
    type: `/problems/${it.code}`,
    code: it.code,
    status,
    title: title[of.language],
    detail: remedy[of.language],
    instance: of.instance,
    errors: [...it.errors],
  };
}
