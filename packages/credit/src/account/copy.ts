import type { AccountState, Draw } from "./state.ts";

/**
 * A copy that the fold may mutate without touching the state it came from. What a state never
 * changes in place (plan rows, statements, settled draws, holds, pending fees: all readonly) is
 * shared. Written out by hand, keys in the order of the state: every step of every account pays it.
 */
export function copyState(it: AccountState): AccountState {
  const { totals } = it;
  return {
    ...it,
    freezes: [...it.freezes],
    draws: it.draws.map(copyDraw),
    settled: [...it.settled],
    purchases: it.purchases.map((one) => ({ ...one })),
    holds: [...it.holds],
    statements: [...it.statements],
    dues: it.dues.map((due) => ({ ...due })),
    fees: [...it.fees],
    claim: { ...it.claim },
    moratorium: it.moratorium === null ? null : { ...it.moratorium },
    ageing: { ...it.ageing },
    cycle: { ...it.cycle },
    totals: {
      ...totals,
      paid: { ...totals.paid },
      refunded: { ...totals.refunded },
      waived: { ...totals.waived },
      chargedOff: { ...totals.chargedOff },
      billed: { ...totals.billed },
    },
  };
}

function copyDraw(draw: Draw): Draw {
  return { ...draw, rows: [...draw.rows] };
}
