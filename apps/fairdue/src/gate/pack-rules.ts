import type { ContactRules } from "@fairdue/servicing";

/** The rules of the packs in force. Where no pack is loaded, nothing is permitted: nobody guesses. */
export function packRules(): ContactRules {
  return () => ({
    outcome: "deny",
    earliestAt: null,
    rules: ["house/no-pack@1"],
    says: { en: "No rule pack is loaded.", zh: "未加载任何规则包。" },
    trace: [],
  });
}
