import type { components } from "@fairdue/api";

type Schemas = components["schemas"];

/** What the server answers, as its contract says; types only, nothing of it is loaded. */
export type Account = Schemas["Account"];
export type Schedule = Schemas["Schedule"];
export type Cost = Schemas["Cost"];
export type Payoff = Schemas["PayoffQuote"];
export type Payment = Schemas["Payment"];
export type Me = Schemas["Me"];
export type MyContact = Schemas["MyContact"];
export type MyLimit = Schemas["MyLimit"];
export type MyRequest = Schemas["MyRequest"];
export type MyComplaint = Schemas["MyComplaint"];
export type Statement = Schemas["Statement"];
export type ConversionOffer = Schemas["ConversionOffer"];
export type Product = Schemas["Product"] & {
  readonly dueDays?: readonly number[];
  readonly offers?: {
    readonly plans?: readonly { readonly method: string; readonly terms?: readonly number[] }[];
  };
};
export type Listed<Item> = { readonly items: readonly Item[] };
