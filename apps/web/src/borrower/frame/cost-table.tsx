import type { ReactNode } from "react";
import { Money } from "../../design/words/money.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import type { Cost } from "./answers.ts";

/** The whole cost of a credit before anyone agrees to it: what comes, what goes, the yearly rate. */
export function CostTable({ cost }: { readonly cost: Cost }): ReactNode {
  const { say, language } = useWords();
  return (
    <div className="stack">
      <div>
        <p className="soft">{say({ zh: "借这笔钱一共花", en: "What this credit costs in all" })}</p>
        <p className="own-amount">
          <Money minor={cost.costMinor} />
        </p>
        <p>
          {say({ zh: "综合年化（单利）", en: "A year, simple" })}{" "}
          <b className="figures">{cost.rates.chinaSimplePercent ?? "–"}%</b>
          <span className="soft">
            {" "}
            · {say({ zh: "复利", en: "compound" })}{" "}
            <span className="figures">{cost.rates.chinaCompoundPercent ?? "–"}%</span>
          </span>
        </p>
      </div>
      <table className="own-rows">
        <caption className="visually-hidden">{say({ zh: "每期应还", en: "Each payment" })}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: "还款日", en: "Due day" })}</th>
            <th scope="col">{say({ zh: "应还", en: "To pay" })}</th>
          </tr>
        </thead>
        <tbody>
          {cost.rows.map((it) => (
            <tr key={it.on}>
              <th scope="row">{dayText(it.on, language)}</th>
              <td>
                <Money minor={it.totalMinor} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say({ zh: "合计还", en: "Paid in all" })}</th>
            <td>
              <b>
                <Money minor={cost.paidMinor} />
              </b>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
