export { accountSchedule } from "./account-schedule.ts";
