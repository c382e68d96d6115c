import { type ActKind, any, type Condition, consented, is, not, oneOf } from "@fairdue/conduct";

/** First issue of the guideline. */
export const guidelineDay = "2005-10-01";

/** Ways of contact that are not face to face. */
export const spokenOrSent: readonly ActKind[] = [
  "call",
  "voicemail",
  "sms",
  "email",
  "app-push",
  "in-app-message",
  "social-message",
  "letter",
];

export const collecting: Condition = not(oneOf("act.purpose", "marketing", "service"));
export const atWork: Condition = any(is("act.isAtWork"), oneOf("act.place", "work", "workplace"));
/** The person asked for the hour, or the collector answers. */
export const hoursAgreed: Condition = any(
  consented("quiet-hours", "this-contact"),
  is("act.isReply"),
);
