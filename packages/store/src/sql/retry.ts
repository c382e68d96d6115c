/** Refusals of PostgreSQL that mean: another transaction was faster, so try the same thing again. */
const passing: ReadonlySet<string> = new Set(["40001", "40P01", "23505"]);

/** Does `work`, up to four times when it collides with another writer. */
export async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 4 || !passing.has(sqlStateOf(error))) throw error;
    }
  }
}

/** The SQLSTATE of an error of PostgreSQL; empty for any other error. */
export function sqlStateOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
