import { type ReactNode, useState } from "react";
import { Button, Field } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import type { Listed, MyRequest } from "../frame/answers.ts";
import { useAsking } from "../frame/ask.ts";
import { useOwn } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";

/** I can't pay: one tap. Words are welcome and not needed. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const requests = useOwn<Listed<MyRequest>>("/v1/me/requests");
  return (
    <OwnPage
      title={say({ zh: "还不上，没关系，说一声", en: "I can't pay: say so" })}
      lead={say(lead)}
    >
      <Asked query={requests}>
        {({ items }) => {
          const open = items.find((it) => it.kind === "hardship" && it.status === "open");
          return open ? <Received request={open} /> : <AskForm />;
        }}
      </Asked>
      <nav className="own-ways">
        <Way
          to="/treatment"
          title={say({ zh: "逾期后我们怎样对待您", en: "How we treat you when late" })}
        />
        <Way
          to="/me/wishes"
          title={say({ zh: "换一种联系方式或时间", en: "Another way or time to contact me" })}
        />
        <Way
          to="/me/complaints"
          title={say({ zh: "这笔账不对，提出异议", en: "The debt is wrong: object" })}
        />
      </nav>
    </OwnPage>
  );
}

const lead = {
  zh: "生病、失业、家里出事，都可能发生。点一下，催收立刻暂停，再一起想办法。不影响您现有的约定。",
  en: "Illness, a lost job, trouble at home: it happens. One tap, collection pauses at once, and we look for a way together.",
};

function AskForm(): ReactNode {
  const { say } = useWords();
  const asking = useAsking();
  const [words, setWords] = useState("");
  const ask = (): void =>
    void asking.send("POST", "/v1/me/requests", {
      kind: "hardship",
      words: words.trim() === "" ? null : words,
    });
  return (
    <section className="own-card">
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      <Button kind="primary" wide busy={asking.isBusy} onPress={ask}>
        {say({ zh: "我现在还不上，请暂停催收", en: "I can't pay now: pause collection" })}
      </Button>
      <Field
        label={say({
          zh: "想说说情况（可不填，加密保存）",
          en: "What happened (may stay empty; kept sealed)",
        })}
        value={words}
        onChange={setWords}
        multiline
        hint={say({
          zh: "不用交材料。需要时我们再问，只问最少的。",
          en: "No papers needed. If we need one, we ask for the least.",
        })}
      />
    </section>
  );
}

function Received({ request }: { readonly request: MyRequest }): ReactNode {
  const { say, language } = useWords();
  const by = dayText(request.answerBy, language);
  return (
    <section className="own-card" aria-live="polite">
      <Notice tone="allowed">
        {say({
          zh: "已收到。催收从现在起暂停。",
          en: "Received. Collection is paused from now on.",
        })}
      </Notice>
      <h2>{say({ zh: "接下来", en: "What happens next" })}</h2>
      <ol className="stack">
        <li>
          1.{" "}
          {say({
            zh: `最晚 ${by} 给您答复和理由。`,
            en: `You get an answer with reasons by ${by}.`,
          })}
        </li>
        <li>
          2.{" "}
          {say({
            zh: "可能的办法：延期、改还款日、分期协商、减免部分费用。",
            en: "Ways: a pause, another due day, a plan of your own, part of the charges waived.",
          })}
        </li>
        <li>
          3.{" "}
          {say({
            zh: "不同意结果，可以要求另一个人复核或投诉。",
            en: "If you disagree, another person reviews it, or you complain.",
          })}
        </li>
      </ol>
    </section>
  );
}
