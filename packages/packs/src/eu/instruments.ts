import { type Cite, instrument } from "@fairdue/conduct";

const checkedOn = "2026-11-24";

export const consumerCredit: Cite = instrument(
  "Directive (EU) 2023/2225 on credit agreements for consumers",
  checkedOn,
);
export const consumerCredit2008: Cite = instrument("Directive 2008/48/EC", checkedOn);
export const servicers: Cite = instrument(
  "Directive (EU) 2021/2167 on credit servicers and credit purchasers",
  checkedOn,
);
export const gdpr: Cite = instrument("Regulation (EU) 2016/679 (GDPR)", checkedOn);
/** What no law of the Union fixes and the house has fixed for itself. */
export const housePolicy: Cite = instrument("Fairdue house policy", checkedOn);
