import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, Field, Sheet } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { newKey, Problem, read, request } from "../../wire/request.ts";

type Approval = {
  readonly approvalId: string;
  readonly subject: string;
  readonly asked: {
    readonly what?: string;
    readonly givenUpMinor?: number;
    readonly owedMinor?: number;
    readonly reason?: string;
  };
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly isOwn: boolean;
};

/** What waits for a second person: who asks cannot decide. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const [chosen, setChosen] = useState<Approval>();
  const query = useQuery({
    queryKey: ["approvals"],
    queryFn: ({ signal }) => read<{ items: Approval[] }>("/v1/approvals", signal),
  });
  return (
    <div className="screen">
      <h1>{say({ zh: "审批", en: "Approvals" })}</h1>
      <Asked query={query}>
        {({ items }) => (
          <DataTable
            caption={say({ zh: "等待第二人", en: "Waiting for a second person" })}
            rows={items}
            keyOf={(it) => it.approvalId}
            empty={<p className="soft">{say({ zh: "没有待审批事项。", en: "Nothing waits." })}</p>}
            columns={[
              {
                id: "what",
                label: say({ zh: "事项", en: "What" }),
                cell: (it) =>
                  it.asked.what === "redress"
                    ? say({ zh: "投诉补偿", en: "Redress" })
                    : say({ zh: "还款安排", en: "Arrangement" }),
              },
              {
                id: "subject",
                label: say({ zh: "账户", en: "Account" }),
                cell: (it) => it.subject,
                isMinor: true,
              },
              {
                id: "amount",
                label: say({ zh: "减免", en: "Given up" }),
                cell: (it) => <Money minor={it.asked.givenUpMinor ?? 0} currency="CNY" />,
                isFigure: true,
              },
              {
                id: "owed",
                label: say({ zh: "欠款", en: "Owed" }),
                cell: (it) => <Money minor={it.asked.owedMinor ?? 0} currency="CNY" />,
                isFigure: true,
                isMinor: true,
              },
              {
                id: "by",
                label: say({ zh: "申请人", en: "Asked by" }),
                cell: (it) => it.requestedBy,
                isMinor: true,
              },
              {
                id: "decide",
                label: say({ zh: "决定", en: "Decide" }),
                cell: (it) =>
                  it.isOwn ? (
                    say({ zh: "由他人审批", en: "A colleague decides" })
                  ) : (
                    <Button kind="quiet" onPress={() => setChosen(it)}>
                      {say({ zh: "查看", en: "Look" })}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Asked>
      <Sheet
        open={chosen !== undefined}
        title={say({ zh: "第二人审批", en: "A second person decides" })}
        onClose={() => setChosen(undefined)}
      >
        {chosen ? <Decide it={chosen} onDone={() => setChosen(undefined)} /> : null}
      </Sheet>
    </div>
  );
}

function Decide(props: { readonly it: Approval; readonly onDone: () => void }): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [key] = useState(newKey);
  const decide = async (decision: "approved" | "declined"): Promise<void> => {
    try {
      const body = { decision, reason };
      await request("POST", `/v1/approvals/${props.it.approvalId}/decision`, { body, key });
      await queries.invalidateQueries({ queryKey: ["approvals"] });
      props.onDone();
    } catch (error) {
      setWrong(error instanceof Problem ? error.message : String(error));
    }
  };
  const isShort = reason.trim().length < 2;
  return (
    <div className="stack">
      {wrong ? <Notice tone="wait">{wrong}</Notice> : null}
      <p>{props.it.asked.reason}</p>
      <Field
        label={say({ zh: "理由", en: "Reason" })}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      <div className="row">
        <Button kind="primary" disabled={isShort} onPress={() => void decide("approved")}>
          {say({ zh: "同意", en: "Approve" })}
        </Button>
        <Button disabled={isShort} onPress={() => void decide("declined")}>
          {say({ zh: "不同意", en: "Decline" })}
        </Button>
      </div>
    </div>
  );
}
