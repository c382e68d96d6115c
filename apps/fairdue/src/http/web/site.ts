import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export type SiteFile = {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
  readonly tag: string;
  /** Its name changes with its content, so that a browser may keep it for ever. */
  readonly isForEver: boolean;
  /** A policy that the page states for itself. */
  readonly policy: string | null;
};

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

const compressible = new Set([".html", ".js", ".css", ".svg", ".json", ".webmanifest"]);

/** The built pages, each read and compressed when it is first asked for. */
export function openSite(folder: string): (path: string) => SiteFile | undefined {
  const known = new Map<string, SiteFile>();
  const names = new Set(existsSync(folder) ? filesIn(folder) : []);
  return (path) => {
    const name = path.replace(/^\/+/, "");
    if (!names.has(name)) return undefined;
    let file = known.get(name);
    if (file === undefined) {
      file = readSiteFile(folder, name);
      known.set(name, file);
    }
    return file;
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((it) => statSync(join(folder, it)).isFile())
    .map((it) => relative(".", it).split(sep).join("/"));
}

function readSiteFile(folder: string, name: string): SiteFile {
  const plain = readFileSync(join(folder, name));
  const extension = extname(name);
  const isText = compressible.has(extension) && plain.length > 600;
  return {
    type: types[extension] ?? "application/octet-stream",
    plain,
    gzip: isText ? gzipSync(plain) : null,
    brotli: isText
      ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      : null,
    tag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    isForEver: name.startsWith("assets/"),
    policy: extension === ".html" ? statedPolicy(plain.toString("utf8")) : null,
  };
}

function statedPolicy(html: string): string | null {
  const match = /http-equiv="content-security-policy"\s+content="([^"]+)"/i.exec(html);
  return match?.[1] === undefined ? null : `${match[1]}; frame-ancestors 'none'`;
}
