import type { ReactNode } from "react";
import { Page } from "../../frame/page.tsx";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { LawfulDay } from "../contact-day.tsx";
import { publicLinks } from "../links.ts";
import "../public.css";
import "./home.css";

type Door = { readonly to: string; readonly title: Bilingual; readonly text: Bilingual };

const doors: readonly Door[] = [
  {
    to: "/me",
    title: { zh: "我的借款", en: "My credit" },
    text: {
      zh: "欠多少、为什么、怎么还；还不上时有哪些路可走。",
      en: "What I owe, why, how to pay, and the ways out when I cannot.",
    },
  },
  {
    to: "/verify",
    title: { zh: "核实一次联系", en: "Verify a contact" },
    text: {
      zh: "收到短信、来电或上门通知？输入编号，看它是不是真的，对方今天能做什么。",
      en: "A message, a call, a visit announced? Enter its code: is it genuine, and what may they do today?",
    },
  },
  {
    to: "/treatment",
    title: { zh: "逾期后会怎样", en: "When a payment is late" },
    text: {
      zh: "我们如何对待逾期的人：每一步、依据的法律、投诉的办法。",
      en: "How we treat people who are overdue: each step, the law behind it, where to complain.",
    },
  },
  {
    to: "/supervision",
    title: { zh: "监督数据", en: "Supervision figures" },
    text: {
      zh: "规模、逾期率、年化利率、投诉和被拒绝的联系，定期公布，可以核对。",
      en: "Size, overdue rates, annual rates, complaints and refused contacts, published and provable.",
    },
  },
  {
    to: "/console",
    title: { zh: "工作台", en: "Staff console" },
    text: { zh: "贷方与合作机构的工作人员。", en: "For staff of the lender and its agencies." },
  },
  {
    to: "/check.html",
    title: { zh: "核对证明", en: "Check a proof" },
    text: {
      zh: "在自己的浏览器里核对一份证明文件，不连接任何服务器。",
      en: "Check a proof file in your own browser, without any server.",
    },
  },
];

export function Home(): ReactNode {
  const { say } = useWords();
  return (
    <Page links={publicLinks(say)} shape="wide">
      <div className="home">
        <section className="home-lead">
          <h1>
            {say({
              zh: "借得清楚，还得明白，逾期也有度",
              en: "Clear to borrow, plain to repay, and measured when late",
            })}
          </h1>
          <p>
            {say({
              zh: "每一条消息、每一通电话、每一次上门，都要先有法律依据才能发出；每一次许可和拒绝都留下不能悄悄改动的记录，您和监管者可以自己核对。",
              en: "No message, call or visit leaves without a rule of law that permits it; every permit and refusal is kept in a record that cannot be changed unseen, and that you and the regulator can check.",
            })}
          </p>
          <LawfulDay />
        </section>
        <ul className="home-doors">
          {doors.map((it) => (
            <li key={it.to}>
              <a href={it.to}>
                <b>{say(it.title)}</b>
                <span>{say(it.text)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
