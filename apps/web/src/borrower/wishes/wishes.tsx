import { type ReactNode, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button, Choice } from "../../design/controls/controls.tsx";
import { DayMeasure, type MeasureSpan } from "../../design/measure/day-measure.tsx";
import { Notice } from "../../design/states/states.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { channelNames } from "../contacts/contacts.tsx";
import { useAsking } from "../frame/ask.ts";
import { useMe, useOwn } from "../frame/own.ts";
import { OwnPage } from "../frame/own-page.tsx";

type Wishes = {
  readonly facts: readonly { readonly name: string; readonly value: unknown }[];
  readonly standing: readonly {
    readonly happeningId: string;
    readonly kind: string;
    readonly about: string;
    readonly at: string;
  }[];
};
type ContactDay = {
  readonly zone: string;
  readonly nowMinute: number;
  readonly spans: readonly MeasureSpan[];
};

const offered = ["sms", "call", "inbox", "email", "letter"] as const;

/** How, when and whether I may be contacted: in force the moment it is saved. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const wishes = useOwn<Wishes>("/v1/me/contact-controls");
  return (
    <OwnPage title={say({ zh: "怎样联系我", en: "How to contact me" })} lead={say(lead)}>
      <Asked query={wishes}>
        {(it) => (
          <>
            <Preferences key={JSON.stringify(it.facts)} wishes={it} />
            <Stop wishes={it} />
            <Standing wishes={it} />
          </>
        )}
      </Asked>
    </OwnPage>
  );
}

const lead = {
  zh: "保存后立即生效：已经批准但还没发出的联系也会作废。法律要求的通知不受影响。",
  en: "In force at once: what was permitted and not yet sent dies with it. Notices that the law demands still come.",
};

function valueOf(wishes: Wishes, name: string): unknown {
  return wishes.facts.find((it) => it.name === name)?.value;
}

function Preferences({ wishes }: { readonly wishes: Wishes }): ReactNode {
  const { say } = useWords();
  const me = useMe();
  const asking = useAsking();
  const day = useQuery({
    queryKey: ["contact-day"],
    queryFn: ({ signal }) => read<ContactDay>("/v1/public/contact-day", signal),
  });
  const known = valueOf(wishes, "wish.channels");
  const [channels, setChannels] = useState<readonly string[]>(
    Array.isArray(known) ? known.map(String) : offered,
  );
  const hours = valueOf(wishes, "wish.hours");
  const first: unknown = Array.isArray(hours) ? hours[0] : undefined;
  const minute = (name: string, otherwise: number): number => {
    const value: unknown =
      typeof first === "object" && first !== null ? Reflect.get(first, name) : undefined;
    return typeof value === "number" ? value : otherwise;
  };
  const [from, setFrom] = useState(minute("fromMinute", 480));
  const [to, setTo] = useState(minute("toMinute", 1320));
  const save = (): void =>
    void asking.send("POST", "/v1/me/contact-controls", {
      kind: "preferences",
      channels: channels.length === offered.length ? null : channels,
      hours: from === 480 && to === 1320 ? [] : [{ fromMinute: from, toMinute: to }],
      zone: me.data?.zone ?? "Asia/Shanghai",
    });
  const spans = (day.data?.spans ?? []).flatMap((it) => narrowed(it, from, to));
  return (
    <section className="own-card">
      <h2>{say({ zh: "方式和时段", en: "Ways and hours" })}</h2>
      <fieldset className="own-checks">
        <legend>{say({ zh: "可以用", en: "You may use" })}</legend>
        {offered.map((it) => (
          <label key={it}>
            <input
              type="checkbox"
              checked={channels.includes(it)}
              onChange={(event) =>
                setChannels(
                  event.target.checked ? [...channels, it] : channels.filter((one) => one !== it),
                )
              }
            />
            {say(channelNames[it] ?? { zh: it, en: it })}
          </label>
        ))}
      </fieldset>
      <div className="own-pair">
        <Choice
          label={say({ zh: "最早", en: "Not before" })}
          value={String(from)}
          options={hoursFrom(8, 20)}
          onChange={(it) => setFrom(Number(it))}
        />
        <Choice
          label={say({ zh: "最晚", en: "Not after" })}
          value={String(to)}
          options={hoursFrom(10, 22)}
          onChange={(it) => setTo(Number(it))}
        />
      </div>
      {spans.length > 0 ? (
        <DayMeasure
          zone={day.data?.zone ?? ""}
          spans={spans}
          marks={[]}
          nowMinute={day.data?.nowMinute ?? 0}
        />
      ) : null}
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      <Button kind="primary" wide busy={asking.isBusy} disabled={to <= from} onPress={save}>
        {say({ zh: "保存", en: "Save" })}
      </Button>
    </section>
  );
}

/** What the law leaves open, and within it what the person does. */
function narrowed(it: MeasureSpan, from: number, to: number): MeasureSpan[] {
  if (it.kind === "quiet") return [it];
  const open = { from: Math.max(it.from, from), to: Math.min(it.to, to) };
  const parts: MeasureSpan[] = [
    { from: it.from, to: open.from, kind: "quiet" },
    { ...open, kind: "open" },
    { from: open.to, to: it.to, kind: "quiet" },
  ];
  return parts.filter((one) => one.to > one.from);
}

function hoursFrom(first: number, last: number) {
  return Array.from({ length: last - first + 1 }, (_, k) => ({
    value: String((first + k) * 60),
    label: `${String(first + k).padStart(2, "0")}:00`,
  }));
}

function Stop({ wishes }: { readonly wishes: Wishes }): ReactNode {
  const { say } = useWords();
  const asking = useAsking();
  const isStopped = valueOf(wishes, "wish.cease") === true;
  return (
    <section className="own-card">
      <h2>{say({ zh: "不要再联系我", en: "Stop contacting me" })}</h2>
      <p>{isStopped ? say(stopped) : say(stopping)}</p>
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      <Button
        wide
        busy={asking.isBusy}
        onPress={() =>
          void asking.send("POST", "/v1/me/contact-controls", {
            kind: isStopped ? "resume" : "cease",
          })
        }
      >
        {isStopped
          ? say({ zh: "可以再联系我", en: "You may contact me again" })
          : say({ zh: "停止就欠款联系我", en: "Stop contacting me about the debt" })}
      </Button>
    </section>
  );
}

const stopped = {
  zh: "已停止。除法定通知外，我们不会就欠款主动联系您。",
  en: "Stopped. Apart from notices by law we do not contact you about the debt.",
};
const stopping = {
  zh: "欠款仍在、仍会计息，但我们不再就欠款主动联系您；您随时可以来这里查看和还款。",
  en: "The debt remains and bears interest, yet we do not contact you about it; you can look and pay here at any time.",
};

function Standing({ wishes }: { readonly wishes: Wishes }): ReactNode {
  const { say, language } = useWords();
  const asking = useAsking();
  if (wishes.standing.length === 0) return null;
  return (
    <section className="own-card">
      <h2>{say({ zh: "有效的同意与异议", en: "Consents and objections in force" })}</h2>
      {wishes.standing.map((it) => (
        <div key={it.happeningId} className="row between">
          <span>
            {it.kind === "consent"
              ? say({ zh: "同意", en: "Consent" })
              : say({ zh: "异议", en: "Objection" })}{" "}
            {it.about} · {dayText(it.at, language)}
          </span>
          <Button
            busy={asking.isBusy}
            onPress={() =>
              void asking.send("POST", "/v1/me/contact-controls", {
                kind: "withdraw",
                happeningId: it.happeningId,
              })
            }
          >
            {say({ zh: "撤回", en: "Withdraw" })}
          </Button>
        </div>
      ))}
    </section>
  );
}
