import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Chip, type Tone } from "../../design/controls/controls.tsx";
import { Law } from "../../design/law/law.tsx";
import { Page } from "../../frame/page.tsx";
import { dayText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { LawfulDay } from "../contact-day.tsx";
import { publicLinks } from "../links.ts";
import type { Treatment } from "./answer.ts";
import "../public.css";

type Rule = Treatment["chapters"][number]["rules"][number];

/** How people who are overdue are treated: made from the packs in force, so that it can't differ. */
export function Screen(): ReactNode {
  const { say, language } = useWords();
  const treatment = useQuery({
    queryKey: ["treatment"],
    queryFn: ({ signal }) => read<Treatment>("/v1/public/treatment", signal),
  });
  return (
    <Page shape="report" links={publicLinks(say)}>
      <div className="report">
        <div className="report-lead">
          <h1>
            {say({ zh: "逾期后我们怎样对待您", en: "How we treat you when a payment is late" })}
          </h1>
          <p>{say(lead)}</p>
        </div>
        <Asked query={treatment} lines={12}>
          {(it) => (
            <>
              <p className="soft">
                {dayText(it.on, language)} ·{" "}
                {it.packs
                  .map((pack) => `${say(pack.title)} ${pack.version}`)
                  .join(say({ zh: "、", en: ", " }))}
              </p>
              <section>
                <h2>
                  {say({ zh: "一天里什么时候可以联系", en: "When in a day you may be contacted" })}
                </h2>
                <LawfulDay />
              </section>
              {it.chapters.map((chapter) => (
                <section key={chapter.id} id={chapter.id}>
                  <h2>{say(chapter.title)}</h2>
                  <ul className="report-list">
                    {chapter.rules.map((rule) => (
                      <RuleItem key={rule.id} rule={rule} />
                    ))}
                  </ul>
                </section>
              ))}
              <section>
                <h2>{say({ zh: "投诉和您的权利", en: "Complaints and your rights" })}</h2>
                <p>
                  {say({
                    zh: `投诉在 ${it.complaint.days} 日内答复。`,
                    en: `A complaint is answered within ${it.complaint.days} days. `,
                  })}
                  <Law>{it.complaint.article}</Law>
                </p>
                <ul className="report-list">
                  {it.rights.map((one) => (
                    <li key={one.en}>{say(one)}</li>
                  ))}
                </ul>
                <p>
                  <a href="/complain">{say({ zh: "怎样投诉", en: "How to complain" })}</a>
                </p>
              </section>
            </>
          )}
        </Asked>
      </div>
    </Page>
  );
}

const lead = {
  zh: "这一页由系统实际执行的规则自动生成：写在这里的，就是闸口每次放行前检查的。每条都注明依据和核对程度。",
  en: "This page is made from the very rules that the system checks before each contact leaves. Each names its law, and how well that was checked.",
};

const severities: Readonly<Record<string, { readonly tone: Tone; readonly words: Bilingual }>> = {
  block: { tone: "refused", words: { zh: "禁止", en: "Barred" } },
  hold: { tone: "wait", words: { zh: "暂停", en: "Paused" } },
  require: { tone: "notice", words: { zh: "必须先做", en: "Required first" } },
  defer: { tone: "wait", words: { zh: "须等待", en: "Must wait" } },
  warn: { tone: "notice", words: { zh: "提示", en: "Flagged" } },
  record: { tone: "plain", words: { zh: "留记录", en: "Recorded" } },
};

const statuses: Readonly<Record<string, Bilingual>> = {
  verified: { zh: "已核对原文", en: "checked against the text" },
  secondary: { zh: "据转载核对", en: "checked in secondary copies" },
  memory: { zh: "待核对", en: "still to be checked" },
  draft: { zh: "征求意见稿", en: "draft law" },
  disputed: { zh: "各版本不一", en: "sources differ" },
  "house-policy": { zh: "本机构承诺", en: "our own promise" },
};

function RuleItem({ rule }: { readonly rule: Rule }): ReactNode {
  const { say } = useWords();
  const severity = severities[rule.severity];
  return (
    <li>
      <p className="row">
        <b>{say(rule.title)}</b>
        {severity ? <Chip tone={severity.tone}>{say(severity.words)}</Chip> : null}
      </p>
      <details className="rule-detail">
        <summary>{say({ zh: "条件与依据", en: "Condition and law" })}</summary>
        <p>{say(rule.test)}</p>
        <p className="soft">{say(rule.remedy)}</p>
        {rule.cite.map((it) => (
          <p key={it.article} className="law">
            <Law>{it.article}</Law> · {say(statuses[it.status] ?? { zh: it.status, en: it.status })}
          </p>
        ))}
        <p className="soft figures">
          {rule.id} · {rule.inForceFrom}
        </p>
      </details>
    </li>
  );
}
