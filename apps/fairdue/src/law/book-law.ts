import { type EpochDay, addDays } from "@fairdue/kernel";
import { packsOfBook, type Sql } from "@fairdue/store";
import { articleOf, parameterOn, rulesInForceOn } from "./in-force.ts";

type Bilingual = { readonly en: string; readonly zh: string };

export type AnswerTime = {
  readonly days: number;
  readonly article: string;
  readonly says: Bilingual;
};

const houseDays = 15;

/** Within how many days a complaint is answered: the shortest that a law of the book names. */
export function complaintTimeOf(packIds: readonly string[], on: EpochDay): AnswerTime {
  const found = rulesInForceOn(packIds, on).flatMap(({ rule }) => {
    const value = rule.governs.includes("complaint-answer")
      ? parameterOn(rule, "days", on)
      : undefined;
    return typeof value?.value === "number"
      ? [{ days: value.value, article: articleOf(value.cite), says: rule.title }]
      : [];
  });
  const [shortest] = found.sort((a, b) => a.days - b.days);
  return (
    shortest ?? {
      days: houseDays,
      article: "",
      says: { en: "House policy", zh: "本机构承诺" },
    }
  );
}

/** The day by which something that a person asked today is answered. */
export async function answerBy(sql: Sql, bookId: string, on: EpochDay): Promise<EpochDay> {
  const { days } = complaintTimeOf(await packsOfBook(sql, bookId), on);
  return addDays(on, days);
}
