import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button, Field } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { moneyText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { Problem, request } from "../../wire/request.ts";
import type { Account, Cost } from "../frame/answers.ts";
import { useAsking, wordsOf } from "../frame/ask.ts";
import { CostTable } from "../frame/cost-table.tsx";
import { Options } from "../frame/options.tsx";
import { useAccount, useOwnId } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";
import { minorOf } from "../pay/repay.tsx";

const terms = [3, 6, 12] as const;

/** Draw cash: the full cost stands above the button, and is what will be booked. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const accountId = useParams({ strict: false, select: (it) => it.accountId }) ?? "";
  const account = useAccount(accountId);
  return (
    <OwnPage title={say({ zh: "借款", en: "Draw cash" })} lead={say(lead)}>
      <Asked query={account}>{(it) => <DrawForm account={it} />}</Asked>
      <nav className="own-ways">
        <Way
          to={`/me/limit/${accountId}`}
          title={say({ zh: "为什么是这个额度", en: "Why this limit" })}
        />
      </nav>
    </OwnPage>
  );
}

const lead = {
  zh: "先看全部成本，再决定借不借。不借也没有任何影响。",
  en: "See the whole cost first, then decide. Not drawing changes nothing.",
};

function DrawForm({ account }: { readonly account: Account }): ReactNode {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const borrowerId = useOwnId();
  const asking = useAsking();
  const [typed, setTyped] = useState("");
  const [term, setTerm] = useState<number>(6);
  const amountMinor = minorOf(typed) ?? 0;
  const plan = { method: "equal-principal", terms: term };
  const quote = useQuery({
    queryKey: ["own", borrowerId, "draw", account.accountId, amountMinor, term],
    queryFn: () =>
      request<Cost>(
        "POST",
        `/v1/borrowers/${borrowerId}/accounts/${account.accountId}/draw-quotes`,
        {
          body: { amountMinor, plan },
        },
      ),
    enabled: amountMinor > 0,
    retry: false,
  });
  const draw = async (agreedCostMinor: number): Promise<void> => {
    const path = `/v1/me/accounts/${account.accountId}/draws`;
    const done = await asking.send("POST", path, { amountMinor, plan, agreedCostMinor });
    if (done) await navigate({ to: "/me" });
  };
  const wrong = quote.error instanceof Problem ? wordsOf(quote.error, language) : asking.wrong;
  return (
    <section className="own-card">
      <p className="soft">
        {say({ zh: "还可用", en: "Free to use" })} {moneyText(account.availableMinor, language)}
      </p>
      <Field
        label={say({ zh: "借多少（元）", en: `How much (${account.currency})` })}
        value={typed}
        onChange={setTyped}
        inputMode="decimal"
      />
      <Options
        label={say({ zh: "分几期还", en: "In how many instalments" })}
        value={term}
        options={terms.map((it) => ({
          value: it,
          label: say({ zh: `${it} 期`, en: `${it} months` }),
        }))}
        onChange={setTerm}
      />
      {wrong ? <Notice tone="wait">{wrong}</Notice> : null}
      {quote.data ? (
        <>
          <CostTable cost={quote.data} />
          <Button
            kind="primary"
            wide
            busy={asking.isBusy}
            onPress={() => void draw(quote.data.costMinor)}
          >
            {say({
              zh: `借 ${moneyText(amountMinor, "zh-CN")}，共花 ${moneyText(quote.data.costMinor, "zh-CN")}`,
              en: `Draw ${moneyText(amountMinor, "en")} at a cost of ${moneyText(quote.data.costMinor, "en")}`,
            })}
          </Button>
        </>
      ) : null}
    </section>
  );
}
