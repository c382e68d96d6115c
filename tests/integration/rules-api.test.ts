import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => await desk?.close());

// oxlint-disable-next-line typescript/no-explicit-any
type Heard = { readonly status: number; readonly body: any };

async function get(path: string): Promise<Heard> {
  const answer = await desk.get(path);
  return { status: answer.status, body: await answer.json() };
}

async function post(path: string, asked: unknown): Promise<Heard> {
  const answer = await desk.post(path, asked);
  return { status: answer.status, body: await answer.json() };
}

test("a rule is read in words, and every example of it comes true", async () => {
  const { status, body } = await get("/v1/rule-packs/cn/rules/cn.voice-conversations");
  expect(status).toBe(200);
  expect(body.mustHold.zh).toContain("3");
  expect(body.examples.flatMap((it: { failures: string[] }) => it.failures)).toEqual([]);
  const missing = await get("/v1/rule-packs/cn/rules/cn.nothing");
  expect([missing.status, missing.body.code]).toEqual([404, "rule-not-found"]);
});

test("an act is put to the rules: decision, trace and the day of the act", async () => {
  const scenario = { at: "2026-11-25T23:00", zone: "Asia/Shanghai", act: { kind: "call" } };
  const { body } = await post("/v1/rule-decisions", { packs: ["cn"], scenario });
  expect(body.report.allowed).toBe(false);
  expect(body.day).toMatchObject({ zone: "Asia/Shanghai", nowMinute: 1380 });
  const wrong = await post("/v1/rule-decisions", { packs: ["mars"], scenario });
  expect([wrong.status, wrong.body.code]).toEqual([404, "rule-pack-not-found"]);
});

test("packs are compared over the decisions of the gate; an unsound pack is refused", async () => {
  const same = await post("/v1/rule-comparisons", { before: ["cn"], after: ["cn"] });
  expect([same.status, same.body]).toEqual([200, { decisions: 0, changes: [] }]);
  const asked = { before: ["cn"], after: ["cn"], pack: { id: "own" } };
  const refused = await post("/v1/rule-comparisons", asked);
  expect([refused.status, refused.body.code]).toEqual([422, "rule-pack-unsound"]);
});
