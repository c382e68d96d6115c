import { accepted, type Outcome, refused } from "@fairdue/kernel";
import { type Permission, type Reach, type RoleId, roles } from "./roles.ts";

/** Who asks. A borrower is not staff: he sees his own matters by his own session, not by a role. */
export type StaffActor = {
  readonly actorId: string;
  readonly roles: readonly RoleId[];
  readonly teamId: string | null;
  readonly agencyId: string | null;
  /** Narrows an API key to some permissions; `null` leaves all that its roles grant. */
  readonly scopes: readonly Permission[] | null;
  /** A broken glass: every read is open until then (epoch seconds), and reviewed afterwards. */
  readonly brokenGlassUntil: number | null;
};

/** Whose matter it is: where its case lies. */
export type AccessSubject = {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly agencyId: string | null;
};

export type AccessRefusal = {
  readonly code: "not-granted" | "out-of-scope" | "beyond-reach";
  readonly permission: Permission;
  /** How far the widest grant would have reached. */
  readonly reach: Reach | null;
};

export type AccessGrant = { readonly reach: Reach; readonly isByBrokenGlass: boolean };

const order: Readonly<Record<Reach, number>> = { own: 0, team: 1, agency: 2, all: 3 };

/** What a broken glass opens: reading, never changing. */
const openedByGlass: readonly Permission[] = [
  "borrower.search",
  "borrower.read",
  "borrower.reveal",
  "case.read",
];

/**
 * The one place where access is decided. Without a subject the question is whether the actor may
 * do it anywhere at all; lists are then narrowed by the reach that comes back.
 */
export function decideAccess(
  actor: StaffActor,
  permission: Permission,
  at: { readonly epochSeconds: number; readonly subject?: AccessSubject },
): Outcome<AccessGrant, AccessRefusal> {
  if (actor.scopes !== null && !actor.scopes.includes(permission))
    return refused({ code: "out-of-scope", permission, reach: null });
  const reaches = actor.roles
    .map((it) => roles[it].grants[permission])
    .filter((it) => it !== undefined)
    .sort((a, b) => order[b] - order[a]);
  const within = reaches.find((it) => at.subject === undefined || covers(actor, it, at.subject));
  if (within !== undefined) return accepted({ reach: within, isByBrokenGlass: false });
  const isBroken = actor.brokenGlassUntil !== null && at.epochSeconds < actor.brokenGlassUntil;
  if (isBroken && openedByGlass.includes(permission))
    return accepted({ reach: "all", isByBrokenGlass: true });
  const [widest] = reaches;
  return refused({
    code: widest === undefined ? "not-granted" : "beyond-reach",
    permission,
    reach: widest ?? null,
  });
}

function covers(actor: StaffActor, reach: Reach, subject: AccessSubject): boolean {
  if (reach === "all") return true;
  // Somebody of an agency never leaves it, whatever else he is granted.
  if (actor.agencyId !== null && actor.agencyId !== subject.agencyId) return false;
  if (reach === "own") return subject.ownerId === actor.actorId;
  if (reach === "team") return actor.teamId !== null && actor.teamId === subject.teamId;
  return actor.agencyId !== null && actor.agencyId === subject.agencyId;
}

/** What needs a second person's yes: the one who asks may not be the one who decides. */
export const fourEyesKinds = [
  "template.approve",
  "model.activate",
  "strategy.activate",
  "packs.activate",
  "waiver.approve",
  "staff.grant",
  "agency.reinstate",
  "break-glass.review",
] as const;

export type FourEyesKind = (typeof fourEyesKinds)[number];
