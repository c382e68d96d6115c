import {
  proveSupervision,
  readContactDay,
  readSupervision,
  readTreatment,
  refusal,
} from "@fairdue/api";
import {
  accepted,
  formatDay,
  localTimeAt,
  parseDay,
  parseZone,
  present,
  refused,
} from "@fairdue/kernel";
import { packs } from "@fairdue/packs";
import { formatBundle, formatVerifierKey } from "@fairdue/proof";
import {
  type Book,
  loadBook,
  loadBooks,
  loadFrame,
  loadPublication,
  nobody,
  packsOfBook,
  proveLeaf,
  publishedDays,
  type Sql,
} from "@fairdue/store";
import { contactDesk } from "../../gate/desk.ts";
import { complaintTimeOf } from "../../law/book-law.ts";
import { contactDayOf } from "../../law/contact-day.ts";
import { treatmentOf } from "../../law/treatment.ts";
import type { Figures } from "../../supervision/figures.ts";
import { businessDayOf } from "../book/wire.ts";
import { answers, type HttpModule } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { mayNever, rights } from "../verify/text/words.ts";
import { csvOf } from "./csv.ts";

/** What anybody may know: the law as it is in force here, and the figures that were published. */
export const publicModule: HttpModule = {
  name: "public",
  operations: [
    answers(readContactDay, async (shell, { query }) => {
      const place = await placeOf(shell, query.bookId);
      const zone = present(parseZone(place.zone), "a zone of this machine");
      return accepted({
        on: formatDay(place.today),
        zone: place.zone,
        nowMinute: Math.floor(localTimeAt(zone, shell.now()).msOfDay / 60_000),
        packs: packsToWire(place.packIds),
        spans: contactDayOf(place.packIds, place.today).map((it) => ({ ...it })),
      });
    }),
    answers(readTreatment, async (shell, { query }) => {
      const place = await placeOf(shell, query.bookId);
      const frame = place.book && (await loadFrame(shell.database, place.book.bookId, null));
      return accepted({
        on: formatDay(place.today),
        lender: frame ? { zh: frame.lender["zh-CN"], en: frame.lender.en } : null,
        complaintLine: frame?.complaintLine ?? null,
        packs: packsToWire(place.packIds),
        complaint: complaintTimeOf(place.packIds, place.today),
        mayNever: [...mayNever],
        rights: [...rights],
        chapters: treatmentOf(place.packIds, place.today).map((it) => ({
          ...it,
          rules: it.rules.map((rule) => ({ ...rule, cite: [...rule.cite] })),
        })),
      });
    }),
    answers(readSupervision, async ({ database }, { query }) => {
      const books = await loadBooks(database);
      const bookId = query.bookId ?? (await firstPublished(database, books));
      const found = await loadPublication(database, bookId, query.on);
      if (found === undefined) return refused(refusal("publication-not-found"));
      return accepted({
        figures: found.figures as Figures,
        leafId: found.leafId,
        publishedAt: at(found.publishedAt),
        days: (await publishedDays(database, bookId)).map(formatDay),
        books: books.map((it) => ({ bookId: it.bookId, name: it.name })),
      });
    }),
    answers(proveSupervision, async (shell, { params, query }) => {
      const { database } = shell;
      const bookId = query.bookId ?? (await firstPublished(database, await loadBooks(database)));
      const found = await loadPublication(database, bookId, params.on);
      if (found === undefined) return refused(refusal("publication-not-found"));
      const proved = await proveLeaf(database, {
        borrowerId: nobody,
        leafId: found.leafId,
        openings: "all",
      });
      if (!proved.ok) {
        const isUnknown = proved.refusal.code === "unknown-leaf";
        return refused(refusal(isUnknown ? "log-entry-not-found" : "log-entry-not-published"));
      }
      const logKey = formatVerifierKey(contactDesk(shell).logKey);
      return accepted({ proof: JSON.parse(formatBundle(proved.value)), logKey });
    }),
  ],
  mount: (app, shell) => {
    app.get("/supervision.csv", async (c) => {
      const { database } = shell;
      const bookId =
        c.req.query("bookId") ?? (await firstPublished(database, await loadBooks(database)));
      const found = await loadPublication(database, bookId, parseDay(c.req.query("on") ?? ""));
      if (found === undefined) return c.text("nothing was published for that day\n", 404);
      c.header("content-type", "text/csv; charset=utf-8");
      const name = `supervision-${bookId}-${formatDay(found.on)}.csv`;
      c.header("content-disposition", `attachment; filename="${name}"`);
      return c.body(csvOf(found.figures as Figures));
    });
    app.get("/log/key", (c) => c.text(`${formatVerifierKey(contactDesk(shell).logKey)}\n`));
  },
};

/** The book that is asked about, the day and the laws that it has chosen; Chinese law until it has. */
async function placeOf({ database, now }: Shell, bookId: string | undefined) {
  const books = await loadBooks(database);
  const book: Book | undefined = bookId === undefined ? books[0] : await loadBook(database, bookId);
  const chosen = book === undefined ? [] : await packsOfBook(database, book.bookId);
  const zone = book?.zone ?? "Asia/Shanghai";
  const today =
    book === undefined
      ? localTimeAt(present(parseZone(zone), "a zone"), now()).day
      : businessDayOf(book, now());
  return { book, zone, today, packIds: chosen.length > 0 ? chosen : ["cn"] };
}

function packsToWire(packIds: readonly string[]) {
  return packIds.flatMap((id) => {
    const pack = Object.hasOwn(packs, id) ? packs[id] : undefined;
    return pack === undefined ? [] : [{ id, version: pack.version, title: { ...pack.title } }];
  });
}

async function firstPublished(sql: Sql, books: readonly Book[]): Promise<string> {
  for (const it of books)
    if ((await loadPublication(sql, it.bookId)) !== undefined) return it.bookId;
  return books[0]?.bookId ?? "";
}
