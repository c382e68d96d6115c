import { catalogue, declared } from "@fairdue/credit";
import {
  addDays,
  dayAt,
  type EpochDay,
  type InstantMs,
  minor,
  parseCurrency,
  parseId,
  parseZone,
  present,
} from "@fairdue/kernel";
import {
  type AccountCommand,
  closeBook,
  createBook,
  execute,
  keyringFrom,
  loadBook,
  newKeyFile,
  saveProduct,
} from "@fairdue/store";
import { pino } from "pino";
import { appOf, listen, shellOf } from "../../apps/fairdue/src/http/server.ts";
import type { Shell } from "../../apps/fairdue/src/http/compose/shell.ts";
import { publish } from "../../apps/fairdue/src/supervision/publish.ts";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";
import { connectSandbox, openSandbox, type Sandbox } from "../fixtures/borrower-desk.ts";
import { buildSite } from "./site.ts";

export const phone = "13800138000";

/** The real server with its pages, sandbox and one person who is some days late. */
export type BorrowerOffice = {
  readonly url: string;
  readonly database: TestDatabase;
  readonly shell: Shell;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
};

const zone = present(parseZone("Asia/Shanghai"), "a zone");

export async function openBorrowerOffice(): Promise<BorrowerOffice> {
  await buildSite();
  const database = await openTestDatabase();
  const sandbox = await openSandbox();
  const keyring = keyringFrom(newKeyFile());
  const shell = shellOf(database, pino({ level: "silent" }), keyring, { sandbox });
  const today = dayAt(zone, Date.now() as InstantMs);
  await live(shell, today);
  const connected = await connectSandbox({ ...shell, sandbox }, "retail");
  const server = await listen(appOf(shell), { port: 0, host: "127.0.0.1" });
  return {
    url: `http://127.0.0.1:${server.port}`,
    database,
    shell,
    sandbox,
    close: async () => {
      await connected.close();
      await server.stop();
      await database.drop();
    },
  };
}

const borrowerId = present(parseId("Borrower", "brw_wang"), "an id");

async function live(shell: Shell, today: EpochDay): Promise<void> {
  const { database, products, vault } = shell;
  const openOn = addDays(today, -70);
  await database.transaction(async (tx) => {
    for (const declaration of catalogue) await saveProduct(tx, declared(declaration));
    await createBook(tx, {
      bookId: "retail",
      name: { en: "Retail", zh: "零售" },
      currency: present(parseCurrency("CNY"), "a currency"),
      zone: "Asia/Shanghai",
      closedThrough: addDays(openOn, -1),
    });
  });
  // The due day on offer that is the nearest before a week ago.
  const late = new Date(addDays(today, -7) * 86_400_000).getUTCDate();
  const dueDay = [1, 5, 8, 10, 15, 20, 25, 28].filter((it) => it <= late).at(-1) ?? 1;
  const facts: readonly [string, string, AccountCommand["fact"]][] = [
    ["acc_cash", "evt_1", opened("acc_cash", "cash-line", 2_000_000, dueDay)],
    [
      "acc_cash",
      "evt_2",
      {
        kind: "drawn",
        drawId: "drw-1",
        amountMinor: minor(600_000),
        plan: {
          method: "equal-principal",
          terms: 6,
          feePpm: 0,
          principalMinor: [],
          firstDueOn: null,
        },
        rate: 400,
        channel: "bank",
      },
    ],
    ["acc_later", "evt_3", opened("acc_later", "pay-later", 800_000, dueDay)],
    [
      "acc_later",
      "evt_4",
      {
        kind: "purchased",
        purchaseId: "pur-1",
        amountMinor: minor(128_900),
        plan: null,
        channel: "shop",
      },
    ],
  ];
  const outcomes = await execute(
    database,
    products,
    facts.map(([accountId, eventId, fact]) => ({
      bookId: "retail",
      borrowerId,
      accountId: present(parseId("Account", accountId), "an id"),
      eventId: present(parseId("Event", eventId), "an id"),
      on: null,
      today: openOn,
      fact,
    })),
  );
  const bad = outcomes.find((it) => !it.ok);
  if (bad) throw new Error(JSON.stringify(bad));
  const values = { name: "王小明", phone, email: "wang@example.org", employer: "纺织厂" };
  await database.transaction((tx) => vault.write(tx, [{ borrowerId, values }], "borrower"));
  await closeBook(database, products, { bookId: "retail", through: addDays(today, -1) });
  await publish(shell, present(await loadBook(database, "retail"), "the book"));
}

function opened(
  accountId: string,
  productId: string,
  limitMinor: number,
  dueDay: number,
): AccountCommand["fact"] {
  const product = catalogue.map(declared).find((it) => it.declaration.id === productId);
  return {
    kind: "opened",
    accountId: present(parseId("Account", accountId), "an id"),
    productId,
    productVersion: 1,
    limitMinor: minor(limitMinor),
    rate: present(product, "a product").declaration.rate.standard,
    dueDay,
  };
}
