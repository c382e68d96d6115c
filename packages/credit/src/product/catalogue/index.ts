import { formatProblem, InvariantViolation } from "@fairdue/kernel";
import type { ProductDeclaration } from "../declaration.ts";
import { type Product, productOf } from "../product.ts";
import { cashLineDeclaration } from "./cash-line.ts";
import { instalmentLoanDeclaration } from "./instalment-loan.ts";
import { payLaterDeclaration } from "./pay-later.ts";

export { cashLineDeclaration } from "./cash-line.ts";
export { instalmentLoanDeclaration } from "./instalment-loan.ts";
export { payLaterDeclaration } from "./pay-later.ts";

/** The products that ship: start from one of these to declare your own. */
export const catalogue: readonly ProductDeclaration[] = [
  cashLineDeclaration,
  payLaterDeclaration,
  instalmentLoanDeclaration,
];

/** A declaration that is known to be right. @throws {InvariantViolation} when it is not. */
export function declared(declaration: ProductDeclaration): Product {
  const outcome = productOf(declaration);
  if (outcome.ok) return outcome.value;
  throw new InvariantViolation(outcome.refusal.map(formatProblem).join("; "));
}

export const cashLine: Product = declared(cashLineDeclaration);
export const payLater: Product = declared(payLaterDeclaration);
export const instalmentLoan: Product = declared(instalmentLoanDeclaration);
