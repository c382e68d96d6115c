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
import type { ConversionOffer, Listed, Schedule, Statement } from "../frame/answers.ts";
import { useAsking, wordsOf } from "../frame/ask.ts";
import { Options } from "../frame/options.tsx";
import { useOwn, useOwnId, useSchedule } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";

/** Something that may be split: a purchase, or the last bill. */
type Source = {
  readonly id: string;
  readonly on: string;
  readonly amountMinor: number;
  readonly isBill: boolean;
};

function sourcesOf(schedule: Schedule, bills: readonly Statement[]): readonly Source[] {
  const purchases = schedule.purchases.map((it) => ({
    id: it.purchaseId,
    on: it.on,
    amountMinor: it.amountMinor - it.refundedMinor,
    isBill: false,
  }));
  const last = bills.slice(0, 1).map((it) => ({
    id: it.statementId,
    on: it.closedOn,
    amountMinor: it.purchasesMinor,
    isBill: true,
  }));
  return [...last, ...purchases].filter((it) => it.amountMinor > 0).slice(0, 8);
}

/** Pay a purchase in instalments: the fee as money and as a true yearly rate, before anyone agrees. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const accountId = useParams({ strict: false, select: (it) => it.accountId }) ?? "";
  const borrowerId = useOwnId();
  const schedule = useSchedule(accountId);
  const bills = useOwn<Listed<Statement>>(
    `/v1/borrowers/${borrowerId}/accounts/${accountId}/statements?limit=1`,
  );
  return (
    <OwnPage title={say({ zh: "分期还", en: "Pay in instalments" })} lead={say(lead)}>
      <Asked query={schedule}>
        {(it) => {
          const open = sourcesOf(it, bills.data?.items ?? []);
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
            <Sources key={open.length} accountId={accountId} sources={open} />
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

function Sources(props: {
  readonly accountId: string;
  readonly sources: readonly Source[];
}): ReactNode {
  const { say, language } = useWords();
  const [chosen, setChosen] = useState(props.sources[0]?.id ?? "");
  const source = props.sources.find((it) => it.id === chosen);
  return (
    <>
      <Options
        label={say({ zh: "哪一笔", en: "Which" })}
        value={chosen}
        options={props.sources.map((it) => ({
          value: it.id,
          label: `${it.isBill ? say({ zh: "账单", en: "Bill" }) : say({ zh: "消费", en: "Purchase" })} ${dayText(it.on, language)} · ${moneyText(it.amountMinor, language)}`,
        }))}
        onChange={setChosen}
      />
      {source ? <Offers key={source.id} accountId={props.accountId} source={source} /> : null}
    </>
  );
}

function Offers(props: { readonly accountId: string; readonly source: Source }): ReactNode {
  const { say, language } = useWords();
  const borrowerId = useOwnId();
  const navigate = useNavigate();
  const asking = useAsking();
  const { id, amountMinor, isBill } = props.source;
  const of = isBill ? { kind: "statement", statementId: id } : { kind: "purchase", purchaseId: id };
  const body = { amountMinor, of };
  const offers = useQuery({
    queryKey: ["own", borrowerId, "conversion", props.accountId, id],
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
