import type { Prior } from "./strategy.ts";

/** A treatment as it stands in a document; the strategy's own form is checked by `parseStrategy`. */
type Declared = Readonly<Record<string, unknown>>;

const lift = (liftPpm: number, spreadPpm: number): Prior => ({ liftPpm, spreadPpm });

const message = (id: string, zh: string, en: string, more: Declared): Declared => ({
  id,
  title: { zh, en },
  purpose: "collection",
  costMinor: 5,
  minutes: 0,
  harm: 1,
  complaintPpm: 150,
  everyDays: 4,
  templateId: id,
  step: { zh: `发送：${zh}`, en: `Send: ${en}` },
  ...more,
});

const call = (id: string, zh: string, en: string, more: Declared): Declared => ({
  id,
  title: { zh, en },
  channel: "call",
  purpose: "collection",
  costMinor: 300,
  minutes: 8,
  harm: 4,
  complaintPpm: 900,
  everyDays: 5,
  step: { zh: `拨打：${zh}`, en: `Call: ${en}` },
  ...more,
});

const openCall = {
  zh: "您好，这里是有度。您有 {overdue} 自 {oldestDueOn} 起未还。想先听听您的情况：现在方便吗？如果一次还清有困难，可以先还一部分、换个还款日，或申请协商。",
  en: "Hello, this is Fairdue. {overdue} has been unpaid since {oldestDueOn}. I would first like to hear how things are: is this a good moment? If paying it all is difficult, you can pay part, move the day, or ask for an arrangement.",
};

const brokenCall = {
  zh: "您好，这里是有度。之前说好的还款没有到账，想了解是遇到了什么情况，看看怎样安排更合适。目前未还 {overdue}。",
  en: "Hello, this is Fairdue. The payment we spoke of has not arrived; I would like to understand what happened and find what suits you better. {overdue} is unpaid.",
};

/** One arm that everybody of a segment is in. */
const onlyArm = (...stages: readonly Declared[]): Declared[] => [
  { id: "champion", sharePpm: 1_000_000, stages },
];
const stage = (fromDpd: number, ...treatments: readonly unknown[]): Declared => ({
  fromDpd,
  treatments,
});

/**
 * The strategy that an installation begins with: mild, early and cheap first; a challenger that waits
 * longer before the first call. Its effects are priors until the hold-out has taught better.
 */
export const standardStrategy: Declared = {
  id: "standard",
  title: { zh: "标准策略", en: "Standard strategy" },
  horizonDays: 14,
  salt: "standard-1",
  holdOut: { sharePpm: 50_000, dpdMax: 30 },
  selfCure: { episodesMin: 2, marginDays: 1 },
  queues: [
    { id: "early", title: { zh: "早期", en: "Early" }, teamId: "north" },
    { id: "middle", title: { zh: "中期", en: "Middle" }, teamId: "north" },
    { id: "late", title: { zh: "后期", en: "Late" }, teamId: "south" },
  ],
  treatments: [
    message("inbox-reminder", "站内提醒", "reminder in the app", {
      channel: "inbox",
      purpose: "reminder",
      costMinor: 0,
      complaintPpm: 20,
      everyDays: 3,
      prior: lift(20_000, 20_000),
    }),
    message("sms-reminder", "短信提醒", "reminder by SMS", {
      channel: "sms",
      prior: lift(40_000, 30_000),
    }),
    message("sms-ways-out", "短信：协商办法", "SMS with the ways out", {
      channel: "sms",
      prior: lift(45_000, 35_000),
    }),
    call("call-open", "了解情况", "hear how things are", {
      words: openCall,
      prior: lift(110_000, 60_000),
    }),
    call("call-arrangement", "商议还款安排", "find an arrangement", {
      words: openCall,
      minutes: 14,
      costMinor: 500,
      skill: "arrangements",
      prior: lift(140_000, 80_000),
    }),
    call("call-broken-promise", "承诺未兑现回访", "after a broken promise", {
      words: brokenCall,
      prior: lift(120_000, 60_000),
    }),
    message("letter-statement", "书面对账函", "letter with the account", {
      channel: "letter",
      costMinor: 300,
      harm: 2,
      complaintPpm: 300,
      everyDays: 30,
      prior: lift(30_000, 30_000),
    }),
  ],
  segments: [
    {
      id: "charged-off",
      title: { zh: "已核销", en: "Charged off" },
      when: { feature: "isChargedOff", is: true },
      queue: "late",
      arms: onlyArm(stage(0, "sms-ways-out", "letter-statement", "call-arrangement")),
    },
    {
      id: "promise-broken",
      title: { zh: "承诺未兑现", en: "Promise broken" },
      when: { feature: "daysSinceBrokenPromise", atMost: 14 },
      queue: "middle",
      arms: onlyArm(stage(0, "sms-ways-out", "call-broken-promise")),
    },
    {
      id: "late",
      title: { zh: "逾期六十天以上", en: "More than sixty days" },
      when: { feature: "dpd", atLeast: 61 },
      queue: "late",
      arms: onlyArm(
        stage(61, "sms-ways-out", "call-arrangement"),
        stage(91, "sms-ways-out", "letter-statement", "call-arrangement"),
      ),
    },
    {
      id: "middle",
      title: { zh: "逾期三十一至六十天", en: "Thirty-one to sixty days" },
      when: { feature: "dpd", atLeast: 31 },
      queue: "middle",
      arms: onlyArm(stage(31, "sms-ways-out", "call-open", "call-arrangement")),
    },
    {
      id: "early",
      title: { zh: "逾期三十天以内", en: "Up to thirty days" },
      when: { feature: "dpd", atLeast: 1 },
      queue: "early",
      arms: [
        {
          id: "champion",
          sharePpm: 800_000,
          stages: [
            stage(1, "inbox-reminder"),
            stage(4, "inbox-reminder", "sms-reminder"),
            stage(10, "sms-reminder", "call-open"),
          ],
        },
        {
          id: "patient",
          sharePpm: 200_000,
          stages: [stage(2, "inbox-reminder"), stage(15, "sms-reminder", "call-open")],
        },
      ],
    },
    {
      id: "warned",
      title: { zh: "早期预警", en: "Warned early" },
      when: { feature: "isEarlyWarning", is: true },
      queue: "early",
      arms: onlyArm(stage(0, "inbox-reminder")),
    },
  ],
  budgets: [
    { id: "money", resource: "cost", atMost: 500_000 },
    { id: "minutes-north", resource: "minutes", atMost: 2_880, where: { team: "north" } },
    { id: "minutes-south", resource: "minutes", atMost: 1_440, where: { team: "south" } },
    { id: "sms", resource: "count", atMost: 20_000, where: { channel: "sms" } },
    { id: "harm", resource: "harm", atMost: 40_000 },
    {
      id: "small-debts",
      resource: "count",
      atLeastPpmOfPeople: 100_000,
      where: { band: "small" },
    },
  ],
  quotes: {
    minutes: { per: 60, name: "collector-hour" },
    cost: { per: 100, name: "currency-unit" },
  },
};
