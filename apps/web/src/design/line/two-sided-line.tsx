import type { ReactNode } from "react";
import { shortDayText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Empty } from "../states/states.tsx";
import "./two-sided-line.css";

export type LineItem = {
  readonly id: string;
  /** ISO day on which it counts. */
  readonly on: string;
  readonly side: "money" | "words";
  readonly title: Bilingual;
  readonly detail?: ReactNode;
  /** What stands at the right: an amount, a seal, a chip. */
  readonly mark?: ReactNode;
  readonly refused?: boolean;
};

type Moment = {
  readonly on: string;
  readonly money: LineItem[];
  readonly words: LineItem[];
  readonly daysBefore: number;
};

/**
 * The two-sided line (账与言): one timeline per person, money above the line, words below it.
 * Days without anything are folded into a dashed gap that says how many they were.
 */
export function TwoSidedLine({ items }: { readonly items: readonly LineItem[] }): ReactNode {
  const { t, language } = useWords();
  if (items.length === 0) return <Empty title={t("line.empty")} />;
  return (
    <div className="two-sided" role="region" aria-label={t("line.title")} tabIndex={0}>
      <ol>
        <li className="side" aria-hidden="true">
          <span>{t("line.money")}</span>
          <span>{t("line.words")}</span>
        </li>
        {momentsOf(items).flatMap((it) => [
          it.daysBefore > 20 ? (
            <li key={`${it.on}-gap`} className="moment gap">
              <div className="above" />
              <div className="axis">
                <span>{t("line.gap", { days: it.daysBefore })}</span>
              </div>
              <div className="below" />
            </li>
          ) : null,
          <li key={it.on} className="moment">
            <div className="above">{it.money.map(card)}</div>
            <div className="axis">
              <span>{shortDayText(it.on, language)}</span>
            </div>
            <div className="below">{it.words.map(card)}</div>
          </li>,
        ])}
      </ol>
    </div>
  );
}

function card(item: LineItem): ReactNode {
  return <LineCard key={item.id} item={item} />;
}

function LineCard({ item }: { readonly item: LineItem }): ReactNode {
  const { say } = useWords();
  return (
    <article className="line-card" data-refused={item.refused ?? false}>
      <div className="row between">
        <b>{say(item.title)}</b>
        {item.mark}
      </div>
      {item.detail ? <p>{item.detail}</p> : null}
    </article>
  );
}

function momentsOf(items: readonly LineItem[]): Moment[] {
  const moments: Moment[] = [];
  for (const item of [...items].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const last = moments.at(-1);
    const current =
      last?.on === item.on
        ? last
        : {
            on: item.on,
            money: [],
            words: [],
            daysBefore: last ? daysBetween(last.on, item.on) : 0,
          };
    if (current !== last) moments.push(current);
    (item.side === "money" ? current.money : current.words).push(item);
  }
  return moments;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
