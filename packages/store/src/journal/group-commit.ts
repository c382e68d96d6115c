import { present } from "@fairdue/kernel";

export type GroupCommit<Item, Result> = {
  /** Resolves when the item is durable, with its own result. */
  submit(item: Item): Promise<Result>;
  /** Resolves when all that was submitted has been answered. */
  drain(): Promise<void>;
};

export type GroupCommitOptions<Item, Result> = {
  /** Batches under way at once, each on a connection of its own. */
  readonly lanes: number;
  readonly batchMax: number;
  /** Writes a batch, all or nothing, and answers each item in order. */
  readonly write: (batch: readonly Item[]) => Promise<readonly Result[]>;
};

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Gathers what many callers write into batches: flushes as soon as a lane is free, so that the
 * batch is what arrived during the one before. No timer: lingering was measured to bring nothing.
 * When a batch fails, its halves are tried alone, so that a bad item fails only its own caller.
 */
export function groupCommit<Item, Result>(
  options: GroupCommitOptions<Item, Result>,
): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let busy = 0;
  let idle: (() => void)[] = [];
  const flush = (): void => {
    while (busy < options.lanes && waiting.length > 0) {
      const batch = waiting.slice(0, options.batchMax);
      waiting = waiting.slice(options.batchMax);
      busy += 1;
      void writeBatch(batch).finally(() => {
        busy -= 1;
        flush();
        if (busy === 0 && waiting.length === 0) {
          for (const done of idle) done();
          idle = [];
        }
      });
    }
  };
  const writeBatch = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    let results: readonly Result[];
    try {
      results = await options.write(batch.map((it) => it.item));
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only) return only.reject(error);
      const middle = batch.length >> 1;
      await writeBatch(batch.slice(0, middle));
      return await writeBatch(batch.slice(middle));
    }
    batch.forEach((it, index) => it.resolve(present(results[index], "a result for each item")));
  };
  return {
    submit: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        // After the current turn of the event loop, so that callers of one turn share a batch.
        if (waiting.length === 1) setImmediate(flush);
      }),
    drain: () =>
      busy === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((done) => idle.push(done)),
  };
}
