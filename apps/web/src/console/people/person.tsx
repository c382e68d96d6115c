import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button, Choice, Field, Panel, Sheet } from "../../design/controls/controls.tsx";
import { type LineItem, TwoSidedLine } from "../../design/line/two-sided-line.tsx";
import { Notice } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { Problem, read, request } from "../../wire/request.ts";
import { useSession } from "../../wire/session.ts";
import { eventAmount, eventTitle } from "../accounts/event-words.ts";
import type { Account, AccountEvent } from "../accounts/wire.ts";
import { fieldTitles, purposeTitles } from "./words.ts";

type Person = {
  readonly borrowerId: string;
  readonly masked: Readonly<Record<string, string>>;
  readonly fields: readonly {
    readonly field: string;
    readonly class: string;
    readonly basis: string;
    readonly purposes: readonly string[];
    readonly source: string;
  }[];
};

type PersonRead = {
  readonly readAt: string;
  readonly actor: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly reason: string;
};

/** One person: money and contact on one line, accounts, data with its purposes, who read it. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const params: { borrowerId?: string } = useParams({ strict: false });
  const borrowerId = params.borrowerId ?? "";
  const person = useQuery({
    queryKey: ["person", borrowerId],
    queryFn: ({ signal }) => read<Person>(`/v1/people/${borrowerId}`, signal),
  });
  return (
    <div className="screen">
      <Asked query={person} lines={6}>
        {(it) => (
          <>
            <h1>{it.masked["name"] ?? it.borrowerId}</h1>
            <p className="soft figures">
              {[it.masked["phone"], it.borrowerId].filter(Boolean).join(" · ")}
            </p>
            <Timeline borrowerId={borrowerId} />
            <Accounts borrowerId={borrowerId} />
            <PersonalData person={it} />
            <Reads borrowerId={borrowerId} />
            <p className="soft">
              {say({
                zh: "您在这里的每一次查看都按目的记录，借款人本人可以看到。",
                en: "What you open here is recorded with its purpose; the borrower can see it.",
              })}
            </p>
          </>
        )}
      </Asked>
    </div>
  );
}

function useAccounts(borrowerId: string) {
  return useQuery({
    queryKey: ["accounts-of", borrowerId],
    queryFn: ({ signal }) =>
      read<{ items: Account[] }>(`/v1/borrowers/${borrowerId}/accounts`, signal),
  });
}

function Timeline({ borrowerId }: { readonly borrowerId: string }): ReactNode {
  const { say, language } = useWords();
  const accounts = useAccounts(borrowerId);
  const ids = accounts.data?.items.map((it) => it.accountId) ?? [];
  const query = useQuery({
    queryKey: ["timeline", borrowerId, ids],
    enabled: accounts.isSuccess,
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        ids.map((accountId) =>
          read<{ items: AccountEvent[] }>(
            `/v1/borrowers/${borrowerId}/accounts/${accountId}/events?limit=500`,
            signal,
          ),
        ),
      );
      return pages.flatMap((it) => it.items);
    },
  });
  const currency = accounts.data?.items[0]?.currency ?? "CNY";
  return (
    <Panel title={say({ zh: "账与言", en: "Money and words" })}>
      <Asked query={query}>
        {(events) => (
          <TwoSidedLine
            items={events.slice(-80).map(
              (it): LineItem => ({
                id: it.eventId,
                on: it.valueOn,
                side: "money",
                title: eventTitle(it),
                detail: eventAmount(it, language, currency),
              }),
            )}
          />
        )}
      </Asked>
    </Panel>
  );
}

function Accounts({ borrowerId }: { readonly borrowerId: string }): ReactNode {
  const { say } = useWords();
  const query = useAccounts(borrowerId);
  return (
    <Asked query={query}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "账户", en: "Accounts" })}
          rows={items}
          keyOf={(it) => it.accountId}
          hrefOf={(it) => `/console/accounts/${it.borrowerId}/${it.accountId}`}
          columns={[
            {
              id: "account",
              label: say({ zh: "账户", en: "Account" }),
              cell: (it) => it.accountId,
            },
            {
              id: "product",
              label: say({ zh: "产品", en: "Product" }),
              cell: (it) => it.productId,
              isMinor: true,
            },
            {
              id: "owed",
              label: say({ zh: "欠款合计", en: "Owed in all" }),
              cell: (it) => <Money minor={it.owed.totalMinor} currency={it.currency} />,
              isFigure: true,
            },
            {
              id: "overdue",
              label: say({ zh: "逾期金额", en: "Overdue" }),
              cell: (it) => <Money minor={it.overdueMinor} currency={it.currency} />,
              isFigure: true,
            },
            {
              id: "dpd",
              label: say({ zh: "逾期天数", en: "Days past due" }),
              cell: (it) => it.dpd,
              isFigure: true,
            },
          ]}
        />
      )}
    </Asked>
  );
}

function PersonalData({ person }: { readonly person: Person }): ReactNode {
  const { say } = useWords();
  const session = useSession();
  const mayReveal =
    session.data?.kind === "staff" && session.data.staff.permissions.includes("borrower.reveal");
  const [asked, setAsked] = useState<string>();
  return (
    <>
      <DataTable
        caption={say({ zh: "个人信息", en: "Personal data on file" })}
        rows={person.fields}
        keyOf={(it) => it.field}
        columns={[
          {
            id: "field",
            label: say({ zh: "项目", en: "Field" }),
            cell: (it) => say(fieldTitles[it.field] ?? { zh: it.field, en: it.field }),
          },
          {
            id: "value",
            label: say({ zh: "内容（已遮盖）", en: "Masked" }),
            cell: (it) => person.masked[it.field] ?? "***",
          },
          {
            id: "class",
            label: say({ zh: "级别", en: "Class" }),
            cell: (it) => it.class,
            isMinor: true,
          },
          {
            id: "source",
            label: say({ zh: "来源", en: "Source" }),
            cell: (it) => it.source,
            isMinor: true,
          },
          {
            id: "open",
            label: say({ zh: "查看", en: "Open" }),
            cell: (it) =>
              mayReveal ? (
                <Button kind="quiet" onPress={() => setAsked(it.field)}>
                  {say({ zh: "说明目的后查看", en: "State a purpose" })}
                </Button>
              ) : (
                "–"
              ),
          },
        ]}
      />
      <Sheet
        open={asked !== undefined}
        title={say({ zh: "说明目的", en: "State a purpose" })}
        onClose={() => setAsked(undefined)}
      >
        {asked ? (
          <Reveal
            borrowerId={person.borrowerId}
            field={asked}
            purposes={person.fields.find((it) => it.field === asked)?.purposes ?? []}
          />
        ) : null}
      </Sheet>
    </>
  );
}

function Reveal(props: {
  readonly borrowerId: string;
  readonly field: string;
  readonly purposes: readonly string[];
}): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [purpose, setPurpose] = useState(props.purposes[0] ?? "");
  const [reason, setReason] = useState("");
  const [value, setValue] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const open = async (): Promise<void> => {
    try {
      const answer = await request<{ values: Record<string, string> }>(
        "POST",
        `/v1/people/${props.borrowerId}/reveals`,
        { body: { fields: [props.field], purpose, reason } },
      );
      setWrong(undefined);
      setValue(answer.values[props.field] ?? "–");
      await queries.invalidateQueries({ queryKey: ["person-reads", props.borrowerId] });
    } catch (error) {
      setWrong(error instanceof Problem ? error.message : String(error));
    }
  };
  return (
    <div className="stack">
      {wrong ? <Notice tone="wait">{wrong}</Notice> : null}
      <Choice
        label={say({ zh: "目的", en: "Purpose" })}
        value={purpose}
        onChange={setPurpose}
        options={props.purposes.map((it) => ({
          value: it,
          label: say(purposeTitles[it] ?? { zh: it, en: it }),
        }))}
      />
      <Field
        label={say({ zh: "原因（借款人会看到）", en: "Reason (the borrower sees it)" })}
        value={reason}
        onChange={setReason}
        maxLength={200}
        hint={say({ zh: "至少四个字", en: "At least four characters" })}
      />
      {value === undefined ? (
        <Button kind="primary" onPress={() => void open()} disabled={reason.trim().length < 4}>
          {say({ zh: "查看并记录", en: "Open and record" })}
        </Button>
      ) : (
        <p className="figures">
          <b>{value}</b>
        </p>
      )}
    </div>
  );
}

function Reads({ borrowerId }: { readonly borrowerId: string }): ReactNode {
  const { say } = useWords();
  const query = useQuery({
    queryKey: ["person-reads", borrowerId],
    queryFn: ({ signal }) =>
      read<{ items: PersonRead[] }>(`/v1/people/${borrowerId}/reads`, signal),
  });
  return (
    <Asked query={query}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "谁看过什么", en: "Who read what" })}
          rows={items}
          keyOf={(it) => `${it.readAt} ${it.actor}`}
          empty={
            <p className="soft">
              {say({ zh: "还没有人查看过。", en: "Nobody has opened anything yet." })}
            </p>
          }
          columns={[
            {
              id: "at",
              label: say({ zh: "时间", en: "When" }),
              cell: (it) => it.readAt.slice(0, 16).replace("T", " "),
            },
            { id: "actor", label: say({ zh: "谁", en: "Who" }), cell: (it) => it.actor },
            {
              id: "fields",
              label: say({ zh: "项目", en: "Fields" }),
              cell: (it) =>
                it.fields.map((one) => say(fieldTitles[one] ?? { zh: one, en: one })).join(" "),
            },
            {
              id: "purpose",
              label: say({ zh: "目的", en: "Purpose" }),
              cell: (it) => say(purposeTitles[it.purpose] ?? { zh: it.purpose, en: it.purpose }),
            },
            {
              id: "reason",
              label: say({ zh: "原因", en: "Reason" }),
              cell: (it) => it.reason,
              isMinor: true,
            },
          ]}
        />
      )}
    </Asked>
  );
}
