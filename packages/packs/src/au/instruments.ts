import { type Cite, instrument } from "@fairdue/conduct";

const checkedOn = "2026-11-24";

export const guideline: Cite = instrument(
  "ACCC and ASIC, Debt collection guideline for collectors and creditors (RG 96), Part 2",
  checkedOn,
);
export const creditCode: Cite = instrument(
  "National Credit Code (Schedule 1, National Consumer Credit Protection Act 2009)",
  checkedOn,
);
export const creditAct: Cite = instrument(
  "National Consumer Credit Protection Act 2009",
  checkedOn,
);
export const lowCostCredit: Cite = instrument(
  "National Consumer Credit Protection Regulations 2010, F2025L00303",
  checkedOn,
);
export const privacyAct: Cite = instrument("Privacy Act 1988, Part IIIA", checkedOn);
export const consumerLaw: Cite = instrument(
  "ASIC Act 2001, Part 2 Division 2; Australian Consumer Law",
  checkedOn,
);
export const bankruptcyAct: Cite = instrument("Bankruptcy Act 1966", checkedOn);
