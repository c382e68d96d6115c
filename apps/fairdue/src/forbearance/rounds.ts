import { loadBooks } from "@fairdue/store";
import type { Shell } from "../http/compose/shell.ts";
import { followUp } from "./follow-up.ts";

const everyMs = 900_000;

/** Goes the round of every book each quarter of an hour, until the returned function is called. */
export function startRounds(shell: Shell): () => void {
  const go = async (): Promise<void> => {
    for (const book of await loadBooks(shell.database)) await followUp(shell, book);
  };
  const round = (): void =>
    void go().catch((error: unknown) =>
      shell.log.warn({ err: error }, "arrangements and complaints are looked at a while later"),
    );
  round();
  const timer = setInterval(round, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
