import { PassThrough, Readable } from "node:stream";
import { refusal } from "@fairdue/api";
import Excel from "exceljs";
import type { Context, Hono } from "hono";
import { answerProblem } from "../compose/problem-answer.ts";
import type { HttpModule } from "../compose/operation.ts";
import { csvField, type FlatRow, flatRow } from "./rows.ts";

const pageLimit = 500;
const rowsMax = 1_000_000;

/**
 * Every list of the API as a file: `/exports/csv/v1/accounts?bookId=retail`, or `xlsx`. The list is
 * read page by page as whoever asks, so that nothing leaves here that he could not read there.
 */
export const exportsModule: HttpModule = {
  name: "exports",
  operations: [],
  mount: (app) => {
    app.get("/exports/:format/*", async (c) => {
      const format = c.req.param("format");
      const path = c.req.path.slice(`/exports/${format}`.length);
      if ((format !== "csv" && format !== "xlsx") || !path.startsWith("/v1/"))
        return answerProblem(c, refusal("route-not-found"));
      const pages = pagesOf(app, c, path);
      const first = await pages.next();
      // A refusal of the list is the answer of the export.
      if (first.done) return answerProblem(c, refusal("route-not-found"));
      if (first.value instanceof Response) return first.value;
      const name = `${path.slice(4).replaceAll("/", "-")}.${format}`;
      c.header("content-disposition", `attachment; filename="${name}"`);
      const rows = rowsOf(first.value, pages);
      if (format === "csv") {
        c.header("content-type", "text/csv; charset=utf-8");
        return c.body(webStream(Readable.from(encoded(csvLines(rows)))));
      }
      c.header("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      return c.body(webStream(workbook(rows)));
    });
  },
};

type Page = { readonly items: readonly unknown[]; readonly nextCursor: string | null };

async function* pagesOf(
  app: Hono,
  c: Context,
  path: string,
): AsyncGenerator<Page | Response, undefined> {
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams(c.req.query());
    if (cursor !== null) query.set("cursor", cursor);
    const answer: Response = await askPage(app, c, `${path}?${query}`);
    if (!answer.ok) {
      yield answer;
      return undefined;
    }
    const body: unknown = await answer.json();
    const page = pageIn(body);
    yield page;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return undefined;
}

/** Asks for as many rows as the list gives at once; a list without pages takes no limit. */
async function askPage(app: Hono, c: Context, address: string): Promise<Response> {
  const ask = async (suffix: string): Promise<Response> =>
    app.request(`${address}${suffix}`, { headers: c.req.raw.headers });
  const answer = await ask(`&limit=${pageLimit}`);
  return answer.status === 400 && !address.includes("cursor=") ? await ask("") : answer;
}

function pageIn(body: unknown): Page {
  const value = typeof body === "object" && body !== null ? body : {};
  const items: unknown = Reflect.get(value, "items") ?? Reflect.get(value, "lines");
  const cursor: unknown = Reflect.get(value, "nextCursor");
  return {
    items: Array.isArray(items) ? items : [body],
    nextCursor: typeof cursor === "string" ? cursor : null,
  };
}

async function* rowsOf(
  first: Page,
  rest: AsyncGenerator<Page | Response, undefined>,
): AsyncGenerator<FlatRow> {
  let sent = 0;
  for (const it of first.items) yield flatRow(it);
  sent += first.items.length;
  for await (const page of rest) {
    if (page instanceof Response) throw new Error("a later page of an export was refused");
    for (const it of page.items) yield flatRow(it);
    sent += page.items.length;
    if (sent >= rowsMax) return;
  }
}

/** The first row names the columns; a byte-order mark tells spreadsheets that it is UTF-8. */
async function* csvLines(rows: AsyncGenerator<FlatRow>): AsyncGenerator<string> {
  let columns: readonly string[] | undefined;
  yield "\uFEFF";
  for await (const row of rows) {
    if (columns === undefined) {
      columns = [...row.keys()];
      yield `${columns.map(csvField).join(",")}\r\n`;
    }
    yield `${columns.map((it) => csvField(row.get(it) ?? null)).join(",")}\r\n`;
  }
}

/** A web stream of a body carries bytes, never texts. */
async function* encoded(lines: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}

function workbook(rows: AsyncGenerator<FlatRow>): PassThrough {
  const stream = new PassThrough();
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream });
  const sheet = book.addWorksheet("Fairdue");
  const write = async (): Promise<void> => {
    let columns: readonly string[] | undefined;
    for await (const row of rows) {
      if (columns === undefined) {
        columns = [...row.keys()];
        sheet.columns = columns.map((key) => ({ header: key, key, width: 18 }));
      }
      sheet.addRow(columns.map((it) => row.get(it) ?? "")).commit();
    }
    sheet.commit();
    await book.commit();
  };
  write().catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}

function webStream(it: Readable): ReadableStream {
  return Readable.toWeb(it) as ReadableStream;
}
