import { accepted } from "@fairdue/kernel";
import {
  decideApproval,
  issueCode,
  keyringFrom,
  listSessions,
  loadSession,
  loadStaff,
  newKeyFile,
  requestApproval,
  revokeSessions,
  saveRoles,
  saveTotp,
  insertStaff,
  useCode,
} from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword, passwordFault } from "../../apps/fairdue/src/identity/password.ts";
import { sealSecondFactor } from "../../apps/fairdue/src/identity/second-factor.ts";
import {
  confirmTotp,
  idleMinutes,
  signInStaff,
} from "../../apps/fairdue/src/identity/staff-sign-in.ts";
import { newTotpSecret, totpCode } from "../../apps/fairdue/src/identity/totp.ts";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";

let db: TestDatabase;
const keyring = keyringFrom(newKeyFile());
const password = "a long and quiet river";

beforeAll(async () => {
  db = await openTestDatabase();
  const passwordHash = await hashPassword(password);
  const base = { teamId: "north", agencyId: null, language: "zh-CN", passwordHash } as const;
  await insertStaff(db, [
    { ...base, staffId: "act_li", login: "li.wei", displayName: "李薇", roles: ["collector"] },
    {
      ...base,
      staffId: "act_zhao",
      login: "zhao.min",
      displayName: "赵敏",
      roles: ["administrator"],
    },
  ]);
  await db.rows("INSERT INTO borrowers (borrower_id) VALUES ('brw_ada')");
});
afterAll(() => db.drop());

const tries = (login: string, given: string, origin = "203.0.113.7") =>
  signInStaff(db, { login, password: given, origin, device: "test" });

test("the right password opens a session, and only its hash is kept", async () => {
  const answer = await tries(" Li.Wei ", password);
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value.needsSecondFactor).toBe(false);
  const session = await loadSession(db, answer.value.secret, idleMinutes);
  expect(session).toMatchObject({ subjectId: "act_li", hasSecondFactor: true });
  const stored = await db.rows("SELECT s::text AS line FROM sessions s");
  expect(stored.map((it) => String(it["line"])).join()).not.toContain(answer.value.secret);
});

test("a stranger who guesses makes himself wait, and nobody else", async () => {
  for (let time = 0; time < 5; time += 1)
    expect(await tries("li.wei", "wrong", "198.51.100.9")).toMatchObject({
      refusal: { code: "wrong-credentials" },
    });
  expect(await tries("li.wei", password, "198.51.100.9")).toMatchObject({
    refusal: { code: "too-many-tries" },
  });
  expect((await tries("li.wei", password, "203.0.113.7")).ok).toBe(true);
});

test("a login that does not exist is answered as a wrong password", async () => {
  expect(await tries("nobody", password, "203.0.113.8")).toEqual({
    ok: false,
    refusal: { code: "wrong-credentials" },
  });
});

test("with a second factor the session opens nothing until its code is given, once", async () => {
  const secret = newTotpSecret();
  await saveTotp(db, "act_zhao", await sealSecondFactor(keyring, "act_zhao", secret));
  const answer = await tries("zhao.min", password);
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value.needsSecondFactor).toBe(true);
  const session = await loadSession(db, answer.value.secret, idleMinutes);
  if (!session) throw new Error("no session");
  expect(session.hasSecondFactor).toBe(false);
  const epochSeconds = 1_800_000_000;
  const code = totpCode(secret, epochSeconds);
  const confirm = (given: string) =>
    confirmTotp(db, keyring, { session, code: given, origin: "203.0.113.7", epochSeconds });
  expect((await confirm(code === "000000" ? "000001" : "000000")).ok).toBe(false);
  expect((await confirm(code)).ok).toBe(true);
  // Seen over a shoulder, it is worth nothing.
  expect((await confirm(code)).ok).toBe(false);
  expect((await loadSession(db, answer.value.secret, idleMinutes))?.hasSecondFactor).toBe(true);
});

test("a change of roles ends the sessions of that person, so that it holds at once", async () => {
  const answer = await tries("li.wei", password);
  if (!answer.ok) throw new Error(answer.refusal.code);
  await db.transaction((tx) =>
    saveRoles(tx, "act_li", {
      roles: ["team-lead"],
      teamId: "south",
      agencyId: null,
      isActive: true,
    }),
  );
  expect(await loadSession(db, answer.value.secret, idleMinutes)).toBeUndefined();
  expect((await loadStaff(db, "act_li"))?.roles).toEqual(["team-lead"]);
});

test("somebody sees his sessions and ends one of them", async () => {
  await tries("li.wei", password);
  const second = await tries("li.wei", password);
  if (!second.ok) throw new Error(second.refusal.code);
  const [newest, older] = await listSessions(db, "staff", "act_li");
  expect(await revokeSessions(db, "staff", "act_li", older?.sessionId)).toBe(1);
  expect(await loadSession(db, second.value.secret, idleMinutes)).toMatchObject({
    sessionId: newest?.sessionId,
  });
});

test("nobody approves his own request, not even past the code", async () => {
  const approvalId = await db.transaction((tx) =>
    requestApproval(tx, {
      kind: "waiver.approve",
      subject: "acc_1",
      payload: {},
      requestedBy: "act_li",
    }),
  );
  const decide = (decidedBy: string) =>
    db.transaction((tx) =>
      decideApproval(tx, { approvalId, decidedBy, decision: "approved", reason: "hardship" }),
    );
  expect(await decide("act_li")).toMatchObject({ refusal: { code: "own-request" } });
  await expect(
    db.rows(
      "UPDATE approvals SET decided_by = requested_by, decided_at = now(), decision = 'approved'",
    ),
  ).rejects.toThrow();
  expect(await decide("act_zhao")).toMatchObject(accepted({ decision: "approved" }));
  expect(await decide("act_zhao")).toMatchObject({ refusal: { code: "already-decided" } });
});

test("a borrower's code works once, on the device that asked for it, and dies after five tries", async () => {
  const issue = () => db.transaction((tx) => issueCode(tx, "brw_ada", "phone-1", 10));
  const give = (codeId: string, code: string, device = "phone-1") =>
    db.transaction((tx) => useCode(tx, { borrowerId: "brw_ada", codeId, code, device }));
  const first = await issue();
  expect(await give(first.codeId, first.code, "phone-2")).toBe(false);
  expect(await give(first.codeId, first.code)).toBe(true);
  expect(await give(first.codeId, first.code)).toBe(false);
  const second = await issue();
  const wrong = second.code === "123456" ? "654321" : "123456";
  for (let time = 0; time < 5; time += 1) expect(await give(second.codeId, wrong)).toBe(false);
  expect(await give(second.codeId, second.code)).toBe(false);
});

test("a password is long, and not the login", () => {
  expect(passwordFault("short", "li.wei")).toBe("too-short");
  expect(passwordFault("li.wei and more", "li.wei")).toBe("is-login");
  expect(passwordFault(password, "li.wei")).toBeUndefined();
});
