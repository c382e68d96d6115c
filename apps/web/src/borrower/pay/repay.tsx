import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button, Field } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { UnfoldingSum } from "../../design/sum/unfolding-sum.tsx";
import { amountText, moneyText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import type { Account, Listed, Payment, Payoff } from "../frame/answers.ts";
import { useAsking } from "../frame/ask.ts";
import { Options } from "../frame/options.tsx";
import { useAccount, useOwn, useOwnId } from "../frame/own.ts";
import { OwnPage } from "../frame/own-page.tsx";

type What = "due" | "all" | "other";

/** Pay what is due, all of it early, or a part: each shown before it is done. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const accountId = useParams({ strict: false, select: (it) => it.accountId }) ?? "";
  const borrowerId = useOwnId();
  const account = useAccount(accountId);
  const payoff = useOwn<Payoff>(`/v1/borrowers/${borrowerId}/accounts/${accountId}/payoff-quote`);
  return (
    <OwnPage title={say({ zh: "还款", en: "Pay" })}>
      <Asked query={account}>
        {(it) => <Asked query={payoff}>{(quote) => <PayForm account={it} payoff={quote} />}</Asked>}
      </Asked>
      <Autopay accountId={accountId} />
    </OwnPage>
  );
}

function PayForm({
  account,
  payoff,
}: {
  readonly account: Account;
  readonly payoff: Payoff;
}): ReactNode {
  const { say } = useWords();
  const [what, setWhat] = useState<What>(account.dueMinor > 0 ? "due" : "all");
  const [typed, setTyped] = useState("");
  const asking = useAsking();
  const other = minorOf(typed);
  const amount =
    what === "due" ? account.dueMinor : what === "all" ? payoff.totalMinor : (other ?? 0);
  const tooMuch = what === "other" && other !== undefined && other > payoff.totalMinor;
  const pay = async (): Promise<void> => {
    const begun = await asking.send<Payment>("POST", "/v1/me/payments", {
      accountId: account.accountId,
      amountMinor: amount,
      purpose: what === "all" ? { kind: "early" } : { kind: "due" },
    });
    if (begun?.payPath) location.assign(begun.payPath);
  };
  const options = [
    ...(account.dueMinor > 0
      ? [
          {
            value: "due" as const,
            label: say({
              zh: `应还 ${amountText(account.dueMinor)}`,
              en: `Due ${amountText(account.dueMinor)}`,
            }),
          },
        ]
      : []),
    {
      value: "all" as const,
      label: say({
        zh: `全部结清 ${amountText(payoff.totalMinor)}`,
        en: `All of it ${amountText(payoff.totalMinor)}`,
      }),
    },
    { value: "other" as const, label: say({ zh: "其他金额", en: "Another amount" }) },
  ];
  if (payoff.totalMinor === 0) return <Notice tone="allowed">{say(nothing)}</Notice>;
  return (
    <form
      className="own-card"
      onSubmit={(it) => {
        it.preventDefault();
        void pay();
      }}
    >
      <Options
        label={say({ zh: "还多少", en: "How much" })}
        value={what}
        options={options}
        onChange={setWhat}
      />
      {what === "other" ? (
        <Field
          label={say({ zh: "金额（元）", en: `Amount (${account.currency})` })}
          value={typed}
          onChange={setTyped}
          inputMode="decimal"
          required
          wrong={
            tooMuch
              ? say({
                  zh: `最多 ${amountText(payoff.totalMinor)}，就是全部欠款`,
                  en: `At most ${amountText(payoff.totalMinor)}: all that is owed`,
                })
              : undefined
          }
        />
      ) : null}
      {what === "all" ? (
        <>
          <UnfoldingSum sum={payoffSum(payoff)} open />
          <p className="soft">{say(early)}</p>
        </>
      ) : null}
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      <Button kind="primary" submit wide busy={asking.isBusy} disabled={amount < 1 || tooMuch}>
        {say({
          zh: `去支付 ${amountText(amount)} 元`,
          en: `Pay ${moneyText(amount, "en", account.currency)}`,
        })}
      </Button>
      <p className="soft">{say(safe)}</p>
    </form>
  );
}

const nothing = { zh: "没有欠款，不用还。", en: "Nothing is owed; there is nothing to pay." };
const early = {
  zh: "今天结清正好归零，之后的利息不再产生。换一天金额会不同，请重新查看。",
  en: "Paid today it leaves exactly zero, and no more interest arises. Another day has another amount.",
};
const safe = {
  zh: "只通过这里或合同约定的方式还款。任何要求转到个人账户的都不是我们。",
  en: "Pay here or as your agreement says. Whoever asks for money to a private account is not us.",
};

function payoffSum(it: Payoff) {
  const parts = [
    { id: "principal", label: { zh: "本金", en: "Principal" }, amountMinor: it.principalMinor },
    {
      id: "interest",
      label: { zh: "到今天的利息", en: "Interest up to today" },
      amountMinor: it.interestMinor,
    },
    { id: "fee", label: { zh: "费用", en: "Fees" }, amountMinor: it.feeMinor },
    { id: "penalty", label: { zh: "逾期罚息", en: "Late interest" }, amountMinor: it.penaltyMinor },
    {
      id: "credit",
      label: { zh: "减去您多还的", en: "Less what you overpaid" },
      amountMinor: -it.creditMinor,
    },
  ].filter((one) => one.amountMinor !== 0);
  return {
    id: "payoff",
    label: { zh: "今天结清", en: "To clear it today" },
    amountMinor: it.totalMinor,
    parts,
  };
}

/** `12.34` or `12` to minor units; undefined for anything else. */
export function minorOf(text: string): number | undefined {
  const match = /^\s*(\d{1,9})(?:\.(\d{1,2}))?\s*$/.exec(text);
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

function Autopay({ accountId }: { readonly accountId: string }): ReactNode {
  const { say } = useWords();
  const mine = useOwn<Listed<Payment> & { readonly autopay: readonly string[] }>("/v1/me/payments");
  const asking = useAsking();
  const isOn = mine.data?.autopay.includes(accountId) ?? false;
  if (!mine.data) return null;
  return (
    <section className="own-card">
      <h2>{say({ zh: "自动还款", en: "Automatic payment" })}</h2>
      <p>{isOn ? say(autoOn) : say(autoOff)}</p>
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      <Button
        wide
        busy={asking.isBusy}
        onPress={() =>
          void asking.send("PUT", `/v1/me/accounts/${accountId}/autopay`, { isOn: !isOn })
        }
      >
        {isOn
          ? say({ zh: "关闭自动还款", en: "Turn it off" })
          : say({ zh: "同意自动还款", en: "Agree to automatic payment" })}
      </Button>
    </section>
  );
}

const autoOn = {
  zh: "还款日自动扣应还金额。随时可以关闭，关闭立即生效。",
  en: "On the due day the amount due is taken. You may end it at any time, at once.",
};
const autoOff = {
  zh: "没有开启。开启后，还款日自动扣应还金额，不多扣。",
  en: "Off. When on, the amount due is taken on the due day, and no more.",
};
