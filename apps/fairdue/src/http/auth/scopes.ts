import { type Scope, scopes } from "@fairdue/api";
import { type Permission, type RoleId, roles } from "@fairdue/servicing";

/**
 * The permission behind each scope. Programs hold scopes; people hold roles, which grant
 * permissions with a reach. `null` where no role grants it: programs and borrowers only.
 */
const permissionByScope: Readonly<Record<Scope, Permission | null>> = {
  "accounts:read": "borrower.read",
  "accounts:write": "account.command",
  "approvals:decide": "account.waive",
  "arrangements:offer": "arrangement.offer",
  "books:read": "book.read",
  "books:write": null,
  "borrowers:read": "borrower.read",
  "borrowers:write": null,
  "cases:assign": "case.assign",
  // A collector reads his team's cases, and takes in hand what nobody owns.
  "cases:claim": "case.read",
  "cases:read": "case.read",
  "cases:work": "case.work",
  "complaints:work": "complaint.work",
  "close:read": "book.read",
  "close:run": "close.run",
  "contacts:ask": "contact.propose",
  "contacts:read": "borrower.read",
  "figures:read": "book.read",
  // What a person answers about his own decisions.
  "decisions:answer": null,
  "decisions:read": "decision.review",
  "decisions:review": "decision.review",
  "decisions:write": null,
  "hardship:decide": "hardship.decide",
  "ledger:read": "ledger.read",
  "models:change": "model.change",
  "models:read": "model.change",
  "people:reveal": "borrower.reveal",
  "people:search": "borrower.search",
  "log:read": "log.read",
  "plans:read": "book.read",
  "plans:run": "strategy.change",
  "products:read": "book.read",
  "products:write": null,
  "quotes:read": "borrower.read",
  "rules:read": "packs.read",
  "self:read": null,
  "self:write": null,
  "strategies:read": "book.read",
  "strategies:write": "strategy.change",
  "templates:read": "contact.propose",
  "templates:write": "template.write",
  "webhooks:read": "staff.change",
  "webhooks:write": "staff.change",
};

export function permissionOf(scope: Scope): Permission | undefined {
  return permissionByScope[scope] ?? undefined;
}

/** The scopes that somebody's roles come to. */
export function scopesOfRoles(held: readonly RoleId[]): ReadonlySet<Scope> {
  return new Set(
    scopes.filter((scope) => {
      const permission = permissionByScope[scope];
      return permission !== null && held.some((it) => roles[it].grants[permission] !== undefined);
    }),
  );
}

/** A borrower reads his own accounts by the same addresses as staff; the reach cuts them to his own. */
export const borrowerScopes: ReadonlySet<Scope> = new Set<Scope>([
  "accounts:read",
  "decisions:answer",
  "decisions:read",
  "products:read",
  "quotes:read",
  "self:read",
  "self:write",
]);
