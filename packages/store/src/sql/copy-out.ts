import { isAscii } from "node:buffer";
import { assert, present } from "@fairdue/kernel";
import pg from "pg";

/**
 * Rows of one `COPY … TO STDOUT` in its text format. They lie in one text as they came, each from
 * its start to its end, without the line end: whoever reads many rows slices what it needs.
 */
export type CopiedRows = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Nothing in the text is beyond ASCII, so that slices are what was copied. */
  readonly isAscii: boolean;
};

/**
 * Carries out some COPY statements in one round trip and answers with their rows, statement by
 * statement: for passes over a whole book. The driver makes an object of each row's message, which
 * costs more than PostgreSQL does; here messages are only skipped over.
 */
export function copyOut(
  client: pg.PoolClient,
  statements: readonly string[],
): Promise<CopiedRows[]> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(statements, { resolve, reject }));
  });
}

export const literal = (value: string): string => pg.escapeLiteral(value);

/** The columns of a row, as PostgreSQL writes them; `null` where the column is. */
export function columnsOf(rows: CopiedRows, index: number): (string | null)[] {
  const row = rows.text.slice(
    present(rows.starts[index], "a row within the rows"),
    rows.ends[index],
  );
  const columns: (string | null)[] = row.split("\t");
  const isPlain = rows.isAscii || isAscii(Buffer.from(row, "latin1"));
  if (isPlain && !row.includes("\\")) return columns;
  for (const [at, column] of columns.entries())
    if (column !== null && !(isPlain && !column.includes("\\"))) columns[at] = unescaped(column);
  return columns;
}

/** A column that `COPY` wrote, with escapes and UTF-8 undone; `null` for `\N`. */
export function unescaped(column: string): string | null {
  if (column === "\\N") return null;
  const plain = column.replaceAll(/\\(.)/g, (_, it: string) => escapes[it] ?? it);
  return Buffer.from(plain, "latin1").toString("utf8");
}

/** Rows from one up to, not with, another. */
export type Section = { readonly from: number; readonly to: number };

export const noRows: Section = { from: 0, to: 0 };

/** Where the rows of each value of the first column lie, when equal ones follow each other. */
export function sectionsOf({ text, starts }: CopiedRows): Map<string, Section> {
  const out = new Map<string, Section>();
  let head = "";
  let from = 0;
  const close = (to: number): void => {
    if (to > from) out.set(head.slice(0, -1), { from, to });
    from = to;
  };
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    if (head !== "" && text.startsWith(head, start)) continue;
    close(index);
    head = text.slice(start, text.indexOf("\t", start) + 1);
  }
  close(starts.length);
  return out;
}

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const headBytes = 5;
const copyOutResponse = 0x48; // H
const copyData = 0x64; // d
const readyForQuery = 0x5a; // Z
const errorResponse = 0x45; // E

type Waiting = {
  readonly resolve: (rows: CopiedRows[]) => void;
  readonly reject: (error: Error) => void;
};

type Piece = { chunks: Buffer[]; starts: number[]; ends: number[]; size: number };

/** A query in the driver's eyes. It reads the socket itself until the server is ready again. */
class CopyOut {
  readonly #text: string;
  readonly #waiting: Waiting;
  readonly #pieces: Piece[] = [];
  #stream: pg.Connection["stream"] | undefined;
  #driver: ((chunk: Buffer) => void) | undefined;
  #rest: Buffer = Buffer.alloc(0);
  readonly #read = (chunk: Buffer): void => this.#take(chunk);

  constructor(statements: readonly string[], waiting: Waiting) {
    this.#text = statements.join(";\n");
    this.#waiting = waiting;
  }

  submit(connection: pg.Connection): void {
    this.#stream = connection.stream;
    const [driver] = connection.stream.listeners("data");
    assert(typeof driver === "function", "the driver reads the connection");
    this.#driver = driver as (chunk: Buffer) => void;
    connection.stream.off("data", this.#driver);
    connection.stream.on("data", this.#read);
    connection.query(this.#text);
  }

  handleError(error: Error): void {
    this.#letGo();
    this.#waiting.reject(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#waiting.resolve(this.#pieces.map(rowsOf));
  }

  /** Whole messages of a chunk; what is left of the last one waits for the next chunk. */
  #take(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const piece = (): Piece => present(this.#pieces.at(-1), "rows come after the response");
    let from = 0;
    let at = 0;
    while (at + headBytes <= bytes.length) {
      const code = bytes[at];
      const next = at + 1 + bytes.readUInt32BE(at + 1);
      if (code === readyForQuery || code === errorResponse) {
        if (from < at) add(piece(), bytes.subarray(from, at));
        this.#letGo();
        this.#driver?.(bytes.subarray(at));
        return;
      }
      if (next > bytes.length) break;
      if (code === copyData) {
        const { starts, ends, size } = piece();
        starts.push(size + at - from + headBytes);
        ends.push(size + next - from - 1);
        // Heads stay between the rows, where nobody reads: blank, so that all may be ASCII.
        bytes[at] = bytes[at + 1] = bytes[at + 2] = bytes[at + 3] = bytes[at + 4] = 0;
      } else {
        if (from < at) add(piece(), bytes.subarray(from, at));
        if (code === copyOutResponse)
          this.#pieces.push({ chunks: [], starts: [], ends: [], size: 0 });
        from = next;
      }
      at = next;
    }
    if (from < at) add(piece(), bytes.subarray(from, at));
    this.#rest = bytes.subarray(at);
  }

  #letGo(): void {
    if (!this.#driver || this.#stream?.listenerCount("data", this.#read) !== 1) return;
    this.#stream.off("data", this.#read);
    this.#stream.on("data", this.#driver);
  }
}

function add(piece: Piece, bytes: Buffer): void {
  piece.chunks.push(bytes);
  piece.size += bytes.length;
}

function rowsOf({ chunks, starts, ends }: Piece): CopiedRows {
  const bytes = Buffer.concat(chunks);
  return { text: bytes.toString("latin1"), starts, ends, isAscii: isAscii(bytes) };
}
