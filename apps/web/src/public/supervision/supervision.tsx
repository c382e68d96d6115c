import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Choice, Figure, Figures } from "../../design/controls/controls.tsx";
import { Law } from "../../design/law/law.tsx";
import { Seal } from "../../design/seal/seal.tsx";
import { Empty } from "../../design/states/states.tsx";
import { Money } from "../../design/words/money.tsx";
import { Page } from "../../frame/page.tsx";
import { countText, dayText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { holdsProof } from "../../wire/check-proof.ts";
import { Problem, queryOf, read } from "../../wire/request.ts";
import { publicLinks } from "../links.ts";
import "../public.css";

type FiguresOfBook = {
  readonly bookId: string;
  readonly name: Bilingual;
  readonly on: string;
  readonly currency: string;
  /** Null where the whole book is so small that its total would tell of people. */
  readonly accounts: number | null;
  readonly principalMinor: number | null;
  readonly agreesWithLedger: boolean;
  readonly buckets: readonly {
    readonly bucket: string;
    readonly accounts: number | null;
    readonly principalMinor: number | null;
    readonly accountsPpm: number | null;
    readonly principalPpm: number | null;
  }[];
  readonly rates: readonly {
    readonly productId: string;
    readonly name: Bilingual;
    readonly accounts: number | null;
    readonly lowestPpmYear: number | null;
    readonly highestPpmYear: number | null;
    readonly meanPpmYear: number | null;
  }[];
  readonly contacts: {
    readonly days: number;
    readonly asked: number;
    readonly permitted: number;
    readonly refused: number;
    readonly made: number;
    readonly complaints: number;
    readonly complaintsPer10000: number | null;
    readonly refusals: readonly {
      readonly rule: string;
      readonly title: Bilingual;
      readonly article: string;
      readonly count: number;
    }[];
  };
};

type Supervision = {
  readonly figures: FiguresOfBook;
  readonly leafId: string;
  readonly publishedAt: string;
  readonly days: readonly string[];
  readonly books: readonly { readonly bookId: string; readonly name: Bilingual }[];
};

/** Figures published from ledger and log after each closed day; anybody can check them. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const [on, setOn] = useState("");
  const [bookId, setBookId] = useState("");
  const query = queryOf({ on, bookId });
  const published = useQuery({
    queryKey: ["supervision", query],
    queryFn: ({ signal }) => read<Supervision>(`/v1/public/supervision${query}`, signal),
  });
  const isNone =
    published.error instanceof Problem && published.error.code === "publication-not-found";
  return (
    <Page shape="report" links={publicLinks(say)}>
      <div className="report">
        <div className="report-lead">
          <h1>{say({ zh: "监督数据", en: "Supervision figures" })}</h1>
          <p>{say(lead)}</p>
        </div>
        {isNone ? (
          <Empty
            title={say({
              zh: "还没有公布过。结完第一个营业日后自动公布。",
              en: "Nothing was published yet; it is, by itself, after the first closed day.",
            })}
          />
        ) : (
          <Asked query={published} lines={10}>
            {(it) => (
              <>
                <div className="row between no-print">
                  <Choice
                    label={say({ zh: "日期", en: "Day" })}
                    value={it.figures.on}
                    options={it.days.map((day) => ({ value: day, label: day }))}
                    onChange={setOn}
                  />
                  {it.books.length > 1 ? (
                    <Choice
                      label={say({ zh: "账簿", en: "Book" })}
                      value={it.figures.bookId}
                      options={it.books.map((one) => ({ value: one.bookId, label: say(one.name) }))}
                      onChange={(id) => {
                        setOn("");
                        setBookId(id);
                      }}
                    />
                  ) : null}
                </div>
                <PublishedFigures published={it} />
              </>
            )}
          </Asked>
        )}
      </div>
    </Page>
  );
}

const lead = {
  zh: "每个营业日结束后，由总账和联系日志自动计算并公布，写入公开日志后不能再改。人数少于10的格子不显示，以免认出个人。",
  en: "After each closed day these come from ledger and contact log by themselves; bound by the public log, they can't be changed. Cells of fewer than ten people are hidden, so that nobody is recognised.",
};

function PublishedFigures({ published }: { readonly published: Supervision }): ReactNode {
  const { say, language } = useWords();
  const { figures } = published;
  const agrees = figures.agreesWithLedger;
  const query = queryOf({ bookId: figures.bookId, on: figures.on });
  return (
    <>
      <section>
        <div className="row between">
          <h2>
            {say(figures.name)} · {dayText(figures.on, language)}
          </h2>
          <Seal
            code={published.leafId.slice(-8)}
            size={44}
            decidedBy={{ zh: "公开日志", en: "the public log" }}
            check={async () => {
              const path = `/v1/public/supervision/${figures.on}/proof${queryOf({ bookId: figures.bookId })}`;
              const it = await read<{ proof: unknown; logKey: string }>(path);
              return await holdsProof(it.proof, it.logKey);
            }}
          />
        </div>
        <Figures>
          <Figure
            label={say({ zh: "贷款本金", en: "Principal" })}
            value={
              figures.principalMinor === null ? (
                "–"
              ) : (
                <Money minor={figures.principalMinor} currency={figures.currency} />
              )
            }
            note={
              agrees
                ? say({ zh: "与总账一致", en: "agrees with the ledger" })
                : say({ zh: "与总账不一致", en: "differs from the ledger" })
            }
          />
          <Figure
            label={say({ zh: "账户", en: "Accounts" })}
            value={figures.accounts === null ? "<10" : countText(figures.accounts)}
          />
          <Figure
            label={say({
              zh: `${figures.contacts.days}天内每万次联系投诉`,
              en: `Complaints per 10,000 contacts, ${figures.contacts.days} days`,
            })}
            value={figures.contacts.complaintsPer10000 ?? "–"}
          />
          <Figure
            label={say({ zh: "被闸口拒绝的联系", en: "Contacts refused by the gate" })}
            value={countText(figures.contacts.refused)}
            note={say({
              zh: `共申请 ${countText(figures.contacts.asked)}`,
              en: `of ${countText(figures.contacts.asked)} asked`,
            })}
          />
        </Figures>
      </section>
      <Ageing figures={figures} />
      <Rates figures={figures} />
      <Refusals figures={figures} />
      <p className="row no-print">
        <a href={`/v1/public/supervision${query}`}>JSON</a>
        <a href={`/supervision.csv${query}`}>CSV</a>
        <a href="/check.html">{say({ zh: "离线核对证明", en: "Check a proof offline" })}</a>
      </p>
    </>
  );
}

function Ageing({ figures }: { readonly figures: FiguresOfBook }): ReactNode {
  const { say } = useWords();
  return (
    <section>
      <h2>{say({ zh: "逾期分布", en: "Overdue by bucket" })}</h2>
      <div
        className="report-scroll"
        tabIndex={0}
        role="region"
        aria-label={say({ zh: "逾期分布", en: "Overdue by bucket" })}
      >
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{say({ zh: "期数", en: "Bucket" })}</th>
              <th scope="col">{say({ zh: "账户", en: "Accounts" })}</th>
              <th scope="col">{say({ zh: "本金", en: "Principal" })}</th>
              <th scope="col">{say({ zh: "占比", en: "Share" })}</th>
              <th scope="col" style={{ width: "30%" }}>
                <span className="visually-hidden">{say({ zh: "占比图", en: "Share, drawn" })}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.buckets.map((it) => (
              <tr key={it.bucket}>
                <th scope="row">
                  {it.bucket === "M0" ? say({ zh: "M0 未逾期", en: "M0 current" }) : it.bucket}
                </th>
                <td>{it.accounts === null ? "<10" : countText(it.accounts)}</td>
                <td>
                  {it.principalMinor === null ? (
                    "–"
                  ) : (
                    <Money minor={it.principalMinor} currency={figures.currency} />
                  )}
                </td>
                <td>{percent(it.principalPpm, 2)}</td>
                <td>
                  {it.principalPpm ? (
                    <i className="report-bar" style={{ width: `${it.principalPpm / 10_000}%` }} />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Rates({ figures }: { readonly figures: FiguresOfBook }): ReactNode {
  const { say } = useWords();
  return (
    <section>
      <h2>{say({ zh: "实际收取的年化利率（单利）", en: "Annual rates charged (simple)" })}</h2>
      <div
        className="report-scroll"
        tabIndex={0}
        role="region"
        aria-label={say({ zh: "年化利率", en: "Annual rates" })}
      >
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{say({ zh: "产品", en: "Product" })}</th>
              <th scope="col">{say({ zh: "账户", en: "Accounts" })}</th>
              <th scope="col">{say({ zh: "最低", en: "Lowest" })}</th>
              <th scope="col">{say({ zh: "平均", en: "Mean" })}</th>
              <th scope="col">{say({ zh: "最高", en: "Highest" })}</th>
            </tr>
          </thead>
          <tbody>
            {figures.rates.map((it) => (
              <tr key={it.productId}>
                <th scope="row">{say(it.name)}</th>
                <td>{it.accounts === null ? "<10" : countText(it.accounts)}</td>
                <td>{percent(it.lowestPpmYear, 2)}</td>
                <td>{percent(it.meanPpmYear, 2)}</td>
                <td>{percent(it.highestPpmYear, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Refusals({ figures }: { readonly figures: FiguresOfBook }): ReactNode {
  const { say } = useWords();
  const { refusals } = figures.contacts;
  return (
    <section>
      <h2>{say({ zh: "被哪些规则拦下", en: "Refused by which rules" })}</h2>
      {refusals.length === 0 ? (
        <p className="soft">
          {say({ zh: "这段时间没有被拦下的联系。", en: "No contact was refused in this time." })}
        </p>
      ) : (
        <ul className="report-list">
          {refusals.map((it) => (
            <li key={it.rule}>
              <b className="figures">{countText(it.count)}</b> {say(it.title)}{" "}
              <Law>{it.article}</Law>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function percent(ppm: number | null, digits: number): string {
  return ppm === null ? "–" : `${(ppm / 10_000).toFixed(digits)}%`;
}
