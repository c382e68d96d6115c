import {
  approveTemplateVersion,
  listTemplates,
  refusal,
  retireTemplateVersion,
  setTextFrame,
  writeTemplate,
} from "@fairdue/api";
import { accepted, refused } from "@fairdue/kernel";
import { problemsOfTemplate } from "@fairdue/servicing";
import {
  approveTemplate,
  loadBook,
  loadTemplates,
  retireTemplate,
  saveFrame,
  saveTemplate,
  type TemplateOnRecord,
} from "@fairdue/store";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import { at } from "../contact/wire.ts";
import { inspectTemplate } from "./inspect-template.ts";

export const templateModule: HttpModule = {
  name: "template",
  operations: [
    answers(listTemplates, async ({ database }) =>
      accepted({ templates: (await loadTemplates(database)).map(toWire) }),
    ),
    writes(writeTemplate, async ({ now }, { body, actor }, tx) => {
      const [first] = problemsOfTemplate({ ...body, version: 1 });
      if (first !== undefined) return refused(refusal("invalid-request", first));
      const { inspection, isLawful } = inspectTemplate(body);
      const author = actor.actorId;
      const version = await saveTemplate(tx, {
        template: body,
        author,
        inspection,
        isLawful,
        at: now(),
      });
      return accepted({ version, isLawful, inspection });
    }),
    writes(approveTemplateVersion, async ({ now }, { params, actor }, tx) => {
      const approver = actor.actorId;
      const approved = await approveTemplate(tx, { ...params, approver, at: now() });
      if (approved.ok) return accepted({ approver });
      const { code } = approved.refusal;
      return refused(refusal(code === "template-unknown" ? "template-not-found" : code));
    }),
    writes(retireTemplateVersion, async (_, { params, body, actor }, tx) => {
      const retired = await retireTemplate(tx, {
        ...params,
        by: actor.actorId,
        reason: body.reason,
      });
      return retired ? accepted({ isRetired: true }) : refused(refusal("template-not-found"));
    }),
    writes(setTextFrame, async (_, { params, body, actor }, tx) => {
      const { bookId } = params;
      if ((await loadBook(tx, bookId)) === undefined) return refused(refusal("book-not-found"));
      const { agencyId, ...frame } = body;
      await saveFrame(tx, { bookId, agencyId, frame, by: actor.actorId });
      return accepted({ bookId });
    }),
  ],
};

function toWire(it: TemplateOnRecord) {
  const { channels, recipients, ...template } = it.template;
  return {
    ...template,
    channels: [...channels],
    recipients: [...recipients],
    author: it.author,
    writtenAt: at(it.writtenAt),
    isLawful: it.isLawful,
    inspection: it.inspection,
    approver: it.approval?.approver ?? null,
    approvedAt: it.approval === null ? null : at(it.approval.approvedAt),
    retiredAt: it.retiredAt === null ? null : at(it.retiredAt),
  };
}
