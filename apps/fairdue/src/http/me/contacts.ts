import { listMyContacts, readMyWishes } from "@fairdue/api";
import { accepted } from "@fairdue/kernel";
import { happeningsOf } from "@fairdue/servicing";
import {
  loadContactBook,
  loadFrame,
  loadKnowledge,
  loadOwnContacts,
  type OwnContact,
} from "@fairdue/store";
import { contentPlace, type MessageContent, textOf } from "../../channels/outbox.ts";
import { articleOf, ruleNamed } from "../../law/in-force.ts";
import { answers, type Operation } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { ownId } from "./own.ts";

type Bilingual = { readonly en: string; readonly zh: string };

/** Who contacted the person, by which rule, with what words; and how he wants to be contacted. */
export const contactOperations: readonly Operation[] = [
  answers(listMyContacts, async (shell, { actor }) => {
    const borrowerId = ownId(actor) ?? "";
    const contacts = await loadOwnContacts(shell.database, borrowerId);
    const names = new Map<string, Bilingual>();
    const items = [];
    for (const it of contacts) {
      const { message: _, ...shown } = it;
      items.push({
        ...shown,
        decidedAt: at(it.decidedAt),
        who: await nameOf(shell, names, { borrowerId, agencyId: it.agencyId }),
        rules: it.rules.map(ruleToWire),
        says: { ...it.says },
        text: await textSent(shell, borrowerId, it),
      });
    }
    return accepted({ items });
  }),
  answers(readMyWishes, async ({ database }, { actor }) => {
    const borrowerId = ownId(actor) ?? "";
    const [loaded] = await loadKnowledge(database, [{ borrowerId, requestKey: "wishes" }]);
    const known = loaded?.known;
    if (known === undefined) return accepted({ facts: [], standing: [] });
    const standing = known.events.flatMap((it) =>
      it.kind === "happening" && (it.what === "consent" || it.what === "dispute")
        ? [{ happeningId: it.happeningId, kind: it.what, at: at(it.at), about: aboutOf(it.fields) }]
        : [],
    );
    const live = happeningsOf(known).filter((it) => it.fields["withdrawnAt"] === undefined);
    return accepted({
      facts: known.facts
        .filter((it) => /^(wish|optOut|person|hardship|complaint)\./.test(it.name))
        .map((it) => ({ ...it, knownAt: at(it.knownAt) })),
      standing: standing.filter((it) =>
        live.some((one) => one.kind === it.kind && at(one.at) === it.at),
      ),
    });
  }),
];

function aboutOf(fields: Readonly<Record<string, unknown>>): string {
  const about = fields["about"];
  return typeof about === "string" ? about : "";
}

function ruleToWire(name: string) {
  const found = ruleNamed(name);
  const [cite] = found?.rule.cite ?? [];
  return {
    id: name,
    title: found ? { ...found.rule.title } : houseTitle,
    article: cite === undefined ? null : articleOf(cite),
  };
}

const houseTitle: Bilingual = { zh: "本机构承诺", en: "Our own promise to you" };

async function nameOf(
  { database }: Shell,
  names: Map<string, Bilingual>,
  it: { readonly borrowerId: string; readonly agencyId: string | null },
): Promise<Bilingual> {
  const key = it.agencyId ?? "";
  const known = names.get(key);
  if (known) return known;
  const bookId = (await loadContactBook(database, it.borrowerId)) ?? "";
  const frame = await loadFrame(database, bookId, it.agencyId);
  const name = frame?.agency ?? frame?.lender;
  const said = name ? { zh: name["zh-CN"], en: name.en } : { zh: "贷款机构", en: "The lender" };
  names.set(key, said);
  return said;
}

async function textSent(
  { database, vault }: Shell,
  borrowerId: string,
  { message }: OwnContact,
): Promise<string | null> {
  if (message === null) return null;
  const opened = await vault.unseal(database, borrowerId, message.sealedContent, contentPlace);
  const content: MessageContent = JSON.parse(opened);
  return (await textOf(database, message, content)).text;
}
