import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Chip, Choice, Field, Tabs } from "../../design/controls/controls.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { Coverage } from "./coverage.tsx";
import { type PackList, type RuleHead, toneOf, wordOf } from "./rule-words.ts";

/** The law that is loaded: its packs and rules, and what lint and coverage say of them. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const [tab, setTab] = useState("rules");
  const query = useQuery({
    queryKey: ["rule-packs"],
    queryFn: ({ signal }) => read<PackList>("/v1/rule-packs", signal),
  });
  return (
    <div className="screen">
      <h1>{say({ zh: "规则", en: "Rules" })}</h1>
      <Tabs
        label={say({ zh: "规则", en: "Rules" })}
        current={tab}
        onChange={setTab}
        tabs={[
          { id: "rules", label: say({ zh: "现行规则", en: "In force" }) },
          { id: "lint", label: say({ zh: "检查与覆盖", en: "Lint and coverage" }) },
        ]}
      />
      {tab === "lint" ? (
        <Coverage />
      ) : (
        <Asked query={query} lines={12}>
          {(it) => <Rules list={it} />}
        </Asked>
      )}
    </div>
  );
}

function Rules({ list }: { readonly list: PackList }): ReactNode {
  const { say, language } = useWords();
  const [packId, setPackId] = useState("cn");
  const [act, setAct] = useState("");
  const [wanted, setWanted] = useState("");
  const pack = list.packs.find((it) => it.id === packId) ?? list.packs[0];
  const needle = wanted.trim().toLowerCase();
  const matches = (it: RuleHead): boolean =>
    (act === "" || it.governs.includes(act)) &&
    `${it.id} ${it.title.zh} ${it.title.en}`.toLowerCase().includes(needle);
  const rows = pack?.rules.filter(matches) ?? [];
  return (
    <DataTable
      caption={pack ? `${say(pack.title)} · ${pack.version}` : ""}
      count={rows.length}
      rows={rows}
      keyOf={(it) => it.id}
      hrefOf={(it) => `/console/rules/${packId}/${it.id}`}
      filters={
        <>
          <Choice
            label={say({ zh: "规则包", en: "Pack" })}
            value={packId}
            onChange={setPackId}
            options={list.packs.map((it) => ({ value: it.id, label: say(it.title) }))}
          />
          <Choice
            label={say({ zh: "行为", en: "Act" })}
            value={act}
            onChange={setAct}
            options={[
              { value: "", label: say({ zh: "全部", en: "All" }) },
              ...list.acts.map((it) => ({ value: it.kind, label: say(it.title) })),
            ]}
          />
          <Field
            label={say({ zh: "搜索", en: "Search" })}
            type="search"
            value={wanted}
            onChange={setWanted}
          />
        </>
      }
      columns={[
        {
          id: "title",
          label: say({ zh: "规则", en: "Rule" }),
          cell: (it) => say(it.title),
        },
        {
          id: "severity",
          label: say({ zh: "后果", en: "Effect" }),
          cell: (it) => say(wordOf(it.severity)),
        },
        {
          id: "force",
          label: say({ zh: "效力", en: "Force" }),
          cell: (it) => say(wordOf(it.force)),
          isMinor: true,
        },
        {
          id: "status",
          label: say({ zh: "来源", en: "Source" }),
          cell: (it) => <Chip tone={toneOf(it.status)}>{say(wordOf(it.status))}</Chip>,
        },
        {
          id: "from",
          label: say({ zh: "生效", en: "Since" }),
          cell: (it) => dayText(it.from, language),
          isMinor: true,
        },
      ]}
    />
  );
}
