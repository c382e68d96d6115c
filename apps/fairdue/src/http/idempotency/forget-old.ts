import { type Database, forgetKeys } from "@fairdue/store";
import type { Logger } from "pino";

/** A retry comes within hours; a month is kept, so that nobody is surprised. */
const rememberedDays = 30;
const everyMs = 3_600_000;

/** Forgets old keys once an hour, from now until the returned function is called. */
export function forgetOldKeys(database: Database, log: Logger): () => void {
  const forget = (): void =>
    void forgetKeys(database, rememberedDays).catch((error: unknown) =>
      log.warn({ err: error }, "old idempotency keys stay a while longer"),
    );
  forget();
  const timer = setInterval(forget, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
