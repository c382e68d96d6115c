/** What must not be said or done, as the verdict names it. */
export const prohibitedCategories = [
  "threat_violence",
  "threat_disclosure",
  "impersonation",
  "false_legal_consequence",
  "insult",
  "harassment",
  "third_party_payment",
  "private_account",
  "privacy_disclosure",
  "sexual",
  "unlawful_visit",
  "deception",
  "coerced_harm",
] as const;

/** What lawful messages are about: the other side of the model, so that it learns both. */
export const lawfulCategories = [
  "routine_reminder",
  "legal_notice",
  "credit_report_notice",
  "visit_notice",
  "hardship_offer",
  "third_party_neutral",
  "fraud_warning",
  "identity_complaint",
  "mediation",
  "reassurance_quote",
] as const;

export type ProhibitedCategory = (typeof prohibitedCategories)[number];
export type LawfulCategory = (typeof lawfulCategories)[number];

export type Recipient = "borrower" | "third_party" | "co_obligor";
export const recipients: readonly Recipient[] = ["borrower", "third_party", "co_obligor"];
