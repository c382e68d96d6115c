import { type Condition, not, oneOf } from "@fairdue/conduct";

/** The day on which the FCA took over consumer credit. */
export const fcaDay = "2014-04-01";

export const collecting: Condition = not(oneOf("act.purpose", "marketing", "service"));
