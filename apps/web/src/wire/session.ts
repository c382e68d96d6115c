import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { read } from "./request.ts";

export type Staff = {
  readonly staffId: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly teamId: string | null;
  readonly agencyId: string | null;
  readonly hasSecondFactor: boolean;
  readonly permissions: readonly string[];
};

export type SessionState =
  | { readonly kind: "none" }
  | { readonly kind: "staff-second-factor" }
  | { readonly kind: "staff"; readonly staff: Staff }
  | { readonly kind: "borrower"; readonly borrowerId: string };

export const sessionKey = ["session"] as const;

/** Who is using this page. */
export function useSession(): UseQueryResult<SessionState> {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => read<SessionState>("/auth/session", signal),
    staleTime: 60_000,
  });
}

export const roleTitles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  collector: { zh: "催收员", en: "Collector" },
  "agency-collector": { zh: "合作机构催收员", en: "Agency collector" },
  visitor: { zh: "外访员", en: "Visitor" },
  "team-lead": { zh: "组长", en: "Team lead" },
  "complaints-officer": { zh: "投诉处理员", en: "Complaints officer" },
  "compliance-officer": { zh: "合规官", en: "Compliance officer" },
  "risk-analyst": { zh: "风险分析师", en: "Risk analyst" },
  "finance-officer": { zh: "财务", en: "Finance officer" },
  administrator: { zh: "管理员", en: "Administrator" },
  regulator: { zh: "监管人员", en: "Regulator" },
};
