import { type ReactNode, useState } from "react";
import { Button, Chip, Field, type Tone } from "../../design/controls/controls.tsx";
import { Law } from "../../design/law/law.tsx";
import { Seal } from "../../design/seal/seal.tsx";
import { Empty, Notice } from "../../design/states/states.tsx";
import { dayText, timeText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { holdsProof } from "../../wire/check-proof.ts";
import { read } from "../../wire/request.ts";
import type { Listed, MyContact } from "../frame/answers.ts";
import { useAsking } from "../frame/ask.ts";
import { Options } from "../frame/options.tsx";
import { useMe, useOwn } from "../frame/own.ts";
import { OwnPage, Way } from "../frame/own-page.tsx";

type Which = "made" | "refused";

/** Who contacted me, when, by which rule, in what words; proof and objection beside each. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const contacts = useOwn<Listed<MyContact>>("/v1/me/contacts");
  const [which, setWhich] = useState<Which>("made");
  return (
    <OwnPage title={say({ zh: "谁联系过我", en: "Who contacted me" })} lead={say(lead)}>
      <Asked query={contacts} lines={8}>
        {({ items }) => {
          const refused = items.filter((it) => it.permitId === null);
          const shown = which === "made" ? items.filter((it) => it.permitId !== null) : refused;
          return (
            <>
              <Options
                label={say({ zh: "看哪些", en: "Which" })}
                value={which}
                options={[
                  { value: "made", label: say({ zh: "联系我的", en: "Contacts" }) },
                  {
                    value: "refused",
                    label: say({
                      zh: `被规则拦下的 ${refused.length}`,
                      en: `Refused by rule ${refused.length}`,
                    }),
                  },
                ]}
                onChange={setWhich}
              />
              {shown.length === 0 ? (
                <Empty title={say({ zh: "没有记录。", en: "Nothing here." })} />
              ) : (
                shown.slice(0, 50).map((it) => <ContactCard key={it.decisionId} contact={it} />)
              )}
            </>
          );
        }}
      </Asked>
      <nav className="own-ways">
        <Way
          to="/verify"
          title={say({ zh: "核实一次联系", en: "Check whether a contact was ours" })}
        />
        <Way
          to="/me/wishes"
          title={say({ zh: "改变联系我的方式", en: "Change how I am contacted" })}
        />
      </nav>
    </OwnPage>
  );
}

const lead = {
  zh: "每一次联系都要先有依据。点印章，在您自己的设备上核对这条记录有没有被改动。",
  en: "Each contact needed a rule that permits it. Tap the seal to check on your own device that the record was not altered.",
};

export const channelNames: Readonly<Record<string, Bilingual>> = {
  call: { zh: "电话", en: "Call" },
  sms: { zh: "短信", en: "Text" },
  email: { zh: "电子邮件", en: "E-mail" },
  push: { zh: "推送", en: "Push message" },
  inbox: { zh: "站内信", en: "Message in the app" },
  letter: { zh: "信函", en: "Letter" },
  visit: { zh: "上门", en: "Visit" },
  message: { zh: "聊天消息", en: "Chat message" },
};
const purposeNames: Readonly<Record<string, Bilingual>> = {
  collection: { zh: "催收", en: "Collection" },
  reminder: { zh: "还款提醒", en: "Reminder" },
  servicing: { zh: "办理您的事务", en: "At your request" },
  notice: { zh: "法定通知", en: "Notice by law" },
  marketing: { zh: "营销", en: "Marketing" },
};

function stateOf(it: MyContact): { tone: Tone; words: Bilingual } {
  if (it.permitId === null)
    return { tone: "refused", words: { zh: "未获许可", en: "Not permitted" } };
  if (it.status === "delivered")
    return { tone: "allowed", words: { zh: "已送达", en: "Delivered" } };
  if (it.status === "sent") return { tone: "allowed", words: { zh: "已发出", en: "Sent" } };
  if (it.ended === "revoked")
    return { tone: "plain", words: { zh: "已撤销，未发出", en: "Withdrawn, not sent" } };
  if (it.ended === "expired" || it.status === "expired")
    return { tone: "plain", words: { zh: "许可过期，未联系", en: "Permit ended unused" } };
  return it.ended === "redeemed"
    ? { tone: "allowed", words: { zh: "已联系", en: "Made" } }
    : { tone: "wait", words: { zh: "已许可", en: "Permitted" } };
}

function ContactCard({ contact }: { readonly contact: MyContact }): ReactNode {
  const { say, language } = useWords();
  const me = useMe();
  const [isObjecting, setObjecting] = useState(false);
  const zone = me.data?.zone ?? "Asia/Shanghai";
  const state = stateOf(contact);
  const [rule] = contact.rules;
  return (
    <article className="own-card">
      <header className="row between">
        <div>
          <h2>
            {say(channelNames[contact.channel] ?? { zh: contact.channel, en: contact.channel })}
          </h2>
          <p className="soft">
            {dayText(contact.decidedAt, language)} {timeText(contact.decidedAt, zone)} ·{" "}
            {say(contact.who)}
          </p>
        </div>
        <Seal
          code={contact.verifyCode ?? contact.decisionId.slice(-8)}
          decidedBy={rule?.title ?? contact.says}
          {...(rule?.article ? { article: rule.article } : {})}
          check={async () =>
            await holdsProof((await read<{ proof: unknown }>(`/v1/me/log/${contact.leafId}`)).proof)
          }
        />
      </header>
      <p className="row">
        <Chip tone={state.tone}>{say(state.words)}</Chip>
        <span className="soft">
          {say(purposeNames[contact.purpose] ?? { zh: contact.purpose, en: contact.purpose })}
        </span>
      </p>
      {contact.text ? (
        <blockquote className="own-quote">{hidden(contact.text, contact.purpose)}</blockquote>
      ) : null}
      <p className="soft">
        {say({ zh: "依据：", en: "By: " })}
        {contact.rules
          .slice(0, 2)
          .map((it) => say(it.title))
          .join(say({ zh: "；", en: "; " }))}
        {rule?.article ? <Law> {rule.article}</Law> : null}
      </p>
      {isObjecting ? (
        <Objection permitId={contact.permitId} />
      ) : (
        <Button wide onPress={() => setObjecting(true)}>
          {say({ zh: "我有异议", en: "I object to this" })}
        </Button>
      )}
    </article>
  );
}

/** A code that signed somebody in is not shown again, even to the person himself. */
function hidden(text: string, purpose: string): string {
  return purpose === "servicing" ? text.replace(/\b\d{6}\b/, "••••••") : text;
}

function Objection({ permitId }: { readonly permitId: string | null }): ReactNode {
  const { say, language } = useWords();
  const asking = useAsking();
  const [words, setWords] = useState("");
  const [answerBy, setAnswerBy] = useState<string>();
  if (answerBy)
    return (
      <Notice tone="allowed">
        {say({
          zh: `已收到，最晚 ${dayText(answerBy, "zh-CN")} 答复。`,
          en: `Received; you get an answer by ${dayText(answerBy, language)}.`,
        })}
      </Notice>
    );
  const file = async (): Promise<void> => {
    const done = await asking.send<{ answerBy: string }>("POST", "/v1/me/complaints", {
      about: "contact",
      permitId,
      words,
    });
    if (done) setAnswerBy(done.answerBy);
  };
  return (
    <div className="stack">
      <Field
        label={say({ zh: "哪里不对", en: "What was wrong" })}
        value={words}
        onChange={setWords}
        multiline
        required
      />
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      <Button
        kind="primary"
        wide
        busy={asking.isBusy}
        disabled={words.trim() === ""}
        onPress={() => void file()}
      >
        {say({ zh: "提交异议", en: "Send the objection" })}
      </Button>
    </div>
  );
}
