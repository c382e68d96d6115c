import { randomUUID } from "node:crypto";
import { detailsOf, languageOf, problems, type Refused } from "@fairdue/api";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal as problem details, in the language that the caller prefers. */
export function answerProblem(
  c: Context,
  refused: Refused,
  instance = `urn:uuid:${randomUUID()}`,
): Response {
  const language = languageOf(c.req.header("accept-language"));
  c.header("Content-Language", language);
  c.header("Content-Type", "application/problem+json");
  if (refused.code === "unauthenticated") c.header("WWW-Authenticate", 'Bearer realm="fairdue"');
  const status = problems[refused.code].status as ContentfulStatusCode;
  return c.body(JSON.stringify(detailsOf(refused, { language, instance })), status);
}
