import type { ReactNode } from "react";
import { Chip, Panel } from "../../design/controls/controls.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText, timeText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import type { Case, NextStep } from "./wire.ts";
import { holdTitles } from "./words.ts";

/** Who the case is about and how it stands: amounts, days, holds, who has it in hand. */
export function CaseHead(props: {
  readonly case: Case;
  readonly currency: string;
  readonly zone: string;
  readonly me: string | undefined;
}): ReactNode {
  const { say, language } = useWords();
  const it = props.case;
  return (
    <div className="case-head">
      <div>
        <h2>{it.maskedName ?? it.borrowerId}</h2>
        <p className="soft">
          {say({
            zh: `逾期 ${it.dpd} 天 · ${it.debts} 笔欠款 · 立案于 ${dayText(it.openedOn, language)}`,
            en: `${it.dpd} days past due · ${it.debts} ${it.debts === 1 ? "debt" : "debts"} · opened ${dayText(it.openedOn, language)}`,
          })}
        </p>
        <p className="row">
          {it.holds.map((one) => (
            <Chip key={one} tone="wait">
              {say({ zh: "暂停催收：", en: "Collection rests: " })}
              {say(holdTitles[one] ?? { zh: one, en: one })}
            </Chip>
          ))}
          {it.claim ? (
            <Chip tone={it.claim.by === props.me ? "allowed" : "wait"}>
              {it.claim.by === props.me
                ? say({
                    zh: `我正在办理，至 ${timeText(it.claim.until, props.zone)}`,
                    en: `In your hands until ${timeText(it.claim.until, props.zone)}`,
                  })
                : say({
                    zh: `${it.claim.by} 正在办理，至 ${timeText(it.claim.until, props.zone)}`,
                    en: `${it.claim.by} has it in hand until ${timeText(it.claim.until, props.zone)}`,
                  })}
            </Chip>
          ) : null}
          {it.closedOn ? <Chip tone="allowed">{say({ zh: "已结案", en: "Closed" })}</Chip> : null}
        </p>
      </div>
      <div className="case-amount">
        <span className="soft">{say({ zh: "逾期金额", en: "Overdue" })}</span>
        <Money minor={it.overdueMinor} currency={props.currency} size="large" />
      </div>
    </div>
  );
}

/** The one next step, the words for it, and why. */
export function Step(props: { readonly next: NextStep | null; readonly zone: string }): ReactNode {
  const { say } = useWords();
  const { next } = props;
  if (next === null)
    return (
      <Panel title={say({ zh: "下一步", en: "Next step" })}>
        <p className="soft">
          {say({
            zh: "今日计划中没有此人，可按案情自行判断。",
            en: "Nobody planned a step for today: use your judgement.",
          })}
        </p>
      </Panel>
    );
  return (
    <Panel
      title={say({ zh: "下一步", en: "Next step" })}
      aside={<span className="soft">{say(next.segment)}</span>}
    >
      <p className="step-verb">
        {say(next.nextStep)}
        {next.notBefore ? (
          <span className="soft">
            {" "}
            · {say({ zh: "不早于", en: "not before" })} {timeText(next.notBefore, props.zone)}
          </span>
        ) : null}
      </p>
      {next.words ? <blockquote className="step-words">{say(next.words)}</blockquote> : null}
      <p className="soft">{say(next.reason)}</p>
      {next.status === "done" ? (
        <Chip tone="allowed">{say({ zh: "今日已办", en: "Done today" })}</Chip>
      ) : null}
    </Panel>
  );
}
