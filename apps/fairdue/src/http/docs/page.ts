import type { JsonSchema, OpenApiDocument, Operation, Parameter } from "@fairdue/api";
import { exampleOf, fieldsOf } from "./schema.ts";
import { behaviour, look } from "./look.ts";

/** The reference as one page that loads nothing else: it works without a network beyond this server. */
export function referencePage(document: OpenApiDocument): string {
  const all = operationsOf(document);
  const tags = [...new Set(all.map((it) => it.operation.tags[0] ?? ""))];
  const menu = tags
    .map((tag) => {
      const links = all
        .filter((it) => it.operation.tags[0] === tag)
        .map(
          (it) =>
            `<a href="#${it.operation.operationId}" data-words="${wordsOf(it)}">${escape(it.operation.summary)}</a>`,
        );
      return `<h2>${escape(tag)}</h2>${links.join("")}`;
    })
    .join("");
  const articles = all.map((it) => articleOf(document, it)).join("");
  const about = escape(document.info.description ?? "").replace(/\n\n/g, "</p><p>");
  return frame(
    `${document.info.title} API`,
    `<div class="page"><nav aria-label="Operations"><h1>有度 Fairdue API</h1>
<input id="find" type="search" placeholder="Find · 查找" aria-label="Find an operation">${menu}</nav>
<main><h1>API reference</h1><p>${about.replace(/`([^`]+)`/g, "<code>$1</code>")}</p>
<p><a href="/openapi.json">openapi.json</a> · <a href="/problems">Every problem code · 错误代码</a></p>
<div class="key"><label for="key">API key for trying things out (stays in this page)</label>
<input id="key" type="password" autocomplete="off" placeholder="fdk_…"></div>${articles}</main></div>
<script>${behaviour}</script>`,
  );
}

type Placed = { readonly path: string; readonly method: string; readonly operation: Operation };

function operationsOf(document: OpenApiDocument): Placed[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
}

function articleOf(document: OpenApiDocument, it: Placed): string {
  const { operation, method, path } = it;
  const body = operation.requestBody?.content["application/json"]?.schema;
  const [status, response] = Object.entries(operation.responses)[0] ?? [];
  const answer = response?.content?.["application/json"]?.schema;
  const refusals = Object.entries(operation.responses).slice(1);
  return `<article id="${operation.operationId}" data-words="${wordsOf(it)}">
<h3>${escape(operation.summary)}</h3>
<p class="address"><span class="method ${method}">${method.toUpperCase()}</span> <code>${escape(path)}</code>
<span class="scope">${escape(operation["x-scope"])}</span></p>
${operation.description ? `<p>${escape(operation.description).replace(/`([^`]+)`/g, "<code>$1</code>")}</p>` : ""}
${parameterTable(operation.parameters ?? [])}
${body ? `<details open><summary>Body</summary>${fieldTable(document, body)}</details>` : ""}
${answer ? `<details><summary>Answer ${status}</summary>${fieldTable(document, answer)}</details>` : ""}
<details><summary>Refusals</summary><table>${refusals
    .map(([code, one]) => `<tr><td>${code}</td><td>${problemLinks(one.description)}</td></tr>`)
    .join("")}</table></details>
${tryForm(document, it, body)}</article>`;
}

function parameterTable(all: readonly Parameter[]): string {
  if (all.length === 0) return "";
  const rows = all.map(
    (it) =>
      `<tr><td><code>${escape(it.name)}</code>${it.required ? ' <span class="need">required</span>' : ""}</td>` +
      `<td>${it.in}</td><td>${escape(textOf(it.schema))} ${escape(it.description ?? "")}</td></tr>`,
  );
  return `<table><tr><th>parameter</th><th>in</th><th>what</th></tr>${rows.join("")}</table>`;
}

function fieldTable(document: OpenApiDocument, schema: JsonSchema): string {
  const rows = fieldsOf(document, schema).map(
    (it) =>
      `<tr><td><code>${escape(it.name)}</code>${it.isRequired ? ' <span class="need">required</span>' : ""}</td>` +
      `<td>${escape(it.type)}</td><td>${escape(it.description)}</td></tr>`,
  );
  return rows.length === 0
    ? "<p>Nothing.</p>"
    : `<table><tr><th>field</th><th>type</th><th>what</th></tr>${rows.join("")}</table>`;
}

function tryForm(document: OpenApiDocument, it: Placed, body: JsonSchema | undefined): string {
  const fields = (it.operation.parameters ?? []).map((field) => {
    const id = `${it.operation.operationId}-${field.name}`;
    const fresh = field.in === "header" ? '<button type="button" data-fresh>New key</button>' : "";
    return `<label for="${id}">${escape(field.name)}</label><input id="${id}" name="${escape(field.name)}" data-in="${field.in}">${fresh}`;
  });
  const id = `${it.operation.operationId}-body`;
  const area = body
    ? `<label for="${id}">body</label><textarea id="${id}" rows="8">${escape(JSON.stringify(exampleOf(document, body), null, 2))}</textarea>`
    : "";
  return `<details><summary>Try it</summary><form data-path="${escape(it.path)}" data-method="${it.method.toUpperCase()}">
${fields.join("")}${area}<button>Send</button><pre hidden><output></output></pre></form></details>`;
}

function wordsOf(it: Placed): string {
  const { operation, path } = it;
  return escape(`${operation.summary} ${operation.operationId} ${path}`.toLowerCase());
}

function problemLinks(text: string): string {
  return escape(text).replace(/`([a-z-]+)`/g, '<a href="/problems/$1"><code>$1</code></a>');
}

function textOf(schema: JsonSchema): string {
  const { type, format, minimum, maximum } = schema;
  const range = minimum === undefined ? "" : ` ${String(minimum)}–${String(maximum)}`;
  return `${String(type ?? "")}${format === undefined ? "" : ` (${String(format)})`}${range}.`;
}

export function frame(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${look}</style></head><body>${content}</body></html>`;
}

export function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
