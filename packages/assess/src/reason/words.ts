import { present } from "@fairdue/kernel";
import type { Model, Term } from "../model/model.ts";
import type { Words } from "../recipe/recipe.ts";

/** A term's name: its feature, or both of a pair. Unique in a model. */
export function termName(model: Model, term: Term): string {
  return term.features.map((f) => featureOf(model, f).name).join(" × ");
}

export function termTitle(model: Model, term: Term): Words {
  const titles = term.features.map((f) => featureOf(model, f).title);
  return { en: titles.map((it) => it.en).join(" with "), zh: titles.map((it) => it.zh).join("与") };
}

/** A reason as a sentence: what counted, which way, and by how many points from the average. */
export function reasonSentence(model: Model, term: Term, points: number): Words {
  const title = termTitle(model, term);
  const size = Math.abs(points);
  if (points === 0)
    return { en: `${capital(title.en)}: as the average`, zh: `${title.zh}：与平均水平相同` };
  const isHarm = points < 0;
  return {
    en: `${capital(title.en)}: ${size} ${size === 1 ? "point" : "points"} ${isHarm ? "below" : "above"} the average`,
    zh: `${title.zh}：比平均水平${isHarm ? "低" : "高"} ${size} 分`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function featureOf(model: Model, f: number) {
  return present(model.features[f], "a term's feature is in the model");
}
