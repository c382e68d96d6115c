import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Chip, Figure, Figures, Panel } from "../../design/controls/controls.tsx";
import { Button } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { Seal } from "../../design/seal/seal.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { percentText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read, request } from "../../wire/request.ts";
import { ReviewForm } from "./review-form.tsx";
import type { Decision } from "./wire.ts";

/** One decision: what was answered, why, what would have changed it, and that it replays. */
export function Screen(): ReactNode {
  const params: { borrowerId?: string; decisionId?: string } = useParams({ strict: false });
  const path = `/v1/borrowers/${params.borrowerId}/decisions/${params.decisionId}`;
  const query = useQuery({ queryKey: ["decision", path], queryFn: () => read<Decision>(path) });
  return (
    <div className="screen">
      <Asked query={query}>{(it) => <Page it={it} path={path} />}</Asked>
    </div>
  );
}

const answerWords = {
  offer: { zh: "可授信", en: "Offer" },
  refer: { zh: "由人决定", en: "Decided by a person" },
  decline: { zh: "未通过", en: "Declined" },
} as const;

const replayOf = (path: string, columns?: Readonly<Record<string, number>>) =>
  request<{ isSame: boolean; points: number | null; answer: Decision["answer"] }>(
    "POST",
    `${path}/replay`,
    { body: columns === undefined ? {} : { columns } },
  );

function Page({ it, path }: { readonly it: Decision; readonly path: string }): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const open = it.reviews.find((one) => one.answer === null);
  return (
    <>
      <div className="row between">
        <h1>
          {say(answerWords[it.answer])}{" "}
          <Chip tone={it.answer === "offer" ? "allowed" : "wait"}>{it.borrowerId}</Chip>
        </h1>
        <Seal
          code={it.digest.slice("sha256:".length)}
          decidedBy={{
            zh: `授信政策第${it.policyVersion}版`,
            en: `credit policy ${it.policyVersion}`,
          }}
          check={async () => (await replayOf(path)).isSame}
        />
      </div>
      <Figures>
        <Figure
          label={say({ zh: "申请额度", en: "Asked for" })}
          value={<Money minor={it.limitAskedMinor} />}
        />
        {it.offer ? (
          <Figure
            label={say({ zh: "授信额度", en: "Offered" })}
            value={<Money minor={it.offer.limitMinor} />}
            note={`${it.offer.cost.rates.chinaSimplePercent ?? "—"}% ${say({ zh: "年化", en: "a year" })}`}
          />
        ) : null}
        <Figure
          label={say({ zh: "评分", en: "Points" })}
          value={it.points ?? "—"}
          note={it.pointsMin ?? ""}
        />
        <Figure
          label={say({ zh: "逾期可能性", en: "Probability" })}
          value={it.probability === null ? "—" : percentText(it.probability)}
        />
      </Figures>
      {open ? (
        <ReviewForm
          review={open}
          decision={it}
          onDone={() => void queries.invalidateQueries({ queryKey: ["decision", path] })}
        />
      ) : null}
      <Panel title={say({ zh: "理由", en: "Reasons" })}>
        <ul>
          {it.reasons.map((one) => (
            <li key={one.code}>
              {say(one.words)}{" "}
              {one.points === null ? null : <span className="figures soft">{one.points}</span>}
            </li>
          ))}
          {it.rules.map((one) => (
            <li key={one.rule}>
              {say(one.title)} <span className="soft">{one.article}</span>
            </li>
          ))}
          {it.notUsed.map((one) => (
            <li key={one.feature}>{say(one.words)}</li>
          ))}
        </ul>
      </Panel>
      <Otherwise it={it} path={path} />
      <Terms it={it} />
    </>
  );
}

/** What would have changed the answer; each can be tried on the spot. */
function Otherwise({ it, path }: { readonly it: Decision; readonly path: string }): ReactNode {
  const { say } = useWords();
  const [tried, setTried] = useState<Readonly<Record<number, number | null>>>({});
  if (it.counterfactuals.length === 0) return null;
  return (
    <Panel title={say({ zh: "怎样会不同", en: "What would have changed it" })}>
      {it.counterfactuals.map((one, k) => (
        <div className="row between" key={one.words.en}>
          <span>{say(one.words)}</span>
          {tried[k] === undefined ? (
            <Button
              kind="quiet"
              onPress={() =>
                void replayOf(path, one.columns).then((done) =>
                  setTried({ ...tried, [k]: done.points }),
                )
              }
            >
              {say({ zh: "重算验证", en: "Replay it" })}
            </Button>
          ) : (
            <Chip tone="allowed">
              {tried[k]} ≥ {it.pointsMin}
            </Chip>
          )}
        </div>
      ))}
    </Panel>
  );
}

function Terms({ it }: { readonly it: Decision }): ReactNode {
  const { say } = useWords();
  if (it.terms.length === 0)
    return (
      <Notice>
        {say({ zh: "此决定未使用评分。", en: "No score was used for this decision." })}
      </Notice>
    );
  return (
    <DataTable
      caption={say({
        zh: `评分构成：${it.basePoints} 起，逐项相加等于 ${it.points}`,
        en: `The score: ${it.basePoints} and these add up to ${it.points}`,
      })}
      rows={it.terms}
      keyOf={(one) => one.term}
      columns={[
        { id: "term", label: say({ zh: "项目", en: "Term" }), cell: (one) => one.term },
        {
          id: "points",
          label: say({ zh: "分", en: "Points" }),
          isFigure: true,
          cell: (one) => one.points,
        },
      ]}
    />
  );
}
