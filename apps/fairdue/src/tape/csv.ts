import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** A record of a CSV file with the line on which it begins, counted from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/**
 * The records of a CSV file (RFC 4180: quoted cells may hold commas, quotes and line ends), read as
 * a stream; a file whose name ends in `.gz` is unpacked on the way. Blank lines are passed over.
 */
export async function* readCsv(path: string, delimiter = ","): AsyncGenerator<CsvRecord> {
  const file = createReadStream(path);
  const source: Readable = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  file.on("error", (error) => source.destroy(error));
  const reader = csvReader(delimiter);
  source.setEncoding("utf8");
  for await (const text of source) yield* reader.read(String(text));
  yield* reader.end();
}

type CsvReader = { read(text: string): CsvRecord[]; end(): CsvRecord[] };

/** Takes a file in pieces of any size; a cell may go on from one piece to the next. */
export function csvReader(delimiter: string): CsvReader {
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  /** The last character was a quote inside a quoted cell: its end, or the first half of `""`. */
  let isAfterQuote = false;
  let line = 1;
  let beganOn = 1;
  let isFirst = true;
  const finish = (out: CsvRecord[]): void => {
    const text = cell.endsWith("\r") ? cell.slice(0, -1) : cell;
    if (cells.length > 0 || text.trim() !== "")
      out.push({ line: beganOn, cells: [...cells, text] });
    cells = [];
    cell = "";
    beganOn = line;
  };
  const take = (it: string, out: CsvRecord[]): void => {
    if (it === "\n") line += 1;
    if (isQuoted && !isAfterQuote) {
      if (it === '"') isAfterQuote = true;
      else cell += it;
      return;
    }
    if (isAfterQuote) {
      isAfterQuote = false;
      if (it === '"') {
        cell += '"';
        return;
      }
      isQuoted = false;
    }
    if (it === '"' && cell === "") isQuoted = true;
    else if (it === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (it === "\n") finish(out);
    else cell += it;
  };
  return {
    read: (text) => {
      const out: CsvRecord[] = [];
      const start = isFirst && text.startsWith("\uFEFF") ? 1 : 0;
      isFirst = false;
      for (let at = start; at < text.length; at += 1) take(text.charAt(at), out);
      return out;
    },
    end: () => {
      const out: CsvRecord[] = [];
      finish(out);
      return out;
    },
  };
}
