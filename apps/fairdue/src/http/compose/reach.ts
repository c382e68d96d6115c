import { type Endpoint, refusal, type Refused } from "@fairdue/api";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import { decideAccess, type StaffActor } from "@fairdue/servicing";
import { loadAccessSubject, narrowed, recordRefusal, type RowReach } from "@fairdue/store";
import type { Actor } from "../auth/actor.ts";
import { permissionOf } from "../auth/scopes.ts";
import type { Shell } from "./shell.ts";

/**
 * The world as far as this actor sees it. Where the address names a borrower, his matter must be
 * within reach; where it names none, questions are cut to the reach by the database.
 */
export async function reachOf(
  shell: Shell,
  endpoint: Endpoint,
  asked: { readonly actor: Actor; readonly params: unknown },
): Promise<Outcome<Shell, Refused>> {
  const { actor } = asked;
  if (actor.who.kind === "borrower") {
    const named = borrowerIn(asked.params);
    if (named !== undefined && named !== actor.who.borrowerId)
      return refused(refusal("beyond-reach"));
    return accepted({
      ...shell,
      database: narrowed(shell.database, { kind: "self", key: actor.who.borrowerId }),
    });
  }
  // What is a person's own has no meaning for a program or for staff.
  if (endpoint.scope.startsWith("self:")) return refused(refusal("beyond-reach"));
  if (actor.who.kind !== "staff" || endpoint.scope === "public") return accepted(shell);
  const { staff } = actor.who;
  const permission = permissionOf(endpoint.scope);
  if (permission === undefined) return accepted(shell);
  const borrowerId = borrowerIn(asked.params);
  const decided = decideAccess(staff, permission, {
    epochSeconds: Math.floor(shell.now() / 1000),
    ...(borrowerId === undefined
      ? {}
      : { subject: await loadAccessSubject(shell.database, borrowerId) }),
  });
  if (!decided.ok) {
    await recordRefusal(shell.database, actor.actorId, decided.refusal, borrowerId ?? "");
    return refused(refusal("beyond-reach"));
  }
  const rows = rowReachOf(staff, decided.value.reach);
  return accepted(rows === null ? shell : { ...shell, database: narrowed(shell.database, rows) });
}

function rowReachOf(staff: StaffActor, reach: "own" | "team" | "agency" | "all"): RowReach | null {
  if (reach === "all") return null;
  if (reach === "own") return { kind: "own", key: staff.actorId };
  return { kind: reach, key: (reach === "team" ? staff.teamId : staff.agencyId) ?? "" };
}

function borrowerIn(params: unknown): string | undefined {
  const value: unknown =
    typeof params === "object" && params !== null ? Reflect.get(params, "borrowerId") : undefined;
  return typeof value === "string" ? value : undefined;
}
