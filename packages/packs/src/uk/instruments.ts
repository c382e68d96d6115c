import { type Cite, instrument } from "@fairdue/conduct";

const checkedOn = "2026-11-24";

export const conc: Cite = instrument("FCA Consumer Credit sourcebook (CONC)", checkedOn);
export const breathingSpaceRegulations: Cite = instrument(
  "Debt Respite Scheme Regulations 2020, SI 2020/1311",
  checkedOn,
);
export const consumerCreditAct: Cite = instrument("Consumer Credit Act 1974", checkedOn);
export const deferredPayment: Cite = instrument(
  "FCA PS26/1 and the Regulated Activities (Amendment) Order 2025: deferred payment credit",
  checkedOn,
);
export const consumerDuty: Cite = instrument("FCA Principles, PRIN 2A: Consumer Duty", checkedOn);
/** What no law fixes and the house has fixed for itself. */
export const housePolicy: Cite = instrument("Fairdue house policy", checkedOn);
