import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button, Choice, Field, Panel } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { newKey, Problem, read, request } from "../../wire/request.ts";
import { aboutTitles, type Complaint } from "./words.ts";

type Detail = {
  readonly complaint: Complaint;
  readonly words: string;
  readonly events: readonly {
    readonly eventNo: number;
    readonly at: string;
    readonly kind: string;
    readonly actor: string;
    readonly words: string | null;
  }[];
  readonly causes: readonly {
    readonly cause: string;
    readonly title: { readonly zh: string; readonly en: string };
  }[];
};

/** One complaint: what was said, what happened since, and the answer. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const params: { borrowerId?: string; complaintId?: string } = useParams({ strict: false });
  const path = `/v1/borrowers/${params.borrowerId}/complaints/${params.complaintId}`;
  const query = useQuery({
    queryKey: ["complaint", path],
    queryFn: ({ signal }) => read<Detail>(path, signal),
  });
  return (
    <div className="screen">
      <Asked query={query}>
        {(it) => (
          <>
            <h1>{say(aboutTitles[it.complaint.about] ?? { zh: "投诉", en: "A complaint" })}</h1>
            <p className="soft figures">
              {it.complaint.complaintId} · {say({ zh: "答复期限", en: "answer by" })}{" "}
              {it.complaint.answerBy}
            </p>
            <Panel title={say({ zh: "本人陈述", en: "In their words" })}>
              <p>{it.words}</p>
            </Panel>
            <Panel title={say({ zh: "经过", en: "What happened" })}>
              <ul>
                {it.events.map((one) => (
                  <li key={one.eventNo}>
                    {one.at.slice(0, 16).replace("T", " ")} · {one.kind} · {one.actor}
                    {one.words ? <p>{one.words}</p> : null}
                  </li>
                ))}
              </ul>
            </Panel>
            {it.complaint.status === "open" ? <Answer path={path} detail={it} /> : null}
          </>
        )}
      </Asked>
    </div>
  );
}

function Answer({ path, detail }: { readonly path: string; readonly detail: Detail }): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [verdict, setVerdict] = useState("upheld");
  const [rootCause, setRootCause] = useState("wrong-amount");
  const [found, setFound] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [key] = useState(newKey);
  const send = async (): Promise<void> => {
    try {
      await request("POST", `${path}/answer`, { body: { verdict, rootCause, found }, key });
      await queries.invalidateQueries({ queryKey: ["complaint", path] });
    } catch (error) {
      setWrong(error instanceof Problem ? error.message : String(error));
    }
  };
  return (
    <Panel title={say({ zh: "答复", en: "Answer" })}>
      <div className="stack">
        {wrong ? <Notice tone="wait">{wrong}</Notice> : null}
        <Choice
          label={say({ zh: "结论", en: "Finding" })}
          value={verdict}
          onChange={setVerdict}
          options={[
            { value: "upheld", label: say({ zh: "属实", en: "Upheld" }) },
            { value: "partly-upheld", label: say({ zh: "部分属实", en: "Upheld in part" }) },
            { value: "not-upheld", label: say({ zh: "未发现问题", en: "Not upheld" }) },
          ]}
        />
        <Choice
          label={say({ zh: "根本原因", en: "Root cause" })}
          value={rootCause}
          onChange={setRootCause}
          options={detail.causes.map((it) => ({ value: it.cause, label: say(it.title) }))}
        />
        <Field
          label={say({
            zh: "核查情况（会写入答复函）",
            en: "What was found (goes into the letter)",
          })}
          value={found}
          onChange={setFound}
          multiline
          maxLength={4000}
        />
        <Button kind="primary" disabled={found.trim() === ""} onPress={() => void send()}>
          {say({ zh: "答复", en: "Answer" })}
        </Button>
      </div>
    </Panel>
  );
}
