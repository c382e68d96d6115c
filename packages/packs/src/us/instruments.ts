import { type Cite, instrument } from "@fairdue/conduct";

const checkedOn = "2026-11-24";

export const regF: Cite = instrument("Regulation F, 12 CFR part 1006", checkedOn);
export const regFComment: Cite = instrument(
  "Regulation F, Supplement I: official interpretations",
  checkedOn,
);
export const fdcpa: Cite = instrument("Fair Debt Collection Practices Act, 15 USC 1692", checkedOn);
export const bankruptcyCode: Cite = instrument("Bankruptcy Code, 11 USC", checkedOn);
export const massachusetts: Cite = instrument("Massachusetts 940 CMR 7.00", checkedOn);
export const newYorkCity: Cite = instrument("New York City debt collection rules", checkedOn);
export const districtOfColumbia: Cite = instrument("District of Columbia Code 28-3814", checkedOn);
export const tcpa: Cite = instrument(
  "Telephone Consumer Protection Act, 47 CFR 64.1200",
  checkedOn,
);
export const regZ: Cite = instrument("Regulation Z, 12 CFR part 1026", checkedOn);
export const regB: Cite = instrument("Regulation B, 12 CFR part 1002", checkedOn);
export const fcra: Cite = instrument("Fair Credit Reporting Act, 15 USC 1681", checkedOn);
export const furnishers: Cite = instrument("Regulation V, 12 CFR part 1022", checkedOn);
export const militaryLending: Cite = instrument("Military Lending Act, 32 CFR part 232", checkedOn);
export const servicemembers: Cite = instrument(
  "Servicemembers Civil Relief Act, 50 USC 3937",
  checkedOn,
);
/** What no law fixes and the house has fixed for itself. */
export const housePolicy: Cite = instrument("Fairdue house policy", checkedOn);
