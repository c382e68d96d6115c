import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { read } from "../../wire/request.ts";
import { useSession } from "../../wire/session.ts";
import type { Account, Listed, Me, Schedule } from "./answers.ts";

/** The person whose session it is; undefined while nobody knows. */
export function useOwnId(): string | undefined {
  const session = useSession();
  return session.data?.kind === "borrower" ? session.data.borrowerId : undefined;
}

/** A question about oneself: asked once it is known who asks. */
export function useOwn<Answer>(path: string): UseQueryResult<Answer> {
  const borrowerId = useOwnId();
  return useQuery({
    queryKey: ["own", borrowerId, path],
    queryFn: ({ signal }) => read<Answer>(path, signal),
    enabled: borrowerId !== undefined,
  });
}

export const useMe = (): UseQueryResult<Me> => useOwn<Me>("/v1/me");

export function useAccounts(): UseQueryResult<Listed<Account>> {
  const borrowerId = useOwnId();
  return useOwn<Listed<Account>>(`/v1/borrowers/${borrowerId}/accounts`);
}

export function useAccount(accountId: string, asOf?: string): UseQueryResult<Account> {
  const borrowerId = useOwnId();
  const query = asOf === undefined ? "" : `?asOf=${asOf}`;
  return useOwn<Account>(`/v1/borrowers/${borrowerId}/accounts/${accountId}${query}`);
}

export function useSchedule(accountId: string): UseQueryResult<Schedule> {
  const borrowerId = useOwnId();
  return useOwn<Schedule>(`/v1/borrowers/${borrowerId}/accounts/${accountId}/schedule`);
}

export function addDaysText(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}
