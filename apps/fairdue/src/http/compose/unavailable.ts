const connectionLost = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "53300", // too_many_connections
]);

const worthRetrying = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "23505", // unique_violation: somebody else wrote the same meanwhile; judged anew, it is seen
]);

/** The database could not be asked: nothing is wrong with the request. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && (connectionLost.has(code) || code.startsWith("08"))) return true;
  return error instanceof Error && /Connection terminated|connection timeout/i.test(error.message);
}

/** The transaction lost a race that it may win the next time. */
export function isRetryable(error: unknown): boolean {
  return worthRetrying.has(codeOf(error) ?? "");
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
