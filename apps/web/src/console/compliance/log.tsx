import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Chip, Figure, Figures, Panel } from "../../design/controls/controls.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { countText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { Problem, read } from "../../wire/request.ts";

type Verification = {
  readonly size: number;
  readonly checkpoints: number;
  readonly queued: number;
  readonly erased: number;
  readonly faults: readonly {
    readonly table: string;
    readonly row: string;
    readonly says: Bilingual;
  }[];
};

type Checkpoint = {
  readonly origin: string;
  readonly size: string;
  readonly root: string;
  readonly signers: readonly string[];
};

/** The newest checkpoint with who has signed it, and whether every row still agrees with the log. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const checkpoint = useQuery({ queryKey: ["checkpoint"], queryFn: readCheckpoint });
  const verified = useQuery({
    queryKey: ["log-verification"],
    queryFn: ({ signal }) => read<Verification>("/v1/log/verification", signal),
  });
  return (
    <div className="screen">
      <h1>{say({ zh: "日志", en: "The log" })}</h1>
      <Panel title={say({ zh: "最新检查点", en: "Newest checkpoint" })}>
        <Asked query={checkpoint}>
          {(it) =>
            it === null ? (
              <p>{say({ zh: "尚无检查点。", en: "There is no checkpoint yet." })}</p>
            ) : (
              <div className="stack">
                <Figures>
                  <Figure label={say({ zh: "条目数", en: "Entries" })} value={it.size} />
                  <Figure
                    label={say({ zh: "签名数", en: "Signatures" })}
                    value={it.signers.length}
                  />
                </Figures>
                <p>
                  {say({ zh: "根：", en: "Root: " })}
                  <code style={{ overflowWrap: "anywhere" }}>{it.root}</code>
                </p>
                <p>
                  {say({ zh: "签名者与见证人：", en: "Signed and witnessed by: " })}
                  {it.signers.join(", ")}
                </p>
              </div>
            )
          }
        </Asked>
      </Panel>
      <Asked query={verified}>
        {(it) => (
          <>
            <Panel
              title={say({ zh: "逐行核对", en: "Checked row by row" })}
              aside={
                <Chip tone={it.faults.length === 0 ? "allowed" : "refused"}>
                  {it.faults.length === 0
                    ? say({ zh: "全部一致", en: "all agree" })
                    : say({ zh: "发现改动", en: "rows were changed" })}
                </Chip>
              }
            >
              <Figures>
                <Figure label={say({ zh: "条目", en: "Entries" })} value={countText(it.size)} />
                <Figure
                  label={say({ zh: "检查点", en: "Checkpoints" })}
                  value={countText(it.checkpoints)}
                />
                <Figure
                  label={say({ zh: "待入日志", en: "Queued" })}
                  value={countText(it.queued)}
                />
                <Figure
                  label={say({ zh: "已依法删除", en: "Erased by law" })}
                  value={countText(it.erased)}
                />
              </Figures>
            </Panel>
            {it.faults.length === 0 ? null : (
              <DataTable
                caption={say({ zh: "被改动的行", en: "Rows that were changed" })}
                count={it.faults.length}
                rows={it.faults}
                keyOf={(one) => `${one.table}-${one.row}`}
                columns={[
                  { id: "table", label: say({ zh: "表", en: "Table" }), cell: (one) => one.table },
                  { id: "row", label: say({ zh: "行", en: "Row" }), cell: (one) => one.row },
                  {
                    id: "says",
                    label: say({ zh: "说明", en: "Says" }),
                    cell: (one) => say(one.says),
                  },
                ]}
              />
            )}
          </>
        )}
      </Asked>
    </div>
  );
}

/** A signed note: origin, size, root, a blank line, and a line for each who has signed. */
async function readCheckpoint(): Promise<Checkpoint | null> {
  const answer = await fetch("/log/checkpoint", { credentials: "same-origin" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Problem(answer.status, {});
  const lines = (await answer.text()).split("\n");
  const [origin = "", size = "", root = ""] = lines;
  const signed = lines.filter((it) => it.startsWith("— "));
  return { origin, size, root, signers: signed.map((it) => it.split(" ")[1] ?? "") };
}
