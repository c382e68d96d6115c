import { proveLogLeaf, proveMyLogLeaf, refusal, type Refused, verifyLogRows } from "@fairdue/api";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import { formatBundle } from "@fairdue/proof";
import {
  loadCheckpoint,
  loadPublished,
  proveLeaf,
  type Sql,
  verifyGate,
  verifyLog,
} from "@fairdue/store";
import { contactDesk } from "../../gate/desk.ts";
import { answers, type HttpModule } from "../compose/operation.ts";

/**
 * The log as C2SP tlog-tiles under `/log/`: any reader of that format reads it, with no key. Entries
 * hold commitments, so that there is nothing in it about anyone.
 */
export const logModule: HttpModule = {
  name: "log",
  operations: [
    answers(proveLogLeaf, ({ database }, { params }) =>
      proofOf(database, { ...params, openings: "all" }),
    ),
    answers(proveMyLogLeaf, async ({ database }, { params, actor }) => {
      if (actor.who.kind !== "borrower") return refused(refusal("log-entry-not-found"));
      const { borrowerId } = actor.who;
      return await proofOf(database, { ...params, borrowerId, openings: "all" });
    }),
    answers(verifyLogRows, async (shell) => {
      const { logKey } = contactDesk(shell);
      const report = await verifyLog(shell.database, { key: logKey });
      const faults = [...report.faults, ...(await verifyGate(shell.database))];
      return accepted({ ...report, faults: faults.map((it) => ({ ...it })) });
    }),
  ],
  mount: (app, { database }) => {
    app.get("/log/checkpoint", async (c) => {
      const note = await loadCheckpoint(database);
      if (note === undefined) return c.text("no checkpoint yet\n", 404);
      c.header("Cache-Control", "no-cache");
      return c.text(note);
    });
    app.get("/log/tile/*", async (c) => {
      const tile = await loadPublished(database, c.req.path.slice("/log/".length));
      if (tile === undefined) return c.text("no such tile\n", 404);
      c.header("Content-Type", "application/octet-stream");
      c.header("Cache-Control", "public, max-age=31536000, immutable");
      return c.body(new Uint8Array(tile));
    });
  },
};

async function proofOf(
  sql: Sql,
  it: Parameters<typeof proveLeaf>[1],
): Promise<Outcome<{ proof: unknown }, Refused>> {
  const bundle = await proveLeaf(sql, it);
  if (bundle.ok) return accepted({ proof: JSON.parse(formatBundle(bundle.value)) });
  return refused(
    refusal(
      bundle.refusal.code === "unknown-leaf" ? "log-entry-not-found" : "log-entry-not-published",
    ),
  );
}
