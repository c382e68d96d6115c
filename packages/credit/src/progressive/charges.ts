import type { EpochDay } from "@fairdue/kernel";
import { fromMinor, over, times, toMinor, whole } from "./decimal.ts";
import type { ChargeEvent } from "./event.ts";
import { checkMet, type Instalment, newInstalment, renumber, updateMet } from "./instalment.ts";
import type { Charge, Run } from "./run.ts";

/** A charge falls into the instalment in which it is due; beyond the last, it makes one more. */
export function addCharge(run: Run, event: ChargeEvent): void {
  const charge: Charge = {
    id: event.id,
    kind: event.kind,
    due: event.due,
    isPerInstalment: event.timing === "instalment",
    amount: 0n,
    paid: 0n,
    waived: 0n,
  };
  run.charges.push(charge);
  if (event.timing === "instalment") {
    addPerInstalment(run, charge, event);
    return;
  }
  const due = event.due ?? event.on;
  extendTo(run, due);
  const home = homeOf(run, due);
  if (home === undefined) return;
  charge.amount = amountOf(run, event, null);
  home.parts[event.kind].due += charge.amount;
  checkMet(home, home.metOn ?? event.on);
}

function addPerInstalment(run: Run, charge: Charge, event: ChargeEvent): void {
  for (const it of run.instalments) {
    if (it.isDownPayment || it.isAdditional) continue;
    const amount = amountOf(run, event, it);
    it.parts[charge.kind].due += amount;
    charge.amount += amount;
    updateMet(it, event.on);
  }
}

function amountOf(run: Run, event: ChargeEvent, it: Instalment | null): bigint {
  if (event.amount !== null) return event.amount;
  const { digits } = run.terms;
  const base = baseOf(run, event, it);
  if (base <= 0n || event.percent === null) return 0n;
  return toMinor(times(fromMinor(base, digits), over(event.percent, whole(100))), digits);
}

function baseOf(run: Run, event: ChargeEvent, it: Instalment | null): bigint {
  const rows = it ? [it] : run.instalments;
  const principal =
    it === null && event.of === "principal"
      ? run.draws.reduce(
          (sum, draw) => sum + (draw.on <= (event.due ?? event.on) ? draw.amount : 0n),
          0n,
        )
      : rows.reduce((sum, row) => sum + row.parts.principal.due, 0n);
  const interest = rows.reduce((sum, row) => sum + row.parts.interest.due, 0n);
  if (event.of === "interest") return interest;
  return event.of === "principal-and-interest" ? principal + interest : principal;
}

/** Makes the additional instalment, or lengthens it, where a day lies beyond the last one. */
export function extendTo(run: Run, due: EpochDay): Instalment | undefined {
  const last = run.instalments.findLast((it) => !it.isDownPayment);
  if (last === undefined || due <= last.due) return undefined;
  if (last.isAdditional) {
    last.due = due;
    return last;
  }
  const added = newInstalment({ from: last.due, due, isAdditional: true });
  run.instalments.push(added);
  renumber(run.instalments);
  return added;
}

function homeOf(run: Run, on: EpochDay): Instalment | undefined {
  let from = run.terms.startOn;
  let isFirst = true;
  for (const it of run.instalments) {
    if (it.isDownPayment) continue;
    if (on <= it.due && (isFirst ? on >= from : on > from)) return it;
    from = it.due;
    isFirst = false;
  }
  return undefined;
}

function chargesIn(run: Run, it: Instalment, kind: "fee" | "penalty"): Charge[] {
  const first = run.instalments.find((row) => !row.isDownPayment);
  return run.charges
    .filter(
      (charge) =>
        charge.kind === kind &&
        (charge.isPerInstalment ||
          (charge.due !== null &&
            charge.due <= it.due &&
            (it === first ? charge.due >= it.from : charge.due > it.from))),
    )
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
}

/** Money for the fees of an instalment goes to its charges, the oldest first. */
export function payCharges(
  run: Run,
  it: Instalment,
  by: { readonly kind: "fee" | "penalty"; readonly amount: bigint },
): void {
  let left = by.amount;
  for (const charge of chargesIn(run, it, by.kind)) {
    const open = charge.amount - charge.paid - charge.waived;
    const taken = left < open ? left : open;
    if (taken <= 0n) continue;
    charge.paid += taken;
    left -= taken;
  }
}

export function openOfCharge(charge: Charge): bigint {
  return charge.amount - charge.paid - charge.waived;
}

/** What is open of a charge is given up. */
export function waiveCharge(run: Run, charge: Charge, on: EpochDay): bigint {
  const waived = openOfCharge(charge);
  charge.waived += waived;
  const homes = charge.isPerInstalment
    ? run.instalments.filter((it) => !it.isDownPayment)
    : [homeOf(run, charge.due ?? on)];
  let left = waived;
  for (const home of homes) {
    if (home === undefined) continue;
    const part = home.parts[charge.kind];
    const open = part.due - part.paid - part.waived - part.writtenOff;
    const taken = left < open ? left : open;
    part.waived += taken;
    left -= taken;
    checkMet(home, on);
  }
  return waived;
}
