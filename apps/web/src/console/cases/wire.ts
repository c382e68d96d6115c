import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { LineItem } from "../../design/line/two-sided-line.tsx";
import type { Bilingual } from "../../text/language.tsx";
import { read } from "../../wire/request.ts";
import type { Book } from "../book/use-book.tsx";

export type Claim = { readonly by: string; readonly until: string };

export type Case = {
  readonly caseId: string;
  readonly borrowerId: string;
  readonly bookId: string;
  readonly maskedName: string | null;
  readonly origin: "overdue" | "early-warning";
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly closeReason: string | null;
  readonly debts: number;
  readonly overdueMinor: number;
  readonly owedMinor: number;
  readonly dpd: number;
  readonly queueId: string | null;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly claim: Claim | null;
  readonly holds: readonly string[];
};

export type NextStep = {
  readonly segment: Bilingual;
  readonly treatmentId: string | null;
  readonly treatment: Bilingual | null;
  readonly channel: string | null;
  readonly notBefore: string | null;
  readonly nextStep: Bilingual;
  readonly words: Bilingual | null;
  readonly reason: Bilingual;
  readonly isDataThin: boolean;
  readonly status: "open" | "done" | "gone";
};

export type CaseDetail = {
  readonly case: Case;
  readonly debts: readonly {
    readonly accountId: string;
    readonly productId: string;
    readonly dueMinor: number;
    readonly claimMinor: number;
    readonly oldestUnpaidOn: string | null;
  }[];
  readonly promises: readonly {
    readonly promiseId: string;
    readonly amountMinor: number;
    readonly promisedOn: string;
    readonly status: string;
  }[];
  readonly notes: readonly {
    readonly noteId: string;
    readonly writtenAt: string;
    readonly writtenBy: string;
    readonly text: string;
  }[];
  readonly next: NextStep | null;
};

export type TimelineItem = {
  readonly on: string;
  readonly at: string;
  readonly side: LineItem["side"];
  readonly source: string;
  readonly kind: string;
  readonly ref: string;
  readonly actor: string | null;
  readonly body: unknown;
};

/** Books in which somebody has cases within reach: collectors do not read the books themselves. */
export function useCaseBooks(): UseQueryResult<{ readonly items: readonly Book[] }> {
  return useQuery({
    queryKey: ["case-books"],
    queryFn: ({ signal }) => read<{ items: readonly Book[] }>("/v1/case-books", signal),
    staleTime: 60_000,
  });
}

export const pathOf = (it: Pick<Case, "borrowerId" | "caseId">): string =>
  `/v1/borrowers/${it.borrowerId}/cases/${it.caseId}`;

export const hrefOf = (it: Pick<Case, "borrowerId" | "caseId">): string =>
  `/console/cases/${it.borrowerId}/${it.caseId}`;
