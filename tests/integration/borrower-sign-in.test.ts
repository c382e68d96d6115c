import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOn, connectSandbox, openSandbox, type Sandbox } from "../fixtures/borrower-desk.ts";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
let sandbox: Sandbox;
let connected: Awaited<ReturnType<typeof connectSandbox>>;

const wang = "13800138000";
const nobody = "13700137000";

beforeAll(async () => {
  sandbox = await openSandbox();
  desk = await openDesk(undefined, { sandbox });
  connected = await connectSandbox({ ...desk.shell, sandbox }, "retail");
  for (const [borrowerId, phone] of [
    ["brw_wang", wang],
    ["brw_li", "13900139000"],
  ] as const) {
    await desk.post("/v1/borrowers", { borrowerId });
    const opened = await desk.post(`/v1/borrowers/${borrowerId}/accounts`, {
      bookId: "retail",
      productId: "cash-line",
      productVersion: 1,
      limitMinor: 1_000_000,
    });
    expect(opened.status).toBe(201);
    await desk.post(`/v1/people/${borrowerId}/fields`, { values: { phone }, source: "borrower" });
  }
});
afterAll(async () => {
  await connected.close();
  await desk.close();
});

type Device = { cookie: string };

async function ask(device: Device, path: string, body: unknown): Promise<Response> {
  const answer = await desk.app.request(path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-fairdue-page": "1",
      "idempotency-key": crypto.randomUUID(),
      ...(device.cookie === "" ? {} : { cookie: device.cookie }),
    },
    body: JSON.stringify(body),
  });
  const given = answer.headers.getSetCookie().map((it) => it.split(";")[0]);
  if (given.length > 0) device.cookie = [device.cookie, ...given].filter(Boolean).join("; ");
  return answer;
}

describe("a borrower signs in with a code by SMS", () => {
  test("the code goes through gate, outbox and telephone network, and opens a session once", async () => {
    const device = { cookie: "" };
    const asked = await ask(device, "/auth/borrower/code", { phone: "138 0013 8000" });
    expect(asked.status).toBe(202);
    const code = await codeOn(sandbox, wang);
    const [text] = sandbox.phone.texts();
    expect(text?.text).toMatch(/^【有度消费金融】登录验证码。.*核验真伪.*投诉电话：95000/s);
    const signedIn = await ask(device, "/auth/borrower/session", { phone: wang, code });
    expect(await signedIn.json()).toEqual({ kind: "borrower", borrowerId: "brw_wang" });
    const session = await desk.app.request("/auth/session", { headers: device });
    expect(await session.json()).toEqual({ kind: "borrower", borrowerId: "brw_wang" });
    const again = await ask(device, "/auth/borrower/session", { phone: wang, code });
    expect(again.status).toBe(401);
  });

  test("an unknown number is answered in the same words, and no text leaves", async () => {
    const known = await ask({ cookie: "" }, "/auth/borrower/code", { phone: "13900139000" });
    const unknown = await ask({ cookie: "" }, "/auth/borrower/code", { phone: nobody });
    expect(unknown.status).toBe(known.status);
    expect(await unknown.text()).toBe(await known.text());
    await codeOn(sandbox, "13900139000");
    expect(sandbox.phone.texts().some((it) => it.to === nobody)).toBe(false);
  });

  test("a code works on the device that asked for it only, and dies after five wrong tries", async () => {
    const device = { cookie: "" };
    const since = Date.now();
    await ask(device, "/auth/borrower/code", { phone: wang });
    const code = await codeOn(sandbox, wang, since);
    const stranger = { cookie: "" };
    const elsewhere = await ask(stranger, "/auth/borrower/session", { phone: wang, code });
    expect(elsewhere.status).toBe(401);
    const wrong = code === "000000" ? "111111" : "000000";
    for (let k = 0; k < 5; k += 1)
      expect(
        (await ask(device, "/auth/borrower/session", { phone: wang, code: wrong })).status,
      ).toBe(401);
    expect((await ask(device, "/auth/borrower/session", { phone: wang, code })).status).toBe(401);
  });

  test("one person gets at most five codes an hour from strange devices; his own keeps working", async () => {
    for (let k = 0; k < 7; k += 1)
      await ask({ cookie: "" }, "/auth/borrower/code", { phone: "13900139000" });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const rows = await desk.database.rows(
      "SELECT count(*)::int AS n FROM sign_in_codes WHERE borrower_id = 'brw_li'",
    );
    expect(rows).toEqual([{ n: 5 }]);
    await desk.database.rows(
      "INSERT INTO borrower_devices (borrower_id, device_hash, name) VALUES ('brw_li', sha256('own-device-own-device'::bytea), 'mine')",
    );
    const since = Date.now();
    const own = { cookie: "fairdue_device=own-device-own-device" };
    await ask(own, "/auth/borrower/code", { phone: "13900139000" });
    const code = await codeOn(sandbox, "13900139000", since);
    const signedIn = await ask(own, "/auth/borrower/session", { phone: "13900139000", code });
    expect(signedIn.status).toBe(200);
  });

  test("a session sees its own accounts and nobody else's", async () => {
    const own = { cookie: "fairdue_device=own-device-own-device" };
    const since = Date.now();
    await ask(own, "/auth/borrower/code", { phone: "13900139000" });
    const code = await codeOn(sandbox, "13900139000", since);
    await ask(own, "/auth/borrower/session", { phone: "13900139000", code });
    const mine = await desk.app.request("/v1/borrowers/brw_li/accounts", { headers: own });
    expect(mine.status).toBe(200);
    const other = await desk.app.request("/v1/borrowers/brw_wang/accounts", { headers: own });
    expect(other.status).toBe(403);
    const staff = await desk.app.request("/v1/people?q=13900139000", { headers: own });
    expect(staff.status).toBe(403);
  });

  test("a form of another site signs nobody in", async () => {
    const answer = await desk.app.request("/auth/borrower/code", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ phone: wang }),
    });
    expect(answer.status).toBe(401);
  });

  test("an address that asks without end must wait", async () => {
    const answers = [];
    for (let k = 0; k < 31; k += 1)
      answers.push((await ask({ cookie: "" }, "/auth/borrower/code", { phone: nobody })).status);
    expect(answers.at(-1)).toBe(429);
  });
});
