import { addDays, day } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { answerDay, escalationOn, ordinaryLaw } from "./index.ts";

const filedOn = day("2026-11-10");
const plain = { about: "service", filedOn, isComplex: false, isExtended: false };

test("fifteen days, thirty for a complex matter, sixty with an extension", () => {
  expect(answerDay(plain, ordinaryLaw)).toBe(day("2026-11-25"));
  expect(answerDay({ ...plain, isComplex: true }, ordinaryLaw)).toBe(day("2026-12-10"));
  expect(answerDay({ ...plain, isExtended: true }, ordinaryLaw)).toBe(day("2027-01-09"));
});

test("an objection to a credit report has twenty days, whatever else is said of it", () => {
  const objection = { ...plain, about: "credit-report", isComplex: true, isExtended: true };
  expect(answerDay(objection, ordinaryLaw)).toBe(day("2026-11-30"));
});

test("it rises five days before its day, two days before, and once it is late", () => {
  const answerBy = day("2026-11-25");
  const at = (left: number) => escalationOn(answerBy, addDays(answerBy, -left));
  expect([6, 5, 3, 2, 0, -1].map(at)).toEqual([0, 1, 1, 2, 2, 3]);
});
