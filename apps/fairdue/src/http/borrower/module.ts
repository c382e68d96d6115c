import {
  addBorrower as addBorrowerEndpoint,
  listBorrowers,
  readBorrower,
  refusal,
} from "@fairdue/api";
import {
  accepted,
  formatInstant,
  type InstantMs,
  parseId,
  present,
  refused,
} from "@fairdue/kernel";
import { addBorrower, type Borrower, loadBorrower, pageBorrowers } from "@fairdue/store";
import { paged, readCursor } from "../compose/cursor.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";

export const borrowerModule: HttpModule = {
  name: "borrower",
  operations: [
    answers(listBorrowers, async ({ database }, { query }) => {
      const cursor = readCursor(query.cursor, ["string"]);
      if (!cursor.ok) return cursor;
      const [after = ""] = cursor.value ?? [];
      const rows = await pageBorrowers(database, { after: String(after), limit: query.limit + 1 });
      return accepted(paged(rows, query.limit, { key: (it) => [it.borrowerId], toWire }));
    }),
    answers(readBorrower, async ({ database }, { params }) => {
      const found = await loadBorrower(database, params.borrowerId);
      return found ? accepted(toWire(found)) : refused(refusal("borrower-not-found"));
    }),
    writes(addBorrowerEndpoint, async ({ newId }, { body }, tx) => {
      const borrowerId =
        body.borrowerId ?? present(parseId("Borrower", newId("Borrower")), "a new id");
      const added = await addBorrower(tx, borrowerId);
      return added ? accepted(toWire(added)) : refused(refusal("borrower-exists"));
    }),
  ],
};

function toWire(it: Borrower): { borrowerId: string; createdAt: string } {
  return { borrowerId: it.borrowerId, createdAt: formatInstant(it.createdAt as InstantMs) };
}
