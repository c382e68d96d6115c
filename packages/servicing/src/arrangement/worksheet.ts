/**
 * What a household takes in and must spend in a month, minor units, as the person states it. Sealed:
 * it is opened to make an offer and to explain one, and for nothing else.
 */
export type Worksheet = {
  readonly incomeMinor: number;
  readonly housingMinor: number;
  readonly foodMinor: number;
  readonly careMinor: number;
  readonly transportMinor: number;
  readonly otherNeedsMinor: number;
  readonly otherDebtsMinor: number;
  /** People who live on it, the person included. */
  readonly people: number;
};

/** What a policy leaves to live on, whatever was stated, and how much of the rest it asks for. */
export type LivingFloor = {
  readonly firstPersonMinor: number;
  readonly furtherPersonMinor: number;
  /** Share of what is left that may be asked for, parts per million. */
  readonly sharePpm: number;
};

export type Affordability = {
  readonly incomeMinor: number;
  /** What was counted as needed: as stated, or the floor where that is more. */
  readonly needsMinor: number;
  readonly isByFloor: boolean;
  readonly otherDebtsMinor: number;
  readonly leftMinor: number;
  /** What may be paid each month without touching what is needed, whole major units. */
  readonly payableMinor: number;
};

/** From income and needs to what can be paid: never more than a share of what is left. */
export function affordable(it: Worksheet, floor: LivingFloor): Affordability {
  const stated =
    it.housingMinor + it.foodMinor + it.careMinor + it.transportMinor + it.otherNeedsMinor;
  const least = floor.firstPersonMinor + (it.people - 1) * floor.furtherPersonMinor;
  const needsMinor = Math.max(stated, least);
  const leftMinor = Math.max(0, it.incomeMinor - needsMinor - it.otherDebtsMinor);
  const share = Math.floor((leftMinor * floor.sharePpm) / 1_000_000);
  return {
    incomeMinor: it.incomeMinor,
    needsMinor,
    isByFloor: least > stated,
    otherDebtsMinor: it.otherDebtsMinor,
    leftMinor,
    payableMinor: share - (share % 100),
  };
}
