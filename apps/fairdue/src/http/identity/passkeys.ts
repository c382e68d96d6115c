import { refusal } from "@fairdue/api";
import {
  listPasskeys,
  loadPasskey,
  loadStaff,
  openSession,
  removePasskey,
  saveChallenge,
  savePasskey,
  takeChallenge,
  usePasskey,
} from "@fairdue/store";
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Context, Hono } from "hono";
import { z } from "zod";
import { staffSessionHours } from "../../identity/staff-sign-in.ts";
import { answerProblem } from "../compose/problem-answer.ts";
import { isSecure } from "../compose/guard-headers.ts";
import type { Shell } from "../compose/shell.ts";
import { deviceOf, readForm, staffSessionOf } from "./asked.ts";
import { giveCookies, memberWire } from "./staff.ts";

const answerForm = z.strictObject({
  challenge: z.string().min(16).max(200),
  name: z.string().min(1).max(60).optional(),
  // Its shape is checked by the verification itself, to the last byte.
  response: z.looseObject({ id: z.string() }),
});

/** Passkeys (W3C Web Authentication): both factors at once, bound to this site's address. */
export function mountPasskeys(app: Hono, shell: Shell): void {
  const { database } = shell;
  app.post("/auth/passkeys/add/start", async (c) => {
    const session = await staffSessionOf(shell, c);
    const member = session && (await loadStaff(database, session.subjectId));
    if (!member) return answerProblem(c, refusal("unauthenticated"));
    const known = await listPasskeys(database, member.staffId);
    const options = await generateRegistrationOptions({
      rpName: "Fairdue 有度",
      rpID: siteOf(c).id,
      userName: member.login,
      userDisplayName: member.displayName,
      userID: new TextEncoder().encode(member.staffId),
      attestationType: "none",
      excludeCredentials: known.map((it) => ({ id: it.credentialId })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    await remember(shell, options.challenge, "passkey-add", member.staffId);
    return c.json(options);
  });
  app.post("/auth/passkeys/add", async (c) => {
    const session = await staffSessionOf(shell, c);
    if (!session) return answerProblem(c, refusal("unauthenticated"));
    const form = await readForm(c, answerForm);
    if (!form.ok) return answerProblem(c, form.refusal);
    const asked = await takeChallenge(database, form.value.challenge, "passkey-add");
    const site = siteOf(c);
    const checked = await verifyRegistrationResponse({
      response: form.value.response as unknown as RegistrationResponseJSON,
      expectedChallenge: form.value.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
    }).catch(() => undefined);
    if (asked === undefined || !checked?.verified)
      return answerProblem(c, refusal("wrong-credentials"));
    const { credential } = checked.registrationInfo;
    await savePasskey(database, {
      credentialId: credential.id,
      staffId: session.subjectId,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name: form.value.name ?? "passkey",
    });
    return c.json({ state: "added", credentialId: credential.id });
  });
  app.post("/auth/passkeys/use/start", async (c) => {
    const options = await generateAuthenticationOptions({
      rpID: siteOf(c).id,
      userVerification: "required",
    });
    await remember(shell, options.challenge, "passkey-use", "");
    return c.json(options);
  });
  app.post("/auth/passkeys/use", async (c) => {
    const form = await readForm(c, answerForm);
    if (!form.ok) return answerProblem(c, form.refusal);
    const asked = await takeChallenge(database, form.value.challenge, "passkey-use");
    const passkey = await loadPasskey(database, form.value.response.id);
    const member = passkey && (await loadStaff(database, passkey.staffId));
    if (asked === undefined || !passkey || !member?.isActive)
      return answerProblem(c, refusal("wrong-credentials"));
    const site = siteOf(c);
    const checked = await verifyAuthenticationResponse({
      response: form.value.response as unknown as AuthenticationResponseJSON,
      expectedChallenge: form.value.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: [...passkey.transports] as AuthenticatorTransport[],
      },
    }).catch(() => undefined);
    const isRight =
      checked?.verified === true &&
      (await usePasskey(database, passkey.credentialId, checked.authenticationInfo.newCounter));
    if (!isRight) return answerProblem(c, refusal("wrong-credentials"));
    const { secret } = await openSession(database, {
      kind: "staff",
      subjectId: member.staffId,
      device: deviceOf(c),
      hasSecondFactor: true,
      hours: staffSessionHours,
    });
    giveCookies(c, secret);
    return c.json({ state: "signed-in", staff: memberWire(member) });
  });
  app.get("/auth/passkeys", async (c) => {
    const session = await staffSessionOf(shell, c);
    if (!session) return answerProblem(c, refusal("unauthenticated"));
    const all = await listPasskeys(database, session.subjectId);
    return c.json({ items: all.map(({ credentialId, name }) => ({ credentialId, name })) });
  });
  app.post("/auth/passkeys/:credentialId/remove", async (c) => {
    const session = await staffSessionOf(shell, c);
    if (!session) return answerProblem(c, refusal("unauthenticated"));
    const isGone = await removePasskey(database, session.subjectId, c.req.param("credentialId"));
    return c.json({ state: isGone ? "removed" : "unknown" });
  });
}

function remember(
  shell: Shell,
  challenge: string,
  purpose: "passkey-add" | "passkey-use",
  staffId: string,
): Promise<void> {
  return saveChallenge(shell.database, {
    secret: challenge,
    purpose,
    payload: { staffId },
    minutes: 5,
  });
}

/** The address that a passkey is bound to: the one in the person's own browser bar. */
export function siteOf(c: Context): { readonly id: string; readonly origin: string } {
  const host = c.req.header("x-forwarded-host") ?? c.req.header("host") ?? "localhost";
  return {
    id: host.replace(/:\d+$/, ""),
    origin: `${isSecure(c.req.raw) ? "https" : "http"}://${host}`,
  };
}
