export * from "./catalogue/index.ts";
export * from "./declaration.ts";
export { capOn, inForce, never, type Product, productOf, type Step, weightOf } from "./product.ts";
