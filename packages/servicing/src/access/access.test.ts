import { expect, test } from "vitest";
import { type AccessSubject, decideAccess, type RoleId, type StaffActor } from "./index.ts";

const nobodys: AccessSubject = { ownerId: null, teamId: null, agencyId: null };

function staff(role: RoleId, more: Partial<StaffActor> = {}): StaffActor {
  return {
    actorId: "act_me",
    roles: [role],
    teamId: "north",
    agencyId: null,
    scopes: null,
    brokenGlassUntil: null,
    ...more,
  };
}

function tries(
  actor: StaffActor,
  permission: Parameters<typeof decideAccess>[1],
  subject?: AccessSubject,
): string {
  const answer = decideAccess(actor, permission, {
    epochSeconds: 1000,
    ...(subject ? { subject } : {}),
  });
  return answer.ok ? `yes, ${answer.value.reach}` : answer.refusal.code;
}

test("a collector reads his team's cases and works on his own", () => {
  const collector = staff("collector");
  const colleague = { ownerId: "act_other", teamId: "north", agencyId: null };
  const mine = { ...colleague, ownerId: "act_me" };
  const elsewhere = { ownerId: "act_other", teamId: "south", agencyId: null };
  expect(tries(collector, "case.read", colleague)).toBe("yes, team");
  expect(tries(collector, "case.work", colleague)).toBe("beyond-reach");
  expect(tries(collector, "case.work", mine)).toBe("yes, own");
  expect(tries(collector, "case.read", elsewhere)).toBe("beyond-reach");
  expect(tries(collector, "ledger.read")).toBe("not-granted");
});

test("somebody of an agency never sees a case of another agency or of the lender", () => {
  const outside = staff("agency-collector", { agencyId: "agy_1", teamId: null });
  expect(tries(outside, "case.read", { ...nobodys, agencyId: "agy_1" })).toBe("yes, agency");
  expect(tries(outside, "case.read", { ...nobodys, agencyId: "agy_2" })).toBe("beyond-reach");
  expect(tries(outside, "case.read", nobodys)).toBe("beyond-reach");
  const lead = staff("team-lead", { agencyId: "agy_1" });
  expect(tries(lead, "case.read", { ownerId: null, teamId: "north", agencyId: null })).toBe(
    "beyond-reach",
  );
});

test("a key narrowed to one scope does nothing else", () => {
  const key = staff("service", { scopes: ["contact.propose"] });
  expect(tries(key, "contact.propose", nobodys)).toBe("yes, all");
  expect(tries(key, "account.command", nobodys)).toBe("out-of-scope");
});

test("a broken glass opens reading for a while, and never changes anything", () => {
  const opened = staff("collector", { brokenGlassUntil: 1001 });
  const elsewhere = { ownerId: null, teamId: "south", agencyId: null };
  expect(tries(opened, "borrower.read", elsewhere)).toBe("yes, all");
  expect(tries(opened, "case.work", elsewhere)).toBe("beyond-reach");
  expect(tries(staff("collector", { brokenGlassUntil: 1000 }), "borrower.read", elsewhere)).toBe(
    "beyond-reach",
  );
});

test("the regulator reads supervision and cosigns, and changes nothing else", () => {
  const regulator = staff("regulator", { teamId: null });
  expect(tries(regulator, "log.cosign")).toBe("yes, all");
  for (const it of ["account.command", "borrower.reveal", "staff.change", "packs.change"] as const)
    expect(tries(regulator, it)).toBe("not-granted");
});
