import { Agent, get } from "node:http";
import { catalogue, declared } from "@fairdue/credit";
import { addDays, day, minor, parseCurrency, parseId, present } from "@fairdue/kernel";
import {
  type AccountCommand,
  createBook,
  execute,
  keyringFrom,
  newKeyFile,
  openTestDatabase,
  saveProduct,
} from "@fairdue/store";
import { pino } from "pino";
import { makeApiKey } from "../apps/fairdue/src/http/auth/api-key.ts";
import { composeApp } from "../apps/fairdue/src/http/compose/app.ts";
import type { HttpModule } from "../apps/fairdue/src/http/compose/operation.ts";
import { modules } from "../apps/fairdue/src/http/modules.ts";
import { authenticators, listen, shellOf } from "../apps/fairdue/src/http/server.ts";
import { median, type BenchOptions, type BenchReport } from "./report.ts";

/** What an account read costs above the bare row, through the same server and the same socket. */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const accounts = Math.max(500, Math.round(5_000 * scale));
  const requests = Math.max(1_000, Math.round(6_000 * scale));
  const database = await openTestDatabase({ connectionsMax: 16 });
  const shell = shellOf(database, pino({ level: "silent" }), keyringFrom(newKeyFile()));
  const app = composeApp({
    shell,
    modules: [...modules, bareModule],
    authenticate: authenticators(shell),
  });
  const server = await listen(app, { port: 0, host: "127.0.0.1" });
  try {
    progress(`a book of ${accounts} accounts`);
    await fill(accounts);
    const key = await makeApiKey(database, { actor: "bench", scopes: ["accounts:read"] });
    const base = `http://127.0.0.1:${server.port}`;
    const rate = (path: (k: number) => string): Promise<number> =>
      perSecond({ url: (k) => `${base}${path(k % accounts)}`, key, requests });
    const rows: Record<string, number[]> = { bare: [], account: [], schedule: [] };
    for (let k = 0; k <= repeats; k += 1) {
      progress(`run ${k} of ${repeats}`);
      const bare = await rate((n) => `/bare/brw_${n}/acc_${n}`);
      const account = await rate((n) => `/v1/borrowers/brw_${n}/accounts/acc_${n}`);
      const schedule = await rate((n) => `/v1/borrowers/brw_${n}/accounts/acc_${n}/schedule`);
      // The first run warms up.
      if (k === 0) continue;
      rows["bare"]?.push(bare);
      rows["account"]?.push(account);
      rows["schedule"]?.push(schedule);
    }
    const of = (name: string): number => median(rows[name] ?? []);
    const ratio = of("bare") / of("account");
    return {
      name: "api",
      baseline: "one indexed SELECT of the account's row by the same server, without the contract",
      rows: [
        { label: "bare SELECT by key", perSecond: of("bare"), unit: "requests", ratio: 1 },
        ...["account", "schedule"].map((name) => ({
          label: `${name}: key checked, brought to today, by the contract`,
          perSecond: of(name),
          unit: "requests",
          ratio: of(name) / of("bare"),
        })),
      ],
      claims: [
        {
          claim: "an account read costs at most four bare SELECTs",
          target: "<= 4x",
          measured: `${ratio.toFixed(2)}x`,
          holds: ratio <= 4,
        },
      ],
    };
  } finally {
    await server.stop();
    await database.drop();
  }

  async function fill(count: number): Promise<void> {
    const product = declared(present(catalogue[0], "a product"));
    const openedOn = day("2026-01-05");
    await database.transaction(async (tx) => {
      await createBook(tx, {
        bookId: "bench",
        name: { en: "Bench", zh: "基准" },
        currency: present(parseCurrency("CNY"), "a currency"),
        zone: "Asia/Shanghai",
        closedThrough: addDays(openedOn, -1),
      });
      await saveProduct(tx, product);
    });
    for (let from = 0; from < count; from += 500) {
      const batch = Array.from({ length: Math.min(500, count - from) }, (_, k) => from + k);
      const outcomes = await execute(database, shell.products, batch.flatMap(lifeOf));
      if (outcomes.some((it) => !it.ok)) throw new Error("the book was not filled");
    }

    function lifeOf(n: number): AccountCommand[] {
      const at = { bookId: "bench", borrowerId: `brw_${n}`, accountId: `acc_${n}` };
      const accountId = present(parseId("Account", at.accountId), "an id");
      const event = (k: number) => present(parseId("Event", `evt_${n}-${k}`), "an id");
      const plan = { feePpm: 0, principalMinor: [], firstDueOn: null };
      return [
        {
          ...at,
          eventId: event(1),
          on: openedOn,
          today: openedOn,
          fact: {
            kind: "opened",
            accountId,
            productId: product.declaration.id,
            productVersion: 1,
            limitMinor: minor(2_000_000),
            rate: 400,
            dueDay: 15,
          },
        },
        {
          ...at,
          eventId: event(2),
          on: openedOn,
          today: openedOn,
          fact: {
            kind: "drawn",
            drawId: "one",
            amountMinor: minor(1_200_000),
            plan: { method: "equal-instalment", terms: 12, ...plan },
            rate: 400,
            channel: "wallet",
          },
        },
      ];
    }
  }
}

const bareModule: HttpModule = {
  name: "bare",
  operations: [],
  mount: (app, { database }) => {
    app.get("/bare/:borrowerId/:accountId", async (c) => {
      const { borrowerId, accountId } = c.req.param();
      const rows = await database.named(
        "bare",
        "SELECT state FROM accounts WHERE borrower_id = $1 AND account_id = $2",
        [borrowerId, accountId],
      );
      return c.body(String(rows[0]?.["state"] ?? ""), 200, { "content-type": "application/json" });
    });
  },
};

const callers = 16;

/** Answered requests a second with sixteen callers that keep their connections. */
async function perSecond(it: {
  readonly url: (k: number) => string;
  readonly key: string;
  readonly requests: number;
}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  let next = 0;
  const began = performance.now();
  const call = async (): Promise<void> => {
    while (next < it.requests) await answered(it.url((next += 1)), it.key, agent);
  };
  await Promise.all(Array.from({ length: callers }, call));
  const rate = it.requests / ((performance.now() - began) / 1000);
  agent.destroy();
  return rate;
}

function answered(url: string, key: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { authorization: `Bearer ${key}` } }, (answer) => {
      answer.resume();
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
    });
    request.on("error", reject);
  });
}
