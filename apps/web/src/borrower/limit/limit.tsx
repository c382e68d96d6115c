import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button, Field, Figure, Figures } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import type { Listed, MyLimit, MyRequest } from "../frame/answers.ts";
import { useAsking } from "../frame/ask.ts";
import { useOwn } from "../frame/own.ts";
import { OwnPage } from "../frame/own-page.tsx";

/** My limit, how it came to be, what holds it back, and a person who looks at it again. */
export function Screen(): ReactNode {
  const { say, language } = useWords();
  const accountId = useParams({ strict: false, select: (it) => it.accountId }) ?? "";
  const limit = useOwn<MyLimit>(`/v1/me/accounts/${accountId}/limit`);
  return (
    <OwnPage title={say({ zh: "我的额度", en: "My limit" })}>
      <Asked query={limit}>
        {(it) => (
          <>
            <Figures>
              <Figure
                label={say({ zh: "额度", en: "Limit" })}
                value={<Money minor={it.limitMinor} />}
              />
              <Figure
                label={say({ zh: "已用", en: "Used" })}
                value={<Money minor={it.usedMinor} />}
              />
              <Figure
                label={say({ zh: "可用", en: "Free" })}
                value={<Money minor={it.availableMinor} />}
              />
            </Figures>
            {it.reasons.map((one) => (
              <Notice key={one.en} tone="wait">
                {say(one)}
              </Notice>
            ))}
            <section className="own-card">
              <h2>{say({ zh: "它是怎么来的", en: "How it came to be" })}</h2>
              <table className="own-rows">
                <tbody>
                  {it.steps.map((one) => (
                    <tr key={`${one.on}-${one.limitMinor}`}>
                      <th scope="row">
                        {dayText(one.on, language)} {say(one.says)}
                      </th>
                      <td>
                        <Money minor={one.limitMinor} />
                      </td>
                    </tr>
                  ))}
                  <tr>
                    <th scope="row">
                      {say({ zh: "本产品最高", en: "The most for this product" })}
                    </th>
                    <td>
                      <Money minor={it.maximumMinor} />
                    </td>
                  </tr>
                </tbody>
              </table>
            </section>
          </>
        )}
      </Asked>
      <Review accountId={accountId} />
    </OwnPage>
  );
}

function Review({ accountId }: { readonly accountId: string }): ReactNode {
  const { say, language } = useWords();
  const requests = useOwn<Listed<MyRequest>>("/v1/me/requests");
  const asking = useAsking();
  const [words, setWords] = useState("");
  const open = requests.data?.items.find(
    (it) => it.kind === "limit-review" && it.status === "open",
  );
  if (open)
    return (
      <Notice tone="allowed">
        {say({
          zh: `已申请人工复核，最晚 ${dayText(open.answerBy, "zh-CN")} 答复。`,
          en: `A person is reviewing it; you get an answer by ${dayText(open.answerBy, language)}.`,
        })}
      </Notice>
    );
  return (
    <section className="own-card">
      <h2>{say({ zh: "请一个人再看看", en: "Let a person look again" })}</h2>
      <p className="soft">{say(why)}</p>
      <Field
        label={say({ zh: "想说明的情况（可不填）", en: "What we should know (may stay empty)" })}
        value={words}
        onChange={setWords}
        multiline
      />
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      <Button
        kind="primary"
        wide
        busy={asking.isBusy}
        onPress={() =>
          void asking.send("POST", "/v1/me/requests", {
            kind: "limit-review",
            accountIds: [accountId],
            words: words.trim() === "" ? null : words,
          })
        }
      >
        {say({ zh: "申请人工复核", en: "Ask for a review" })}
      </Button>
    </section>
  );
}

const why = {
  zh: "由机器作出的决定，您有权要求说明并由人复核（个人信息保护法第24条）。",
  en: "You may ask for reasons and for a person to review what a machine decided (PIPL article 24).",
};
