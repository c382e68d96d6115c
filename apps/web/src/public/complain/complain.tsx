import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Law } from "../../design/law/law.tsx";
import { Page } from "../../frame/page.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { publicLinks } from "../links.ts";
import type { Treatment } from "../treatment/answer.ts";
import { Report } from "../verify/verify.tsx";
import "../public.css";

/** Every way to complain, with the time in which it is answered. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const treatment = useQuery({
    queryKey: ["treatment"],
    queryFn: ({ signal }) => read<Treatment>("/v1/public/treatment", signal),
  });
  return (
    <Page shape="report" links={publicLinks(say)}>
      <div className="report">
        <div className="report-lead">
          <h1>{say({ zh: "投诉", en: "Complain" })}</h1>
          <p>{say(lead)}</p>
        </div>
        <Asked query={treatment}>
          {(it) => (
            <>
              <section>
                <h2>{say({ zh: "三条路", en: "Three ways" })}</h2>
                <ul className="report-list">
                  <li>
                    <b>{say({ zh: "借款人本人：", en: "As a borrower: " })}</b>
                    <a href="/me/complaints">
                      {say({ zh: "登录后投诉", en: "sign in and complain" })}
                    </a>
                    {say({
                      zh: "。立即登记，对欠款有异议的，处理期间暂停催收。",
                      en: ". On record at once; while a debt is disputed, its collection rests.",
                    })}
                  </li>
                  <li>
                    <b>{say({ zh: "任何人：", en: "As anybody: " })}</b>
                    {say({
                      zh: "收到了不该收到的联系，在下面举报，或",
                      en: "you were contacted and should not have been: report it below, or ",
                    })}
                    <a href="/verify">{say({ zh: "先核实", en: "verify it first" })}</a>
                    {say({ zh: "。", en: "." })}
                  </li>
                  <li>
                    <b>{say({ zh: "电话：", en: "By telephone: " })}</b>
                    {it.complaintLine ?? say({ zh: "见合同", en: "as in your agreement" })}
                  </li>
                </ul>
              </section>
              <section>
                <h2>{say({ zh: "多久答复", en: "When you get an answer" })}</h2>
                <p>
                  {say({
                    zh: `收到之日起 ${it.complaint.days} 日内答复，说明理由。`,
                    en: `Within ${it.complaint.days} days, with reasons. `,
                  })}{" "}
                  <Law>{it.complaint.article}</Law>
                </p>
                <p>{say(regulator)}</p>
              </section>
              <Report code="none" line={it.complaintLine} />
            </>
          )}
        </Asked>
      </div>
    </Page>
  );
}

const lead = {
  zh: "投诉不影响您的借款，也不会因此被区别对待。",
  en: "A complaint changes nothing about your credit, and nobody is treated worse for it.",
};
const regulator = {
  zh: "没有答复或不满意：金融监管部门 12378；征信异议可向中国人民银行当地分支机构提出；受到威胁请报警 110。",
  en: "No answer, or not content: the financial regulator, 12378; on credit records, the local branch of the People's Bank; on threats, the police, 110 (in China).",
};
