import type { Row } from "@fairdue/assess";
import type { Fact, Happening } from "@fairdue/conduct";

/** Everything that a decision on credit rests on: stored whole, so that it can be made again. */
export type DecisionInput = {
  readonly format: "fairdue-decision/1";
  /** Instant in milliseconds since 1970, and the book's business day and zone. */
  readonly at: number;
  readonly on: string;
  readonly zone: string;
  readonly asked: AskedCredit;
  /** Facts for the law, by name (`person.age`), with source. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly happenings: readonly Happening[];
  readonly incomeMonthMinor: number | null;
  readonly exposure: Exposure;
  readonly sources: readonly SourceAnswer[];
  /** Columns that the model reads; `null` where there is nothing to score. */
  readonly row: Row | null;
  /** Consents that the person has not given or has withdrawn. */
  readonly withheld: readonly string[];
  readonly refusesAutomation: boolean;
  /** What decides: checksum of the model, version of the policy, packs with theirs. */
  readonly by: {
    readonly model: string | null;
    readonly challenger: string | null;
    /** The challenger's answer counts for this person. */
    readonly isChallenged: boolean;
    readonly policyVersion: number;
    readonly packs: readonly { readonly id: string; readonly version: string }[];
  };
};

export type AskedCredit = {
  readonly productId: string;
  readonly productVersion: number;
  readonly limitMinor: number;
  readonly limitMinorMax: number;
  readonly drawMinorMin: number;
  readonly rateMin: number;
  readonly rateMax: number;
};

export type Exposure = {
  /** Lenders with whom the person has credit, this one included if so. */
  readonly lenders: number | null;
  /** Credit granted elsewhere and here, in all. */
  readonly grantedMinor: number | null;
};

/** What a hook said: identity, fraud, a bureau. */
export type SourceAnswer = {
  readonly name: string;
  readonly answer: "clear" | "suspect" | "down";
  readonly says: string;
};

/**
 * A hook to a source of facts. It answers from outside and may fail; whoever asks it treats a
 * failure as `down`, which the policy turns into a person's decision or a no.
 */
export type FactSource = {
  readonly name: string;
  ask(it: {
    readonly borrowerId: string;
    readonly declared: Readonly<Record<string, unknown>>;
  }): Promise<Omit<SourceAnswer, "name">>;
};

/** Asks all sources that the policy names; one that is missing, late or failing is down. */
export async function askSources(
  sources: readonly FactSource[],
  names: readonly string[],
  it: Parameters<FactSource["ask"]>[0],
): Promise<readonly SourceAnswer[]> {
  return await Promise.all(
    names.map(async (name): Promise<SourceAnswer> => {
      const source = sources.find((one) => one.name === name);
      if (source === undefined) return { name, answer: "down", says: "not connected" };
      try {
        return { name, ...(await source.ask(it)) };
      } catch (error) {
        return { name, answer: "down", says: error instanceof Error ? error.message : "failed" };
      }
    }),
  );
}

/** The local default: believes what the lender declares as checked, and is down where nothing is. */
export function declaredSource(name: string): FactSource {
  return {
    name,
    ask: ({ declared }) => {
      const said = declared[name];
      return Promise.resolve(
        said === "clear" || said === "suspect"
          ? { answer: said, says: "declared by the lender" }
          : { answer: "down", says: "nothing declared" },
      );
    },
  };
}
