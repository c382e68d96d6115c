import type { HttpModule } from "../compose/operation.ts";

/** For whoever watches the process: alive, and able to reach its database. */
export const healthModule: HttpModule = {
  name: "health",
  operations: [],
  mount: (app, { database }) => {
    app.get("/healthz", (c) => c.json({ status: "alive" }));
    app.get("/readyz", async (c) => {
      try {
        await database.rows("SELECT 1");
        return c.json({ status: "ready" });
      } catch {
        return c.json({ status: "the database does not answer" }, 503);
      }
    });
  },
};
