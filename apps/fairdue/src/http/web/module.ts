import { join } from "node:path";
import type { Context } from "hono";
import type { HttpModule } from "../compose/operation.ts";
import { openSite, type SiteFile } from "./site.ts";

const folder = join(import.meta.dirname, "../../../../web/dist");

/** First words of the addresses that are pages: the app finds its own way from there. */
const faces = new Set([
  "",
  "console",
  "me",
  "visit",
  "verify",
  "v",
  "treatment",
  "complain",
  "supervision",
  "design",
  "sign-in",
]);

/** The four faces: one page, whose parts load when they are entered. */
export const webModule: HttpModule = {
  name: "web",
  operations: [],
  mount: (app) => {
    let site: ReturnType<typeof openSite> | undefined;
    app.get("*", async (c, next) => {
      site ??= openSite(folder);
      const { path } = c.req;
      const file = site(path) ?? (isFace(path) ? site("index.html") : undefined);
      return file === undefined ? next() : send(c, file);
    });
  },
};

function isFace(path: string): boolean {
  return faces.has(path.split("/")[1] ?? "");
}

function send(c: Context, file: SiteFile): Response {
  c.header("etag", file.tag);
  c.header("vary", "accept-encoding");
  c.header("cache-control", file.isForEver ? "public, max-age=31536000, immutable" : "no-cache");
  if (file.policy !== null) c.header("content-security-policy", file.policy);
  if (c.req.header("if-none-match") === file.tag) return c.body(null, 304);
  c.header("content-type", file.type);
  const accepted = c.req.header("accept-encoding") ?? "";
  if (file.brotli !== null && /\bbr\b/.test(accepted)) {
    c.header("content-encoding", "br");
    return c.body(new Uint8Array(file.brotli));
  }
  if (file.gzip !== null && /\bgzip\b/.test(accepted)) {
    c.header("content-encoding", "gzip");
    return c.body(new Uint8Array(file.gzip));
  }
  return c.body(new Uint8Array(file.plain));
}
