import { commonFacts } from "../rule/catalogue.ts";
import type {
  Band,
  Condition,
  Key,
  Period,
  Selector,
  Term,
  TimeWindow,
} from "../rule/condition.ts";
import type { Pack, ParameterValue } from "../rule/rule.ts";
import { type Text, text } from "../rule/text.ts";

/** Says a condition in words, in both languages, with parameters by their present values. */
export function explain(
  it: Condition,
  pack: Pack,
  parameters: Readonly<Record<string, ParameterValue | undefined>> = {},
): Text {
  const words: Words = { pack, parameters };
  return say(it, words);
}

type Words = {
  readonly pack: Pack;
  readonly parameters: Readonly<Record<string, ParameterValue | undefined>>;
};

function say(it: Condition, words: Words): Text {
  if ("all" in it) return joined(it.all, [" and ", "，且"], words);
  if ("any" in it) return joined(it.any, [" or ", "，或"], words);
  if ("not" in it) return wrap(say(it.not, words), ["not (", ")"], ["并非（", "）"]);
  if ("is" in it) return factWords(it.is, words);
  if ("known" in it) return wrap(factWords(it.known, words), ["it is known: ", ""], ["已知：", ""]);
  if ("window" in it) return windowWords(it.window, words);
  if ("cap" in it) return capWords(it.cap, words);
  if ("happened" in it) {
    const what = selectorWords(it.happened.what);
    const span = periodWords(it.happened.in, words);
    return text(`there was ${what.en} ${span.en}`, `${span.zh}有${what.zh}`);
  }
  if ("waited" in it) {
    const what = selectorWords(it.waited.after);
    const length = termWords(it.waited.length, words);
    const unit = unitWords[it.waited.unit];
    return text(
      `at least ${length.en} ${unit.en} since ${what.en}`,
      `距${what.zh}至少${length.zh}${unit.zh}`,
    );
  }
  if ("deadline" in it) {
    const from = termWords(it.deadline.from, words);
    const length = termWords(it.deadline.length, words);
    const unit = unitWords[it.deadline.unit];
    return text(
      `within ${length.en} ${unit.en} of ${from.en}`,
      `自${from.zh}起${length.zh}${unit.zh}内`,
    );
  }
  return comparisonWords(it, words);
}

const unitWords: Readonly<Record<"days" | "business-days" | "hours" | "months", Text>> = {
  days: text("days", "日"),
  "business-days": text("working days", "个工作日"),
  hours: text("hours", "小时"),
  months: text("months", "个月"),
};

const comparisons: Readonly<Record<string, Text>> = {
  equal: text("is", "为"),
  atMost: text("is at most", "不超过"),
  atLeast: text("is at least", "不低于"),
  below: text("is below", "低于"),
  above: text("is above", "高于"),
  oneOf: text("is one of", "属于"),
  holdsAll: text("has all of", "包含全部"),
  holdsSome: text("has some of", "包含任一"),
  holdsNone: text("has none of", "不含"),
};

function comparisonWords(it: Condition, words: Words): Text {
  const [[name, terms] = ["equal", []]] = Object.entries(it) as [string, readonly Term[]][];
  const [left = "", right = ""] = terms;
  const a = termWords(left, words);
  const b = termWords(right, words);
  const verb = comparisons[name] ?? text(name, name);
  return text(`${a.en} ${verb.en} ${b.en}`, `${a.zh}${verb.zh}${b.zh}`);
}

function termWords(it: Term, words: Words): Text {
  if (typeof it !== "object") return both(String(it));
  if (Array.isArray(it)) return text(it.join(", "), it.join("、"));
  if ("fact" in it) return factWords(it.fact, words);
  if ("param" in it) return valueWords(words.parameters[it.param], it.param);
  if ("times" in it) return pair(it.times, " × ", words);
  if ("plus" in it) return pair(it.plus, " + ", words);
  if ("daysSince" in it)
    return wrap(termWords(it.daysSince, words), ["days since ", ""], ["距", "的天数"]);
  if ("hoursSince" in it)
    return wrap(termWords(it.hoursSince, words), ["hours since ", ""], ["距", "的小时数"]);
  if ("dayAfter" in it) {
    const [from, length] = it.dayAfter.slice(0, 2).map((one) => termWords(one, words));
    const unit = unitWords[it.dayAfter[2]];
    return text(
      `the day ${length?.en} ${unit.en} after ${from?.en}`,
      `${from?.zh}后${length?.zh}${unit.zh}`,
    );
  }
  if ("tableOn" in it) {
    const on = termWords(it.tableOn[1], words);
    return text(`${it.tableOn[0]} on ${on.en}`, `${on.zh}的${it.tableOn[0]}`);
  }
  return both("");
}

function pair(terms: readonly [Term, Term], sign: string, words: Words): Text {
  const [a, b] = [termWords(terms[0], words), termWords(terms[1], words)];
  return text(a.en + sign + b.en, a.zh + sign + b.zh);
}

export function valueWords(value: ParameterValue | undefined, name: string): Text {
  if (value === undefined) return both(name);
  if (typeof value !== "object") return both(String(value));
  if (isBandList(value)) return bandWords(value);
  return text(value.join(", "), value.join("、"));
}

function isBandList(value: ParameterValue): value is readonly Band[] {
  return Array.isArray(value) && typeof value[0] === "object";
}

const weekdays: readonly Text[] = [
  text("Mon", "周一"),
  text("Tue", "周二"),
  text("Wed", "周三"),
  text("Thu", "周四"),
  text("Fri", "周五"),
  text("Sat", "周六"),
  text("Sun", "周日"),
];

function bandWords(bands: readonly Band[]): Text {
  const parts = bands.map((it) => {
    const days = (it.weekdays ?? []).map((day) => weekdays[day - 1] ?? both(String(day)));
    const en = [days.map((day) => day.en).join(" "), it.on ?? ""].filter((one) => one !== "");
    const on = it.on === undefined ? "" : it.on === "working" ? "工作日" : "休息日";
    const zh = days.map((day) => day.zh).join("、") + on;
    return text([...en, `${it.from}–${it.to}`].join(" "), `${zh}${it.from}–${it.to}`);
  });
  return text(parts.map((it) => it.en).join("; "), parts.map((it) => it.zh).join("；"));
}

function hoursWords(it: TimeWindow["bands"], words: Words): Text {
  if ("fact" in it) return factWords(it.fact, words);
  return valueWords("param" in it ? words.parameters[it.param] : it, "the hours");
}

function windowWords(
  it: Extract<Condition, { readonly window: unknown }>["window"],
  words: Words,
): Text {
  const hours = hoursWords(it.bands, words);
  const zone =
    it.zone === "person"
      ? text("in every zone where the person may be", "（当事人可能所在的每一时区）")
      : text(`(${it.zone})`, `（${it.zone}）`);
  const edges = it.edges === "()" ? text(", ends excluded", "，不含起止时刻") : text("", "");
  return text(
    `the time is within ${hours.en} ${zone.en}${edges.en}`,
    `时间在${hours.zh}之内${zone.zh}${edges.zh}`,
  );
}

function capWords(it: Extract<Condition, { readonly cap: unknown }>["cap"], words: Words): Text {
  const what = selectorWords(it.of);
  const span = periodWords(it.in, words);
  const max = termWords(it.max, words);
  return text(
    `at most ${max.en} of ${what.en} ${span.en}`,
    `${span.zh}${what.zh}不超过${max.zh}次`,
  );
}

const keyWords: Readonly<Record<Key, Text>> = {
  person: text("to one person", "同一人"),
  debt: text("about one debt", "同一债务"),
  kind: text("of one kind", "同一方式"),
  purpose: text("for one purpose", "同一目的"),
  agency: text("by one agency", "同一机构"),
  collector: text("by one collector", "同一催收方"),
  contactPoint: text("to one number or address", "同一联系方式"),
  recipient: text("to one sort of recipient", "同类对象"),
  recipientId: text("to one recipient", "同一对象"),
};

function selectorWords(it: Selector): Text {
  const about = it.about ? ` (${it.about.join(", ")})` : "";
  const outcomes = it.outcomes ? ` [${it.outcomes.join(", ")}]` : "";
  const keys = (it.per ?? []).map((key) => keyWords[key]);
  const left = (it.leaveOut ?? []).map((one) => one.because);
  const live = it.live === true ? text(" still standing", "（有效）") : text("", "");
  const without =
    left.length === 0
      ? text("", "")
      : text(
          ` leaving out: ${left.map((one) => one.en).join("; ")}`,
          `（不计：${left.map((one) => one.zh).join("；")}）`,
        );
  const kinds = it.kinds.join("/");
  const by = keys.map((one) => ` ${one.en}`).join("");
  return text(
    `${kinds}${about}${outcomes}${live.en}${by}${without.en}`,
    `${keys.map((one) => one.zh).join("、")}${kinds}${about}${outcomes}${live.zh}${without.zh}`,
  );
}

function periodWords(it: Period, words: Words): Text {
  if (it.span === "rolling-days") {
    const length = termWords(it.length, words);
    return text(`within ${length.en} days, today being the last`, `连续${length.zh}日内（含当日）`);
  }
  if (it.span === "rolling-hours") {
    const length = termWords(it.length, words);
    return text(`within ${length.en} hours`, `${length.zh}小时内`);
  }
  const spans: Readonly<Record<string, Text>> = {
    day: text("on the same day", "当日"),
    week: text("in the same week", "当周"),
    month: text("in the same month", "当月"),
    year: text("in the same year", "当年"),
    ever: text("at any time before", "此前"),
  };
  return spans[it.span] ?? both(it.span);
}

/** What a fact means, or its name where nobody declared it. */
export function factWords(name: string, words: { readonly pack: Pack }): Text {
  const found = [...words.pack.facts, ...commonFacts].find((it) => it.name === name);
  return found?.meaning ?? both(name);
}

function joined(
  list: readonly Condition[],
  [en, zh]: readonly [string, string],
  words: Words,
): Text {
  const parts = list.map((it) => say(it, words));
  if (parts.length === 1) return parts[0]!;
  const inner = parts.map((it, k) => {
    const isGroup = "all" in list[k]! || "any" in list[k]!;
    return isGroup ? text(`(${it.en})`, `（${it.zh}）`) : it;
  });
  return text(inner.map((it) => it.en).join(en), inner.map((it) => it.zh).join(zh));
}

function wrap(it: Text, en: readonly [string, string], zh: readonly [string, string]): Text {
  return text(en[0] + it.en + en[1], zh[0] + it.zh + zh[1]);
}

function both(words: string): Text {
  return text(words, words);
}
