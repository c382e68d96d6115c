import type { Bilingual } from "../text/language.tsx";

/** The public pages, as every public page links them. */
export function publicLinks(
  say: (text: Bilingual) => string,
): readonly { readonly to: string; readonly label: string }[] {
  return [
    { to: "/verify", label: say({ zh: "核实联系", en: "Verify a contact" }) },
    { to: "/treatment", label: say({ zh: "逾期对待", en: "When late" }) },
    { to: "/complain", label: say({ zh: "投诉", en: "Complain" }) },
    { to: "/supervision", label: say({ zh: "监督数据", en: "Supervision" }) },
  ];
}
