import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Chip, Figure, Figures } from "../../design/controls/controls.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { countText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import type { ActWord } from "./rule-words.ts";

type Lint = {
  readonly packs: readonly {
    readonly id: string;
    readonly faults: readonly {
      readonly level: string;
      readonly code: string;
      readonly rule: string | null;
      readonly says: string;
    }[];
    readonly coverage: Readonly<Record<string, number>>;
    readonly leavesOpen: Readonly<Record<string, string>>;
  }[];
  readonly acts: readonly ActWord[];
};

/** What lint finds in the packs, and how many rules govern each kind of act. */
export function Coverage(): ReactNode {
  const { say } = useWords();
  const query = useQuery({
    queryKey: ["rule-lint"],
    queryFn: ({ signal }) => read<Lint>("/v1/rule-lint", signal),
  });
  return (
    <Asked query={query} lines={12}>
      {(it) => {
        const faults = it.packs.flatMap((pack) =>
          pack.faults.map((one, k) => ({ ...one, key: `${pack.id}-${k}`, pack: pack.id })),
        );
        const errors = faults.filter((one) => one.level === "error").length;
        return (
          <>
            <Figures>
              <Figure
                label={say({ zh: "错误", en: "Errors" })}
                value={countText(errors)}
                note={say({ zh: "有错误的规则包不会加载", en: "a pack with one does not load" })}
              />
              <Figure
                label={say({ zh: "提示", en: "Notes" })}
                value={countText(faults.length - errors)}
              />
            </Figures>
            <DataTable
              caption={say({ zh: "检查结果", en: "What lint says" })}
              count={faults.length}
              rows={faults}
              keyOf={(one) => one.key}
              columns={[
                { id: "pack", label: say({ zh: "规则包", en: "Pack" }), cell: (one) => one.pack },
                {
                  id: "level",
                  label: say({ zh: "级别", en: "Level" }),
                  cell: (one) => (
                    <Chip tone={one.level === "error" ? "refused" : "notice"}>
                      {one.level === "error"
                        ? say({ zh: "错误", en: "error" })
                        : say({ zh: "提示", en: "note" })}
                    </Chip>
                  ),
                },
                {
                  id: "says",
                  label: say({ zh: "说明", en: "Says" }),
                  cell: (one) => `${one.rule ?? ""} ${one.says}`,
                },
              ]}
            />
            <DataTable
              caption={say({ zh: "各类行为的规则数", en: "Rules by kind of act" })}
              rows={it.acts}
              keyOf={(one) => one.kind}
              columns={[
                {
                  id: "act",
                  label: say({ zh: "行为", en: "Act" }),
                  cell: (one) => say(one.title),
                },
                ...it.packs.map((pack) => ({
                  id: pack.id,
                  label: pack.id,
                  isFigure: true,
                  cell: (one: ActWord) => {
                    const count = pack.coverage[one.kind];
                    if (count !== undefined) return countText(count);
                    return pack.leavesOpen[one.kind] === undefined ? "—" : "○";
                  },
                })),
              ]}
            />
            <p className="soft">
              {say({
                zh: "○ 该法律将此类行为留给其他规定，并说明了理由；— 没有规则。",
                en: "○ this law leaves the act to others, and says why; — no rule.",
              })}
            </p>
          </>
        );
      }}
    </Asked>
  );
}
