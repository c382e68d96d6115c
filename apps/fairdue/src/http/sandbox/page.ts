/** Pages of the sandbox are plain HTML from the server: they stand for other people's systems. */
export function sandboxPage(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style>
:root{color-scheme:light dark;font-family:system-ui,"Noto Sans SC",sans-serif;line-height:1.6}
body{margin:0 auto;max-width:34rem;padding:1.5rem 1rem}
header{border:1px dashed #8a6d1f;padding:.5rem .75rem;border-radius:6px;font-size:.875rem}
h1{font-size:1.375rem}.amount{font-size:2rem;font-variant-numeric:tabular-nums}
form{margin:.5rem 0}button,input{font:inherit;min-height:44px;padding:0 1rem;border-radius:6px;border:1px solid #8886}
button{width:100%;cursor:pointer}button[data-main]{background:#2f6656;color:#fff;border-color:#2f6656}
article{border:1px solid #8884;border-radius:6px;padding:.75rem;margin:.75rem 0}small{color:#595f69}
@media (prefers-color-scheme:dark){small{color:#b8bac0}}
</style></head><body><main>
<header>沙箱：模拟的外部系统，不涉及真实资金与号码。 Sandbox: stands for a system outside; no real money, no real numbers.</header>
${body}</main></body></html>`;
}

export function escaped(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[it] ?? it,
  );
}
