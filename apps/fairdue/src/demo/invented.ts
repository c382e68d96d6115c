import type { PersonalRecord } from "@fairdue/store";
import { formatDay, type EpochDay, day, fnv1a } from "@fairdue/kernel";

const surnames = [..."王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"];
const given = [
  ..."安宁 嘉禾 晓棠 子墨 雨桐 思远 明轩 静怡 文博 若溪 浩然 佳怡 志远 秋实 海燕 建国 春梅 立夏".split(
    " ",
  ),
  ..."云帆 知行 清和 向阳 小满 予安 星河 可心 景行 采薇 长风 半夏".split(" "),
];
const streets = ["银杏路", "长河街", "知春里", "望江路", "梧桐巷", "双桥街", "晴川大道", "稻香路"];

/** Numbers for the demo: this block of 199-0000 belongs to nobody. */
export function inventedPhone(number: number): string {
  return `1990000${String(number % 10_000).padStart(4, "0")}`;
}

/**
 * A person who does not exist, the same for the same number: an invented name, a telephone number
 * of an unassigned block, an identity number of a region (990000) that there is not, an address in a
 * city called "example", an e-mail address of example.com (RFC 2606).
 */
export function inventedPerson(borrowerId: string, number: number): PersonalRecord {
  const draw = (what: string, of: number): number => fnv1a(`${what} ${number}`) % of;
  const surname = surnames[draw("surname", surnames.length)] ?? "王";
  const name = given[draw("given", given.length)] ?? "安宁";
  const street = streets[draw("street", streets.length)] ?? "银杏路";
  const birthOn = formatDay((day("1965-01-01") + draw("birth", 14_000)) as EpochDay);
  return {
    borrowerId,
    values: {
      name: `${surname}${name}`,
      phone: inventedPhone(number),
      email: `person${number}@example.com`,
      idNumber: idNumber(birthOn, number),
      birthOn,
      address: `示例市演示区${street}${1 + draw("house", 180)}号${1 + draw("floor", 18)}0${1 + draw("flat", 4)}室`,
    },
  };
}

/** Eighteen digits with the check digit of GB 11643-1999, for a region that does not exist. */
function idNumber(birthOn: string, number: number): string {
  const digits = `990000${birthOn.replaceAll("-", "")}${String(number % 1000).padStart(3, "0")}`;
  const sum = [...digits].reduce((total, it, k) => total + Number(it) * (2 ** (17 - k) % 11), 0);
  return `${digits}${"10X98765432"[sum % 11] ?? "0"}`;
}
