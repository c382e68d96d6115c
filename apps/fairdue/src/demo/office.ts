import { type RoleId, roleIds, roles } from "@fairdue/servicing";
import {
  approveTemplate,
  insertStaff,
  saveContactRules,
  saveFrame,
  saveTemplate,
  type Database,
} from "@fairdue/store";
import { inspectTemplate } from "../http/template/inspect-template.ts";
import { hashPassword } from "../identity/password.ts";
import { demoTexts } from "./texts.ts";

/** Of every login of the demo: public, so that it opens nothing but invented people. */
export const demoPassword = "youdu-demo";

/** The outside agency that the demo's lender works with. */
export const demoAgency = "agy_demo";

export const demoTeams = ["north", "south"] as const;

const second = "second-collector";

/** One person for each role, and a second collector in the other team. */
export async function hireStaff(database: Database): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const one = (role: RoleId, login: string, teamId: string) => ({
    staffId: `act_${login}`,
    login,
    displayName: `${roles[role].title.zh} ${roles[role].title.en}`,
    roles: [role],
    teamId,
    agencyId: role === "agency-collector" ? demoAgency : null,
    language: "zh-CN" as const,
    passwordHash,
  });
  const people = roleIds.filter((it) => it !== "service");
  await insertStaff(database, [
    ...people.map((role) => one(role, role, demoTeams[0])),
    one("collector", second, demoTeams[1]),
  ]);
}

const lender = { "zh-CN": "有度演示消费金融", en: "Fairdue Demo Finance" };

/** The law that the books go by, the frame of their texts, and the texts, approved by a second person. */
export async function openContactsOffice(
  database: Database,
  it: { readonly bookId: string; readonly at: number },
): Promise<void> {
  const { bookId, at } = it;
  await database.transaction(async (tx) => {
    const by = "act_compliance-officer";
    const facts = {
      "lender.kind": "consumer-finance",
      "agent.isAssessed": true,
      "agency.isListed": true,
      "collector.lastExamOn": new Date(at - 60 * 86_400_000).toISOString().slice(0, 10),
    };
    await saveContactRules(tx, { bookId, packs: ["cn"], facts, by, at });
    const frame = {
      lender,
      agency: null,
      complaintLine: "95000",
      verifyPage: "verify.fairdue.example",
      currency: "CNY",
    };
    await saveFrame(tx, { bookId, agencyId: null, frame, by });
    const agency = { "zh-CN": "示例合作机构", en: "Example Agency" };
    await saveFrame(tx, { bookId, agencyId: demoAgency, frame: { ...frame, agency }, by });
    for (const template of demoTexts) {
      const inspected = inspectTemplate(template);
      const author = "act_administrator";
      const version = await saveTemplate(tx, { template, author, ...inspected, at });
      const { templateId } = template;
      await approveTemplate(tx, { templateId, version, approver: by, at });
    }
  });
}

/** Real loans from America go by American law. */
export async function openSecondOffice(
  database: Database,
  it: { readonly bookId: string; readonly at: number },
): Promise<void> {
  const { bookId, at } = it;
  const by = "act_compliance-officer";
  await database.transaction(async (tx) => {
    await saveContactRules(tx, { bookId, packs: ["us"], facts: {}, by, at });
    const frame = {
      lender,
      agency: null,
      complaintLine: "800-555-0100",
      verifyPage: "verify.fairdue.example",
      currency: "USD",
    };
    await saveFrame(tx, { bookId, agencyId: null, frame, by });
  });
}
