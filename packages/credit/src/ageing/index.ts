export { dpdOf, dpdOn } from "./ageing.ts";
