import { fact, type FactDeclaration, text } from "@fairdue/conduct";

/** Facts of mainland law beside the common ones. */
export const cnFacts: readonly FactDeclaration[] = [
  fact(
    "lender.kind",
    "text",
    text(
      "who lends: bank, card, consumer-finance, microloan, internet-microloan, platform, guarantor, transferee, private",
      "出借人类型",
    ),
  ),
];
