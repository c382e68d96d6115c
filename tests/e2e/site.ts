import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { build } from "vite";

const web = join(import.meta.dirname, "../../apps/web");
const dist = join(web, "dist");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Builds the pages as they are served to people. */
export async function buildSite(): Promise<void> {
  await build({ root: web, logLevel: "error" });
}

/** Serves the built pages alone, without the API. */
export async function serveSite(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://site").pathname);
    const file = join(dist, path);
    const found = extname(path) !== "" && existsSync(file) ? file : join(dist, "index.html");
    response.setHeader("content-type", types[extname(found)] ?? "application/octet-stream");
    response.end(readFileSync(found));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
