import type { Reader } from "./read.ts";
import {
  type Budget,
  type BudgetFilter,
  budgetFilters,
  budgetResources,
  type Strategy,
} from "./strategy.ts";
import { isObject } from "./tell.ts";

const most = 1_000_000_000_000;

export function readBudgets(it: Reader): readonly Budget[] {
  if (Array.isArray(it.value("budgets")) && (it.value("budgets") as unknown[]).length === 0)
    return [];
  return it.list("budgets").map(readBudget);
}

function readBudget(it: Reader): Budget {
  it.only(["id", "resource", "atMost", "atLeast", "atLeastPpmOfPeople", "where"]);
  const budget: Budget = {
    id: it.slug("id"),
    resource: it.oneOf("resource", budgetResources),
    atMost: it.has("atMost") ? it.integer("atMost", 0, most) : null,
    atLeast: it.has("atLeast") ? it.integer("atLeast", 0, most) : null,
    atLeastPpmOfPeople: it.has("atLeastPpmOfPeople")
      ? it.integer("atLeastPpmOfPeople", 0, 1_000_000)
      : null,
    where: it.has("where") ? readWhere(it) : {},
  };
  const { atMost, atLeast, atLeastPpmOfPeople } = budget;
  if (atMost === null && atLeast === null && atLeastPpmOfPeople === null)
    it.tell(it.path("atMost"), undefined, "atMost, atLeast or atLeastPpmOfPeople");
  if (atLeastPpmOfPeople !== null && budget.resource !== "count")
    it.tell(it.path("resource"), budget.resource, "count, where a share of people is asked for");
  if (atLeast !== null && atLeastPpmOfPeople !== null)
    it.tell(it.path("atLeast"), atLeast, "either atLeast or atLeastPpmOfPeople");
  return budget;
}

function readWhere(it: Reader): Budget["where"] {
  const given = it.value("where");
  const where: Partial<Record<BudgetFilter, readonly string[]>> = {};
  if (!isObject(given)) {
    it.tell(it.path("where"), given, 'an object such as {"team": "north"}');
    return where;
  }
  for (const [name, value] of Object.entries(given)) {
    const filter = budgetFilters.find((one) => one === name);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const isTexts = values.length > 0 && values.every((one) => typeof one === "string");
    if (filter === undefined)
      it.tell(it.path(`where.${name}`), value, `one of ${budgetFilters.join(", ")}`);
    else if (isTexts) where[filter] = values as string[];
    else it.tell(it.path(`where.${name}`), value, "a text, or a list of texts");
  }
  return where;
}

export function readQuotes(it: Reader): Strategy["quotes"] {
  const given = it.has("quotes") ? it.value("quotes") : {};
  if (!isObject(given)) {
    it.tell(it.path("quotes"), given, '{"minutes": {"per": 60, "name": "collector-hour"}}');
    return {};
  }
  const quotes: Record<string, { per: number; name: string }> = {};
  for (const name of Object.keys(given)) {
    const one = it.under(given[name], `quotes.${name}`);
    one.only(["per", "name"]);
    quotes[name] = { per: one.integer("per", 1, 1_000_000), name: one.slug("name") };
  }
  return quotes;
}
