import { refusal } from "@fairdue/api";
import { loadStaffBySubject, openSession, saveChallenge, takeChallenge } from "@fairdue/store";
import type { Hono } from "hono";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import { staffSessionHours } from "../../identity/staff-sign-in.ts";
import { answerProblem } from "../compose/problem-answer.ts";
import type { Shell } from "../compose/shell.ts";
import { deviceOf } from "./asked.ts";
import { siteOf } from "./passkeys.ts";
import { giveCookies } from "./staff.ts";

/** The lender's own identity provider, where it has one. */
export type OidcSettings = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
};

export function oidcSettings(
  environment: Readonly<Record<string, string | undefined>>,
): OidcSettings | undefined {
  const issuer = environment["FAIRDUE_OIDC_ISSUER"];
  const clientId = environment["FAIRDUE_OIDC_CLIENT_ID"];
  const clientSecret = environment["FAIRDUE_OIDC_CLIENT_SECRET"];
  if (!issuer || !clientId || !clientSecret) return undefined;
  return { issuer: new URL(issuer), clientId, clientSecret };
}

const kept = z.object({ verifier: z.string() });

/**
 * Single sign-on by OpenID Connect (code flow with PKCE). Only staff who are known here by their
 * subject at the provider come in: the provider says who somebody is, never what he may do.
 */
export function mountOidc(app: Hono, shell: Shell, settings: OidcSettings): void {
  const { database } = shell;
  let found: Promise<Configuration> | undefined;
  const provider = (): Promise<Configuration> => {
    found ??= discovery(settings.issuer, settings.clientId, settings.clientSecret, undefined, {
      execute: settings.issuer.protocol === "http:" ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  app.get("/auth/oidc/start", async (c) => {
    const verifier = randomPKCECodeVerifier();
    const state = randomState();
    await saveChallenge(database, {
      secret: state,
      purpose: "oidc",
      payload: { verifier },
      minutes: 10,
    });
    const address = buildAuthorizationUrl(await provider(), {
      redirect_uri: `${siteOf(c).origin}/auth/oidc/callback`,
      scope: "openid",
      state,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    return c.redirect(address.href, 303);
  });
  app.get("/auth/oidc/callback", async (c) => {
    const state = c.req.query("state") ?? "";
    const asked = kept.safeParse(await takeChallenge(database, state, "oidc"));
    if (!asked.success) return answerProblem(c, refusal("wrong-credentials"));
    const url = new URL(c.req.url);
    const address = new URL(`${siteOf(c).origin}${url.pathname}${url.search}`);
    const tokens = await authorizationCodeGrant(await provider(), address, {
      expectedState: state,
      pkceCodeVerifier: asked.data.verifier,
      idTokenExpected: true,
    }).catch(() => undefined);
    const subject = tokens?.claims()?.sub;
    const member = subject === undefined ? undefined : await loadStaffBySubject(database, subject);
    if (!member?.isActive) return answerProblem(c, refusal("wrong-credentials"));
    const { secret } = await openSession(database, {
      kind: "staff",
      subjectId: member.staffId,
      device: deviceOf(c),
      // The provider has asked for its own second factor.
      hasSecondFactor: true,
      hours: staffSessionHours,
    });
    giveCookies(c, secret);
    return c.redirect("/console", 303);
  });
}
