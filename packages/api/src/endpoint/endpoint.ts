import { z } from "@hono/zod-openapi";
import type { ProblemCode } from "../problem/problems.ts";
import type { Scope } from "./scope.ts";

/**
 * One operation of the API, declared once: the server validates by it, the document is generated
 * from it, and the client's types follow from the document.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  /** Unique; the name of the operation in the document. */
  readonly operationId: string;
  readonly method: "get" | "post" | "put" | "delete";
  /** With `{name}` for each parameter. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  /** What the caller must be allowed to do; `public` needs no caller at all. */
  readonly scope: Scope | "public";
  readonly params: Params;
  readonly query: Query;
  /** `null` where no body is read. */
  readonly body: Body | null;
  readonly status: 200 | 201 | 202;
  readonly answer: Answer;
  /** What may be refused here beyond the problems that every operation has. */
  readonly problems: readonly ProblemCode[];
  /** A write: needs an `Idempotency-Key`, and is answered once for each. */
  readonly isWrite: boolean;
};

export type ParamsOf<It> = It extends Endpoint<infer P, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<It> = It extends Endpoint<z.ZodType, infer Q, z.ZodType> ? z.output<Q> : never;
export type BodyOf<It> = It extends Endpoint<z.ZodType, z.ZodType, infer B> ? z.output<B> : never;
export type AnswerOf<It> =
  It extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.input<A> : never;

const none = z.strictObject({});
export type None = typeof none;

type Head = {
  readonly operationId: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly scope: Scope | "public";
  readonly problems?: readonly ProblemCode[];
};

/** A question: changes nothing, may be asked again. */
export function read<
  Answer extends z.ZodType,
  Params extends z.ZodType = None,
  Query extends z.ZodType = None,
>(
  it: Head & { readonly params?: Params; readonly query?: Query; readonly answer: Answer },
): Endpoint<Params, Query, None, Answer> {
  return {
    description: "",
    problems: [],
    ...it,
    method: "get",
    params: it.params ?? (none as unknown as Params),
    query: it.query ?? (none as unknown as Query),
    body: null,
    status: 200,
    isWrite: false,
  };
}

/** A question whose terms need a body; changes nothing, so it needs no idempotency key. */
export function ask<
  Answer extends z.ZodType,
  Body extends z.ZodType,
  Params extends z.ZodType = None,
>(
  it: Head & { readonly params?: Params; readonly body: Body; readonly answer: Answer },
): Endpoint<Params, None, Body, Answer> {
  return {
    description: "",
    problems: [],
    ...it,
    method: "post",
    params: it.params ?? (none as unknown as Params),
    query: none,
    status: 200,
    isWrite: false,
  };
}

/** A change: done once for each idempotency key, all of it or nothing. */
export function write<
  Answer extends z.ZodType,
  Body extends z.ZodType,
  Params extends z.ZodType = None,
>(
  it: Head & {
    readonly method?: "post" | "put" | "delete";
    readonly params?: Params;
    readonly body: Body;
    readonly answer: Answer;
    readonly status?: 200 | 201 | 202;
  },
): Endpoint<Params, None, Body, Answer> {
  return {
    description: "",
    problems: [],
    status: 201,
    method: "post",
    ...it,
    params: it.params ?? (none as unknown as Params),
    query: none,
    isWrite: true,
  };
}
