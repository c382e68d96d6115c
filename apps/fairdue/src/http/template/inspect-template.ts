import { inspect } from "@fairdue/conduct";
import type { Plain } from "@fairdue/proof";
import { type Template, textLanguages } from "@fairdue/servicing";

/** What the content inspection says of each language and recipient; one objection is enough. */
export function inspectTemplate(template: Omit<Template, "version">): {
  inspection: Plain;
  isLawful: boolean;
} {
  const verdicts = textLanguages.flatMap((language) =>
    template.recipients.map((role) => {
      const text = `${template.subject[language]}。${template.body[language].replace(/\{\{[^}]*\}\}/g, "…")}`;
      const recipient =
        role === "third-party" ? "third_party" : role === "co-obligor" ? "co_obligor" : "borrower";
      const { verdict, categories, spans } = inspect(text, { recipient });
      return { language, role, verdict, categories, words: spans.map((it) => it.text) };
    }),
  );
  const isLawful = verdicts.every((it) => it.verdict === "lawful");
  return { inspection: JSON.parse(JSON.stringify(verdicts)), isLawful };
}
