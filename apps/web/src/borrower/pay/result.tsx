import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Notice } from "../../design/states/states.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import type { Payment } from "../frame/answers.ts";
import { useOwnId } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";

/** What became of a payment: asked again until the gateway has told. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const paymentId = useParams({ strict: false, select: (it) => it.paymentId }) ?? "";
  const borrowerId = useOwnId();
  const payment = useQuery({
    queryKey: ["own", borrowerId, "payment", paymentId],
    queryFn: ({ signal }) => read<Payment>(`/v1/me/payments/${paymentId}`, signal),
    enabled: borrowerId !== undefined,
    refetchInterval: (query) => (query.state.data?.status === "open" ? 2_000 : false),
  });
  return (
    <OwnPage title={say({ zh: "支付结果", en: "Payment" })}>
      <Asked query={payment}>{(it) => <Result payment={it} />}</Asked>
      <nav className="own-ways">
        <Way to="/me" title={say({ zh: "看看现在欠多少", en: "See what is owed now" })} />
        <Way
          to="/me/complaints"
          title={say({ zh: "金额不对，提出异议", en: "Something is wrong: object" })}
        />
      </nav>
    </OwnPage>
  );
}

const words: Readonly<Record<Payment["status"], { zh: string; en: string }>> = {
  open: {
    zh: "还没有收到银行的确认。确认后自动入账，不需要重复支付。",
    en: "The bank has not confirmed yet. It is booked by itself then; do not pay twice.",
  },
  paid: { zh: "已收到并入账。", en: "Received and booked." },
  failed: {
    zh: "银行没有扣款，您的欠款没有变化。可以再试，或换一种方式。",
    en: "The bank took nothing, and what you owe has not changed. Try again, or another way.",
  },
  returned: {
    zh: "银行把这笔款退回了，还款已撤销。",
    en: "The bank took the money back; the repayment is undone.",
  },
  unbooked: {
    zh: "钱已收到，正在由工作人员入账，不会计入逾期。",
    en: "The money is here and is being booked by hand; it does not count as late.",
  },
};

function Result({ payment }: { readonly payment: Payment }): ReactNode {
  const { say, language } = useWords();
  const isDone = payment.status === "paid";
  return (
    <section className="own-card" aria-live="polite" data-status={payment.status}>
      <p className="own-amount">
        <Money minor={payment.paidMinor ?? payment.amountMinor} currency={payment.currency} />
      </p>
      <Notice tone={isDone ? "allowed" : "wait"}>{say(words[payment.status])}</Notice>
      {payment.paidOn ? (
        <p className="soft">
          {say({ zh: "入账日", en: "Counts from" })} {dayText(payment.paidOn, language)}
        </p>
      ) : null}
      {payment.payPath ? (
        <a className="button" data-kind="primary" href={payment.payPath}>
          {say({ zh: "继续支付", en: "Go on to pay" })}
        </a>
      ) : null}
      <p className="soft figures">{payment.paymentId}</p>
    </section>
  );
}
