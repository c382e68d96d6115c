/** One field that the server could not accept: what was given and what would be right. */
export type FieldProblem = {
  readonly field: string;
  readonly value?: unknown;
  readonly expected: string;
};

type ProblemBody = {
  readonly code?: string;
  readonly title?: string;
  readonly titleZh?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
};

/** A refusal of the server, as RFC 9457 problem details. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? "unknown";
    this.fields = body.errors ?? [];
    this.body = body;
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

type RequestOptions = {
  readonly body?: unknown;
  /** Binds a write to one press of a button: a retry with the same key does nothing twice. */
  readonly key?: string;
  readonly signal?: AbortSignal;
};

/**
 * Asks the server of this page. The session travels in a cookie that scripts cannot read; the
 * header marks a request that only our own pages can make.
 * @throws Problem when the server refused, TypeError when it could not be reached
 */
export async function request<Answer>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const answer = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      "x-fairdue-page": "1",
      ...(options.body === undefined ? {} : { "content-type": "application/json" }),
      ...(method === "GET" ? {} : { "idempotency-key": options.key ?? newKey() }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const text = await answer.text();
  const body: unknown = text === "" ? undefined : parsed(text);
  if (!answer.ok) throw new Problem(answer.status, isBody(body) ? body : {});
  return body as Answer;
}

export const read = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  request<Answer>("GET", path, signal ? { signal } : {});

export function newKey(): string {
  return crypto.randomUUID();
}

/** `?a=1&b=2` of what is set. */
export function queryOf(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== "") query.set(name, String(value));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isBody(value: unknown): value is ProblemBody {
  return typeof value === "object" && value !== null;
}
