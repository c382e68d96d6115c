import type { Context } from "hono";
import type { BankAct, BankOrder } from "../../sandbox/bank.ts";
import type { HttpModule } from "../compose/operation.ts";
import { escaped, sandboxPage } from "./page.ts";

const acts: readonly { readonly what: BankAct; readonly words: string }[] = [
  { what: "pay", words: "确认付款 Pay" },
  { what: "decline", words: "付款失败 Decline" },
  { what: "pay-late", words: "两天前已付，通知迟到 Paid two days ago, told late" },
  { what: "pay-twice", words: "付款并重复通知 Pay, and tell it twice" },
];

/** The telephone and the bank of the sandbox. Where no sandbox is open, nothing is mounted. */
export const sandboxModule: HttpModule = {
  name: "sandbox",
  operations: [],
  mount: (app, { sandbox }) => {
    if (sandbox === null) return;
    const { phone, bank } = sandbox;
    app.get("/sandbox/phone", (c) => {
      const number = c.req.query("number")?.replace(/\D/g, "") ?? "";
      const texts = phone.texts().filter((it) => number === "" || it.to.endsWith(number));
      const items = texts
        .map(
          (
            it,
          ) => `<article><small>${new Date(it.at).toISOString()} · ${escaped(it.from)} → ${escaped(it.to)}</small>
<p>${escaped(it.text)}</p></article>`,
        )
        .join("");
      const empty = "<p>还没有短信。 No text has arrived yet.</p>";
      return c.html(
        sandboxPage(
          "沙箱电话 Sandbox telephone",
          `<h1>沙箱电话 Sandbox telephone</h1>
<form method="get"><label>号码 Number <input name="number" value="${escaped(number)}" inputmode="tel"></label></form>
${items === "" ? empty : items}
<h2>回复 Reply</h2><form method="post"><p><label>号码 From <input name="from" required inputmode="tel"></label></p>
<p><label>内容 Text <input name="text" required value="TD"></label></p><button>发送 Send</button></form>`,
        ),
      );
    });
    app.post("/sandbox/phone", async (c) => {
      const form = await c.req.parseBody();
      await phone.reply(wordIn(form["from"]), wordIn(form["text"]));
      return c.redirect("/sandbox/phone", 303);
    });
    app.get("/sandbox/texts", (c) => c.json({ texts: phone.texts() }));
    app.get("/sandbox/bank/:ref", (c) => {
      const order = bank.order(c.req.param("ref"));
      return order === undefined ? missing(c) : c.html(bankPage(order));
    });
    app.post("/sandbox/bank/:ref", async (c) => {
      const order = bank.order(c.req.param("ref"));
      const form = await c.req.parseBody();
      const chosen = acts.find((it) => it.what === form["act"]);
      if (order === undefined) return missing(c);
      if (chosen !== undefined) await bank.act(order.gatewayRef, chosen.what);
      else if (form["act"] === "return") await bank.act(order.gatewayRef, "return");
      return c.redirect(order.returnPath, 303);
    });
  },
};

function bankPage(order: BankOrder): string {
  const amount = `${(order.amountMinor / 100).toFixed(2)} ${order.currency}`;
  const button = (what: string, words: string): string =>
    `<form method="post"><input type="hidden" name="act" value="${what}"><button${what === "pay" ? " data-main" : ""}>${words}</button></form>`;
  const choices =
    order.state === "open" || order.state === "failed"
      ? acts.map((it) => button(it.what, it.words)).join("")
      : order.state === "paid"
        ? `<p>已付款 Paid.</p>${button("return", "退票 Take the money back")}`
        : "<p>已退回 Returned.</p>";
  return sandboxPage(
    "沙箱银行 Sandbox bank",
    `<h1>沙箱银行 Sandbox bank</h1><p>收款方 Payee: Fairdue 有度</p>
<p class="amount">${amount}</p><p><small>${escaped(order.paymentId)}</small></p>${choices}
<p><a href="${escaped(order.returnPath)}">返回 Back</a></p>`,
  );
}

function missing(c: Context): Response {
  return c.html(sandboxPage("沙箱银行 Sandbox bank", "<h1>没有此订单 No such order</h1>"), 404);
}

function wordIn(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 500) : "";
}
