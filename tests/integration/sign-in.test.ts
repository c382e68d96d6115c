import { createServer, type Server } from "node:http";
import { insertStaff, saveAccessSubject, saveSubject } from "@fairdue/store";
import { Hono } from "hono";
import Provider from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mountOidc } from "../../apps/fairdue/src/http/identity/oidc.ts";
import { hashPassword } from "../../apps/fairdue/src/identity/password.ts";
import { totpCode } from "../../apps/fairdue/src/identity/totp.ts";
import { type Desk, openDesk } from "./api-desk.ts";

let desk: Desk;
const password = "a long and quiet river";

beforeAll(async () => {
  desk = await openDesk();
  const base = {
    agencyId: null,
    language: "zh-CN",
    passwordHash: await hashPassword(password),
  } as const;
  await insertStaff(desk.database, [
    {
      ...base,
      staffId: "act_li",
      login: "li.wei",
      displayName: "李薇",
      roles: ["collector"],
      teamId: "north",
    },
    {
      ...base,
      staffId: "act_zhao",
      login: "zhao.min",
      displayName: "赵敏",
      roles: ["finance-officer"],
      teamId: null,
    },
  ]);
  await desk.database.rows("INSERT INTO borrowers (borrower_id) VALUES ('brw_1'), ('brw_2')");
  await desk.database.transaction((tx) =>
    saveAccessSubject(tx, "brw_1", { ownerId: "act_li", teamId: "north", agencyId: null }),
  );
});
afterAll(() => desk.close());

/** A browser as far as sign-in goes: it keeps cookies and says that a page of ours asks. */
function browser(headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    more = {},
  ): Promise<Response> => {
    const answer = await desk.app.request(path, {
      method,
      headers: {
        "x-fairdue-page": "1",
        "user-agent": "test browser",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...headers,
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
      expect(line).toMatch(/HttpOnly; SameSite=Strict/);
    }
    return answer;
  };
  return {
    cookies,
    get: (path: string, more = {}) => ask("GET", path, undefined, more),
    post: (path: string, body: unknown, more = {}) => ask("POST", path, body, more),
  };
}

const signIn = async (login: string) => {
  const it = browser();
  expect((await it.post("/auth/staff/sign-in", { login, password })).status).toBe(200);
  return it;
};

test("a collector signs in, and sees his own team's people and nobody else", async () => {
  const it = await signIn("li.wei");
  expect(await (await it.get("/auth/session")).json()).toMatchObject({
    kind: "staff",
    staff: { login: "li.wei", roles: ["collector"] },
  });
  expect((await it.get("/v1/borrowers/brw_1")).status).toBe(200);
  const refused = await it.get("/v1/borrowers/brw_2");
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "beyond-reach" });
  // A list that names nobody is cut by the database.
  const list: unknown = await (await it.get("/v1/borrowers")).json();
  expect(list).toMatchObject({ items: [{ borrowerId: "brw_1" }] });
  const [row] = await desk.database.rows("SELECT actor, subject FROM access_refusals");
  expect(row).toEqual({ actor: "act_li", subject: "brw_2" });
});

test("roles that are not granted a thing do not get it", async () => {
  const collector = await signIn("li.wei");
  expect((await collector.get("/v1/books")).status).toBe(403);
  const finance = await signIn("zhao.min");
  expect((await finance.get("/v1/borrowers/brw_2")).status).toBe(200);
});

test("another site can make a browser send the cookie, and gets nothing done with it", async () => {
  const it = await signIn("li.wei");
  const forged = await it.post("/auth/sign-out", {}, { "x-fairdue-page": "0" });
  expect(forged.status).toBe(200);
  expect((await it.get("/auth/session")).status).toBe(200);
  expect(await (await it.get("/auth/session")).json()).toMatchObject({ kind: "none" });
  const again = await signIn("li.wei");
  const crossSite = await again.post(
    "/auth/staff/break-glass",
    { reason: "an emergency", minutes: 5 },
    {
      "sec-fetch-site": "cross-site",
    },
  );
  expect(crossSite.status).toBe(401);
});

test("an authenticator is set up by its code, and then asked for at every sign-in", async () => {
  const it = await signIn("zhao.min");
  const { secret, qr } = (await (await it.post("/auth/staff/totp/start", {})).json()) as {
    secret: string;
    qr: string;
  };
  expect(qr).toContain("<svg");
  const now = Math.floor(desk.shell.now() / 1000);
  const confirmed = await it.post("/auth/staff/totp/confirm", { code: totpCode(secret, now) });
  expect(await confirmed.json()).toEqual({ state: "added" });
  const next = browser();
  const first = await next.post("/auth/staff/sign-in", { login: "zhao.min", password });
  expect(await first.json()).toMatchObject({ state: "second-factor" });
  expect((await next.get("/v1/borrowers")).status).toBe(401);
  const code = totpCode(secret, now + 30);
  expect((await next.post("/auth/staff/second-factor", { code })).status).toBe(200);
  expect((await next.get("/v1/borrowers")).status).toBe(200);
});

test("wrong input is named, and a password is never shown back", async () => {
  const it = browser();
  const answer = await it.post("/auth/staff/sign-in", {
    login: "",
    password: "secret thing",
    x: 1,
  });
  expect(answer.status).toBe(400);
  const text = await answer.text();
  expect(text).toContain("body.login");
  expect(text).not.toContain("secret thing");
});

test("no answer may be framed, sniffed or kept", async () => {
  const answer = await desk.app.request("/healthz");
  expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("an identity provider says who somebody is, and only who is known here comes in", async () => {
  const provider = await startProvider();
  const app = new Hono();
  mountOidc(app, desk.shell, {
    issuer: new URL(provider.issuer),
    clientId: "fairdue",
    clientSecret: "a secret of the test",
  });
  const comeBack = async (): Promise<Response> => {
    const start = await app.request("http://desk.test/auth/oidc/start", {
      headers: { host: "desk.test" },
    });
    const callback = await followLogin(start.headers.get("location") ?? "");
    return await app.request(callback, { headers: { host: "desk.test" } });
  };
  expect((await comeBack()).status).toBe(401);
  await saveSubject(desk.database, "act_li", "subject-of-li");
  const known = await comeBack();
  expect(known.status).toBe(303);
  expect(known.headers.get("location")).toBe("/console");
  expect(known.headers.getSetCookie().join()).toContain("fairdue_session=");
  // An answer that is sent twice is worth nothing the second time.
  provider.close();
});

async function startProvider(): Promise<{ issuer: string; close(): void }> {
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "fairdue",
        client_secret: "a secret of the test",
        redirect_uris: ["http://desk.test/auth/oidc/callback"],
      },
    ],
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, it) => `/interaction/${it.uid}` },
    cookies: { keys: ["test"] },
  });
  const callback = provider.callback();
  server.on("request", (request, response) => {
    const answer = async (): Promise<void> => {
      if (!request.url?.startsWith("/interaction/"))
        return void (await callback(request, response));
      const { prompt, params } = await provider.interactionDetails(request, response);
      if (prompt.name === "login") {
        await provider.interactionFinished(request, response, {
          login: { accountId: "subject-of-li" },
        });
        return;
      }
      const grant = new provider.Grant({
        accountId: "subject-of-li",
        clientId: String(params["client_id"]),
      });
      grant.addOIDCScope("openid");
      await provider.interactionFinished(request, response, {
        consent: { grantId: await grant.save() },
      });
    };
    void answer();
  });
  return { issuer, close: () => void server.close() };
}

/** Goes through the provider's redirects with its cookies until it sends the browser back. */
async function followLogin(address: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  for (let hop = 0; hop < 10 && !next.startsWith("http://desk.test/"); hop += 1) {
    const answer = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      jar.set(name, value);
    }
    next = new URL(answer.headers.get("location") ?? "", next).href;
  }
  return next;
}
