import { brokenGlassUntil, type Database, loadSession, loadStaff } from "@fairdue/store";
import { idleMinutes } from "../../identity/staff-sign-in.ts";
import type { Actor, Authenticate } from "./actor.ts";
import { readCookie, sessionCookie } from "./cookies.ts";
import { borrowerScopes, scopesOfRoles } from "./scopes.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request comes from a page of ours: others can send the cookie, not the header. */
export function isFromOurPage(request: Request): boolean {
  if (safeMethods.has(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  return (
    request.headers.get("x-fairdue-page") === "1" &&
    (site === null || site === "same-origin" || site === "none")
  );
}

/** People who have signed in, known by the cookie of their session. */
export function sessions(database: Database, now: () => number): Authenticate {
  return async (request) => {
    const secret = readCookie(request, sessionCookie);
    if (secret === undefined || !isFromOurPage(request)) return undefined;
    const session = await loadSession(database, secret, idleMinutes);
    if (session === undefined) return undefined;
    if (session.kind === "borrower")
      return {
        actorId: session.subjectId,
        scopes: borrowerScopes,
        who: {
          kind: "borrower",
          borrowerId: session.subjectId,
          sessionId: session.sessionId,
        },
      } satisfies Actor;
    if (!session.hasSecondFactor) return undefined;
    const member = await loadStaff(database, session.subjectId);
    if (member === undefined || !member.isActive) return undefined;
    const untilMs = await brokenGlassUntil(database, member.staffId);
    return {
      actorId: member.staffId,
      scopes: scopesOfRoles(member.roles),
      who: {
        kind: "staff",
        sessionId: session.sessionId,
        staff: {
          actorId: member.staffId,
          roles: member.roles,
          teamId: member.teamId,
          agencyId: member.agencyId,
          scopes: null,
          brokenGlassUntil: untilMs === null || untilMs < now() ? null : Math.floor(untilMs / 1000),
        },
      },
    };
  };
}
