import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Chip, Panel, type Tone } from "../../design/controls/controls.tsx";
import { timeText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { type Case, pathOf } from "./wire.ts";
import { channelTitles } from "./words.ts";
import "./cases.css";

type ChannelMay = {
  readonly channel: string;
  readonly outcome: "allow" | "require" | "defer-until" | "hold" | "deny";
  readonly notBefore: string | null;
  readonly rules: readonly string[];
  readonly says: Bilingual;
  readonly trace: unknown;
};

const tones: Readonly<Record<ChannelMay["outcome"], Tone>> = {
  allow: "allowed",
  "defer-until": "wait",
  hold: "wait",
  require: "wait",
  deny: "refused",
};

/** What may I do now? Each channel with its answer, live from the gate, and the rule behind it. */
export function MayNow(props: { readonly case: Case; readonly zone: string }): ReactNode {
  const { say } = useWords();
  const query = useQuery({
    queryKey: ["may", props.case.caseId],
    queryFn: ({ signal }) =>
      read<{ at: string; channels: ChannelMay[] }>(`${pathOf(props.case)}/may`, signal),
    refetchInterval: 30_000,
  });
  return (
    <Panel title={say({ zh: "现在可以怎样联系", en: "What may I do now?" })}>
      <Asked query={query}>
        {({ channels }) => (
          <ul className="may-list">
            {channels.map((it) => (
              <li key={it.channel}>
                <b>{say(channelTitles[it.channel] ?? { zh: it.channel, en: it.channel })}</b>
                <Chip tone={tones[it.outcome]}>{answer(it, props.zone, say)}</Chip>
                <details>
                  <summary>{say({ zh: "依据", en: "Why" })}</summary>
                  <p>{say(it.says)}</p>
                  <ul className="soft">
                    {articlesOf(it).map((one) => (
                      <li key={one}>{one}</li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </Panel>
  );
}

function answer(it: ChannelMay, zone: string, say: (text: Bilingual) => string): string {
  const time = it.notBefore === null ? "" : timeText(it.notBefore, zone);
  if (it.outcome === "allow")
    return it.rules.length > 0
      ? say({ zh: "可以，有须遵守的要求", en: "Yes, keeping to what is asked" })
      : say({ zh: "可以", en: "Yes" });
  if (it.outcome === "defer-until")
    return time === ""
      ? say({ zh: "暂不可以", en: "Not yet" })
      : say({ zh: `${time} 之后`, en: `Not before ${time}` });
  if (it.outcome === "require") return say({ zh: "须先满足条件", en: "Something is needed first" });
  return say({ zh: "不可以", en: "No" });
}

/** Rules with their articles, as far as the trace names them. */
function articlesOf(it: ChannelMay): readonly string[] {
  const trace: unknown[] = Array.isArray(it.trace) ? it.trace : [];
  const cited = trace.flatMap((one) => {
    const fields = one as { rule?: unknown; cite?: unknown };
    const cites = Array.isArray(fields.cite) ? fields.cite.map(articleText).join("; ") : "";
    return typeof fields.rule === "string" && it.rules.includes(fields.rule)
      ? [`${fields.rule}${cites ? `: ${cites}` : ""}`]
      : [];
  });
  return cited.length > 0 ? cited : it.rules;
}

function articleText(cite: unknown): string {
  if (typeof cite === "string") return cite;
  const { instrument, article } = cite as { instrument?: string; article?: string };
  return [instrument, article].filter(Boolean).join(" ");
}
