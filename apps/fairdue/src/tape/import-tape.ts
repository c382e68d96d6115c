import { addDays, type EpochDay, type Problem } from "@fairdue/kernel";
import {
  type Cells,
  type LivedLoan,
  liveLoan,
  parseTapeMap,
  readTapeRow,
  type TapeLoan,
  type TapeMap,
} from "@fairdue/servicing";
import {
  createBook,
  type Database,
  enterBook,
  loadBook,
  saveLoans,
  saveProduct,
  type Transaction,
} from "@fairdue/store";
import { type CsvRecord, readCsv } from "./csv.ts";

export type ImportOptions = {
  readonly tape: string;
  readonly delimiter: string;
  /** Parsed JSON of the map. */
  readonly map: unknown;
  readonly isDryRun: boolean;
  /** `true`: bad rows are left out. `false`: one bad row, and nothing is written. */
  readonly isSkippingBad: boolean;
  readonly progress: (rows: number) => void;
};

export type BadRow = Problem & { readonly line: number };

export type ImportReport = {
  readonly bookId: string;
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  readonly isWritten: boolean;
  readonly events: number;
  readonly journalLines: number;
  readonly principalMinor: number;
  readonly problems: readonly BadRow[];
};

/** The map is wrong: nothing of the tape was read beyond its head. */
export class MapProblems extends Error {
  override readonly name = "MapProblems";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super("the map does not fit the tape");
    this.problems = problems;
  }
}

const pageSize = 250;

/** Reads a loan tape into accounts with their history, all in one transaction. */
export async function importTape(
  database: Database,
  options: ImportOptions,
): Promise<ImportReport> {
  const records: CsvRecord[] = [];
  for await (const it of readCsv(options.tape, options.delimiter)) records.push(it);
  const [head, ...rows] = records;
  const columns = (head?.cells ?? []).map((it) => it.trim());
  const parsed = parseTapeMap(options.map, new Set(columns));
  if (!parsed.ok) throw new MapProblems(parsed.refusal);
  const map = parsed.value;
  const problems: BadRow[] = [];
  const loans = readRows(map, { columns, rows }, problems);
  const tally = { events: 0, journalLines: 0, principalMinor: 0, good: 0 };
  const write = async (tx: Transaction | null, openOn: EpochDay): Promise<void> => {
    if (tx) await saveProduct(tx, map.product);
    for (let at = 0; at < loans.length; at += pageSize) {
      const lived = livePage(map, loans.slice(at, at + pageSize), { openOn, problems });
      const taken = tx
        ? await saveLoans(
            tx,
            target(map),
            lived.map((it) => it.lived),
          )
        : new Set();
      for (const { line, lived: one } of lived) {
        const id = `${one.loan.borrowerId} ${one.loan.accountId}`;
        if (taken.has(id)) problems.push({ line, ...already(one) });
        else count(tally, one);
      }
      options.progress(Math.min(loans.length, at + pageSize));
    }
  };
  const isWritten = await inBook(database, { map, loans, options, problems }, write);
  const bad = new Set(problems.map((it) => it.line)).size;
  return {
    bookId: map.book.bookId,
    rows: rows.length,
    bad,
    isWritten,
    ...tally,
    problems: [...problems].sort((a, b) => a.line - b.line),
  };
}

type Lines = { readonly columns: readonly string[]; readonly rows: readonly CsvRecord[] };
type NumberedLoan = { readonly line: number; readonly loan: TapeLoan };

function readRows(map: TapeMap, { columns, rows }: Lines, problems: BadRow[]): NumberedLoan[] {
  const indexes = new Map(columns.map((name, index) => [name, index]));
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, cells }, index) => {
    if (cells.length !== columns.length) {
      const expected = `${columns.length} cells, as the head has`;
      problems.push({ line, field: "(row)", value: `${cells.length} cells`, expected });
      return [];
    }
    const row: Cells = {
      line,
      row: index + 1,
      of: (name) => cells[indexes.get(name) ?? -1],
    };
    const outcome = readTapeRow(map, row);
    if (!outcome.ok) {
      problems.push(...outcome.refusal.map((it) => ({ line, ...it })));
      return [];
    }
    const id = outcome.value.accountId;
    const before = lines.get(id);
    lines.set(id, before ?? line);
    if (before === undefined) return [{ line, loan: outcome.value }];
    const expected = `an account that is not on the tape already (line ${before})`;
    problems.push({ line, field: "account", value: id, expected });
    return [];
  });
}

type Living = { readonly openOn: EpochDay; readonly problems: BadRow[] };
type NumberedLife = { readonly line: number; readonly lived: LivedLoan };

function livePage(
  map: TapeMap,
  loans: readonly NumberedLoan[],
  { openOn, problems }: Living,
): NumberedLife[] {
  return loans.flatMap(({ line, loan }) => {
    const outcome = liveLoan(map, loan, openOn);
    if (outcome.ok) return [{ line, lived: outcome.value }];
    problems.push(...outcome.refusal.map((it) => ({ line, ...it })));
    return [];
  });
}

type InBook = {
  readonly map: TapeMap;
  readonly loans: readonly NumberedLoan[];
  readonly options: ImportOptions;
  readonly problems: readonly BadRow[];
};

type Write = (tx: Transaction | null, openOn: EpochDay) => Promise<void>;

/** Thrown inside the transaction so that nothing of it stays. */
class NothingWritten extends Error {}

async function inBook(database: Database, it: InBook, write: Write): Promise<boolean> {
  const { map, options } = it;
  const { bookId } = map.book;
  if (options.isDryRun) {
    const book = await loadBook(database, bookId);
    await write(null, book ? addDays(book.closedThrough, 1) : firstDay(it));
    return false;
  }
  try {
    await database.transaction(async (tx) => {
      const { name, currency, zone } = map.book;
      if (!(await loadBook(tx, bookId)))
        await createBook(tx, {
          bookId,
          name,
          currency,
          zone,
          closedThrough: addDays(firstDay(it), -1),
        });
      await write(tx, await enterBook(tx, bookId));
      if (it.problems.length > 0 && !options.isSkippingBad) throw new NothingWritten();
    });
    return true;
  } catch (error) {
    if (error instanceof NothingWritten) return false;
    throw error;
  }
}

/** A book that the import makes opens with its first loan, unless the map says otherwise. */
function firstDay({ map, loans }: InBook): EpochDay {
  const { opensOn } = map.book;
  if (opensOn !== null) return opensOn;
  return loans.reduce((day, { loan }) => (loan.openedOn < day ? loan.openedOn : day), map.through);
}

const target = (map: TapeMap) => ({ bookId: map.book.bookId, product: map.product });

function already({ loan }: LivedLoan): Problem {
  return { field: "account", value: loan.accountId, expected: "an account not on record yet" };
}

type Tally = { events: number; journalLines: number; principalMinor: number; good: number };

function count(tally: Tally, { done, tail }: LivedLoan): void {
  tally.good += 1;
  tally.events += done.length;
  const postings = [...done.flatMap((it) => it.postings), ...tail.postings];
  tally.journalLines += postings.reduce((sum, it) => sum + it.entries.length, 0);
  for (const draw of tail.state.draws) tally.principalMinor += draw.balanceMinor;
  for (const due of tail.state.dues) tally.principalMinor += due.principalMinor;
}
