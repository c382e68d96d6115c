import { type ReactNode, useState } from "react";
import { Button, Field, Panel } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { newKey, Problem, request } from "../../wire/request.ts";
import type { Decision, Review } from "./wire.ts";

type Props = { readonly review: Review; readonly decision: Decision; readonly onDone: () => void };

/** A person's answer, with reasons; the law still holds. */
export function ReviewForm({ review, decision, onDone }: Props): ReactNode {
  const { say, language } = useWords();
  const [limit, setLimit] = useState(String(decision.limitAskedMinor / 100));
  const [rate, setRate] = useState("400");
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [key] = useState(newKey);
  const answer = async (body: object): Promise<void> => {
    const path = `/v1/borrowers/${review.borrowerId}/reviews/${review.reviewId}`;
    try {
      await request("POST", path, { body, key: `${key}-${JSON.stringify(body).length}` });
      onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong([error.message, ...error.fields.map((it) => it.expected)].join(" "));
    }
  };
  return (
    <Panel
      title={say({ zh: "由您决定", en: "Yours to decide" })}
      aside={`${say({ zh: "最迟", en: "by" })} ${dayText(review.dueAt.slice(0, 10), language)}`}
    >
      {wrong === undefined ? null : <Notice>{wrong}</Notice>}
      <Field
        label={say({ zh: "额度（元）", en: "Limit (CNY)" })}
        value={limit}
        onChange={setLimit}
        inputMode="decimal"
      />
      <Field
        label={say({ zh: "利率（产品单位）", en: "Rate (in the product's unit)" })}
        value={rate}
        onChange={setRate}
        inputMode="numeric"
      />
      <Field
        label={say({ zh: "理由", en: "Reasons" })}
        value={reason}
        onChange={setReason}
        multiline
        required
      />
      <div className="row">
        <Button
          kind="primary"
          disabled={reason.trim() === ""}
          onPress={() =>
            void answer({
              answer: "offer",
              limitMinor: Math.round(Number(limit) * 100),
              rate: Number(rate),
              reason,
            })
          }
        >
          {say({ zh: "同意授信", en: "Offer" })}
        </Button>
        <Button
          disabled={reason.trim() === ""}
          onPress={() => void answer({ answer: "decline", reason })}
        >
          {say({ zh: "不同意", en: "Decline" })}
        </Button>
      </div>
    </Panel>
  );
}
