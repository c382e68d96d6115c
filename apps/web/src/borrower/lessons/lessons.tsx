import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Law } from "../../design/law/law.tsx";
import { DayMeasure, type MeasureSpan } from "../../design/measure/day-measure.tsx";
import { Money } from "../../design/words/money.tsx";
import { moneyText, yearRateText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import type { Treatment } from "../../public/treatment/answer.ts";
import type { Account } from "../frame/answers.ts";
import { Options } from "../frame/options.tsx";
import { useAccounts } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";
import { ppmYearOf } from "../home/sum.ts";
import { minimumLife } from "./minimum.ts";

/** Plain lessons on one's own numbers: minimum payment, late, and what collectors may do. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const accounts = useAccounts();
  return (
    <OwnPage
      title={say({ zh: "讲清楚", en: "Plainly" })}
      lead={say({ zh: "用您自己的数字讲。", en: "On your own numbers." })}
    >
      <Asked query={accounts}>
        {({ items }) => {
          const most = [...items].sort((a, b) => b.owed.totalMinor - a.owed.totalMinor)[0];
          return (
            <>
              {most && most.owed.totalMinor > 0 ? <Minimum account={most} /> : null}
              {most ? <Overdue account={most} /> : null}
            </>
          );
        }}
      </Asked>
      <Collectors />
    </OwnPage>
  );
}

const shares = [50_000, 100_000, 200_000, 1_000_000] as const;

function Minimum({ account }: { readonly account: Account }): ReactNode {
  const { say, language } = useWords();
  const [sharePpm, setShare] = useState<number>(100_000);
  const rate = ppmYearOf(account);
  const life = minimumLife({
    balanceMinor: account.owed.totalMinor,
    ratePpmYear: rate,
    sharePpm,
    floorMinor: 5_000,
  });
  return (
    <section className="own-card">
      <h2>
        {say({
          zh: "只还一小部分，要多久、多花多少",
          en: "Paying a small part: how long, at what cost",
        })}
      </h2>
      <p className="soft">
        {say({ zh: "您现在欠", en: "You owe" })} {moneyText(account.owed.totalMinor, language)}，
        {yearRateText(rate, language)}
      </p>
      <Options
        label={say({ zh: "每月还余额的", en: "Each month pay of the balance" })}
        value={sharePpm}
        options={shares.map((it) => ({
          value: it,
          label: it === 1_000_000 ? say({ zh: "全部", en: "all" }) : `${it / 10_000}%`,
        }))}
        onChange={setShare}
      />
      <div aria-live="polite">
        <p className="own-amount">
          <Money minor={life.interestMinor} currency={account.currency} />
        </p>
        <p>
          {life.ends
            ? say({
                zh: `利息，还清要 ${life.months} 个月。`,
                en: `in interest, and ${life.months} months until it is paid off.`,
              })
            : say({
                zh: "还不到头：还的比利息少。",
                en: "and no end: less is paid than the interest.",
              })}
        </p>
      </div>
      <p className="soft">{say(estimate)}</p>
    </section>
  );
}

const estimate = {
  zh: "按每月30天估算，帮您看清差别；真实账单按天计算。",
  en: "An estimate with months of thirty days, to show the difference; the real account goes by the day.",
};

function Overdue({ account }: { readonly account: Account }): ReactNode {
  const { say } = useWords();
  return (
    <section className="own-card">
      <h2>{say({ zh: "逾期是什么意思", en: "What overdue means" })}</h2>
      <p>{say(overdue)}</p>
      <div className="own-ways">
        <Way
          to={`/me/late/${account.accountId}`}
          title={say({ zh: "算一算我的账户", en: "Work it out for my account" })}
        />
      </div>
    </section>
  );
}

const overdue = {
  zh: "过了还款日还没还够应还金额，就是逾期，按天数计，不是对人的评价。逾期会多出罚息，可能如实报送征信（报送前先告知您），还清后照常。提前告诉我们还不上，比不说要好得多。",
  en: "Past the due day with less than the due amount paid: that is overdue, counted in days, and no judgement of a person. It adds late interest and may be reported to the credit bureau, after telling you first. Saying early that you can't pay is much better than saying nothing.",
};

type ContactDay = {
  readonly zone: string;
  readonly nowMinute: number;
  readonly spans: readonly MeasureSpan[];
};

function Collectors(): ReactNode {
  const { say } = useWords();
  const day = useQuery({
    queryKey: ["contact-day"],
    queryFn: ({ signal }) => read<ContactDay>("/v1/public/contact-day", signal),
  });
  const treatment = useQuery({
    queryKey: ["treatment"],
    queryFn: ({ signal }) => read<Treatment>("/v1/public/treatment", signal),
  });
  return (
    <section className="own-card">
      <h2>
        {say({ zh: "催收可以做什么、不可以做什么", en: "What collectors may and may not do" })}
      </h2>
      {day.data ? (
        <DayMeasure
          zone={day.data.zone}
          spans={day.data.spans}
          marks={[]}
          nowMinute={day.data.nowMinute}
        />
      ) : null}
      <Asked query={treatment}>
        {(it) => (
          <>
            <ul className="stack">
              {it.chapters
                .flatMap((chapter) =>
                  chapter.id === "contact" || chapter.id === "pause" ? chapter.rules : [],
                )
                .slice(0, 10)
                .map((rule) => (
                  <li key={rule.id}>
                    {say(rule.title)} <br />
                    <span className="soft">
                      <Law>{rule.cite[0]?.article}</Law>
                    </span>
                  </li>
                ))}
            </ul>
            <Way
              to="/treatment"
              title={say({ zh: "全部规则与依据", en: "All the rules, with their law" })}
            />
          </>
        )}
      </Asked>
    </section>
  );
}
