import type { FieldPlan } from "@fairdue/allocate";
import { present } from "@fairdue/kernel";
import type { Bilingual, Strategy } from "../strategy/strategy.ts";
import type { Offer, Option } from "./offer.ts";
import type { PlanProblem } from "./problem.ts";
import { fill, reasonOf, type WordsFor } from "./words.ts";

/** Why somebody gets no treatment today, or that they do. */
export type Because =
  | "chosen"
  | "budget"
  | "held"
  | "promise-running"
  | "self-cure"
  | "hold-out"
  | "no-stage"
  | "no-segment"
  | "cooling"
  | "not-lawful";

/** What happens to one person today, and why: a line of the work list, also where it is nothing. */
export type WorkItem = {
  readonly borrowerId: string;
  readonly caseId: string;
  readonly segmentId: string | null;
  readonly armId: string | null;
  readonly queueId: string | null;
  readonly teamId: string | null;
  readonly because: Because;
  readonly treatmentId: string | null;
  readonly channel: string | null;
  readonly templateId: string | null;
  /** Place in its queue's list, from 1; null where there is nothing to do. */
  readonly position: number | null;
  readonly notBefore: number | null;
  readonly step: Bilingual | null;
  readonly words: Bilingual | null;
  readonly reason: Bilingual;
  readonly overdueMinor: number;
  readonly expectedMinor: number;
  readonly costMinor: number;
  readonly minutes: number;
  readonly harm: number;
  readonly complaintPpm: number;
  readonly isDataThin: boolean;
};

/** The work lists of a day from the allocation's choices; everybody with a case is in them. */
export function workItems(
  strategy: Strategy,
  all: readonly Offer[],
  it: { readonly planned: PlanProblem; readonly plan: FieldPlan; readonly words: WordsFor },
): readonly WorkItem[] {
  const chosen = new Map<string, Option>();
  it.planned.offers.forEach((one, i) => {
    const position = it.plan.choice[i] ?? 0;
    const option = position === 0 ? undefined : one.options[position - 1];
    if (option !== undefined) chosen.set(one.person.borrowerId, option);
  });
  const items = all.map((one) =>
    itemOf(strategy, one, { option: chosen.get(one.person.borrowerId), words: it.words }),
  );
  return ranked(items);
}

type Choice = { readonly option: Option | undefined; readonly words: WordsFor };

function itemOf(strategy: Strategy, it: Offer, { option, words }: Choice): WorkItem {
  const { person, assigned } = it;
  const segment = assigned.kind === "no-segment" ? null : assigned.segment;
  const arm = assigned.kind === "no-segment" ? null : assigned.arm;
  const queue = segment && present(queueOf(strategy, segment.queue), "a segment's queue is there");
  const because = becauseOf(it, option);
  const { treatment } = option ?? { treatment: null };
  return {
    borrowerId: person.borrowerId,
    caseId: person.caseId,
    segmentId: segment?.id ?? null,
    armId: arm?.id ?? null,
    queueId: queue?.id ?? null,
    teamId: queue?.teamId ?? null,
    because,
    treatmentId: treatment?.id ?? null,
    channel: treatment?.channel ?? null,
    templateId: treatment?.templateId ?? null,
    position: null,
    notBefore: option?.notBefore ?? null,
    step: treatment?.step ?? null,
    words: treatment?.words ? fill(treatment.words, person.features, words) : null,
    reason: reasonOf(it, { because, option, horizonDays: strategy.horizonDays, words }),
    overdueMinor: person.features.overdueMinor,
    expectedMinor: option?.recoveryMinor ?? 0,
    costMinor: treatment?.costMinor ?? 0,
    minutes: treatment?.minutes ?? 0,
    harm: treatment?.harm ?? 0,
    complaintPpm: treatment?.complaintPpm ?? 0,
    isDataThin: option?.effect.isDataThin ?? false,
  };
}

const queueOf = (strategy: Strategy, id: string) => strategy.queues.find((one) => one.id === id);

function becauseOf(it: Offer, option: Option | undefined): Because {
  if (option !== undefined) return "chosen";
  if (it.assigned.kind === "no-segment") return "no-segment";
  if (it.assigned.kind === "left-alone") return it.assigned.because;
  if (it.options.length > 0) return "budget";
  return it.barred?.kind === "rule" ? "not-lawful" : "cooling";
}

/** What is worth most for a minute comes first; equal ones in order of ids, so that it repeats. */
function ranked(items: readonly WorkItem[]): readonly WorkItem[] {
  const worth = (it: WorkItem): number =>
    (it.expectedMinor - it.costMinor) / Math.max(1, it.minutes);
  const order = items
    .filter((it) => it.because === "chosen")
    .sort((a, b) => worth(b) - worth(a) || (a.borrowerId < b.borrowerId ? -1 : 1));
  const places = new Map<string, number>();
  const last = new Map<string | null, number>();
  for (const it of order) {
    const place = (last.get(it.queueId) ?? 0) + 1;
    last.set(it.queueId, place);
    places.set(it.borrowerId, place);
  }
  return items.map((it) => ({ ...it, position: places.get(it.borrowerId) ?? null }));
}
