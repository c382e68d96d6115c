import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button } from "../../design/controls/controls.tsx";
import { Empty, Notice } from "../../design/states/states.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText, moneyText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { Problem, request } from "../../wire/request.ts";
import type { ConversionOffer, Listed, Schedule } from "../frame/answers.ts";
import { useAsking, wordsOf } from "../frame/ask.ts";
import { Options } from "../frame/options.tsx";
import { useOwnId, useSchedule } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";

type Purchase = Schedule["purchases"][number];

/** Pay a purchase in instalments: the fee as money and as a true yearly rate, before anyone agrees. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const accountId = useParams({ strict: false, select: (it) => it.accountId }) ?? "";
  const schedule = useSchedule(accountId);
  return (
    <OwnPage title={say({ zh: "分期还", en: "Pay in instalments" })} lead={say(lead)}>
      <Asked query={schedule}>
        {(it) => {
          const open = it.purchases.filter((one) => one.amountMinor > one.refundedMinor);
          return open.length === 0 ? (
            <Empty
              title={say({
                zh: "现在没有可以分期的消费。",
                en: "There is no purchase that could be split now.",
              })}
              next={
                <Way
                  to="/me/help"
                  title={say({ zh: "还不上？申请帮助", en: "Can't pay? Ask for help" })}
                />
              }
            />
          ) : (
            <Purchases accountId={accountId} purchases={open} />
          );
        }}
      </Asked>
    </OwnPage>
  );
}

const lead = {
  zh: "手续费看起来小，年化往往不小。我们把真实年化写在旁边。",
  en: "A small fee is often a large yearly rate. The true one stands beside it.",
};

function Purchases(props: {
  readonly accountId: string;
  readonly purchases: readonly Purchase[];
}): ReactNode {
  const { say, language } = useWords();
  const [chosen, setChosen] = useState(props.purchases[0]?.purchaseId ?? "");
  const purchase = props.purchases.find((it) => it.purchaseId === chosen);
  return (
    <>
      <Options
        label={say({ zh: "哪一笔", en: "Which purchase" })}
        value={chosen}
        options={props.purchases.slice(0, 8).map((it) => ({
          value: it.purchaseId,
          label: `${dayText(it.on, language)} · ${moneyText(it.amountMinor - it.refundedMinor, language)}`,
        }))}
        onChange={setChosen}
      />
      {purchase ? <Offers accountId={props.accountId} purchase={purchase} /> : null}
    </>
  );
}

function Offers(props: { readonly accountId: string; readonly purchase: Purchase }): ReactNode {
  const { say, language } = useWords();
  const borrowerId = useOwnId();
  const navigate = useNavigate();
  const asking = useAsking();
  const { purchaseId, amountMinor: whole, refundedMinor } = props.purchase;
  const body = { amountMinor: whole - refundedMinor, of: { kind: "purchase", purchaseId } };
  const offers = useQuery({
    queryKey: ["own", borrowerId, "conversion", props.accountId, purchaseId],
    queryFn: () =>
      request<Listed<ConversionOffer>>(
        "POST",
        `/v1/borrowers/${borrowerId}/accounts/${props.accountId}/conversion-quotes`,
        { body },
      ),
    retry: false,
  });
  const agree = async (it: ConversionOffer): Promise<void> => {
    const path = `/v1/me/accounts/${props.accountId}/conversions`;
    const done = await asking.send("POST", path, { ...body, terms: it.terms, feePpm: it.feePpm });
    if (done) await navigate({ to: "/me" });
  };
  if (offers.error instanceof Problem)
    return <Notice tone="wait">{wordsOf(offers.error, language)}</Notice>;
  return (
    <Asked query={offers}>
      {({ items }) => (
        <>
          {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
          {items.map((it) => (
            <section key={it.terms} className="own-card">
              <h2>{say({ zh: `${it.terms} 期`, en: `${it.terms} months` })}</h2>
              <table className="own-rows">
                <tbody>
                  <tr>
                    <th scope="row">{say({ zh: "首期应还", en: "First payment" })}</th>
                    <td>
                      <Money minor={it.rows[0]?.totalMinor ?? 0} />
                    </td>
                  </tr>
                  <tr>
                    <th scope="row">{say({ zh: "手续费合计", en: "Fees in all" })}</th>
                    <td>
                      <Money minor={it.feeMinor} />
                    </td>
                  </tr>
                  <tr>
                    <th scope="row">{say({ zh: "真实年化（单利）", en: "True yearly rate" })}</th>
                    <td>
                      <b className="figures">{it.rates.chinaSimplePercent ?? "–"}%</b>
                    </td>
                  </tr>
                </tbody>
              </table>
              <Button wide busy={asking.isBusy} onPress={() => void agree(it)}>
                {say({ zh: `分 ${it.terms} 期`, en: `Split into ${it.terms}` })}
              </Button>
            </section>
          ))}
        </>
      )}
    </Asked>
  );
}
