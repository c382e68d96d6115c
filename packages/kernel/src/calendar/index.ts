export * from "./calendar.ts";
export { chinaDays, chinaNotices } from "./cn-days.ts";
