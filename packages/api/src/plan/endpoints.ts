import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../schema/page.ts";
import { bilingual, dayIn, dayText, reasonIn, slugIn } from "../schema/primitives.ts";
import { planWire, simulation, strategyDetail, strategyLine, workLine } from "./schemas.ts";

const strategies = "Strategies";
const plans = "Plans";
const ofBook = z.strictObject({ bookId: slugIn });
const versionIn = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .openapi({ type: "integer", minimum: 1 });
const strategyIdIn = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/);
const ofStrategy = z.strictObject({ bookId: slugIn, strategyId: strategyIdIn, version: versionIn });
const ofDay = z.strictObject({ bookId: slugIn, on: dayIn });
const strategyPath = "/v1/books/{bookId}/strategies/{strategyId}/{version}";

export const listStrategies = read({
  operationId: "listStrategies",
  path: "/v1/books/{bookId}/strategies",
  tag: strategies,
  summary: "Strategies of a book, the newest first",
  scope: "strategies:read",
  params: ofBook,
  answer: z.object({ items: z.array(strategyLine) }).openapi("Strategies"),
  problems: ["book-not-found"],
});

export const readStrategy = read({
  operationId: "readStrategy",
  path: strategyPath,
  tag: strategies,
  summary: "A version of a strategy as data, its rules in words, its simulation",
  scope: "strategies:read",
  params: ofStrategy,
  answer: strategyDetail,
  problems: ["strategy-not-found"],
});

export const proposeStrategy = write({
  operationId: "proposeStrategy",
  path: "/v1/books/{bookId}/strategies",
  tag: strategies,
  summary: "Propose the next version of a strategy",
  description:
    "Segments, treatments, arms, hold-out and budgets as data; every problem is told with its " +
    "path. The form: docs/overdue.md.",
  scope: "strategies:write",
  params: ofBook,
  body: z
    .strictObject({ declaration: z.record(z.string(), z.unknown()) })
    .openapi("ProposeStrategy"),
  answer: z.object({ strategyId: z.string(), version: z.int() }).openapi("StrategyProposed"),
  problems: ["book-not-found"],
});

export const simulateStrategy = write({
  operationId: "simulateStrategy",
  path: `${strategyPath}/simulation`,
  tag: strategies,
  summary: "Try a version on a day's book, beside the one in force",
  description: "Volumes, cost, expected recovery and complaints. Nobody is contacted.",
  scope: "strategies:write",
  params: ofStrategy,
  body: z.strictObject({ on: dayIn.optional() }).openapi("SimulateStrategy"),
  answer: simulation,
  problems: ["strategy-not-found"],
});

export const requestStrategy = write({
  operationId: "requestStrategy",
  path: `${strategyPath}/requests`,
  tag: strategies,
  summary: "Ask a second person to put a simulated version in force",
  scope: "strategies:write",
  params: ofStrategy,
  body: z.strictObject({ from: dayIn, reason: reasonIn }).openapi("RequestStrategy"),
  answer: z.object({ approvalId: z.string() }).openapi("StrategyRequested"),
  problems: ["strategy-not-found", "strategy-not-simulated", "strategy-already-decided"],
});

export const decideStrategy = write({
  operationId: "decideStrategy",
  path: `${strategyPath}/decisions`,
  tag: strategies,
  summary: "Approve or decline what another person asked for",
  scope: "strategies:write",
  params: ofStrategy,
  body: z
    .strictObject({
      approvalId: z.string().min(1).max(80),
      decision: z.enum(["approved", "declined"]),
      reason: reasonIn,
    })
    .openapi("DecideStrategy"),
  answer: z.object({ line: strategyLine }).openapi("StrategyDecided"),
  problems: ["strategy-not-found", "strategy-by-same-person", "strategy-already-decided"],
});

export const planDay = write({
  operationId: "planDay",
  path: "/v1/books/{bookId}/plans",
  tag: plans,
  summary: "Plan a day by the strategy in force",
  description:
    "Asked again for the same day and version, the plan that stands is answered. Budgets that " +
    "contradict each other are named under `errors`, with how much is missing.",
  scope: "plans:run",
  params: ofBook,
  body: z.strictObject({ on: dayIn.optional() }).openapi("PlanDay"),
  answer: z.object({ plan: planWire, isKnown: z.boolean() }).openapi("DayPlanned"),
  problems: ["book-not-found", "strategy-none-in-force", "budgets-infeasible"],
});

export const listPlans = read({
  operationId: "listPlans",
  path: "/v1/books/{bookId}/plans",
  tag: plans,
  summary: "The latest plans of a book",
  scope: "plans:read",
  params: ofBook,
  answer: z.object({ items: z.array(planWire) }).openapi("DayPlans"),
  problems: ["book-not-found"],
});

export const readPlan = read({
  operationId: "readPlan",
  path: "/v1/books/{bookId}/plans/{on}",
  tag: plans,
  summary: "The plan of a day: figures, certificate, shadow prices, titles",
  scope: "plans:read",
  params: ofDay,
  answer: z
    .object({
      plan: planWire,
      titles: z.object({
        strategy: bilingual,
        treatments: z.record(z.string(), bilingual),
        segments: z.record(z.string(), bilingual),
        queues: z.record(z.string(), bilingual),
      }),
    })
    .openapi("DayPlanDetail"),
  problems: ["plan-not-found"],
});

export const listWork = read({
  operationId: "listWork",
  path: "/v1/books/{bookId}/plans/{on}/work",
  tag: plans,
  summary: "The work lists of a day, queue by queue in their order",
  description: "Only cases within the asker's reach.",
  scope: "cases:read",
  params: ofDay,
  query: z.strictObject({ ...pageQuery, queueId: strategyIdIn.optional() }),
  answer: pageOf("Work", workLine),
  problems: ["plan-not-found"],
});

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const readFigures = read({
  operationId: "readFigures",
  path: "/v1/books/{bookId}/figures/{table}",
  tag: "Figures",
  summary: "Figures of overdue handling as of a past day",
  description:
    "`roll-rates`, `cures`, `vintages`, `recoveries`, `contacts`: each reproducible, since only " +
    "what was booked by the day is read. As CSV: /v1/books/{bookId}/figures/{table}.csv.",
  scope: "figures:read",
  params: z.strictObject({
    bookId: slugIn,
    table: z.enum(["roll-rates", "cures", "vintages", "recoveries", "contacts"]),
  }),
  query: z.strictObject({
    asOf: dayIn.optional(),
    months: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(36))
      .default(6)
      .openapi({ type: "integer", minimum: 1, maximum: 36, default: 6 }),
  }),
  answer: z
    .object({
      table: z.string(),
      asOf: dayText,
      months: z.int(),
      columns: z.array(z.object({ id: z.string(), title: bilingual })),
      items: z.array(z.record(z.string(), cell)),
    })
    .openapi("Figures"),
  problems: ["book-not-found"],
});

export const planEndpoints = [
  listStrategies,
  readStrategy,
  proposeStrategy,
  simulateStrategy,
  requestStrategy,
  decideStrategy,
  planDay,
  listPlans,
  readPlan,
  listWork,
  readFigures,
];
