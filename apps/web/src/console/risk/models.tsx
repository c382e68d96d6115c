import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, Chip, Panel } from "../../design/controls/controls.tsx";
import { Chart } from "../../design/chart/chart.tsx";
import { Notice } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { newKey, Problem, read, request } from "../../wire/request.ts";
import { OfBook } from "./of-book.tsx";
import type { Models, Watch } from "./wire.ts";

/** Who decides, what was seen of it, and changes that two persons make. */
export function Screen(): ReactNode {
  const { say } = useWords();
  return (
    <div className="screen">
      <h1>{say({ zh: "模型", en: "Models" })}</h1>
      <OfBook>{(bookId) => <Roles bookId={bookId} />}</OfBook>
    </div>
  );
}

const short = (checksum: string): string => checksum.slice(7, 15);

function Roles({ bookId }: { readonly bookId: string }): ReactNode {
  const { say, language } = useWords();
  const path = `/v1/books/${bookId}/models`;
  const query = useQuery({ queryKey: ["models", bookId], queryFn: () => read<Models>(path) });
  return (
    <Asked query={query}>
      {(it) => (
        <>
          <Waiting bookId={bookId} asked={it.asked} />
          <DataTable
            caption={say({ zh: "现行模型", en: "In force" })}
            rows={it.inForce}
            keyOf={(one) => one.use}
            columns={[
              { id: "use", label: say({ zh: "用途", en: "Use" }), cell: (one) => one.use },
              {
                id: "champion",
                label: say({ zh: "冠军", en: "Champion" }),
                cell: (one) => short(one.champion),
              },
              {
                id: "challenger",
                label: say({ zh: "挑战者", en: "Challenger" }),
                cell: (one) =>
                  one.challenger === null
                    ? "—"
                    : `${short(one.challenger)} · ${one.splitPpm / 10_000}%`,
              },
              {
                id: "by",
                label: say({ zh: "两人批准", en: "By two persons" }),
                isMinor: true,
                cell: (one) => `${one.requestedBy}, ${one.approvedBy}`,
              },
              {
                id: "at",
                label: say({ zh: "自", en: "Since" }),
                isMinor: true,
                cell: (one) => dayText(one.at.slice(0, 10), language),
              },
            ]}
          />
          {it.watches.slice(0, 2).map((one) => (
            <Seen key={`${one.use} ${one.watchedOn} ${one.model}`} it={one} />
          ))}
          {it.models.map((one) => (
            <Card key={one.checksum} checksum={one.checksum} name={one.name} />
          ))}
        </>
      )}
    </Asked>
  );
}

function Waiting(props: { readonly bookId: string; readonly asked: Models["asked"] }): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [wrong, setWrong] = useState<string>();
  const decide = async (approvalId: string, decision: "approved" | "declined"): Promise<void> => {
    const path = `/v1/books/${props.bookId}/model-changes/${approvalId}`;
    try {
      await request("POST", path, { body: { decision, reason: decision }, key: newKey() });
      await queries.invalidateQueries({ queryKey: ["models"] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong(error.message);
    }
  };
  if (props.asked.length === 0) return null;
  return (
    <Panel title={say({ zh: "待第二人批准", en: "Waiting for a second person" })}>
      {wrong === undefined ? null : <Notice>{wrong}</Notice>}
      {props.asked.map((it) => (
        <div className="row between" key={it.approvalId}>
          <span>
            {it.subject} · {it.requestedBy}
          </span>
          <span className="row">
            <Button onPress={() => void decide(it.approvalId, "approved")}>
              {say({ zh: "批准", en: "Approve" })}
            </Button>
            <Button kind="quiet" onPress={() => void decide(it.approvalId, "declined")}>
              {say({ zh: "不批准", en: "Decline" })}
            </Button>
          </span>
        </div>
      ))}
    </Panel>
  );
}

function Seen({ it }: { readonly it: Watch }): ReactNode {
  const { say, language } = useWords();
  const { report } = it;
  return (
    <Panel
      title={`${say({ zh: "监测", en: "Watched" })} ${dayText(it.watchedOn, language)} · ${it.use}`}
      aside={
        <Chip tone={it.alarms > 0 ? "wait" : "allowed"}>
          {it.alarms > 0
            ? say({ zh: `${it.alarms} 项需查看`, en: `${it.alarms} to look at` })
            : say({ zh: "稳定", en: "stable" })}
        </Chip>
      }
    >
      <Chart
        title={say({
          zh: `特征稳定性（PSI），评分 ${report.scorePsi.toFixed(3)}`,
          en: `Stability of features (PSI), score ${report.scorePsi.toFixed(3)}`,
        })}
        shape={{
          kind: "bar",
          categories: report.moved.map((one) => one.feature),
          series: [{ name: "PSI", values: report.moved.map((one) => one.psi) }],
        }}
        format={(value) => value.toFixed(3)}
      />
    </Panel>
  );
}

type CardAnswer = {
  readonly card: {
    readonly trainedOn: string;
    readonly data: { readonly source: string; readonly rows: number; readonly bad: number };
    readonly measures: readonly {
      readonly part: string;
      readonly auc: number;
      readonly ece: number;
    }[];
  };
  readonly shapes: readonly {
    readonly features: readonly {
      readonly name: string;
      readonly en: string;
      readonly zh: string;
    }[];
    readonly cuts: readonly (readonly number[])[];
    readonly points: readonly number[];
  }[];
};

const shapesShown = 6;

function Card(props: { readonly checksum: string; readonly name: string }): ReactNode {
  const { say } = useWords();
  const query = useQuery({
    queryKey: ["model", props.checksum],
    queryFn: () => read<CardAnswer>(`/v1/models/${props.checksum}`),
  });
  return (
    <Panel title={`${props.name} ${short(props.checksum)}`}>
      <Asked query={query}>
        {({ card, shapes }) => (
          <>
            <p>
              {card.data.source} · {card.data.rows} / {card.data.bad} ·{" "}
              {card.measures
                .map((it) => `AUC ${it.auc.toFixed(3)}, ECE ${it.ece.toFixed(4)}`)
                .join("; ")}
            </p>
            {shapes
              .filter((it) => it.features.length === 1)
              .slice(0, shapesShown)
              .map((it) => (
                <Chart
                  key={it.features[0]?.name ?? ""}
                  title={say({ zh: it.features[0]?.zh ?? "", en: it.features[0]?.en ?? "" })}
                  shape={{
                    kind: "line",
                    categories: [
                      "∅",
                      "−∞",
                      ...(it.cuts[0] ?? []).map((cut) => String(Number(cut.toFixed(3)))),
                    ],
                    series: [{ name: say({ zh: "分", en: "points" }), values: it.points }],
                  }}
                  format={(value) => value.toFixed(0)}
                  height={180}
                />
              ))}
          </>
        )}
      </Asked>
    </Panel>
  );
}
