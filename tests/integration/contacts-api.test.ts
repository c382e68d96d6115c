import { randomUUID } from "node:crypto";
import { sequenceAll } from "@fairdue/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk as openContactDesk } from "../../apps/fairdue/src/gate/desk.ts";
import { openDesk, type Desk } from "./api-desk.ts";
import { rulesOf } from "./gate/rules-for-tests.ts";
import { withWishes } from "@fairdue/servicing";

let desk: Desk;
let contacts: ReturnType<typeof openContactDesk>;

beforeAll(async () => {
  desk = await openDesk();
  contacts = openContactDesk(
    desk.shell,
    withWishes(rulesOf({ attemptsMax: 2, windowMs: 3_600_000 })),
  );
  const put = await desk.app.request("/v1/books/retail/text-frame", {
    method: "PUT",
    headers: {
      authorization: `Bearer ${desk.key}`,
      "content-type": "application/json",
      "idempotency-key": "frame",
    },
    body: JSON.stringify({
      lender: { "zh-CN": "有度消费金融", en: "Fairdue Finance" },
      complaintLine: "95000",
      verifyPage: "verify.lender.example",
      currency: "CNY",
    }),
  });
  expect(put.status).toBe(200);
  const template = await desk.post("/v1/templates", reminder);
  expect(await template.json()).toMatchObject({ version: 1, isLawful: true });
  const own = await desk.post("/v1/templates/due-reminder/1/approval", {});
  expect(await own.json()).toMatchObject({ code: "template-by-same-person" });
  const second = await desk.keyWith(["templates:write"], "second");
  const approved = await desk.post(
    "/v1/templates/due-reminder/1/approval",
    {},
    { authorization: `Bearer ${second}` },
  );
  expect(approved.status).toBe(201);
});
afterAll(() => desk.close());

const reminder = {
  templateId: "due-reminder",
  channels: ["sms", "inbox"],
  purpose: "collection",
  recipients: ["borrower"],
  subject: { "zh-CN": "还款提醒", en: "Payment reminder" },
  body: {
    "zh-CN": "您的账单{{amount}}已于{{dueOn}}到期，请安排还款；如有困难，可在应用内申请协商。",
    en: "Your bill of {{amount}} fell due on {{dueOn}}. If that is difficult, ask for help in the app.",
  },
  variables: { amount: "amount", dueOn: "day" },
};

async function someone(): Promise<string> {
  const borrowerId = `brw_${randomUUID()}`;
  await desk.post("/v1/borrowers", { borrowerId });
  const opened = await desk.post("/v1/books/retail/contacts", { borrowerIds: [borrowerId] });
  expect(opened.status).toBe(201);
  return borrowerId;
}

const sms = (borrowerId: string) => ({
  borrowerId,
  accountIds: ["acc_1"],
  channel: "sms",
  purpose: "collection",
  recipient: { role: "borrower", contactPoint: "phone" },
  content: {
    kind: "template",
    templateId: "due-reminder",
    language: "zh-CN",
    values: { amount: 123_456, dueOn: "2026-03-31" },
  },
  actor: { agencyId: null, collectorId: null, isAutomated: true },
});
const call = (borrowerId: string) => ({
  ...sms(borrowerId),
  channel: "call",
  content: { kind: "script", script: "opening" },
});

describe("the gate over HTTP", () => {
  test("permits, is asked again under the same key, refuses the third, and says why in two languages", async () => {
    const borrowerId = await someone();
    const first = await (
      await desk.post("/v1/permits", { ...call(borrowerId), requestKey: "k1" })
    ).json();
    expect(first).toMatchObject({ outcome: "allow", permit: { channel: "call" } });
    const again = await (
      await desk.post("/v1/permits", { ...call(borrowerId), requestKey: "k1" })
    ).json();
    expect(again.permit.token).toBe(first.permit.token);
    await desk.post("/v1/permits", call(borrowerId));
    const third = await (await desk.post("/v1/permits", call(borrowerId))).json();
    expect(third).toMatchObject({
      outcome: "deny",
      permit: null,
      rules: ["test/cap@1"],
      says: { en: "deny" },
    });
  });

  test("answers a campaign in one call, in order, with a problem where something is wrong", async () => {
    const people = await Promise.all([someone(), someone(), someone()]);
    const wrong = {
      ...sms(people[2]!),
      content: { ...sms(people[2]!).content, values: { amount: "much" } },
    };
    const answer = await (
      await desk.post("/v1/permits/batch", {
        requests: [sms(people[0]!), sms("brw_nobody"), sms(people[1]!), wrong],
      })
    ).json();
    expect(
      answer.answers.map(
        (it: { answer?: { outcome: string }; problem?: { code: string } }) =>
          it.answer?.outcome ?? it.problem?.code,
      ),
    ).toEqual(["allow", "contacts-not-open", "allow", "invalid-request"]);
  });

  test("a text is redeemed with exactly what was permitted, and waits; other words are refused", async () => {
    const borrowerId = await someone();
    const asked = await (await desk.post("/v1/permits", sms(borrowerId))).json();
    const content = { ...sms(borrowerId).content, salt: asked.contentSalt };
    const redeem = (it: object) =>
      desk.post("/v1/permits/redemptions", {
        ...sms(borrowerId),
        content,
        token: asked.permit.token,
        ...it,
      });
    const other = await redeem({
      content: { ...content, values: { amount: 999, dueOn: "2026-03-31" } },
    });
    expect(await other.json()).toMatchObject({ code: "permit-for-another-act" });
    const used = await redeem({});
    expect(used.status).toBe(201);
    expect((await used.json()).messageId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await (await redeem({})).json()).toMatchObject({ code: "permit-redeemed" });
    const { contacts: all } = await (await desk.get(`/v1/borrowers/${borrowerId}/contacts`)).json();
    expect(all).toMatchObject([{ channel: "sms", ended: "redeemed", status: "queued" }]);
  });

  test("a person's word is in force at once: the permit that was out is revoked by name", async () => {
    const borrowerId = await someone();
    const asked = await (await desk.post("/v1/permits", call(borrowerId))).json();
    const stop = await (
      await desk.post(`/v1/borrowers/${borrowerId}/contact-controls`, { kind: "cease" })
    ).json();
    expect(stop.revokedPermits).toEqual([asked.permit.permitId]);
    const late = await desk.post("/v1/permits/redemptions", {
      ...call(borrowerId),
      token: asked.permit.token,
    });
    expect(late.status).toBe(410);
    expect(await late.json()).toMatchObject({ code: "permit-revoked" });
    const next = await (await desk.post("/v1/permits", call(borrowerId))).json();
    expect(next).toMatchObject({ outcome: "deny", rules: ["house/wish-cease@1"] });
  });

  test("the dialler tells how a call ended, once; a conversation makes what is out be asked anew", async () => {
    const borrowerId = await someone();
    const asked = await (await desk.post("/v1/permits", call(borrowerId))).json();
    await desk.post("/v1/permits/redemptions", { ...call(borrowerId), token: asked.permit.token });
    const second = await (await desk.post("/v1/permits", call(borrowerId))).json();
    const path = `/v1/borrowers/${borrowerId}/permits/${asked.permit.permitId}/outcome`;
    const told = {
      outcome: "conversation",
      endedAt: new Date().toISOString(),
      recordingRef: "rec/2026/1",
    };
    const answer = await (await desk.post(path, told)).json();
    expect(answer.revokedPermits).toEqual([second.permit.permitId]);
    expect(await (await desk.post(path, told)).json()).toMatchObject({
      code: "outcome-told-before",
    });
  });

  test("a template with a threat is written down as objected to, and can't be approved", async () => {
    const threat = {
      ...reminder,
      templateId: "threat",
      body: {
        ...reminder.body,
        "zh-CN": "{{amount}}{{dueOn}}再不还钱就打断你的腿，让你全家不得安宁。",
      },
    };
    expect(await (await desk.post("/v1/templates", threat)).json()).toMatchObject({
      isLawful: false,
    });
    const second = await desk.keyWith(["templates:write"], "second");
    const approved = await desk.post(
      "/v1/templates/threat/1/approval",
      {},
      { authorization: `Bearer ${second}` },
    );
    expect(await approved.json()).toMatchObject({ code: "template-objected" });
  });
});

describe("is this contact genuine?", () => {
  const verify = async (code: string, ip = "1.1.1.1") => {
    const response = await desk.app.request(`/v1/verify/${code}`, {
      headers: { "x-forwarded-for": ip },
    });
    return { status: response.status, body: await response.json() };
  };

  test("a code that was used says which firm, what may be done, which rights; never whom or how much", async () => {
    const borrowerId = await someone();
    const sent = await (await desk.post("/v1/messages", sms(borrowerId))).json();
    const code = sent.decision.permit.verifyCode;
    const { body } = await verify(`${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`);
    expect(body).toMatchObject({
      verdict: "genuine",
      firm: { zh: "有度消费金融", en: "Fairdue Finance" },
      agency: null,
      channel: "sms",
      complaintLine: "95000",
      mayToday: [{ channel: "call" }, { channel: "sms" }, { channel: "visit" }],
    });
    const text = JSON.stringify(body);
    for (const secret of [borrowerId, "acc_1", "1,234.56", "123456", "collection"])
      expect(text).not.toContain(secret);
  });

  test("a code that was never drawn and one that was never used get the same words, and are reported", async () => {
    const borrowerId = await someone();
    const unused = await (await desk.post("/v1/permits", call(borrowerId))).json();
    const one = await verify("ZZZZZZZZZZ");
    const two = await verify(unused.permit.verifyCode);
    expect(one.body).toEqual(two.body);
    expect(one.body.verdict).toBe("not-genuine");
    const { reports } = await (await desk.get("/v1/contact-reports")).json();
    expect(
      reports
        .map((it: { kind: string }) => it.kind)
        .slice(0, 2)
        .sort(),
    ).toEqual(["unknown-code", "unused-code"]);
  });

  test("anyone may report a contact, in their own words", async () => {
    const response = await desk.app.request("/v1/verify/ABCDE12345/reports", {
      method: "POST",
      body: JSON.stringify({ words: "自称有度，要求转账到个人账户", cameFrom: "13900139000" }),
    });
    expect(response.status).toBe(201);
    const { reports } = await (await desk.get("/v1/contact-reports")).json();
    expect(reports[0]).toMatchObject({ kind: "reported", words: "自称有度，要求转账到个人账户" });
  });

  test("codes can't be tried through: after thirty questions within the hour there is no answer", async () => {
    const seen: number[] = [];
    for (let k = 0; k < 40; k++) seen.push((await verify(`A${k}`)).status);
    expect(seen.filter((it) => it === 200).length).toBeLessThanOrEqual(30);
    expect(seen.at(-1)).toBe(429);
  });
});

test("the log is published as tiles, proves what was decided, and verifies", async () => {
  const borrowerId = await someone();
  await desk.post("/v1/permits", call(borrowerId));
  expect((await desk.app.request("/log/checkpoint")).status).toBe(404);
  await sequenceAll(desk.database, { key: contacts.logKey });
  const checkpoint = await (await desk.app.request("/log/checkpoint")).text();
  expect(checkpoint.split("\n")[0]).toBe("log.fairdue.local");
  const size = Number(checkpoint.split("\n")[1]);
  const path = `/log/tile/0/000${size < 256 ? `.p/${size}` : ""}`;
  const tile = new Uint8Array(await (await desk.app.request(path)).arrayBuffer());
  expect(tile.length).toBe(Math.min(size, 256) * 32);
  const { contacts: all } = await (await desk.get(`/v1/borrowers/${borrowerId}/contacts`)).json();
  const { proof } = await (
    await desk.get(`/v1/borrowers/${borrowerId}/log/${all[0].leafId}`)
  ).json();
  expect(proof).toMatchObject({ format: "fairdue-proof/v1" });
  expect(proof.leaf).not.toContain(borrowerId);
  const report = await (await desk.get("/v1/log/verification")).json();
  expect(report).toMatchObject({ size, faults: [] });
});
