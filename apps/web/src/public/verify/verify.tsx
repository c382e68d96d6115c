import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Button, Chip, Field } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { Page } from "../../frame/page.tsx";
import { dayText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { Problem, read, request } from "../../wire/request.ts";
import { LawfulDay } from "../contact-day.tsx";
import { publicLinks } from "../links.ts";
import "../public.css";

type Verified = {
  readonly verdict: "genuine" | "not-genuine";
  readonly says: Bilingual;
  readonly firm: Bilingual | null;
  readonly agency: Bilingual | null;
  readonly channel: string | null;
  readonly contactedAt: string | null;
  readonly mayToday: readonly { readonly channel: string; readonly may: boolean }[];
  readonly mayNever: readonly Bilingual[];
  readonly rights: readonly Bilingual[];
  readonly complaintLine: string | null;
};

/** Is this contact genuine, whose is it, and what may they do today? No sign-in, nothing told of anyone. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const navigate = useNavigate();
  const given = useParams({ strict: false, select: (it) => it.code });
  const [code, setCode] = useState(given ?? "");
  const title = say({ zh: "核实一次联系", en: "Verify a contact" });
  useEffect(() => {
    document.title = `${title} · ${say({ zh: "有度", en: "Fairdue" })}`;
  }, [title, say]);
  const submit = (it: FormEvent): void => {
    it.preventDefault();
    const asked = code.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
    if (asked !== "") void navigate({ to: `/v/${asked}` });
  };
  return (
    <Page shape="report" links={publicLinks(say)}>
      <div className="report">
        <div className="report-lead">
          <h1>{title}</h1>
          <p>{say(lead)}</p>
        </div>
        <form className="verify-form" onSubmit={submit}>
          <Field
            label={say({ zh: "核验码（10位）", en: "Verify code (10 characters)" })}
            value={code}
            onChange={setCode}
            autoComplete="off"
            maxLength={16}
            required
          />
          <Button kind="primary" submit>
            {say({ zh: "核实", en: "Check" })}
          </Button>
        </form>
        {given ? <Answer code={given} /> : null}
        <section>
          <h2>{say({ zh: "今天什么时候可以联系", en: "When anybody may contact you today" })}</h2>
          <LawfulDay showsNow />
        </section>
      </div>
    </Page>
  );
}

const lead = {
  zh: "我们的每条短信、信函、来电和上门通知都带核验码。在这里输入，看它是不是真的。没有核验码的催收，不是我们。",
  en: "Each text, letter, call and announced visit of ours carries a code. Enter it to see whether it is genuine. Without a code it is not us.",
};

const channelNames: Readonly<Record<string, Bilingual>> = {
  call: { zh: "打电话", en: "Call you" },
  sms: { zh: "发短信", en: "Text you" },
  visit: { zh: "上门", en: "Visit you" },
  email: { zh: "电子邮件", en: "E-mail" },
  inbox: { zh: "站内信", en: "Message in the app" },
  letter: { zh: "信函", en: "Letter" },
};

function Answer({ code }: { readonly code: string }): ReactNode {
  const { say, language } = useWords();
  const answer = useQuery({
    queryKey: ["verify", code],
    queryFn: ({ signal }) => read<Verified>(`/v1/verify/${encodeURIComponent(code)}`, signal),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (answer.error instanceof Problem && answer.error.status === 429)
    return <Notice tone="wait">{say(tooMany)}</Notice>;
  return (
    <Asked query={answer}>
      {(it) => (
        <>
          <div className="verdict" data-verdict={it.verdict} role="status">
            <p>
              <Chip tone={it.verdict === "genuine" ? "allowed" : "refused"}>
                {it.verdict === "genuine"
                  ? say({ zh: "属实", en: "Genuine" })
                  : say({ zh: "不是我们", en: "Not us" })}
              </Chip>
            </p>
            <p>{say(it.says)}</p>
            {it.firm ? (
              <p>
                <b>{say(it.firm)}</b>
                {it.agency
                  ? say({
                      zh: `（由${it.agency.zh}受托）`,
                      en: ` (by ${it.agency.en} on its behalf)`,
                    })
                  : null}
                {it.contactedAt ? (
                  <span className="soft"> · {dayText(it.contactedAt, language)}</span>
                ) : null}
              </p>
            ) : null}
            {it.mayToday.length > 0 ? (
              <div>
                <p className="soft">{say({ zh: "此刻他们可以", en: "At this moment they may" })}</p>
                <p className="row">
                  {it.mayToday.map((one) => (
                    <Chip key={one.channel} tone={one.may ? "allowed" : "refused"}>
                      {say(channelNames[one.channel] ?? { zh: one.channel, en: one.channel })}
                      {one.may ? "" : say({ zh: "：不可以", en: ": no" })}
                    </Chip>
                  ))}
                </p>
              </div>
            ) : null}
          </div>
          <Sayings
            title={say({ zh: "他们任何时候都不可以", en: "They may never" })}
            items={it.mayNever}
          />
          <Sayings title={say({ zh: "您的权利", en: "Your rights" })} items={it.rights} />
          <Report code={code} line={it.complaintLine} />
        </>
      )}
    </Asked>
  );
}

const tooMany = {
  zh: "此处查询次数过多，请一小时后再试。",
  en: "Too many codes were asked for from here; try again in an hour.",
};

function Sayings(props: {
  readonly title: string;
  readonly items: readonly Bilingual[];
}): ReactNode {
  const { say } = useWords();
  return (
    <section>
      <h2>{props.title}</h2>
      <ul className="report-list">
        {props.items.map((it) => (
          <li key={it.en}>{say(it)}</li>
        ))}
      </ul>
    </section>
  );
}

export function Report(props: { readonly code: string; readonly line: string | null }): ReactNode {
  const { say } = useWords();
  const [words, setWords] = useState("");
  const [cameFrom, setCameFrom] = useState("");
  const [state, setState] = useState<"open" | "busy" | "sent" | "lost">("open");
  const send = async (it: FormEvent): Promise<void> => {
    it.preventDefault();
    setState("busy");
    try {
      const body = { words, cameFrom };
      await request("POST", `/v1/verify/${encodeURIComponent(props.code)}/reports`, { body });
      setState("sent");
    } catch {
      setState("lost");
    }
  };
  return (
    <section>
      <h2>{say({ zh: "举报这次联系", en: "Report this contact" })}</h2>
      {state === "sent" ? (
        <Notice tone="allowed">{say(thanks)}</Notice>
      ) : (
        <form className="stack" onSubmit={(it) => void send(it)}>
          <Field
            label={say({ zh: "发生了什么", en: "What happened" })}
            value={words}
            onChange={setWords}
            multiline
            required
          />
          <Field
            label={say({
              zh: "对方号码或姓名（可不填）",
              en: "Their number or name (may stay empty)",
            })}
            value={cameFrom}
            onChange={setCameFrom}
          />
          {state === "lost" ? <Notice tone="wait">{say(lost)}</Notice> : null}
          <Button kind="primary" submit busy={state === "busy"}>
            {say({ zh: "提交举报", en: "Send the report" })}
          </Button>
        </form>
      )}
      <p className="soft">
        {props.line
          ? say({ zh: `投诉电话 ${props.line}。`, en: `Complaints line ${props.line}. ` })
          : null}
        {say({ zh: "借款人登录后可以直接", en: "Borrowers can " })}
        <a href="/me/complaints">
          {say({ zh: "提交异议并暂停催收", en: "sign in, object, and pause collection" })}
        </a>
        {say({ zh: "。", en: "." })}
      </p>
    </section>
  );
}

const thanks = {
  zh: "已登记，我们会调查。如遇威胁，请保留证据并报警（110）。",
  en: "On record; we look into it. If someone threatens you, keep the evidence and call the police (110 in China).",
};
const lost = {
  zh: "没有提交成功，您填写的内容都还在，请稍后再试。",
  en: "It was not sent; what you typed is still here. Please try again.",
};
