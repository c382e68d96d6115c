import { any, consented, happened, is, not, ref, rule, type Rule, text } from "@fairdue/conduct";
import { isUntold } from "./bound.ts";
import { tcpa } from "./instruments.ts";

export const autodialConsent: Rule = rule({
  id: "us.tcpa.consent",
  version: 1,
  title: text(
    "Autodialled calls and texts, and artificial voices, need prior express consent",
    "自动拨号、自动短信及人工语音须事先明示同意",
  ),
  governs: ["call", "sms", "voicemail"],
  inForce: { from: "1992-12-20" },
  when: is("act.isAutomated"),
  test: consented("autodialled", "automated", "robocall"),
  severity: "block",
  force: "prohibition",
  cite: [tcpa("(a)(1)", "secondary")],
  remedy: text("Let a person dial, or obtain consent.", "请改为人工拨打，或先取得同意。"),
  examples: `
    ## with consent
    consent 2026-11-01T10:00 autodialled
    act 2026-11-10T10:00 call isAutomated=true
    then permitted
    ## without
    act 2026-11-10T10:00 call isAutomated=true
    then refused
  `,
});

export const revocation: Rule = rule({
  id: "us.tcpa.revocation",
  version: 1,
  title: text(
    "Revoked by any reasonable word: honoured within ten business days, here at once",
    "以任何合理方式撤回同意的，十个工作日内生效，本系统即时生效",
  ),
  governs: ["call", "sms", "voicemail"],
  inForce: { from: "2025-04-11" },
  when: is("act.isAutomated"),
  test: not(
    happened({
      what: {
        kinds: ["request", "refusal"],
        about: ["opt-out", "stop-channel", "revocation", "cease"],
        live: true,
        where: any(isUntold("event.channel"), { equal: [ref("event.channel"), ref("act.kind")] }),
      },
      in: { span: "ever" },
    }),
  ),
  severity: "block",
  force: "prohibition",
  cite: [tcpa("(a)(10)", "secondary", "stop, quit, end, revoke, opt out, cancel, unsubscribe")],
  remedy: text("Stop robocalls and robotexts on this topic.", "停止该事项的自动呼叫与短信。"),
  examples: `
    consent 2026-10-01T10:00 autodialled
    ## not revoked
    act 2026-11-10T10:00 sms isAutomated=true elements=opt-out
    then permitted
    ## STOP
    request 2026-11-01T10:00 opt-out channel=sms
    act 2026-11-10T10:00 sms isAutomated=true elements=opt-out
    then refused
  `,
});

export const revokeAll: Rule = rule({
  id: "us.tcpa.revoke-all",
  version: 1,
  title: text(
    "From 31 January 2027 one revocation ends all robocalls and robotexts, whatever their topic",
    "自2027年1月31日起，一次撤回即终止全部自动呼叫与短信",
  ),
  governs: ["call", "sms", "voicemail"],
  inForce: { from: "2027-01-31" },
  when: is("act.isAutomated"),
  test: not(
    happened({
      what: {
        kinds: ["request", "refusal"],
        about: ["opt-out", "stop-channel", "revocation", "cease"],
        live: true,
      },
      in: { span: "ever" },
    }),
  ),
  severity: "block",
  force: "prohibition",
  cite: [tcpa("(a)(10), waiver orders of 2025-04-07 and 2026-01-06", "secondary", "moved twice")],
  remedy: text("Stop all robocalls and robotexts.", "停止全部自动呼叫与短信。"),
  examples: `
    consent 2026-10-01T10:00 autodialled
    ## no revocation
    act 2027-01-31T10:00 call isAutomated=true
    then permitted
    ## a revocation by text closes the telephone too
    request 2027-01-15T10:00 revocation channel=sms
    act 2027-01-31T10:00 call isAutomated=true
    then refused
    ## the day before, it closes the texts only
    request 2027-01-15T10:00 revocation channel=sms
    act 2027-01-30T10:00 call isAutomated=true
    then allow
  `,
});
