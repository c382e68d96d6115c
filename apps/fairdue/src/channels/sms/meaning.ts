/** What a reply asks for; anything that is not one of the known words is a text for a person. */
export type ReplyMeaning = "opt-out" | "opt-in" | "wrong-person" | "text";

const words: readonly (readonly [ReplyMeaning, RegExp])[] = [
  [
    "opt-out",
    /^(t|td|tdt|n|r|0000|退订|退訂|取消|拒收|停止|stop|stopall|unsubscribe|cancel|end|quit|revoke|optout|opt out)$/,
  ],
  ["opt-in", /^(恢复|订阅|start|unstop|yes)$/],
  [
    "wrong-person",
    /^(打错了|发错了|你发错了|不是本人|我不是本人|不认识|wrong number|wrong person|not me)$/,
  ],
];

/**
 * Reads a short reply: width, case, spaces and marks around it do not matter. A longer sentence is
 * not guessed at, except that one which begins with 退订 or STOP is taken at its word.
 */
export function meaningOf(text: string): ReplyMeaning {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\s*回复/u, "")
    .replace(/^[\s"'“”‘’.,:!?。，！？]+|[\s"'“”‘’.,!?。，！？]+$/gu, "");
  for (const [meaning, form] of words) if (form.test(plain)) return meaning;
  return /^(退订|退訂|stop\b)/u.test(plain) ? "opt-out" : "text";
}
