/** Words for people, in both languages of the house. */
export type Text = { readonly en: string; readonly zh: string };

/** `text("No contact at night", "夜间不得联系")`. */
export function text(en: string, zh: string): Text {
  return { en, zh };
}
