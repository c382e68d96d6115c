import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Chart } from "../../design/chart/chart.tsx";
import { Chip, Figure, Figures, Panel } from "../../design/controls/controls.tsx";
import { Empty } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { Money } from "../../design/words/money.tsx";
import { amountText, countText, dayText, percentText, shortDayText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { read } from "../../wire/request.ts";
import { type Book, BookChoice, useBook } from "./use-book.tsx";
import "./overview.css";

type Overview = {
  readonly closedThrough: string;
  readonly accounts: number;
  readonly openAccounts: number;
  readonly principalMinor: number;
  readonly overdueMinor: number;
  readonly limitMinor: number;
  readonly provisionMinor: number;
  readonly claimMinor: number;
  readonly quarantined: number;
  readonly buckets: readonly { bucket: number; accounts: number; principalMinor: number }[];
  readonly products: readonly { productId: string; accounts: number; principalMinor: number }[];
  readonly cashIn: readonly { on: string; amountMinor: number }[];
};

/** The book at a glance: what is lent, how late it is, what came in, what needs a person. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const { books, book, choose } = useBook();
  return (
    <div className="screen">
      <div className="row between">
        <h1>{say({ zh: "账簿总览", en: "The book" })}</h1>
        {book ? <BookChoice book={book} books={books.data?.items ?? []} choose={choose} /> : null}
      </div>
      <Asked query={books}>
        {() =>
          book ? (
            <BookOverview book={book} />
          ) : (
            <Empty
              title={say({
                zh: "还没有账簿。运行 fairdue demo 会建立一本示例账簿。",
                en: "There is no book yet. `fairdue demo` makes one with a life behind it.",
              })}
            />
          )
        }
      </Asked>
    </div>
  );
}

function BookOverview({ book }: { readonly book: Book }): ReactNode {
  const { say, language } = useWords();
  const query = useQuery({
    queryKey: ["overview", book.bookId],
    queryFn: ({ signal }) => read<Overview>(`/v1/books/${book.bookId}/overview`, signal),
    refetchInterval: 15_000,
  });
  return (
    <Asked query={query} lines={8}>
      {(it) => (
        <>
          <p className="soft">
            {say({
              zh: `已日结至 ${dayText(it.closedThrough, language)}，当前营业日 ${dayText(book.businessDay, language)}`,
              en: `Closed through ${dayText(it.closedThrough, language)}; the business day is ${dayText(book.businessDay, language)}`,
            })}
          </p>
          <Figures>
            <Figure
              label={say({ zh: "在贷本金", en: "Principal lent" })}
              value={<Money minor={it.principalMinor} currency={book.currency} />}
              note={say({
                zh: `${countText(it.openAccounts)} 个账户`,
                en: `${countText(it.openAccounts)} open accounts`,
              })}
            />
            <Figure
              label={say({ zh: "逾期本金", en: "Principal overdue" })}
              value={<Money minor={it.overdueMinor} currency={book.currency} />}
              note={percentText(share(it.overdueMinor, it.principalMinor), 2)}
            />
            <Figure
              label={say({ zh: "额度使用率", en: "Limits in use" })}
              value={
                <span className="figures">
                  {percentText(share(it.principalMinor, it.limitMinor))}
                </span>
              }
            />
            <Figure
              label={say({ zh: "减值准备", en: "Allowance" })}
              value={<Money minor={it.provisionMinor} currency={book.currency} />}
              note={percentText(share(it.provisionMinor, it.principalMinor), 2)}
            />
            <Figure
              label={say({ zh: "已核销仍欠", en: "Charged off, still owed" })}
              value={<Money minor={it.claimMinor} currency={book.currency} />}
            />
          </Figures>
          {it.quarantined > 0 ? (
            <p>
              <Chip tone="wait">
                {say({
                  zh: `${it.quarantined} 个账户被隔离，等待处理`,
                  en: `${it.quarantined} accounts are quarantined and wait for a person`,
                })}
              </Chip>{" "}
              <a href={`/console/accounts?book=${book.bookId}&quarantined=true`}>
                {say({ zh: "查看", en: "Look" })}
              </a>
            </p>
          ) : null}
          <Panel title={say({ zh: "按逾期天数", en: "By days past due" })}>
            <BucketStrip buckets={it.buckets} />
          </Panel>
          <div className="overview-pair">
            <Panel>
              {it.cashIn.length === 0 ? (
                <p className="soft">
                  {say({
                    zh: "近三十日没有回款。",
                    en: "No cash came in during the last thirty days.",
                  })}
                </p>
              ) : (
                <Chart
                  title={say({ zh: "近三十日回款", en: "Cash in, last thirty days" })}
                  format={(value) => amountText(Math.round(value))}
                  shape={{
                    kind: "bar",
                    categories: it.cashIn.map((one) => shortDayText(one.on, language)),
                    series: [
                      {
                        name: say({ zh: "回款", en: "Cash in" }),
                        values: it.cashIn.map((one) => one.amountMinor),
                      },
                    ],
                  }}
                />
              )}
            </Panel>
            <DataTable
              caption={say({ zh: "按产品", en: "By product" })}
              rows={it.products}
              keyOf={(one) => one.productId}
              columns={[
                {
                  id: "product",
                  label: say({ zh: "产品", en: "Product" }),
                  cell: (one) => one.productId,
                },
                {
                  id: "accounts",
                  label: say({ zh: "账户", en: "Accounts" }),
                  cell: (one) => countText(one.accounts),
                  isFigure: true,
                },
                {
                  id: "principal",
                  label: say({ zh: "本金", en: "Principal" }),
                  cell: (one) => <Money minor={one.principalMinor} currency={book.currency} />,
                  isFigure: true,
                },
              ]}
            />
          </div>
        </>
      )}
    </Asked>
  );
}

/** The whole book as one strip, from current to the latest; the widths are balances. */
function BucketStrip({ buckets }: { readonly buckets: Overview["buckets"] }): ReactNode {
  const { say } = useWords();
  const total = buckets.reduce((sum, it) => sum + it.principalMinor, 0);
  return (
    <div className="stack">
      <div className="bucket-strip" aria-hidden="true">
        {buckets.map((it) =>
          it.principalMinor > 0 ? (
            <i key={it.bucket} data-bucket={it.bucket} style={{ flexGrow: it.principalMinor }} />
          ) : null,
        )}
      </div>
      <ul className="bucket-legend">
        {buckets.map((it) => (
          <li key={it.bucket}>
            <i data-bucket={it.bucket} aria-hidden="true" />
            <span>{say(bucketTitle(it.bucket))}</span>
            <b className="figures">{percentText(share(it.principalMinor, total), 2)}</b>
            <span className="soft figures">
              {say({
                zh: `${countText(it.accounts)} 户`,
                en: `${countText(it.accounts)} accounts`,
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Overdue as days, never as a grade of a person. */
export function bucketTitle(bucket: number): { readonly zh: string; readonly en: string } {
  if (bucket === 0) return { zh: "未逾期", en: "Current" };
  if (bucket >= 7) return { zh: "180 天以上", en: "Over 180 days" };
  const from = (bucket - 1) * 30 + 1;
  return { zh: `${from}–${bucket * 30} 天`, en: `${from}–${bucket * 30} days` };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
