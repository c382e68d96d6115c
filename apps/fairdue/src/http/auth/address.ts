import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * Network address of who asks. A forwarded one is believed only where a proxy of ours stands in front
 * (`FAIRDUE_BEHIND_PROXY=1`): otherwise anybody could count as anybody.
 */
export function addressOf(c: Context): string {
  const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  if (process.env["FAIRDUE_BEHIND_PROXY"] === "1" && forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    // Called without a socket, as tests do.
    return "unknown";
  }
}
