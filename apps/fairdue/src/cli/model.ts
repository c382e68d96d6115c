import type { Refused } from "@fairdue/api";
import { formatModel, type Model, parseModel } from "@fairdue/assess";
import { addDays, type EpochDay, formatDay, formatProblem, type Outcome } from "@fairdue/kernel";
import { type LivedAccount, type ModelUse, modelUses, parseModelUse } from "@fairdue/servicing";
import {
  accountHistories,
  type Database,
  listApprovals,
  listModelChanges,
  listModels,
  productsOf,
  registerModel,
} from "@fairdue/store";
import type { Command } from "commander";
import { randomUUIDv7 } from "node:crypto";
import { writeFileSync } from "node:fs";
import { runTraining } from "../assess/crew.ts";
import { askForChange, askForPolicy, decideOnChange } from "../assessment/change-models.ts";
import { bundledModel } from "../assessment/bundled.ts";
import { reviewLimits } from "../assessment/review-limits.ts";
import { trainBehaviour } from "../assessment/train-behaviour.ts";
import { warnBook } from "../assessment/warn.ts";
import { watchModels } from "../assessment/watch.ts";
import { bookNamed, countOption, dayOption, todayOf, withBookDatabase } from "./book-options.ts";
import { parseJson, printJson, readText, usageError } from "./io.ts";

type Common = { readonly book?: string };
type Asking = Common & { readonly use: string; readonly by: string; readonly reason: string };
type OnDay = Common & { readonly on?: string };

export function register(program: Command): void {
  const model = program
    .command("model")
    .summary("models of a book: train, activate, challenge, roll back, watch")
    .description("Every change needs two persons. Answers are JSON: docs/cli/model.md");
  const sub = (name: string, summary: string): Command =>
    model.command(name).summary(summary).option("--book <id>", "the book (default: the only one)");
  const asking = (name: string, summary: string): Command =>
    sub(name, summary)
      .requiredOption("--use <use>", modelUses.join(" or "))
      .requiredOption("--by <actor>", "who asks")
      .requiredOption("--reason <text>", "why");
  sub("list", "models, who decides now, changes, what waits for a second person").action(list);
  model
    .command("register")
    .summary("put a model file on record")
    .argument("<file>", "a model file, or behaviour for the one that ships")
    .requiredOption("--by <actor>", "who does it")
    .action(registerFile);
  sub("train", "train a behaviour model from the book's own past")
    .requiredOption("--out <file>", "where the model file goes")
    .option("--model <kind>", "scorecard or ebm", "ebm")
    .option("--bags <n>", "bags of a boosted model", "8")
    .action(train);
  asking("activate", "ask that a model decide")
    .argument("<checksum>")
    .action((checksum: string, options: Asking) => ask("activate", { ...options, checksum }));
  asking("challenge", "ask that a model run beside the champion: as a shadow, or with a share")
    .argument("<checksum>")
    .option("--split <ppm>", "share of people it decides, in ppm; 0 is a shadow", "0")
    .action((checksum: string, options: Asking & { split: string }) =>
      ask("challenge", { ...options, checksum }),
    );
  asking("rollback", "ask to go back to the champion before").action((options: Asking) =>
    ask("rollback", options),
  );
  sub("policy", "propose a credit policy")
    .argument("<file>", "JSON")
    .requiredOption("--by <actor>", "who asks")
    .action(propose);
  sub("approve", "approve what somebody else asked for")
    .argument("<approval>")
    .requiredOption("--by <actor>", "the second person")
    .option("--reason <text>", "why", "approved")
    .action(approve);
  sub("warn", "early warning: probability of 30 days past due in 60, for every account")
    .option("--on <date>", "business day (default: today)")
    .action(warn);
  sub("limits", "review limits: propose raises and cuts, carry out cuts after their notice")
    .option("--on <date>", "business day (default: today)")
    .action(limits);
  sub("watch", "drift, calibration, reject rate; ends with 1 when there are alarms")
    .option("--on <date>", "business day (default: today)")
    .action(watch);
}

async function list(options: Common): Promise<void> {
  await withBookDatabase(async (database) => {
    const { bookId } = await bookNamed(database, options.book);
    const changes = await listModelChanges(database, bookId);
    const asked = await listApprovals(database, { isOpen: true, limit: 200 });
    printJson({
      models: await listModels(database),
      inForce: modelUses.flatMap((use) => changes.filter((it) => it.use === use).slice(0, 1)),
      changes,
      asked: asked.filter((it) => it.subject.startsWith(`${bookId} `)),
    });
  });
}

async function registerFile(file: string, options: { readonly by: string }): Promise<void> {
  const artefact = file === "behaviour" ? bundledModel().artefact : await readText(file);
  const read = parseModel(artefact);
  if (!read.ok) usageError(`${file}: ${read.refusal.map(formatProblem).join("; ")}`);
  const loaded = read.value;
  await withBookDatabase((database) =>
    database.transaction((tx) => registerModel(tx, { loaded, artefact, by: options.by })),
  );
  printJson({ checksum: loaded.checksum, name: loaded.model.name, kind: loaded.model.kind });
}

type Training = Common & { readonly out: string; readonly model: string; readonly bags: string };

async function train(options: Training): Promise<void> {
  const kind = kindOf(options.model);
  const bags = countOption("--bags", options.bags, 200);
  await withBookDatabase(async (database) => {
    const book = await bookNamed(database, options.book);
    const accounts = await livedAccounts(database, book.bookId);
    const from = accounts.reduce(
      (first, it) => Math.min(first, it.events[0]?.valueOn ?? first),
      book.closedThrough as number,
    ) as EpochDay;
    const trained = await trainBehaviour({
      accounts,
      from,
      through: book.closedThrough,
      kind,
      name: `behaviour-${book.bookId}`,
      source: `book ${book.bookId}, ${accounts.length} accounts`,
      licence: "the lender's own data",
      trainedOn: formatDay(todayOf(book)),
      bags,
      run: (work) => runTraining(work, 1, () => {}),
    });
    if (!trained.ok) usageError(trained.refusal.map(formatProblem).join("; "));
    const text = formatModel(trained.value);
    writeFileSync(options.out, text);
    const read = parseModel(text);
    const checksum = read.ok ? read.value.checksum : "";
    printJson({ model: options.out, checksum, measures: trained.value.card.measures });
  });
}

function kindOf(text: string): Model["kind"] {
  if (text === "ebm" || text === "scorecard") return text;
  return usageError(`--model: got ${text}, expected scorecard or ebm`);
}

async function livedAccounts(database: Database, bookId: string): Promise<readonly LivedAccount[]> {
  const products = productsOf(database);
  const out: LivedAccount[] = [];
  for await (const block of accountHistories(database, products, { bookId, blockSize: 500 }))
    for (const { account, events } of block)
      out.push({ accountId: account.accountId, product: account.product, events });
  return out;
}

async function ask(
  kind: "activate" | "challenge" | "rollback",
  options: Asking & { readonly checksum?: string; readonly split?: string },
): Promise<void> {
  const use: ModelUse =
    parseModelUse(options.use) ??
    usageError(`--use: got ${options.use}, expected ${modelUses.join(" or ")}`);
  const splitPpm = Number(options.split ?? 0);
  if (!Number.isInteger(splitPpm) || splitPpm < 0 || splitPpm > 1_000_000)
    usageError(`--split: got ${options.split}, expected 0 to 1000000`);
  await withBookDatabase(async (database) => {
    const { bookId } = await bookNamed(database, options.book);
    const { by, reason } = options;
    const change = { bookId, use, kind, model: options.checksum ?? null, splitPpm, reason, by };
    const approvalId = orUsage(await database.transaction((tx) => askForChange(tx, change)));
    printJson({ approvalId, next: `fairdue model approve ${approvalId} --by <somebody else>` });
  });
}

async function propose(file: string, options: Common & { readonly by: string }): Promise<void> {
  const policy = parseJson(await readText(file), file);
  await withBookDatabase(async (database) => {
    const { bookId } = await bookNamed(database, options.book);
    const asked = { bookId, policy, by: options.by };
    const approvalId = orUsage(await database.transaction((tx) => askForPolicy(tx, asked)));
    printJson({ approvalId, next: `fairdue model approve ${approvalId} --by <somebody else>` });
  });
}

async function approve(
  approvalId: string,
  options: Common & { readonly by: string; readonly reason: string },
): Promise<void> {
  await withBookDatabase(async (database) => {
    const { bookId } = await bookNamed(database, options.book);
    const { by, reason } = options;
    const answer = {
      bookId,
      approvalId,
      by,
      reason,
      decision: "approved",
      at: Date.now(),
    } as const;
    // A refusal rolls back what was decided before it was found.
    const decided = await database
      .transaction(async (tx) => {
        const done = await decideOnChange(tx, answer);
        if (!done.ok) throw new Undone(done);
        return done;
      })
      .catch((error: unknown) => {
        if (error instanceof Undone) return error.outcome;
        throw error;
      });
    printJson({ approvalId, decision: orUsage(decided) });
  });
}

class Undone extends Error {
  override readonly name = "Undone";
  readonly outcome: Outcome<never, Refused>;

  constructor(outcome: Outcome<never, Refused>) {
    super("undone");
    this.outcome = outcome;
  }
}

async function warn(options: OnDay): Promise<void> {
  await onDay(options, async (database, it) => {
    const began = performance.now();
    const report = orUsage(await warnBook(database, productsOf(database), it));
    printJson({ on: formatDay(it.on), ...report, seconds: (performance.now() - began) / 1000 });
  });
}

async function limits(options: OnDay): Promise<void> {
  await onDay(options, async (database, it) => {
    const run = {
      ...it,
      at: Date.now(),
      newEventId: () => `evt_${randomUUIDv7()}`,
      budgets: undefined,
    };
    printJson(orUsage(await reviewLimits(database, productsOf(database), run)));
  });
}

async function watch(options: OnDay): Promise<void> {
  await onDay(options, async (database, it) => {
    const reports: object[] = [];
    for (const use of modelUses) {
      const seen = await watchModels(database, productsOf(database), {
        ...it,
        use,
        at: Date.now(),
      });
      if (!seen.ok) continue;
      for (const report of seen.value) {
        reports.push({ use, ...report });
        if (report.alarms.length > 0) process.exitCode = 1;
      }
    }
    printJson(reports);
  });
}

async function onDay(
  options: OnDay,
  work: (
    database: Database,
    it: { readonly bookId: string; readonly zone: string; readonly on: EpochDay },
  ) => Promise<void>,
): Promise<void> {
  await withBookDatabase(async (database) => {
    const book = await bookNamed(database, options.book);
    const openOn = addDays(book.closedThrough, 1);
    const today = todayOf(book) < openOn ? openOn : todayOf(book);
    const on = options.on === undefined ? today : dayOption("--on", options.on);
    await work(database, { bookId: book.bookId, zone: book.zone, on });
  });
}

function orUsage<Value>(outcome: Outcome<Value, Refused>): Value {
  if (outcome.ok) return outcome.value;
  const { code, errors } = outcome.refusal;
  return usageError([code, ...(errors ?? []).map(formatProblem)].join(": "));
}
