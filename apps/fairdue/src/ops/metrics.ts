import { timingSafeEqual } from "node:crypto";
import { type Database, loadWatchFigures } from "@fairdue/store";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { addressOf } from "../http/auth/address.ts";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What is measured of this process, in Prometheus' form. No label ever holds a person's id. */
export type Metrics = {
  readonly registry: Registry;
  readonly middleware: MiddlewareHandler;
  /** Reads the figures of books and queues from the database. */
  refresh(): Promise<void>;
};

export function openMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "fairdue_" });
  const refresh = watchBooks(registry, database);
  const registers = [registry];
  const requests = new Counter({
    name: "fairdue_http_requests_total",
    help: "Requests answered, by route pattern, method and status class",
    labelNames: ["route", "method", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "fairdue_http_request_seconds",
    help: "Time to the answer, by route pattern",
    labelNames: ["route", "method"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  return {
    registry,
    refresh,
    middleware: async (c, next) => {
      const started = performance.now();
      await next();
      // The pattern, not the address: addresses name people.
      const route = c.req.routePath;
      const { method } = c.req;
      requests.inc({ route, method, status: `${Math.floor(c.res.status / 100)}xx` });
      seconds.observe({ route, method }, (performance.now() - started) / 1000);
    },
  };
}

/** Figures of the books and queues; the returned function brings them up to date. */
function watchBooks(registry: Registry, database: Database): () => Promise<void> {
  const registers = [registry];
  const lag = new Gauge({
    name: "fairdue_book_closed_lag_days",
    help: "Days since the last closed day",
    labelNames: ["book"],
    registers,
  });
  const quarantined = new Gauge({
    name: "fairdue_accounts_quarantined",
    help: "Accounts set aside until a person has looked",
    labelNames: ["book"],
    registers,
  });
  const backlog = new Gauge({
    name: "fairdue_outbox_waiting",
    help: "Messages due and not delivered",
    registers,
  });
  const answers = new Gauge({
    name: "fairdue_gate_answers",
    help: "Answers of the gate in the last hour, by outcome",
    labelNames: ["outcome"],
    registers,
  });
  return async () => {
    const it = await loadWatchFigures(database);
    answers.reset();
    for (const [outcome, count] of it.gateAnswers) answers.set({ outcome }, count);
    for (const book of it.books) {
      lag.set({ book: book.bookId }, book.closedLagDays);
      quarantined.set({ book: book.bookId }, book.quarantined);
    }
    backlog.set(it.outboxWaiting);
  };
}

/**
 * `/metrics`, for whoever holds `FAIRDUE_METRICS_TOKEN`; without a token set, for this machine only.
 */
export function serveMetrics(app: Hono, metrics: Metrics, token: string | undefined): void {
  app.get("/metrics", async (c) => {
    if (!mayRead(c, token)) return c.text("not for you", 403);
    await metrics.refresh();
    c.header("content-type", metrics.registry.contentType);
    return c.body(await metrics.registry.metrics());
  });
}

function mayRead(c: Context, token: string | undefined): boolean {
  if (token === undefined || token === "") return isLocal(c);
  const given = Buffer.from(c.req.header("authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function isLocal(c: Context): boolean {
  // A proxy on this machine speaks for others.
  if (c.req.header("x-forwarded-for") !== undefined) return false;
  return ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(addressOf(c));
}
