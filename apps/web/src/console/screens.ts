import type { ScreenEntry } from "../frame/screen.ts";

/** Every screen of the console, in the order of the rail. */
export const consoleScreens: readonly ScreenEntry[] = [
  {
    path: "/",
    title: { zh: "首页", en: "Home" },
    load: () => import("./home/home.tsx"),
    group: "work",
  },
  {
    path: "/account",
    title: { zh: "我的账号", en: "My sign-in" },
    load: () => import("./sign-in/my-account.tsx"),
  },
];

export const groupTitles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  work: { zh: "工作", en: "Work" },
  book: { zh: "账簿", en: "Book" },
  rules: { zh: "规则", en: "Rules" },
  risk: { zh: "风险", en: "Risk" },
  house: { zh: "管理", en: "House" },
};
