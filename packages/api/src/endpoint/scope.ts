/** What a caller may do; each operation names the one that it needs. */
export const scopes = [
  "accounts:read",
  "accounts:write",
  "books:read",
  "books:write",
  "borrowers:read",
  "borrowers:write",
  "cases:assign",
  "cases:claim",
  "cases:read",
  "cases:work",
  "close:read",
  "close:run",
  "contacts:ask",
  "contacts:read",
  "figures:read",
  "decisions:answer",
  "decisions:read",
  "decisions:review",
  "decisions:write",
  "ledger:read",
  "models:change",
  "models:read",
  "people:reveal",
  "people:search",
  "log:read",
  "plans:read",
  "plans:run",
  "products:read",
  "products:write",
  "quotes:read",
  "rules:read",
  "self:read",
  "self:write",
  "strategies:read",
  "strategies:write",
  "templates:read",
  "templates:write",
  "webhooks:read",
  "webhooks:write",
] as const;

export type Scope = (typeof scopes)[number];

export function isScope(text: string): text is Scope {
  return scopes.some((it) => it === text);
}
