import { type Cite, instrument } from "@fairdue/conduct";

const checkedOn = "2026-11-24";

export const recoveryAgents: Cite = instrument(
  "RBI circular of 12 August 2022: outsourcing, responsibilities of regulated entities employing recovery agents",
  checkedOn,
);
export const draft2026: Cite = instrument(
  "RBI draft directions of 12 February 2026 on the conduct of recovery agents (DOR.MCS.REC)",
  checkedOn,
);
export const digitalLending: Cite = instrument(
  "RBI Digital Lending Directions, 8 May 2025",
  checkedOn,
);
export const digitalLending2022: Cite = instrument(
  "RBI Guidelines on Digital Lending, 2 September 2022",
  checkedOn,
);
export const keyFacts: Cite = instrument(
  "RBI/2024-25/18, Key Facts Statement, 15 April 2024",
  checkedOn,
);
export const penalCharges: Cite = instrument(
  "RBI Fair Lending Practice: penal charges in loan accounts, 18 August 2023",
  checkedOn,
);
export const fairPractices: Cite = instrument(
  "RBI fair practices codes and recovery agents",
  checkedOn,
);
