import type { ScreenEntry } from "../frame/screen.ts";

/** The borrower's pages, phone first: one question a screen, the answer first. */
export const borrowerScreens: readonly ScreenEntry[] = [
  {
    path: "/me",
    title: { zh: "我的借款", en: "My credit" },
    load: () => import("./home/home.tsx"),
  },
  {
    path: "/me/sign-in",
    title: { zh: "登录", en: "Sign in" },
    load: () => import("./sign-in/sign-in.tsx"),
  },
  {
    path: "/me/late/$accountId",
    title: { zh: "晚还会怎样", en: "If I pay late" },
    load: () => import("./late/late.tsx"),
  },
  {
    path: "/me/repay/$accountId",
    title: { zh: "还款", en: "Pay" },
    load: () => import("./pay/repay.tsx"),
  },
  {
    path: "/me/pay/$paymentId",
    title: { zh: "支付结果", en: "Payment" },
    load: () => import("./pay/result.tsx"),
  },
  {
    path: "/me/draw/$accountId",
    title: { zh: "借款", en: "Draw cash" },
    load: () => import("./draw/draw.tsx"),
  },
  {
    path: "/me/instalments/$accountId",
    title: { zh: "分期", en: "Instalments" },
    load: () => import("./instalments/instalments.tsx"),
  },
  {
    path: "/me/limit/$accountId",
    title: { zh: "额度", en: "Limit" },
    load: () => import("./limit/limit.tsx"),
  },
  {
    path: "/me/help",
    title: { zh: "还不上", en: "I can't pay" },
    load: () => import("./help/help.tsx"),
  },
  {
    path: "/me/contacts",
    title: { zh: "谁联系过我", en: "Who contacted me" },
    load: () => import("./contacts/contacts.tsx"),
  },
  {
    path: "/me/wishes",
    title: { zh: "联系方式偏好", en: "How to contact me" },
    load: () => import("./wishes/wishes.tsx"),
  },
  {
    path: "/me/data",
    title: { zh: "我的数据", en: "My data" },
    load: () => import("./data/data.tsx"),
  },
  {
    path: "/me/complaints",
    title: { zh: "投诉与异议", en: "Complaints" },
    load: () => import("./complaints/complaints.tsx"),
  },
  {
    path: "/me/lessons",
    title: { zh: "讲清楚", en: "Plainly" },
    load: () => import("./lessons/lessons.tsx"),
  },
];
