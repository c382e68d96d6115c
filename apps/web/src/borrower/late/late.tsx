import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Notice } from "../../design/states/states.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { Options } from "../frame/options.tsx";
import { addDaysText, useAccount } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";

const steps = [1, 3, 7, 30, 60, 90] as const;

/** What happens if I pay late, before it does: the book's own engine asked about a day to come. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const accountId = useParams({ strict: false, select: (it) => it.accountId }) ?? "";
  const [days, setDays] = useState<number>(7);
  const now = useAccount(accountId);
  return (
    <OwnPage title={say({ zh: "晚还会怎样", en: "What if I pay late" })} lead={say(lead)}>
      <Asked query={now}>
        {(account) => {
          const from = account.dueOn && account.dueOn > account.asOf ? account.dueOn : account.asOf;
          return (
            <>
              <Options
                label={say({
                  zh: `${dayText(from, "zh-CN")} 之后再过`,
                  en: `After ${dayText(from, "en")}, another`,
                })}
                value={days}
                options={steps.map((it) => ({
                  value: it,
                  label: say({ zh: `${it} 天`, en: it === 1 ? "1 day" : `${it} days` }),
                }))}
                onChange={setDays}
              />
              <Later
                accountId={accountId}
                on={addDaysText(from, days)}
                totalNow={account.owed.totalMinor}
              />
            </>
          );
        }}
      </Asked>
      <nav className="own-ways">
        <Way
          to={`/me/repay/${accountId}`}
          title={say({ zh: "现在还一部分也有用", en: "Paying a part now helps" })}
        />
        <Way to="/me/help" title={say({ zh: "还不上，申请帮助", en: "Ask for help" })} />
        <Way
          to="/treatment"
          title={say({ zh: "逾期后我们会怎样做", en: "What we do when a payment is late" })}
        />
      </nav>
    </OwnPage>
  );
}

const lead = {
  zh: "按您自己的账户提前算给您看，一分不差。到那天为止什么都不还，会是这样：",
  en: "Worked out on your own account beforehand, to the cent. If nothing is paid until then:",
};

function Later(props: {
  readonly accountId: string;
  readonly on: string;
  readonly totalNow: number;
}): ReactNode {
  const { say, language } = useWords();
  const then = useAccount(props.accountId, props.on);
  return (
    <Asked query={then}>
      {(it) => (
        <section className="own-card" aria-live="polite">
          <p className="soft">
            {say({
              zh: `到 ${dayText(props.on, "zh-CN")} 多出`,
              en: `More by ${dayText(props.on, language)}`,
            })}
          </p>
          <p className="own-amount">
            <Money minor={it.owed.totalMinor - props.totalNow} currency={it.currency} />
          </p>
          <table className="own-rows">
            <tbody>
              <Row label={say({ zh: "一共会欠", en: "Owed in all" })} minor={it.owed.totalMinor} />
              <Row
                label={say({ zh: "其中利息和罚息", en: "Of it interest and late interest" })}
                minor={it.owed.interestMinor + it.owed.penaltyMinor + it.owed.accruedMinor}
              />
              <Row
                label={say({ zh: "已到期未还", en: "Past its due day" })}
                minor={it.overdueMinor}
              />
              <tr>
                <th scope="row">{say({ zh: "过还款日", en: "Days past due" })}</th>
                <td>{say({ zh: `${it.dpd} 天`, en: `${it.dpd} days` })}</td>
              </tr>
            </tbody>
          </table>
          <Notice>{it.dpd > 0 ? say(what) : say(nothingYet)}</Notice>
        </section>
      )}
    </Asked>
  );
}

const what = {
  zh: "逾期期间额度可能暂停使用；如实报送征信前会先告知您。还上之后照常使用，不会因为一次晚还就没有路走。",
  en: "While it is late your line may be paused; you are told before anything is reported to the credit bureau. Once paid, all goes on as before.",
};
const nothingYet = { zh: "到那天还不算逾期。", en: "By that day nothing is late yet." };

function Row({ label, minor }: { readonly label: string; readonly minor: number }): ReactNode {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Money minor={minor} />
      </td>
    </tr>
  );
}
