import { z } from "@hono/zod-openapi";
import { type EpochDay, type IdKind, type Minor, minor, parseDay, parseId } from "@fairdue/kernel";

/**
 * The words of which every request and answer is made. `…In` reads what a client sends into the
 * domain's own type; the plain name is what an answer says.
 */

/** Ten billion in a currency of two decimals: far above any account, far below what overflows. */
export const amountMinorMax = 1_000_000_000_000;

export const amountMinor = z
  .int()
  .openapi({ description: "Amount in minor units of the currency (分, cents).", example: 120_000 });

export const amountMinorIn = z
  .int()
  .min(1)
  .max(amountMinorMax)
  .transform((it): Minor => minor(it))
  .openapi({ description: "Amount in minor units of the currency, above zero.", example: 120_000 });

export const amountMinorOrZeroIn = z
  .int()
  .min(0)
  .max(amountMinorMax)
  .transform((it): Minor => minor(it))
  .openapi({ description: "Amount in minor units of the currency; zero is allowed.", example: 0 });

export const dayText = z
  .string()
  .openapi({ format: "date", description: "A business day, ISO 8601.", example: "2026-03-31" });

const yearFirst = "1970-01-01";
const yearLast = "2199-12-31";

export const dayIn = z
  .string()
  .transform((text, context): EpochDay => {
    const read = text >= yearFirst && text <= yearLast ? parseDay(text) : undefined;
    if (read !== undefined) return read;
    context.addIssue({
      code: "custom",
      message: `a calendar day from ${yearFirst} to ${yearLast} such as 2026-03-31`,
    });
    return z.NEVER;
  })
  .openapi({
    type: "string",
    format: "date",
    description: "A business day, ISO 8601, without time or zone.",
    example: "2026-03-31",
  });

export const instantText = z
  .string()
  .openapi({ format: "date-time", description: "An instant, ISO 8601 with Z." });

/** An id of the named kind, with its prefix: an account's never passes for a borrower's. */
export function idIn<Kind extends IdKind>(kind: Kind, example: string) {
  return z
    .string()
    .transform((text, context) => {
      const read = parseId(kind, text);
      if (read !== undefined) return read;
      context.addIssue({ code: "custom", message: `an id such as ${example}` });
      return z.NEVER;
    })
    .openapi({ type: "string", pattern: patternOf(example), example });
}

function patternOf(example: string): string {
  return `^${example.slice(0, example.indexOf("_"))}_[0-9A-Za-z-]{1,48}$`;
}

export const borrowerIdIn = idIn("Borrower", "brw_0197a2");
export const accountIdIn = idIn("Account", "acc_0197a2");

/** A name that the client gives to a draw, purchase, repayment …: unique within its account. */
export const referenceIn = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/)
  .openapi({
    description: "Letters, digits, dot, dash and underscore, at most 64; made up when left out.",
    example: "rpy-2026-0331-7",
  });

/** Stable word of a book or a product. */
export const slugIn = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/)
  .openapi({ description: "Small letters, digits and dashes, at most 63.", example: "retail" });

export const channelIn = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/)
  .openapi({ description: "Where money comes from or goes to.", example: "wallet" });

/** A text of one line that every store and every screen can hold. */
function lineIn(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), {
      message: "one line of text without control characters",
    });
}

/** Why something was done. Plain words; no personal data belongs here. */
export const reasonIn = lineIn(500).openapi({
  description: "Why, in plain words; no personal data.",
  example: "hardship",
});

export const bilingual = z
  .object({ en: z.string(), zh: z.string() })
  .openapi("Bilingual", { description: "A text in both languages of the house." });

const nameText = lineIn(120);
export const bilingualIn = z
  .strictObject({ en: nameText, zh: nameText })
  .openapi("BilingualText", { description: "A text in both languages of the house." });

/** A whole number in a query, where everything is text. */
export function countIn(range: { min: number; max: number; otherwise: number }) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(range.min).max(range.max))
    .default(range.otherwise)
    .openapi({
      type: "integer",
      minimum: range.min,
      maximum: range.max,
      default: range.otherwise,
    });
}
