import type { Bilingual } from "../../text/language.tsx";

export type Review = {
  readonly reviewId: string;
  readonly borrowerId: string;
  readonly decisionId: string;
  readonly why: "referred" | "asked" | "appeal";
  readonly askedAt: string;
  readonly dueAt: string;
  readonly isLate: boolean;
  readonly answer: "offer" | "decline" | null;
  readonly answeredBy: string | null;
  readonly reason: string | null;
};

export type Decision = {
  readonly decisionId: string;
  readonly borrowerId: string;
  readonly bookId: string;
  readonly decidedAt: string;
  readonly answer: "offer" | "refer" | "decline";
  readonly productId: string;
  readonly model: string | null;
  readonly policyVersion: number;
  readonly points: number | null;
  readonly probability: number | null;
  readonly digest: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly limitAskedMinor: number;
  readonly reasons: readonly {
    readonly code: string;
    readonly points: number | null;
    readonly words: Bilingual;
  }[];
  readonly rules: readonly {
    readonly rule: string;
    readonly title: Bilingual;
    readonly article: string;
  }[];
  readonly terms: readonly { readonly term: string; readonly points: number }[];
  readonly basePoints: number | null;
  readonly pointsMin: number | null;
  readonly notUsed: readonly { readonly feature: string; readonly words: Bilingual }[];
  readonly counterfactuals: readonly {
    readonly columns: Readonly<Record<string, number>>;
    readonly points: number;
    readonly words: Bilingual;
  }[];
  readonly offer: {
    readonly limitMinor: number;
    readonly rate: number;
    readonly expiresOn: string;
    readonly accountId: string | null;
    readonly cost: {
      readonly costMinor: number;
      readonly rates: { readonly chinaSimplePercent: string | null };
    };
  } | null;
  readonly reviews: readonly Review[];
};

export type Change = {
  readonly use: string;
  readonly changeNo: number;
  readonly kind: string;
  readonly champion: string;
  readonly challenger: string | null;
  readonly splitPpm: number;
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly at: string;
};

export type Watch = {
  readonly use: string;
  readonly watchedOn: string;
  readonly model: string;
  readonly alarms: number;
  readonly report: {
    readonly accounts: number;
    readonly scorePsi: number;
    readonly verdict: string;
    readonly moved: readonly { readonly feature: string; readonly psi: number }[];
    readonly alarms: readonly string[];
  };
};

export type Models = {
  readonly models: readonly {
    readonly checksum: string;
    readonly name: string;
    readonly kind: string;
  }[];
  readonly inForce: readonly Change[];
  readonly changes: readonly Change[];
  readonly asked: readonly {
    readonly approvalId: string;
    readonly subject: string;
    readonly change: unknown;
    readonly requestedBy: string;
  }[];
  readonly watches: readonly Watch[];
};
