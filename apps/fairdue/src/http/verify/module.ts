import { createHmac } from "node:crypto";
import { listContactReports } from "@fairdue/api";
import { accepted } from "@fairdue/kernel";
import {
  countAsking,
  loadContactReports,
  lookUpCode,
  normalCode,
  saveContactReport,
} from "@fairdue/store";
import type { Context } from "hono";
import { addressOf } from "../auth/address.ts";
import { answers, type HttpModule } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { genuineAnswer, notGenuineAnswer } from "./answer.ts";

const askedPerHourMax = 30;

/**
 * Anyone who was contacted in our name may ask whether it was us. The answer is the same for whoever
 * holds the code, and says nothing of whom it was for; asking is limited, so that codes can't be
 * tried through; a code that does not exist is on record as a suspected impostor.
 */
export const verifyModule: HttpModule = {
  name: "verify",
  operations: [
    answers(listContactReports, async ({ database }) => {
      const reports = await loadContactReports(database);
      return accepted({
        reports: reports.map(({ at: when, ...it }) => ({ ...it, reportedAt: at(when) })),
      });
    }),
  ],
  mount: (app, shell) => {
    app.get("/v1/verify/:code", async (c) => {
      if (!(await mayAsk(c, shell))) return tooMany(c);
      return c.json(await verify(shell, normalCode(c.req.param("code"))));
    });
    app.post("/v1/verify/:code/reports", async (c) => {
      if (!(await mayAsk(c, shell))) return tooMany(c);
      const given: unknown = await c.req.json().catch(() => ({}));
      const report = {
        kind: "reported" as const,
        code: normalCode(c.req.param("code")),
        words: textIn(given, "words", 2000),
        cameFrom: textIn(given, "cameFrom", 200),
        at: shell.now(),
      };
      const reportId = await shell.database.transaction((tx) => saveContactReport(tx, report));
      return c.json({ reportId }, 201);
    });
  },
};

async function verify(shell: Shell, code: string) {
  const { database, now } = shell;
  const found = await lookUpCode(database, code);
  if (found.kind === "genuine") return await genuineAnswer(shell, found.contact);
  const report = {
    kind: found.kind === "unused" ? ("unused-code" as const) : ("unknown-code" as const),
    code: code.slice(0, 20),
    words: "",
    cameFrom: "",
    at: now(),
  };
  await database.transaction((tx) => saveContactReport(tx, report));
  return notGenuineAnswer();
}

/** A caller is a keyed hash of its address that changes each day: nothing to trace anyone by. */
async function mayAsk(c: Context, { database, keyring, now }: Shell): Promise<boolean> {
  const day = new Date(now()).toISOString().slice(0, 10);
  const caller = createHmac("sha256", keyring.searchKey)
    .update(`${day} ${addressOf(c)}`)
    .digest();
  return (await countAsking(database, caller)) <= askedPerHourMax;
}

function tooMany(c: Context): Response {
  c.header("Retry-After", "3600");
  return c.json(
    {
      code: "too-many-questions",
      en: "Too many codes were asked for from here. Try again in an hour, or call us.",
      zh: "此处查询次数过多，请一小时后再试，或致电客服。",
    },
    429,
  );
}

function textIn(given: unknown, name: string, lengthMax: number): string {
  const value: unknown =
    typeof given === "object" && given !== null ? Reflect.get(given, name) : undefined;
  return typeof value === "string" ? value.toWellFormed().slice(0, lengthMax) : "";
}
