import { declareProduct, listProducts, readProduct, refusal } from "@fairdue/api";
import { productOf } from "@fairdue/credit";
import { accepted, refused } from "@fairdue/kernel";
import { listDeclarations, loadProduct, saveProduct } from "@fairdue/store";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import { canonical } from "../idempotency/answer-once.ts";

export const productModule: HttpModule = {
  name: "product",
  operations: [
    answers(listProducts, async ({ database }) =>
      accepted({ items: await listDeclarations(database) }),
    ),
    answers(readProduct, async ({ database }, { params }) => {
      const found = await loadProduct(database, params.productId, params.version);
      return found ? accepted(found.declaration) : refused(refusal("product-not-found"));
    }),
    writes(declareProduct, async (_, { body }, tx) => {
      const read = productOf(body);
      if (!read.ok)
        return refused(
          refusal(
            "invalid-request",
            ...read.refusal.map((it) => ({ ...it, field: `body.${it.field}` })),
          ),
        );
      const { declaration } = read.value;
      const known = await loadProduct(tx, declaration.id, declaration.version);
      if (known && canonical(known.declaration) !== canonical(declaration))
        return refused(refusal("product-version-exists"));
      if (!known) await saveProduct(tx, read.value);
      return accepted(declaration);
    }),
  ],
};
