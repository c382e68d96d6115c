import { type Problem, parseDay } from "@fairdue/kernel";

/** Reads one value at a path; what is wrong goes to `problems`, all of it, never only the first. */
export type Check = (value: unknown, path: string, problems: Problem[]) => void;

export function complain(
  problems: Problem[],
  field: string,
  value: unknown,
  expected: string,
): void {
  const shown = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  problems.push({ field, value: shown.length > 80 ? `${shown.slice(0, 77)}...` : shown, expected });
}

export function integer(min: number, max: number): Check {
  return (value, path, problems) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < min || value > max) {
      complain(problems, path, value, `a whole number from ${min} to ${max}`);
    }
  };
}

export const text: Check = (value, path, problems) => {
  if (typeof value !== "string" || value.trim() === "") {
    complain(problems, path, value, "a text that is not empty");
  }
};

export const dayText: Check = (value, path, problems) => {
  if (typeof value !== "string" || parseDay(value) === undefined) {
    complain(problems, path, value, "a calendar day such as 2026-01-31");
  }
};

export const truth: Check = (value, path, problems) => {
  if (typeof value !== "boolean") complain(problems, path, value, "true or false");
};

export function oneOf(...words: readonly string[]): Check {
  return (value, path, problems) => {
    if (typeof value !== "string" || !words.includes(value)) {
      complain(problems, path, value, `one of ${words.join(", ")}`);
    }
  };
}

export function matching(pattern: RegExp, expected: string): Check {
  return (value, path, problems) => {
    if (typeof value !== "string" || !pattern.test(value))
      complain(problems, path, value, expected);
  };
}

export function nullable(check: Check): Check {
  return (value, path, problems) => {
    if (value !== null) check(value, path, problems);
  };
}

export function list(check: Check, sizeMin: number, sizeMax = 1000): Check {
  return (value, path, problems) => {
    if (!Array.isArray(value) || value.length < sizeMin || value.length > sizeMax) {
      complain(problems, path, value, `a list of ${sizeMin} to ${sizeMax} items`);
      return;
    }
    value.forEach((it, index) => {
      check(it, `${path}[${index}]`, problems);
    });
  };
}

/** An object with exactly these fields. */
export function object(fields: Readonly<Record<string, Check>>): Check {
  return (value, path, problems) => {
    if (!isRecord(value)) {
      complain(problems, path || "(whole)", value, "an object");
      return;
    }
    for (const [name, check] of Object.entries(fields)) {
      check(value[name], path ? `${path}.${name}` : name, problems);
    }
    for (const name of Object.keys(value)) {
      if (!(name in fields)) {
        complain(problems, path ? `${path}.${name}` : name, value[name], "no such field");
      }
    }
  };
}

/** Entries with `from` in rising order: the value of a day is the last that has begun. */
export function rising(entry: Check, by: string): Check {
  const items = list(entry, 1);
  return (value, path, problems) => {
    items(value, path, problems);
    if (!Array.isArray(value)) return;
    for (let index = 1; index < value.length; index += 1) {
      const before: unknown = isRecord(value[index - 1]) ? value[index - 1][by] : undefined;
      const now: unknown = isRecord(value[index]) ? value[index][by] : undefined;
      if (!(compare(before, now) < 0)) {
        complain(problems, `${path}[${index}].${by}`, now, "later than the entry before");
      }
    }
  };
}

export function dated(check: Check): Check {
  return rising(object({ from: dayText, value: check, source: text }), "from");
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return typeof a === "string" && typeof b === "string" ? (a < b ? -1 : a > b ? 1 : 0) : 0;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
