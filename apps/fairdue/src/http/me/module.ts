import { readMe } from "@fairdue/api";
import { accepted, formatDay, present } from "@fairdue/kernel";
import {
  bookOfBorrower,
  listDevices,
  loadBook,
  loadContactBook,
  loadFrame,
  loadRequests,
} from "@fairdue/store";
import { businessDayOf } from "../book/wire.ts";
import { answers, type HttpModule } from "../compose/operation.ts";
import { at } from "../contact/wire.ts";
import { contactOperations } from "./contacts.ts";
import { creditOperations } from "./credit.ts";
import { dataOperations } from "./data.ts";
import { ownId } from "./own.ts";
import { requestOperations } from "./requests.ts";

/** What a person sees and does by himself. Every address is his own: no id of a person stands in it. */
export const meModule: HttpModule = {
  name: "me",
  operations: [
    answers(readMe, async ({ database, vault, now }, { actor }) => {
      const borrowerId = present(ownId(actor), "a borrower's own session");
      const bookId =
        (await loadContactBook(database, borrowerId)) ??
        (await bookOfBorrower(database, borrowerId)) ??
        "";
      const book = await loadBook(database, bookId);
      const frame = await loadFrame(database, bookId, null);
      const masked = await vault.masked(database, [borrowerId], ["name", "phone", "email"]);
      const requests = await loadRequests(database, borrowerId);
      const devices = await listDevices(database, borrowerId);
      return accepted({
        borrowerId,
        masked: Object.fromEntries(
          Object.entries(masked.get(borrowerId) ?? {}).filter(
            (it): it is [string, string] => it[1] !== undefined,
          ),
        ),
        zone: book?.zone ?? "Asia/Shanghai",
        today: book
          ? formatDay(businessDayOf(book, now()))
          : new Date(now()).toISOString().slice(0, 10),
        lender: frame ? { zh: frame.lender["zh-CN"], en: frame.lender.en } : null,
        complaintLine: frame?.complaintLine ?? null,
        openRequests: requests.filter((it) => it.status === "open").map((it) => it.kind),
        devices: devices.map((it) => ({ ...it, boundAt: at(it.boundAt) })),
      });
    }),
    ...creditOperations,
    ...requestOperations,
    ...contactOperations,
    ...dataOperations,
  ],
};
