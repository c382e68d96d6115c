import { createClient } from "@fairdue/api";

/** Never run: it must compile where it is right, and must not where it says so. */
export async function usage(): Promise<void> {
  const fairdue = createClient({ baseUrl: "http://127.0.0.1:8420", key: "fdk_1_2" });

  const { data } = await fairdue.GET("/v1/books/{bookId}", {
    params: { path: { bookId: "retail" } },
  });
  const day: string | undefined = data?.businessDay;

  // @ts-expect-error a book has no such field
  const wrong: unknown = data?.owner;

  const at = { borrowerId: "brw_1", accountId: "acc_1" };
  const { data: booked, error } = await fairdue.POST(
    "/v1/borrowers/{borrowerId}/accounts/{accountId}/repayments",
    {
      params: { path: at, header: { "idempotency-key": "one" } },
      body: { amountMinor: 120_000, channel: "wallet" },
    },
  );
  const owed: number | undefined = booked?.account.owed.totalMinor;
  const code: "limit-exceeded" | string | undefined = error?.code;

  await fairdue.POST("/v1/borrowers/{borrowerId}/accounts/{accountId}/repayments", {
    // @ts-expect-error a write needs an idempotency key
    params: { path: at },
    body: { amountMinor: 120_000, channel: "wallet" },
  });

  await fairdue.POST("/v1/borrowers/{borrowerId}/accounts/{accountId}/draws", {
    params: { path: at, header: { "idempotency-key": "two" } },
    // @ts-expect-error a plan says its method
    body: { amountMinor: 1, channel: "wallet", plan: { terms: 12 } },
  });

  // @ts-expect-error there is no such address
  await fairdue.GET("/v1/nowhere");

  void [day, wrong, owed, code];
}
