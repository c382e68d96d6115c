import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button, Chip, Field, Panel } from "../../design/controls/controls.tsx";
import { TwoSidedLine } from "../../design/line/two-sided-line.tsx";
import { Notice } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { dayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { newKey, Problem, read, request } from "../../wire/request.ts";
import { useSession } from "../../wire/session.ts";
import { MayNow } from "./may.tsx";
import { Outcome } from "./outcome.tsx";
import { CaseHead, Step } from "./step.tsx";
import { type Case, type CaseDetail, pathOf, type TimelineItem, useCaseBooks } from "./wire.ts";
import { detailOf, isRefused, titleOf } from "./words.ts";
import "./cases.css";

/** One case: where it stands, what to do, what may be done, and both sides of the story. */
export function Screen(): ReactNode {
  const params: { borrowerId?: string; caseId?: string } = useParams({ strict: false });
  const key = { borrowerId: params.borrowerId ?? "", caseId: params.caseId ?? "" };
  const query = useQuery({
    queryKey: ["case", key.caseId],
    queryFn: ({ signal }) => read<CaseDetail>(pathOf(key), signal),
    refetchInterval: 30_000,
  });
  return (
    <div className="screen">
      <Asked query={query} lines={8}>
        {(it) => <CaseView detail={it} />}
      </Asked>
    </div>
  );
}

export function CaseView({
  detail,
  onDone,
}: {
  readonly detail: CaseDetail;
  readonly onDone?: () => void;
}): ReactNode {
  const { say, language } = useWords();
  const session = useSession();
  const books = useCaseBooks();
  const me = session.data?.kind === "staff" ? session.data.staff.staffId : undefined;
  const book = books.data?.items.find((it) => it.bookId === detail.case.bookId);
  const zone = book?.zone ?? "Asia/Shanghai";
  const currency = book?.currency ?? "CNY";
  const isMine = detail.case.claim !== null && detail.case.claim.by === me;
  return (
    <>
      {onDone ? null : <h1>{say({ zh: "案件", en: "Case" })}</h1>}
      <CaseHead case={detail.case} currency={currency} zone={zone} me={me} />
      <Hands case={detail.case} me={me} />
      <div className="case-columns">
        <div className="stack">
          <Step next={detail.next} zone={zone} />
          {isMine ? (
            <Panel title={say({ zh: "记录结果", en: "Record the outcome" })}>
              <Outcome
                case={detail.case}
                channel={detail.next?.channel ?? null}
                today={book?.businessDay ?? new Date().toISOString().slice(0, 10)}
                onDone={onDone ?? (() => {})}
              />
            </Panel>
          ) : null}
          <Promises detail={detail} currency={currency} />
        </div>
        <MayNow case={detail.case} zone={zone} />
      </div>
      <Line borrowerId={detail.case.borrowerId} />
      <DataTable
        caption={say({ zh: "欠款", en: "Debts in it" })}
        rows={detail.debts}
        keyOf={(it) => it.accountId}
        hrefOf={(it) => `/console/accounts/${detail.case.borrowerId}/${it.accountId}`}
        columns={[
          { id: "account", label: say({ zh: "账户", en: "Account" }), cell: (it) => it.accountId },
          {
            id: "product",
            label: say({ zh: "产品", en: "Product" }),
            cell: (it) => it.productId,
            isMinor: true,
          },
          {
            id: "due",
            label: say({ zh: "到期未还", en: "Due and unpaid" }),
            cell: (it) => <Money minor={it.dueMinor + it.claimMinor} currency={currency} />,
            isFigure: true,
          },
          {
            id: "since",
            label: say({ zh: "最早到期日", en: "Unpaid since" }),
            cell: (it) => (it.oldestUnpaidOn ? dayText(it.oldestUnpaidOn, language) : "–"),
            isFigure: true,
          },
        ]}
      />
      <Notes detail={detail} />
    </>
  );
}

/** Take in hand, or let go. A case in another's hands says whose, and cannot be taken unknowingly. */
function Hands(props: { readonly case: Case; readonly me: string | undefined }): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const it = props.case;
  if (it.closedOn !== null) return null;
  const isMine = it.claim !== null && it.claim.by === props.me;
  const press = async (what: "claim" | "release"): Promise<void> => {
    try {
      setProblem(undefined);
      await request("POST", `${pathOf(it)}/${what}`, { body: {}, key: newKey() });
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(
        error instanceof Problem
          ? [error.message, ...error.fields.map((one) => one.expected)].join(" ")
          : String(error),
      );
    }
  };
  return (
    <div className="row">
      {isMine ? (
        <Button onPress={() => void press("release")}>
          {say({ zh: "放下此案", en: "Let go" })}
        </Button>
      ) : (
        <Button kind="primary" disabled={it.claim !== null} onPress={() => void press("claim")}>
          {say({ zh: "开始办理", en: "Take in hand" })}
        </Button>
      )}
      {problem ? <Notice tone="wait">{problem}</Notice> : null}
    </div>
  );
}

function Promises({
  detail,
  currency,
}: {
  readonly detail: CaseDetail;
  readonly currency: string;
}): ReactNode {
  const { say, language } = useWords();
  if (detail.promises.length === 0) return null;
  const tones = { open: "notice", kept: "allowed", broken: "wait", withdrawn: "plain" } as const;
  const words = {
    open: { zh: "进行中", en: "running" },
    kept: { zh: "已兑现", en: "kept" },
    broken: { zh: "未兑现", en: "broken" },
    withdrawn: { zh: "已撤回", en: "withdrawn" },
  } as const;
  return (
    <Panel title={say({ zh: "还款承诺", en: "Promises" })}>
      <ul className="stack">
        {detail.promises.map((it) => {
          const status = it.status as keyof typeof tones;
          return (
            <li key={it.promiseId} className="row between">
              <span>
                <Money minor={it.amountMinor} currency={currency} /> ·{" "}
                {dayText(it.promisedOn, language)}
              </span>
              <Chip tone={tones[status]}>{say(words[status])}</Chip>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

type Page = { readonly items: readonly TimelineItem[]; readonly nextCursor: string | null };

function Line({ borrowerId }: { readonly borrowerId: string }): ReactNode {
  const { say } = useWords();
  const query = useInfiniteQuery({
    queryKey: ["line", borrowerId],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      read<Page>(
        `/v1/borrowers/${borrowerId}/timeline?limit=80${pageParam && `&cursor=${pageParam}`}`,
        signal,
      ),
    getNextPageParam: (last) => last.nextCursor,
  });
  const items = query.data?.pages.flatMap((it) => it.items) ?? [];
  return (
    <Panel
      title={say({ zh: "账与言", en: "Money and words" })}
      aside={
        query.hasNextPage ? (
          <Button kind="quiet" onPress={() => void query.fetchNextPage()}>
            {say({ zh: "更早", en: "Earlier" })}
          </Button>
        ) : null
      }
    >
      <TwoSidedLine
        items={items.map((it) => ({
          id: `${it.source}/${it.ref}`,
          on: it.on,
          side: it.side,
          title: titleOf(it),
          detail: detailOf(it, say),
          refused: isRefused(it),
        }))}
      />
    </Panel>
  );
}

function Notes({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    try {
      await request("POST", `${pathOf(detail.case)}/notes`, { body: { text }, key: newKey() });
      setText("");
      setProblem(undefined);
      await queries.invalidateQueries({ queryKey: ["case", detail.case.caseId] });
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : String(error));
    }
  };
  return (
    <Panel title={say({ zh: "备注", en: "Notes" })}>
      <form
        className="stack"
        onSubmit={(it) => {
          it.preventDefault();
          if (text.trim() !== "") void save();
        }}
      >
        <Field
          label={say({ zh: "写一条备注（加密保存）", en: "Write a note (it is sealed)" })}
          value={text}
          onChange={setText}
          multiline
          maxLength={2000}
        />
        <div className="row">
          <Button submit disabled={text.trim() === ""}>
            {say({ zh: "保存", en: "Save" })}
          </Button>
        </div>
        {problem ? <Notice tone="wait">{problem}</Notice> : null}
      </form>
      <ul className="stack">
        {detail.notes.map((it) => (
          <li key={it.noteId}>
            <p>{it.text}</p>
            <p className="soft">
              {it.writtenBy} · {dayText(it.writtenAt, language)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
