type Words = { readonly en: string; readonly zh: string };

/** What the verify page says; plain, and the same for everyone. */
export const sayings: { readonly genuine: Words; readonly notGenuine: Words } = {
  genuine: {
    en: "This contact is genuine: it was permitted and is on record.",
    zh: "该次联系属实：已获许可并留有记录。",
  },
  notGenuine: {
    en: "We made no contact with this code. Do not pay and give no codes or passwords; we have noted it as a suspected impostor. If someone threatens you, keep the evidence and call the police (110 in China).",
    zh: "我们没有使用该核验码联系过任何人。请勿付款，勿提供验证码或密码；我们已将其登记为疑似冒充。如遇威胁，请保留证据并报警（110）。",
  },
};

/** Source: 《金融机构个人消费类贷款催收工作指引（试行）》 eight bans; GB/T 45251-2025 §5.3. */
export const mayNever: readonly Words[] = [
  { en: "threaten, insult or deceive you", zh: "威胁、辱骂或欺骗您" },
  {
    en: "pretend to be the police, a court or another authority",
    zh: "冒充公安、法院或其他国家机关",
  },
  { en: "tell others of your debt", zh: "向他人透露您的债务" },
  { en: "ask you to pay into a private account", zh: "要求您向个人账户付款" },
  { en: "enter your home or workplace without your consent", zh: "未经同意进入您的住所或办公场所" },
  {
    en: "contact you between 22:00 and 08:00 unless you agreed",
    zh: "未经同意在22:00至次日8:00联系您",
  },
];

export const rights: readonly Words[] = [
  {
    en: "You may ask who is calling and for whom, and what the debt consists of.",
    zh: "您可以要求对方说明身份、受谁委托以及债务构成。",
  },
  {
    en: "You may object to the debt; then it is checked before anything else.",
    zh: "您可以对债务提出异议，我们将先行核实。",
  },
  {
    en: "You may choose channels and hours, and ask for help if paying is difficult.",
    zh: "您可以选择联系方式和时段；如还款有困难，可申请协商。",
  },
  {
    en: "You may complain to us, and to the regulator (12378 in China) if we do not settle it.",
    zh: "您可以向我们投诉；未能解决的，可向监管部门反映（12378）。",
  },
  { en: "You may report this contact on this page.", zh: "您可以在本页举报此次联系。" },
];
