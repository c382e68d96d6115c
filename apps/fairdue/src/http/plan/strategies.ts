import {
  decideStrategy,
  proposeStrategy,
  refusal,
  requestStrategy,
  simulateStrategy,
} from "@fairdue/api";
import { accepted, formatDay, parseDay, present, refused } from "@fairdue/kernel";
import { parseStrategy } from "@fairdue/servicing";
import {
  activateStrategy,
  decideApproval,
  linkApproval,
  loadBook,
  loadStrategy,
  proposeStrategy as storeProposal,
  requestApproval,
  saveSimulation,
  strategyInForce,
} from "@fairdue/store";
import { rulesInForce } from "../../gate/desk.ts";
import { simulate } from "../../plan/simulate.ts";
import { businessDayOf } from "../book/wire.ts";
import { type Operation, writes } from "../compose/operation.ts";
import { simulationToWire, strategyToLine, underDeclaration } from "./wire.ts";

/** What is asked of the second person, as it stands on the approval. */
type Asked = { readonly from: string; readonly version: number };

export const strategyOperations: readonly Operation[] = [
  writes(proposeStrategy, async (_, { params, body, actor }, tx) => {
    if (!(await loadBook(tx, params.bookId))) return refused(refusal("book-not-found"));
    const parsed = parseStrategy(body.declaration);
    if (!parsed.ok) return refused(refusal("invalid-request", ...underDeclaration(parsed.refusal)));
    const strategyId = parsed.value.id;
    const version = await storeProposal(tx, {
      bookId: params.bookId,
      strategyId,
      declaration: body.declaration,
      proposedBy: actor.actorId,
    });
    return accepted({ strategyId, version });
  }),
  writes(simulateStrategy, async (shell, { params, body }, tx) => {
    const { database } = shell;
    const found = await loadStrategy(tx, params);
    if (!found) return refused(refusal("strategy-not-found"));
    const book = present(await loadBook(tx, params.bookId), "the book of a strategy");
    const on = body.on ?? businessDayOf(book, shell.now());
    const inForce = await strategyInForce(tx, { bookId: book.bookId, on });
    const rules = rulesInForce(shell.keyring);
    const tried = await simulate(
      { database, rules, book, on, threads: 1 },
      found.strategy,
      inForce?.strategy ?? null,
    );
    await saveSimulation(tx, params, tried);
    return accepted(simulationToWire(tried));
  }),
  writes(requestStrategy, async (shell, { params, body, actor }, tx) => {
    const found = await loadStrategy(tx, params);
    if (!found) return refused(refusal("strategy-not-found"));
    if (found.simulation === null) return refused(refusal("strategy-not-simulated"));
    if (found.approvalId !== null) return refused(refusal("strategy-already-decided"));
    const book = present(await loadBook(tx, params.bookId), "the book of a strategy");
    const today = businessDayOf(book, shell.now());
    if (body.from < today)
      return refused(
        refusal("invalid-request", {
          field: "body.from",
          value: formatDay(body.from),
          expected: `a day from ${formatDay(today)} on`,
        }),
      );
    const payload: Asked = { from: formatDay(body.from), version: params.version };
    const approvalId = await requestApproval(tx, {
      kind: "strategy.activate",
      subject: `${params.bookId}/${params.strategyId}@${params.version}`,
      payload: { ...payload, reason: body.reason },
      requestedBy: actor.actorId,
    });
    await linkApproval(tx, params, approvalId);
    return accepted({ approvalId });
  }),
  writes(decideStrategy, async (_, { params, body, actor }, tx) => {
    const found = await loadStrategy(tx, params);
    if (!found || found.approvalId !== body.approvalId)
      return refused(refusal("strategy-not-found"));
    const decided = await decideApproval(tx, {
      approvalId: body.approvalId,
      decidedBy: actor.actorId,
      decision: body.decision,
      reason: body.reason,
    });
    if (!decided.ok)
      return refused(
        refusal(
          decided.refusal.code === "own-request"
            ? "strategy-by-same-person"
            : decided.refusal.code === "unknown"
              ? "strategy-not-found"
              : "strategy-already-decided",
        ),
      );
    if (body.decision === "approved") {
      const { from } = decided.value.payload as Asked;
      const on = present(parseDay(from), "the day that was asked for");
      await activateStrategy(tx, params, { approvalId: body.approvalId, from: on });
    } else await linkApproval(tx, params, null);
    const after = present(await loadStrategy(tx, params), "it is still there");
    return accepted({ line: strategyToLine(after) });
  }),
];
