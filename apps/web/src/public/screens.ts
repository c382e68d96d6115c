import type { ScreenEntry } from "../frame/screen.ts";

/** The public pages beside the first one: read like a page of a good report. */
export const publicScreens: readonly ScreenEntry[] = [
  {
    path: "/verify",
    title: { zh: "核实一次联系", en: "Verify a contact" },
    load: () => import("./verify/verify.tsx"),
  },
  {
    path: "/v/$code",
    title: { zh: "核实一次联系", en: "Verify a contact" },
    load: () => import("./verify/verify.tsx"),
  },
  {
    path: "/treatment",
    title: { zh: "逾期后会怎样", en: "When a payment is late" },
    load: () => import("./treatment/treatment.tsx"),
  },
  {
    path: "/complain",
    title: { zh: "投诉", en: "Complain" },
    load: () => import("./complain/complain.tsx"),
  },
  {
    path: "/supervision",
    title: { zh: "监督数据", en: "Supervision figures" },
    load: () => import("./supervision/supervision.tsx"),
  },
];
