import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Law } from "../design/law/law.tsx";
import { DayMeasure, type MeasureSpan } from "../design/measure/day-measure.tsx";
import { useWords } from "../text/language.tsx";
import type { Bilingual } from "../text/language.tsx";
import { read } from "../wire/request.ts";

export type ContactDay = {
  readonly on: string;
  readonly zone: string;
  readonly nowMinute: number;
  readonly packs: readonly {
    readonly id: string;
    readonly version: string;
    readonly title: Bilingual;
  }[];
  readonly spans: readonly (Omit<MeasureSpan, "rule"> & {
    readonly rule: { readonly title: Bilingual; readonly article: string } | null;
  })[];
};

export function useContactDay(): UseQueryResult<ContactDay> {
  return useQuery({
    queryKey: ["contact-day"],
    queryFn: ({ signal }) => read<ContactDay>("/v1/public/contact-day", signal),
    staleTime: 60_000,
  });
}

/** The day as the packs in force draw it: nothing of the law is written into the page. */
export function LawfulDay(props: { readonly showsNow?: boolean }): ReactNode {
  const { say } = useWords();
  const day = useContactDay();
  const spans = (day.data?.spans ?? []).map(
    ({ rule, ...it }): MeasureSpan => (rule === null ? it : { ...it, rule }),
  );
  const rule = day.data?.spans.find((it) => it.rule !== null)?.rule;
  return (
    <div className="lawful-day">
      <DayMeasure
        zone={day.data?.zone ?? "Asia/Shanghai"}
        spans={spans}
        marks={[]}
        size="large"
        {...(props.showsNow && day.data ? { nowMinute: day.data.nowMinute } : {})}
      />
      <p className="soft">
        {rule ? (
          <>
            {say(rule.title)} · <Law>{rule.article}</Law>
          </>
        ) : (
          "\u00a0"
        )}
      </p>
    </div>
  );
}
