import createFetchClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.generated.ts";

export type FairdueClient = Client<paths>;

export type ClientOptions = {
  /** `https://lender.example`, without a path. */
  readonly baseUrl: string;
  /** A key made by `fairdue key create`; left out where a session cookie says who asks. */
  readonly key?: string;
  readonly language?: "en" | "zh";
  /** How requests are sent; the platform's own `fetch` when left out. */
  readonly fetch?: (request: Request) => Promise<Response>;
};

/**
 * A client whose every path, parameter, body and answer has the type that the document gives it.
 * Writes ask for an `idempotency-key`: make one per act, and use it again when you retry that act.
 *
 * @example
 * const fairdue = createClient({ baseUrl: "http://127.0.0.1:8420", key });
 * const { data, error } = await fairdue.GET("/v1/books/{bookId}", {
 *   params: { path: { bookId: "retail" } },
 * });
 */
export function createClient(options: ClientOptions): FairdueClient {
  return createFetchClient<paths>({
    baseUrl: options.baseUrl,
    headers: {
      ...(options.key === undefined ? {} : { authorization: `Bearer ${options.key}` }),
      ...(options.language === undefined ? {} : { "accept-language": options.language }),
    },
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  });
}
