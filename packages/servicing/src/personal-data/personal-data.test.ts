import { expect, test } from "vitest";
import { mayRead, maskOf, personalFieldIds, personalFields, searchFormOf } from "./index.ts";

test("masks show enough to recognise and too little to use", () => {
  for (const [field, value, shown] of [
    ["name", "张三丰", "张**"],
    ["name", "Ada Lovelace", "A*** L***"],
    ["phone", "138 0013 8000", "138****8000"],
    ["phone", "110", "****"],
    ["email", "ada@example.org", "a***@example.org"],
    ["idNumber", "11010119900307123X", "********123X"],
    ["address", "浙江省杭州市西湖区文三路1号", "浙江省杭州市西湖区***"],
    ["income", "12000", "***"],
  ] as const)
    expect(maskOf(field, value)).toBe(shown);
});

test("a phone is found however it was typed", () => {
  for (const typed of [
    "13800138000",
    "+86 138-0013-8000",
    "１３８００１３８０００",
    "86 13800138000",
  ])
    expect(searchFormOf("phone", typed)).toBe("13800138000");
});

test("every field says its class, basis, purposes, retention and source", () => {
  expect([...personalFieldIds].sort()).toEqual(Object.keys(personalFields).sort());
  for (const it of Object.values(personalFields)) {
    expect(it.purposes.length).toBeGreaterThan(0);
    expect(it.retentionDays).toBeGreaterThan(0);
    expect(it.source).not.toBe("");
  }
});

test("an address is not read to assess credit, and a bank card not to visit", () => {
  expect(mayRead("address", "credit-assessment")).toBe(false);
  expect(mayRead("bankCard", "visit")).toBe(false);
  expect(mayRead("phone", "contact-delivery")).toBe(true);
});
