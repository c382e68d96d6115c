import { randomUUID } from "node:crypto";
import { openApiDocument, refusal } from "@fairdue/api";
import { Hono } from "hono";
import { openMetrics, serveMetrics } from "../../ops/metrics.ts";
import type { Authenticate } from "../auth/actor.ts";
import { guardHeaders } from "./guard-headers.ts";
import type { HttpModule, Operation } from "./operation.ts";
import { answerProblem } from "./problem-answer.ts";
import type { Shell } from "./shell.ts";
import { isUnavailable } from "./unavailable.ts";
import { runOperation } from "./run-operation.ts";

export type AppOptions = {
  readonly shell: Shell;
  readonly modules: readonly HttpModule[];
  readonly authenticate: Authenticate;
  /** Checks every answer against the contract: for tests. */
  readonly checksAnswers?: boolean;
};

/** The server as one function of a request. It holds no state between requests. */
export function composeApp(options: AppOptions): Hono {
  const { shell, modules } = options;
  const app = new Hono();
  const metrics = openMetrics(shell.database);
  app.use("*", metrics.middleware);
  app.use("*", guardHeaders);
  serveMetrics(app, metrics, process.env["FAIRDUE_METRICS_TOKEN"]);
  const operations = modules.flatMap((it) => it.operations);
  for (const it of operations) route(app, it, options);
  const document = openApiDocument(operations.map((it) => it.endpoint));
  app.get("/openapi.json", (c) => c.json(document));
  for (const it of modules) it.mount?.(app, shell);
  const methods = methodsByPath(operations);
  app.notFound((c) => {
    const allowed = methods.find((it) => it.pattern.test(c.req.path));
    if (!allowed) return answerProblem(c, refusal("route-not-found"));
    c.header("Allow", allowed.methods.join(", "));
    return answerProblem(c, refusal("method-not-allowed"));
  });
  app.onError((error, c) => {
    const instance = `urn:uuid:${randomUUID()}`;
    if (isUnavailable(error)) {
      shell.log.warn({ instance, error: error.message }, "the database is away");
      c.header("Retry-After", "2");
      return answerProblem(c, refusal("database-unavailable"), instance);
    }
    shell.log.error({ instance, err: error, path: c.req.routePath }, "a request failed");
    return answerProblem(c, refusal("internal-error"), instance);
  });
  return app;
}

function route(app: Hono, operation: Operation, options: AppOptions): void {
  const { endpoint } = operation;
  const path = endpoint.path.replace(/\{(\w+)\}/g, ":$1");
  app.on(endpoint.method.toUpperCase(), path, (c) => runOperation(c, operation, options));
}

function methodsByPath(operations: readonly Operation[]): { pattern: RegExp; methods: string[] }[] {
  const byPath = new Map<string, string[]>();
  for (const { endpoint } of operations) {
    const methods = byPath.get(endpoint.path) ?? [];
    byPath.set(endpoint.path, [...methods, endpoint.method.toUpperCase()]);
  }
  return [...byPath].map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
    methods,
  }));
}
