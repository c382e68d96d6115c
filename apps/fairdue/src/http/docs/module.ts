import { createHash } from "node:crypto";
import { isProblemCode, openApiDocument, problemCodes, problems } from "@fairdue/api";
import type { HttpModule } from "../compose/operation.ts";
import { behaviour } from "./look.ts";
import { escape, frame, referencePage } from "./page.ts";

const scriptHash = createHash("sha256").update(behaviour).digest("base64");

/** The page may run its own script and talk to its own server, and nothing else. */
const policy =
  `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; ` +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The reference for people: `/docs`, and a page for each problem. */
export const docsModule: HttpModule = {
  name: "docs",
  operations: [],
  mount: (app) => {
    let reference: string | undefined;
    app.get("/docs", (c) => {
      reference ??= referencePage(openApiDocument());
      c.header("Content-Security-Policy", policy);
      return c.html(reference);
    });
    app.get("/problems", (c) => {
      c.header("Content-Security-Policy", policy);
      return c.html(frame("Problems · 错误代码", `<main>${problemTable()}</main>`));
    });
    app.get("/problems/:code", (c) => {
      const code = c.req.param("code");
      if (!isProblemCode(code)) return c.notFound();
      const { status, title, remedy } = problems[code];
      c.header("Content-Security-Policy", policy);
      return c.html(
        frame(
          title.en,
          `<main><p><a href="/problems">Problems · 错误代码</a></p><h1>${escape(title.en)}</h1>
<h2 lang="zh-CN">${escape(title.zh)}</h2><p><code>${code}</code> · ${status}</p>
<p>${escape(remedy.en)}</p><p lang="zh-CN">${escape(remedy.zh)}</p></main>`,
        ),
      );
    });
  },
};

function problemTable(): string {
  const rows = problemCodes.map((code) => {
    const { status, title } = problems[code];
    return `<tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${status}</td>
<td>${escape(title.en)}</td><td lang="zh-CN">${escape(title.zh)}</td></tr>`;
  });
  return `<h1>Problems · 错误代码</h1><table>
<tr><th>code</th><th>status</th><th>meaning</th><th>含义</th></tr>${rows.join("")}</table>`;
}
