import { z } from "@hono/zod-openapi";
import { countIn } from "./primitives.ts";

/**
 * Lists come in pages. `cursor` is opaque: hand back `nextCursor` unchanged to read on. A page
 * starts behind the last row of the one before, so nothing is skipped or repeated while rows are
 * being added.
 */
export const pageQuery = {
  limit: countIn({ min: 1, max: 500, otherwise: 50 }),
  cursor: z
    .string()
    .max(500)
    .regex(/^[0-9A-Za-z_-]+$/)
    .optional()
    .openapi({ description: "`nextCursor` of the page before; left out for the first page." }),
};

export function pageOf<Item extends z.ZodType>(name: string, item: Item) {
  return z
    .object({
      items: z.array(item),
      nextCursor: z
        .string()
        .nullable()
        .openapi({ description: "Null when this is the last page." }),
    })
    .openapi(`${name}Page`);
}
