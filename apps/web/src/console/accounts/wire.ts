/** An account as the API tells it; amounts in minor units. */
export type Account = {
  readonly borrowerId: string;
  readonly accountId: string;
  readonly bookId: string;
  readonly productId: string;
  readonly productVersion: number;
  readonly currency: string;
  readonly asOf: string;
  readonly status: string;
  readonly freezes: readonly string[];
  readonly openedOn: string;
  readonly limitMinor: number;
  readonly availableMinor: number;
  readonly owed: {
    readonly principalMinor: number;
    readonly interestMinor: number;
    readonly feeMinor: number;
    readonly penaltyMinor: number;
    readonly accruedMinor: number;
    readonly totalMinor: number;
  };
  readonly dueMinor: number;
  readonly overdueMinor: number;
  readonly dueOn: string | null;
  readonly creditMinor: number;
  readonly claimMinor: number;
  readonly dpd: number;
  readonly dpdMax: number;
  readonly bucket: number;
  readonly grade: string;
  readonly stage: number;
  readonly isNonAccrual: boolean;
  readonly isQuarantined: boolean;
  readonly provisionMinor: number;
};

export type ScheduleRow = {
  readonly number: number;
  readonly dueOn: string;
  readonly principalMinor: number;
  readonly interestMinor: number;
  readonly feeMinor: number;
  readonly totalMinor: number;
};

export type Schedule = {
  readonly due: readonly {
    readonly id: string;
    readonly dueOn: string;
    readonly principalMinor: number;
    readonly interestMinor: number;
    readonly feeMinor: number;
    readonly penaltyMinor: number;
    readonly isOverdue: boolean;
  }[];
  readonly draws: readonly {
    readonly drawId: string;
    readonly origin: string;
    readonly on: string;
    readonly method: string;
    readonly originalMinor: number;
    readonly balanceMinor: number;
    readonly rows: readonly ScheduleRow[];
  }[];
};

export type Statement = {
  readonly statementId: string;
  readonly closedOn: string;
  readonly dueOn: string;
  readonly closingMinor: number;
  readonly minimumMinor: number;
};

export type AccountEvent = {
  readonly eventId: string;
  readonly seq: number;
  readonly kind: string;
  readonly valueOn: string;
  readonly bookedOn: string;
  readonly fact: Readonly<Record<string, unknown>>;
};

export type JournalLine = {
  readonly postingKey: string;
  readonly line: number;
  readonly bookedOn: string;
  readonly valueOn: string;
  readonly debit: number;
  readonly credit: number;
  readonly amountMinor: number;
  readonly reason: string;
};
