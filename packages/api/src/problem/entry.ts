/** One entry of the book of problems. */
export type ProblemEntry = {
  readonly status: number;
  readonly title: { readonly en: string; readonly zh: string };
  readonly remedy: { readonly en: string; readonly zh: string };
};

export function entry(
  status: number,
  [titleEn, titleZh]: readonly [en: string, zh: string],
  [en, zh]: readonly [en: string, zh: string],
): ProblemEntry {
  return { status, title: { en: titleEn, zh: titleZh }, remedy: { en, zh } };
}
