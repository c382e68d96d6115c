import { z } from "@hono/zod-openapi";
import { read, write } from "../endpoint/endpoint.ts";
import { bilingual, slugIn } from "../schema/primitives.ts";

/**
 * A product declaration as it travels. The engine's own parser decides what is right in it and
 * names every problem by its path; here stands what a reader needs to know of its shape.
 */
export const product = z
  .looseObject({
    id: z.string(),
    version: z.int(),
    from: z.string().openapi({ format: "date", description: "Offered from this day." }),
    name: bilingual,
    kind: z.enum(["draws", "purchases", "loan"]),
    currency: z.string(),
    jurisdiction: z.string(),
    limitMinorMax: z.int(),
    dayCount: z.string(),
    rate: z.object({
      unit: z.enum(["ppm-day", "ppm-month", "bp-year", "ppm-year"]),
      standard: z.int(),
      min: z.int(),
      max: z.int(),
    }),
  })
  .openapi("Product", {
    description:
      "A versioned, dated declaration of a credit product: docs/guides/products.md describes every field.",
  });

export const listProducts = read({
  operationId: "listProducts",
  path: "/v1/products",
  tag: "Products",
  summary: "Every version of every product",
  scope: "products:read",
  answer: z.object({ items: z.array(product) }).openapi("Products"),
});

export const readProduct = read({
  operationId: "readProduct",
  path: "/v1/products/{productId}/versions/{version}",
  tag: "Products",
  summary: "One version of a product",
  scope: "products:read",
  params: z.strictObject({
    productId: slugIn,
    version: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number)
      .openapi({ type: "integer", minimum: 1, maximum: 999_999 }),
  }),
  answer: product,
  problems: ["product-not-found"],
});

export const declareProduct = write({
  operationId: "declareProduct",
  path: "/v1/products",
  tag: "Products",
  summary: "Declare a version of a product",
  description:
    "Puts a declaration on record. A version never changes: the same declaration again is answered " +
    "as the first time, another one under the same number is refused.",
  scope: "products:write",
  body: z.record(z.string(), z.unknown()).openapi("DeclareProduct", {
    type: "object",
    description: "A product declaration; every problem in it is named by its path.",
  }),
  answer: product,
  problems: ["product-version-exists"],
});

export const productEndpoints = [listProducts, declareProduct, readProduct];
