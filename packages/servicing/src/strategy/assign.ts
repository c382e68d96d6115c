import { fnv1a, present } from "@fairdue/kernel";
import { holds } from "./condition.ts";
import type { CaseFeatures } from "./features.ts";
import type { Arm, Segment, Stage, Strategy } from "./strategy.ts";

/** Where a person stands in a strategy on a day. */
export type Assigned =
  /** Nobody contacts them today, for this reason. */
  | {
      readonly kind: "left-alone";
      readonly because: "held" | "promise-running" | "self-cure" | "hold-out" | "no-stage";
      readonly segment: Segment;
      readonly arm: Arm | null;
    }
  | {
      readonly kind: "staged";
      readonly segment: Segment;
      readonly arm: Arm;
      readonly stage: Stage;
    }
  | { readonly kind: "no-segment" };

/**
 * Puts a person into segment, arm and stage. The split is a hash of the salt and the person's id:
 * whoever asks, on whatever day, gets the same answer, and no list of members has to be kept.
 */
export function assign(
  strategy: Strategy,
  it: { readonly borrowerId: string; readonly features: CaseFeatures },
): Assigned {
  const { features, borrowerId } = it;
  const segment = strategy.segments.find((one) => holds(one.when, features));
  if (segment === undefined) return { kind: "no-segment" };
  const alone = (
    because: "held" | "promise-running" | "self-cure" | "hold-out" | "no-stage",
    arm: Arm | null = null,
  ): Assigned => ({
    kind: "left-alone",
    because,
    segment,
    arm,
  });
  if (features.isHeld) return alone("held");
  if (features.hasOpenPromise) return alone("promise-running");
  if (curesAlone(strategy, features)) return alone("self-cure");
  if (isHeldOut(strategy, it)) return alone("hold-out");
  const arm = armOf(strategy, segment, borrowerId);
  const stage = arm.stages.findLast((one) => one.fromDpd <= features.dpd);
  if (stage === undefined || stage.treatments.length === 0) return alone("no-stage", arm);
  return { kind: "staged", segment, arm, stage };
}

/**
 * Whether somebody who always pays a little late is left alone: the last cases were paid before
 * anybody contacted them, and today is not yet later than they ever paid (and the margin).
 */
export function curesAlone({ selfCure }: Strategy, features: CaseFeatures): boolean {
  return (
    features.selfCures >= selfCure.episodesMin &&
    features.dpd <= features.selfCureDpdMax + selfCure.marginDays
  );
}

export function isHeldOut(
  { holdOut, salt }: Strategy,
  it: { readonly borrowerId: string; readonly features: CaseFeatures },
): boolean {
  if (it.features.dpd > holdOut.dpdMax) return false;
  return drawPpm(`${salt}/hold-out/${it.borrowerId}`) < holdOut.sharePpm;
}

export function armOf({ salt }: Strategy, segment: Segment, borrowerId: string): Arm {
  let rest = drawPpm(`${salt}/${segment.id}/${borrowerId}`);
  for (const arm of segment.arms) {
    if (rest < arm.sharePpm) return arm;
    rest -= arm.sharePpm;
  }
  return present(segment.arms[0], "a segment has an arm");
}

/** Uniform in [0, 1,000,000) by the text alone; FNV-1a with the finaliser of MurmurHash3. */
export function drawPpm(text: string): number {
  let hash = fnv1a(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000) * 1_000_000);
}
