import { randomBytes } from "node:crypto";
import { refusal } from "@fairdue/api";
import { type Permission, permissions, roles } from "@fairdue/servicing";
import {
  breakGlass,
  listSessions,
  loadStaff,
  loadStaffSecrets,
  revokeSessions,
  saveChallenge,
  savePassword,
  saveTotp,
  type StaffMember,
  takeChallenge,
} from "@fairdue/store";
import type { Context, Hono } from "hono";
import { toString as qrSvg } from "qrcode";
import { z } from "zod";
import { hashPassword, passwordFault, verifyPassword } from "../../identity/password.ts";
import { openSecondFactor, sealSecondFactor } from "../../identity/second-factor.ts";
import {
  confirmTotp,
  signInStaff,
  type SignInRefusal,
  staffSessionHours,
} from "../../identity/staff-sign-in.ts";
import { newTotpSecret, totpStepOf, totpUri } from "../../identity/totp.ts";
import { cookieText, deviceCookie, readCookie, sessionCookie } from "../auth/cookies.ts";
import { answerProblem } from "../compose/problem-answer.ts";
import type { Shell } from "../compose/shell.ts";
import { deviceOf, originOf, readForm, sessionOf, staffSessionOf } from "./asked.ts";

const credentials = z.strictObject({
  login: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});
const sixDigits = z.strictObject({ code: z.string().regex(/^\d{6}$/, "six digits") });
const newPassword = z.strictObject({ current: z.string().max(256), next: z.string().max(256) });
const glass = z.strictObject({
  reason: z.string().min(10).max(500),
  minutes: z.int().min(5).max(240),
});

const yearSeconds = 365 * 86_400;

/** Sign-in of staff: password, authenticator, sessions, and the emergency glass. */
export function mountStaff(app: Hono, shell: Shell): void {
  const { database } = shell;
  app.post("/auth/staff/sign-in", async (c) => {
    const form = await readForm(c, credentials);
    if (!form.ok) return answerProblem(c, form.refusal);
    const answer = await signInStaff(database, {
      ...form.value,
      origin: originOf(c),
      device: deviceOf(c),
    });
    if (!answer.ok) return refuse(c, answer.refusal);
    giveCookies(c, answer.value.secret);
    return c.json({
      state: answer.value.needsSecondFactor ? "second-factor" : "signed-in",
      staff: memberWire(answer.value.staff),
    });
  });
  app.post("/auth/staff/second-factor", async (c) => {
    const form = await readForm(c, sixDigits);
    if (!form.ok) return answerProblem(c, form.refusal);
    const session = await sessionOf(shell, c);
    if (session?.kind !== "staff") return answerProblem(c, refusal("unauthenticated"));
    const answer = await confirmTotp(database, shell.keyring, {
      session,
      code: form.value.code,
      origin: originOf(c),
      epochSeconds: Math.floor(shell.now() / 1000),
    });
    return answer.ok
      ? c.json({ state: "signed-in", staff: memberWire(answer.value) })
      : refuse(c, answer.refusal);
  });
  app.post("/auth/staff/password", async (c) => {
    const session = await staffSessionOf(shell, c);
    if (!session) return answerProblem(c, refusal("unauthenticated"));
    const form = await readForm(c, newPassword);
    if (!form.ok) return answerProblem(c, form.refusal);
    const member = await loadStaff(database, session.subjectId);
    const { passwordHash } = await loadStaffSecrets(database, session.subjectId);
    if (!(await verifyPassword(passwordHash, form.value.current)))
      return answerProblem(c, refusal("wrong-credentials"));
    if (member === undefined || passwordFault(form.value.next, member.login) !== undefined)
      return answerProblem(c, refusal("password-too-weak"));
    await savePassword(database, session.subjectId, await hashPassword(form.value.next));
    return c.json({ state: "changed" });
  });
  mountAuthenticator(app, shell);
  mountSessions(app, shell);
  app.post("/auth/staff/break-glass", async (c) => {
    const session = await staffSessionOf(shell, c);
    if (!session) return answerProblem(c, refusal("unauthenticated"));
    const form = await readForm(c, glass);
    if (!form.ok) return answerProblem(c, form.refusal);
    const { reason, minutes } = form.value;
    return c.json({ glassId: await breakGlass(database, session.subjectId, reason, minutes) });
  });
}

/** Setting up an authenticator: the secret is shown once, and kept only when its code came back. */
function mountAuthenticator(app: Hono, shell: Shell): void {
  const { database, keyring } = shell;
  app.post("/auth/staff/totp/start", async (c) => {
    const session = await staffSessionOf(shell, c);
    const member = session && (await loadStaff(database, session.subjectId));
    if (!session || !member) return answerProblem(c, refusal("unauthenticated"));
    const secret = newTotpSecret();
    const sealed = await sealSecondFactor(keyring, member.staffId, secret);
    await saveChallenge(database, {
      secret: `${session.sessionId} totp`,
      purpose: "totp-add",
      payload: { secret: sealed.toString("base64") },
      minutes: 10,
    });
    const uri = totpUri(secret, member.login);
    return c.json({ secret, uri, qr: await qrSvg(uri, { type: "svg", margin: 1 }) });
  });
  app.post("/auth/staff/totp/confirm", async (c) => {
    const session = await staffSessionOf(shell, c);
    if (!session) return answerProblem(c, refusal("unauthenticated"));
    const form = await readForm(c, sixDigits);
    if (!form.ok) return answerProblem(c, form.refusal);
    const kept = z
      .object({ secret: z.string() })
      .safeParse(await takeChallenge(database, `${session.sessionId} totp`, "totp-add"));
    if (!kept.success) return answerProblem(c, refusal("wrong-credentials"));
    const sealed = Buffer.from(kept.data.secret, "base64");
    const secret = await openSecondFactor(keyring, session.subjectId, sealed);
    if (totpStepOf(secret, form.value.code, Math.floor(shell.now() / 1000)) === undefined)
      return answerProblem(c, refusal("wrong-credentials"));
    await saveTotp(database, session.subjectId, sealed);
    return c.json({ state: "added" });
  });
}

function mountSessions(app: Hono, shell: Shell): void {
  const { database } = shell;
  app.get("/auth/session", async (c) => {
    const session = await sessionOf(shell, c);
    if (session === undefined) return c.json({ kind: "none" });
    if (session.kind === "borrower")
      return c.json({ kind: "borrower", borrowerId: session.subjectId });
    if (!session.hasSecondFactor) return c.json({ kind: "staff-second-factor" });
    const member = await loadStaff(database, session.subjectId);
    return member ? c.json({ kind: "staff", staff: memberWire(member) }) : c.json({ kind: "none" });
  });
  app.get("/auth/sessions", async (c) => {
    const session = await sessionOf(shell, c);
    if (session === undefined) return answerProblem(c, refusal("unauthenticated"));
    const all = await listSessions(database, session.kind, session.subjectId);
    return c.json({
      items: all.map((it) => ({
        sessionId: it.sessionId,
        device: it.device,
        createdAt: new Date(it.createdAt).toISOString(),
        seenAt: new Date(it.seenAt).toISOString(),
        isThis: it.sessionId === session.sessionId,
      })),
    });
  });
  app.post("/auth/sessions/:sessionId/revoke", async (c) => {
    const session = await sessionOf(shell, c);
    if (session === undefined) return answerProblem(c, refusal("unauthenticated"));
    const ended = await revokeSessions(
      database,
      session.kind,
      session.subjectId,
      c.req.param("sessionId"),
    );
    return c.json({ ended });
  });
  app.post("/auth/sign-out", async (c) => {
    const session = await sessionOf(shell, c);
    if (session) await revokeSessions(database, session.kind, session.subjectId, session.sessionId);
    c.header("set-cookie", cookieText(c.req.raw, sessionCookie, "", 0), { append: true });
    return c.json({ kind: "none" });
  });
}

/** The session's cookie, and one that makes this device known for the next time. */
export function giveCookies(c: Context, secret: string, hours: number = staffSessionHours): void {
  c.header("set-cookie", cookieText(c.req.raw, sessionCookie, secret, hours * 3600), {
    append: true,
  });
  if (readCookie(c.req.raw, deviceCookie) === undefined)
    c.header(
      "set-cookie",
      cookieText(c.req.raw, deviceCookie, randomBytes(24).toString("base64url"), yearSeconds),
      { append: true },
    );
}

export function refuse(c: Context, it: SignInRefusal): Response {
  if (it.code === "too-many-tries") c.header("retry-after", String(it.waitMinutes * 60));
  return answerProblem(c, refusal(it.code));
}

/** What a page needs to know of who is using it. */
export function memberWire(member: StaffMember): {
  staffId: string;
  login: string;
  displayName: string;
  roles: readonly string[];
  teamId: string | null;
  agencyId: string | null;
  language: string;
  hasSecondFactor: boolean;
  permissions: readonly Permission[];
} {
  return {
    staffId: member.staffId,
    login: member.login,
    displayName: member.displayName,
    roles: member.roles,
    teamId: member.teamId,
    agencyId: member.agencyId,
    language: member.language,
    hasSecondFactor: member.hasSecondFactor,
    permissions: permissions.filter((it) =>
      member.roles.some((role) => roles[role].grants[it] !== undefined),
    ),
  };
}
