/** Where two JSON values differ, deepest path first met; at most twenty, which is enough to look at. */
export function differencesBetween(
  stored: unknown,
  rebuilt: unknown,
  path: string,
): { field: string; stored: string; rebuilt: string }[] {
  const out: { field: string; stored: string; rebuilt: string }[] = [];
  walk(stored, rebuilt, { path, out });
  return out;
}

type Walk = {
  readonly path: string;
  readonly out: { field: string; stored: string; rebuilt: string }[];
};

function walk(stored: unknown, rebuilt: unknown, at: Walk): void {
  if (at.out.length >= 20 || stored === rebuilt) return;
  if (!isObject(stored) || !isObject(rebuilt)) {
    at.out.push({ field: at.path, stored: text(stored), rebuilt: text(rebuilt) });
    return;
  }
  for (const key of new Set([...Object.keys(stored), ...Object.keys(rebuilt)])) {
    const path = Array.isArray(stored) ? `${at.path}[${key}]` : `${at.path}.${key}`;
    walk(Reflect.get(stored, key), Reflect.get(rebuilt, key), { path, out: at.out });
  }
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function text(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value).slice(0, 120);
}
