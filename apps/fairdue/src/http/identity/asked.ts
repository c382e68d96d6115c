import { refusal, type Refused, shown } from "@fairdue/api";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import { loadSession, type Session } from "@fairdue/store";
import type { Context } from "hono";
import type { z } from "zod";
import { idleMinutes } from "../../identity/staff-sign-in.ts";
import { addressOf } from "../auth/address.ts";
import { readCookie, sessionCookie } from "../auth/cookies.ts";
import { isFromOurPage } from "../auth/session.ts";
import { readBody } from "../compose/read-request.ts";
import type { Shell } from "../compose/shell.ts";

/**
 * Where a request comes from, for counting failures: its network address. A cookie would not do:
 * whoever guesses throws it away and is somebody new.
 */
export function originOf(c: Context): string {
  return `address ${addressOf(c)}`;
}

/** What the person calls the device: the browser's own words, cut short. */
export function deviceOf(c: Context): string {
  return (c.req.header("user-agent") ?? "").slice(0, 160);
}

/** A body in its form, from a page of ours; all faults are named. */
export async function readForm<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<Outcome<z.output<Schema>, Refused>> {
  if (!isFromOurPage(c.req.raw)) return refused(refusal("unauthenticated"));
  const body = await readBody(c);
  if (!body.ok) return body;
  const read = schema.safeParse(body.value);
  if (read.success) return accepted(read.data);
  return refused(
    refusal(
      "invalid-request",
      ...read.error.issues.slice(0, 20).map((it) => ({
        field: `body.${it.path.join(".")}`,
        value: it.path.some((part) => /password|code/.test(String(part)))
          ? "(hidden)"
          : shown(null),
        expected: it.message,
      })),
    ),
  );
}

/** The session of the request, whether or not its second factor was given. */
export async function sessionOf(shell: Shell, c: Context): Promise<Session | undefined> {
  const secret = readCookie(c.req.raw, sessionCookie);
  if (secret === undefined || !isFromOurPage(c.req.raw)) return undefined;
  return await loadSession(shell.database, secret, idleMinutes);
}

/** A staff session with both factors. */
export async function staffSessionOf(shell: Shell, c: Context): Promise<Session | undefined> {
  const session = await sessionOf(shell, c);
  return session?.kind === "staff" && session.hasSecondFactor ? session : undefined;
}
