import { randomBytes } from "node:crypto";
import { refusal } from "@fairdue/api";
import type { Context, Hono } from "hono";
import { z } from "zod";
import {
  borrowerSessionHours,
  mayAskForCode,
  sendCodes,
  signInBorrower,
} from "../../identity/borrower-sign-in.ts";
import { codeMinutes } from "../../identity/sign-in-text.ts";
import { addressOf } from "../auth/address.ts";
import { cookieText, deviceCookie, readCookie, sessionCookie } from "../auth/cookies.ts";
import { answerProblem } from "../compose/problem-answer.ts";
import type { Shell } from "../compose/shell.ts";
import { deviceOf, readForm } from "./asked.ts";

const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s-]{5,20}$/, "a telephone number");
const wanted = z.strictObject({ phone, language: z.enum(["zh-CN", "en"]).default("zh-CN") });
const given = z.strictObject({ phone, code: z.string().regex(/^\d{6}$/, "six digits") });

const yearSeconds = 365 * 86_400;

/**
 * Sign-in of borrowers: a code by SMS, through the gate as any text. Whoever asks is answered alike
 * and at once, whether or not anybody has that number.
 */
export function mountBorrower(app: Hono, shell: Shell): void {
  app.post("/auth/borrower/code", async (c) => {
    const form = await readForm(c, wanted);
    if (!form.ok) return answerProblem(c, form.refusal);
    const origin = `address ${addressOf(c)}`;
    if (!(await mayAskForCode(shell, origin))) return wait(c, 15);
    const device = deviceSecret(c);
    // Not awaited: how long it takes would tell whether the number is known.
    void sendCodes(shell, { ...form.value, device, origin }).catch((error: unknown) =>
      shell.log.error({ err: error }, "a sign-in code could not be sent"),
    );
    return c.json({ state: "asked", minutes: codeMinutes }, 202);
  });
  app.post("/auth/borrower/session", async (c) => {
    const form = await readForm(c, given);
    if (!form.ok) return answerProblem(c, form.refusal);
    const answer = await signInBorrower(shell, {
      ...form.value,
      device: readCookie(c.req.raw, deviceCookie) ?? "",
      deviceName: deviceOf(c),
      origin: `address ${addressOf(c)}`,
    });
    if (!answer.ok)
      return answer.refusal.code === "too-many-tries"
        ? wait(c, answer.refusal.waitMinutes)
        : answerProblem(c, refusal("wrong-code"));
    const { secret, borrowerId } = answer.value;
    c.header(
      "set-cookie",
      cookieText(c.req.raw, sessionCookie, secret, borrowerSessionHours * 3600),
      { append: true },
    );
    return c.json({ kind: "borrower", borrowerId });
  });
}

/** The device's own secret, made at its first question: a code works only where it was asked for. */
function deviceSecret(c: Context): string {
  const known = readCookie(c.req.raw, deviceCookie);
  const secret = known ?? randomBytes(24).toString("base64url");
  if (known === undefined)
    c.header("set-cookie", cookieText(c.req.raw, deviceCookie, secret, yearSeconds), {
      append: true,
    });
  return secret;
}

function wait(c: Context, minutes: number): Response {
  c.header("retry-after", String(minutes * 60));
  return answerProblem(c, refusal("too-many-tries"));
}
