export * from "./calendar.ts";
export { chinaDays, chinaNotices } from "./cn-days.ts";
export { calendarNamed, parseCalendar, shippedCalendars } from "./parse-calendar.ts";
