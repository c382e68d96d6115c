import { type ReactNode, useState } from "react";
import { Button, Chip, Choice, Field } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { dayText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import type { Listed, MyComplaint } from "../frame/answers.ts";
import { useAsking } from "../frame/ask.ts";
import { useAccounts, useMe, useOwn } from "../frame/own.ts";
import { OwnPage } from "../frame/own-page.tsx";

const about: Readonly<Record<string, Bilingual>> = {
  amount: { zh: "金额不对", en: "The amount is wrong" },
  contact: { zh: "联系方式或言行不当", en: "How I was contacted" },
  fraud: { zh: "不是我借的", en: "I did not take this credit" },
  service: { zh: "服务问题", en: "Service" },
  privacy: { zh: "个人信息", en: "My personal data" },
  "credit-report": { zh: "征信记录有误", en: "My credit record is wrong" },
  other: { zh: "其他", en: "Something else" },
};

/** Complain or object: acknowledged at once, with the day by which the law wants an answer. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const me = useMe();
  const line = me.data?.complaintLine;
  return (
    <OwnPage title={say({ zh: "投诉与异议", en: "Complain or object" })} lead={say(lead)}>
      <Form />
      <Mine />
      <section className="own-card">
        <h2>{say({ zh: "也可以", en: "Other ways" })}</h2>
        <p>
          {line
            ? say({ zh: `打我们的投诉电话 ${line}。`, en: `Call our complaints line ${line}. ` })
            : null}
          {say({
            zh: "对答复不满意，可向金融监管部门反映：12378。",
            en: "Not settled? The financial regulator: 12378.",
          })}
        </p>
      </section>
    </OwnPage>
  );
}

const lead = {
  zh: "立即登记，写明答复期限。对欠款有异议的，处理期间这笔账暂停催收。",
  en: "On record at once, with the day of its answer. While a debt is disputed, its collection rests.",
};

function Form(): ReactNode {
  const { say, language } = useWords();
  const accounts = useAccounts();
  const asking = useAsking();
  const [kind, setKind] = useState("amount");
  const [words, setWords] = useState("");
  const [filed, setFiled] = useState<MyComplaint>();
  const isDebt = kind === "amount" || kind === "fraud";
  const accountIds = isDebt ? (accounts.data?.items.map((it) => it.accountId) ?? []) : [];
  const file = async (): Promise<void> => {
    const done = await asking.send<MyComplaint>("POST", "/v1/me/complaints", {
      about: kind,
      accountIds,
      words,
      pauses: isDebt,
    });
    if (!done) return;
    setFiled(done);
    setWords("");
  };
  return (
    <form
      className="own-card"
      onSubmit={(it) => {
        it.preventDefault();
        void file();
      }}
    >
      <Choice
        label={say({ zh: "关于", en: "About" })}
        value={kind}
        options={Object.entries(about).map(([value, label]) => ({ value, label: say(label) }))}
        onChange={setKind}
      />
      <Field
        label={say({ zh: "发生了什么", en: "What happened" })}
        value={words}
        onChange={setWords}
        multiline
        required
        hint={say({
          zh: "加密保存，只有处理的人能看到。",
          en: "Kept sealed; only those who answer you read it.",
        })}
      />
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      {filed ? (
        <div role="status">
          <Notice tone="allowed">
            {say({
              zh: `已收到。最晚 ${dayText(filed.answerBy, "zh-CN")} 答复您。`,
              en: `Received. You get an answer by ${dayText(filed.answerBy, language)}.`,
            })}
          </Notice>
        </div>
      ) : null}
      <Button kind="primary" submit wide busy={asking.isBusy} disabled={words.trim() === ""}>
        {say({ zh: "提交", en: "Send" })}
      </Button>
    </form>
  );
}

function Mine(): ReactNode {
  const { say, language } = useWords();
  const mine = useOwn<Listed<MyComplaint>>("/v1/me/complaints");
  const items = mine.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="own-card">
      <h2>{say({ zh: "我提过的", en: "What I filed" })}</h2>
      {items.map((it) => (
        <div key={it.complaintId} className="row between">
          <span>
            {say(about[it.about] ?? { zh: it.about, en: it.about })} ·{" "}
            {dayText(it.filedAt, language)}
          </span>
          <Chip tone={it.status === "open" ? "wait" : "allowed"}>
            {it.status === "open"
              ? say({
                  zh: `${dayText(it.answerBy, "zh-CN")} 前答复`,
                  en: `answer by ${dayText(it.answerBy, language)}`,
                })
              : say({ zh: "已答复", en: "answered" })}
          </Chip>
        </div>
      ))}
    </section>
  );
}
