/** The words of the check page, in both languages. */
export type Language = "zh" | "en";

export type Word =
  | "title"
  | "lead"
  | "file"
  | "choose"
  | "paste"
  | "key"
  | "keyHint"
  | "witness"
  | "check"
  | "example"
  | "waiting"
  | "proved"
  | "provedMore"
  | "unsigned"
  | "unsignedMore"
  | "broken"
  | "brokenMore"
  | "unread"
  | "record"
  | "claimed"
  | "content"
  | "at"
  | "kind"
  | "outcome"
  | "rules"
  | "place"
  | "seenAt"
  | "holds"
  | "brokenStep"
  | "open"
  | "language"
  | "how";

export const words: Readonly<Record<Word, Readonly<Record<Language, string>>>> = {
  title: { zh: "核验证明", en: "Check a proof" },
  lead: {
    zh: "这一页在您的设备上核验一份证明文件：某条记录确实在公开日志中，且未被改动。不联网，不上传，断网也能用。",
    en: "This page checks a proof file on your own device: that a record is in the public log, unchanged. Nothing is sent anywhere; it works without a network.",
  },
  file: { zh: "证明文件", en: "Proof file" },
  choose: { zh: "选择文件，或拖到这里", en: "Choose a file, or drop it here" },
  paste: { zh: "或粘贴文件内容", en: "or paste its content" },
  key: { zh: "您信任的日志公钥", en: "The log's key that you trust" },
  keyHint: {
    zh: "请从监管机构或合同等其他渠道取得，不要只看文件自称的公钥。",
    en: "Take it from elsewhere (the regulator, your contract), not from the file alone.",
  },
  witness: { zh: "见证人公钥（每行一个，可不填）", en: "Witnesses' keys (one a line, optional)" },
  check: { zh: "核验", en: "Check" },
  example: { zh: "用示例试一试", en: "Try the example" },
  waiting: {
    zh: "给出一份证明文件，即可看到每一步的结果。",
    en: "Give a proof file, and each step's result stands here.",
  },
  proved: { zh: "证明成立", en: "Proved" },
  provedMore: {
    zh: "这条记录在日志中，内容与当时一致，并由您信任的公钥签署。",
    en: "The record is in the log, its content is what was logged, and a key that you trust signed it.",
  },
  unsigned: { zh: "计算无误，签署人待确认", en: "Sound, but the signer is unknown" },
  unsignedMore: {
    zh: "文件自身没有矛盾。还需要一把您信任的公钥，才能知道是谁签署的。",
    en: "The file does not contradict itself. Who signed it is known only with a key that you trust.",
  },
  broken: { zh: "证明不成立", en: "Not proved" },
  brokenMore: {
    zh: "至少有一步不符：记录、内容、位置或签名被改动过。请保留此文件，并向贷款机构或监管机构询问。",
    en: "At least one step does not fit: the record, its content, its place or its signature was changed. Keep the file, and ask the lender or the regulator.",
  },
  unread: { zh: "无法读取", en: "Cannot be read" },
  record: { zh: "记录", en: "The record" },
  claimed: { zh: "文件所称的记录（未获证明）", en: "What the file claims (not proved)" },
  content: { zh: "内容", en: "Content" },
  at: { zh: "时间", en: "At" },
  kind: { zh: "类别", en: "Kind" },
  outcome: { zh: "结果", en: "Outcome" },
  rules: { zh: "依据规则", en: "Rules" },
  place: { zh: "位置", en: "Place" },
  seenAt: { zh: "见证时间", en: "Witnessed at" },
  holds: { zh: "相符", en: "holds" },
  brokenStep: { zh: "不符", en: "broken" },
  open: { zh: "未核验", en: "not checked" },
  language: { zh: "English", en: "中文" },
  how: {
    zh: "方法：RFC 6962 默克尔树，C2SP 检查点与签名。本页源代码公开，可另存后断网使用。",
    en: "Method: Merkle tree of RFC 6962, checkpoints and signatures of C2SP. The source of this page is public; save it and use it offline.",
  },
};
