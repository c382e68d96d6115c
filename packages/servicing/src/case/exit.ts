/** Why a case ended. `paid` is a cure; `arranged` is a decision that changed what is due. */
export const closeReasons = [
  "paid",
  "arranged",
  "settled",
  "sold",
  "closed",
  "watch-ended",
] as const;
export type CloseReason = (typeof closeReasons)[number];

const reasonByEvent: Readonly<Record<string, CloseReason>> = {
  "re-aged": "arranged",
  restructured: "arranged",
  "holiday-granted": "arranged",
  "moratorium-granted": "arranged",
  "due-day-changed": "arranged",
  "rate-changed": "arranged",
  waived: "settled",
  refunded: "settled",
  sold: "sold",
  closed: "closed",
};

/** What the event that left nothing overdue says of the end of the case. */
export function closeReasonOf(eventKind: string): CloseReason {
  return reasonByEvent[eventKind] ?? "paid";
}
