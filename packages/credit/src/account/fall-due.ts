import { divRound } from "@fairdue/kernel";
import type { Product } from "../product/product.ts";

/**
 * The one place where accrued interest becomes money: the numerator, rounded once, on the day it
 * falls due (due day, statement, payoff). What is left of it ends there.
 *
 * @example fallDue(cashLine, 124_000_000_000) // => 124000      1 240.00 yuan over 1 000 000
 */
export function fallDue(product: Product, numerator: number): number {
  return divRound(numerator, product.denominator, product.declaration.rounding);
}

/**
 * Whole minor units that a payment between due days may meet; the fraction stays in the numerator
 * and goes on accruing, so that many small payments cost what one would.
 */
export function wholeUnits(product: Product, numerator: number): number {
  return Math.floor(numerator / product.denominator);
}
