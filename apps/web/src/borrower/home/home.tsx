import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Chip } from "../../design/controls/controls.tsx";
import { Empty, Notice } from "../../design/states/states.tsx";
import { UnfoldingSum } from "../../design/sum/unfolding-sum.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText, moneyText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import type { Account, Listed, Product } from "../frame/answers.ts";
import { useAccounts, useMe, useOwnId, useSchedule } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";
import { sumOf } from "./sum.ts";

/** What do I owe, why, and what can I do: the answer first. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const me = useMe();
  const accounts = useAccounts();
  const name = me.data?.masked["name"];
  return (
    <OwnPage
      title={say({ zh: "我的借款", en: "My credit" })}
      back={null}
      lead={name ? say({ zh: `${name}，您好。`, en: `Hello, ${name}.` }) : undefined}
    >
      {me.data?.openRequests.includes("hardship") ? (
        <Notice tone="allowed">{say(paused)}</Notice>
      ) : null}
      <Asked query={accounts} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say({ zh: "您没有借款。", en: "You owe nothing here." })} />
          ) : (
            <>
              {items.map((it) => (
                <AccountCard key={it.accountId} account={it} />
              ))}
            </>
          )
        }
      </Asked>
      <nav className="own-ways" aria-label={say({ zh: "更多", en: "More" })}>
        <Way to="/me/help" title={say({ zh: "还不上", en: "I can't pay" })} note={say(helpNote)} />
        <Way
          to="/me/contacts"
          title={say({ zh: "谁联系过我", en: "Who contacted me" })}
          note={say(contactNote)}
        />
        <Way
          to="/me/wishes"
          title={say({ zh: "联系我的方式和时间", en: "How and when to contact me" })}
        />
        <Way
          to="/me/lessons"
          title={say({
            zh: "讲清楚：最低还款、逾期、催收",
            en: "Plainly: minimum payment, late, collectors",
          })}
        />
        <Way to="/me/complaints" title={say({ zh: "投诉与异议", en: "Complain or object" })} />
        <Way to="/me/data" title={say({ zh: "我的数据，谁看过", en: "My data, and who looked" })} />
      </nav>
    </OwnPage>
  );
}

const paused = {
  zh: "您的困难申请正在处理，期间暂停催收。",
  en: "Your request for help is being looked at; collection rests meanwhile.",
};
const helpNote = { zh: "一键申请，立即暂停催收", en: "One tap; collection pauses at once" };
const contactNote = {
  zh: "时间、依据、原文和证明",
  en: "When, by which rule, in what words, with proof",
};

function useProduct(account: Account): Product | undefined {
  const products = useQuery({
    queryKey: ["products"],
    queryFn: ({ signal }) => read<Listed<Product>>("/v1/products", signal),
    enabled: useOwnId() !== undefined,
    staleTime: 600_000,
  });
  return products.data?.items.find(
    (it) => it.id === account.productId && it.version === account.productVersion,
  );
}

function AccountCard({ account }: { readonly account: Account }): ReactNode {
  const { say, language } = useWords();
  const schedule = useSchedule(account.accountId);
  const found = useProduct(account);
  const product = found ? say(found.name) : account.productId;
  const { accountId, dueMinor, dueOn, overdueMinor, owed } = account;
  const isOwed = owed.totalMinor > 0 || account.claimMinor > 0;
  return (
    <section className="own-card" aria-label={product}>
      <header className="row between">
        <h2>{product}</h2>
        {account.dpd > 0 ? (
          <Chip tone="wait">
            {say({
              zh: `已过还款日 ${account.dpd} 天`,
              en: `${account.dpd} days past the due day`,
            })}
          </Chip>
        ) : null}
      </header>
      <div>
        <p className="soft">
          {dueMinor > 0 && dueOn
            ? say({
                zh: `应还，还款日 ${dayText(dueOn, "zh-CN")}`,
                en: `To pay, due ${dayText(dueOn, "en")}`,
              })
            : say({ zh: "现在没有要还的", en: "Nothing to pay now" })}
        </p>
        <p className="own-amount">
          <Money minor={dueMinor} currency={account.currency} />
        </p>
        {overdueMinor > 0 && overdueMinor < dueMinor ? (
          <p className="soft">
            {say({ zh: "其中已过还款日", en: "Of it past its due day" })}{" "}
            {moneyText(overdueMinor, language)}
          </p>
        ) : null}
      </div>
      {schedule.data ? (
        <UnfoldingSum sum={sumOf(account, schedule.data)} currency={account.currency} />
      ) : null}
      <div className="own-pair">
        <a
          className="button"
          data-kind="primary"
          href={`/me/repay/${accountId}`}
          aria-disabled={!isOwed}
        >
          {say({ zh: "还款", en: "Pay" })}
        </a>
        <a className="button" href="/me/help">
          {say({ zh: "还不上", en: "I can't pay" })}
        </a>
      </div>
      <div className="own-ways">
        <Way
          to={`/me/late/${accountId}`}
          title={say({ zh: "晚还会怎样", en: "What if I pay late" })}
        />
        {found?.kind === "purchases" ? (
          <Way
            to={`/me/instalments/${accountId}`}
            title={say({ zh: "分期还，花多少", en: "In instalments, at what cost" })}
          />
        ) : null}
        <Way
          to={`/me/limit/${accountId}`}
          title={say({ zh: "额度", en: "Limit" })}
          note={say({
            zh: `还可用 ${moneyText(account.availableMinor, "zh-CN")}`,
            en: `${moneyText(account.availableMinor, "en")} free to use`,
          })}
        />
        {found?.kind === "draws" ? (
          <Way
            to={`/me/draw/${accountId}`}
            title={say({ zh: "借款，先看全部成本", en: "Draw cash, the full cost first" })}
          />
        ) : null}
      </div>
    </section>
  );
}
