import type { cost } from "@fairdue/api";
import { annualRates, type CostTable, percentText } from "@fairdue/credit";
import { formatDay } from "@fairdue/kernel";
import type { z } from "zod";

export function costToWire(table: CostTable): z.input<typeof cost> {
  return {
    receivedMinor: table.receivedMinor,
    rows: table.rows.map(({ on, ...row }) => ({
      on: formatDay(on),
      ...row,
    })),
    interestMinor: table.interestMinor,
    feeMinor: table.feeMinor,
    penaltyMinor: table.penaltyMinor,
    paidMinor: table.paidMinor,
    costMinor: table.costMinor,
    rates: ratesToWire(table),
  };
}

export function ratesToWire({ flows }: CostTable): z.input<typeof cost>["rates"] {
  const { china, regZ, eu } = annualRates(flows);
  return {
    chinaSimplePercent: china.ok ? percentText(china.value.simple, 2) : null,
    chinaCompoundPercent: china.ok ? percentText(china.value.compound, 2) : null,
    regulationZPercent: regZ.ok ? percentText(regZ.value.apr, 4) : null,
    euPercent: eu.ok ? percentText(eu.value.apr, 4) : null,
  };
}
