import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, Choice, Field } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { amountText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { newKey, Problem, request } from "../../wire/request.ts";
import { type Case, pathOf } from "./wire.ts";
import { channelTitles, resultTitles } from "./words.ts";

const spoken = ["call", "visit", "sms", "inbox", "push", "email", "letter"];

/** The outcome in two taps: reached or not, then what came of it. A promise asks for amount and day. */
export function Outcome(props: {
  readonly case: Case;
  readonly channel: string | null;
  readonly today: string;
  readonly onDone: () => void;
}): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  const [side, setSide] = useState<"reached" | "missed">();
  const [channel, setChannel] = useState(props.channel ?? "call");
  const [isPromise, setPromise] = useState(false);
  const [amount, setAmount] = useState(amountText(props.case.overdueMinor).replaceAll(",", ""));
  const [day, setDay] = useState(dayAfter(props.today, 3));
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const record = async (result: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await request("POST", `${pathOf(props.case)}/results`, {
        key,
        body: {
          result,
          channel,
          ...(note.trim() === "" ? {} : { note: note.trim() }),
          ...(result === "promise"
            ? { promise: { amountMinor: Math.round(Number(amount) * 100), promisedOn: day } }
            : {}),
        },
      });
      setKey(newKey());
      await queries.invalidateQueries();
      props.onDone();
    } catch (error) {
      setProblem(
        error instanceof Problem
          ? [error.message, ...error.fields.map((it) => it.expected)].join(" ")
          : say({ zh: "未能保存，请重试。", en: "It was not saved; try again." }),
      );
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="stack">
      <div className="row">
        <Button kind={side === "reached" ? "primary" : "plain"} onPress={() => setSide("reached")}>
          {say({ zh: "联系到本人", en: "Reached" })}
        </Button>
        <Button
          kind={side === "missed" ? "primary" : "plain"}
          onPress={() => {
            setSide("missed");
            setPromise(false);
          }}
        >
          {say({ zh: "未联系到", en: "Not reached" })}
        </Button>
        <Choice
          label={say({ zh: "渠道", en: "Channel" })}
          value={channel}
          onChange={setChannel}
          options={spoken.map((it) => ({
            value: it,
            label: say(channelTitles[it] ?? { zh: it, en: it }),
          }))}
        />
      </div>
      {side ? (
        <div className="row outcome-taps">
          {resultTitles
            .filter(([, , of]) => of === side)
            .map(([id, title]) => (
              <Button
                key={id}
                busy={busy}
                onPress={() => (id === "promise" ? setPromise(true) : void record(id))}
              >
                {say(title)}
              </Button>
            ))}
        </div>
      ) : null}
      {isPromise ? (
        <form
          className="row outcome-promise"
          onSubmit={(it) => {
            it.preventDefault();
            void record("promise");
          }}
        >
          <Field
            label={say({ zh: "金额", en: "Amount" })}
            value={amount}
            onChange={setAmount}
            inputMode="decimal"
            required
          />
          <Field
            label={say({ zh: "日期", en: "By the day" })}
            type="date"
            value={day}
            onChange={setDay}
            required
          />
          <Button kind="primary" submit busy={busy}>
            {say({ zh: "记下承诺", en: "Record the promise" })}
          </Button>
        </form>
      ) : null}
      {side ? (
        <Field
          label={say({ zh: "备注（加密保存，可不填）", en: "Note (sealed; optional)" })}
          value={note}
          onChange={setNote}
          multiline
          maxLength={2000}
        />
      ) : null}
      {problem ? <Notice tone="wait">{problem}</Notice> : null}
    </div>
  );
}

function dayAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}
