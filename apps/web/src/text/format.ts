import type { Language } from "./language.tsx";

/** Minor units to `1,234.56`, the minus as −. */
export function amountText(minor: number, digits = 2): string {
  const whole = Math.trunc(Math.abs(minor) / 10 ** digits);
  const rest = String(Math.abs(minor) % 10 ** digits).padStart(digits, "0");
  const grouped = String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${minor < 0 ? "−" : ""}${grouped}${digits === 0 ? "" : `.${rest}`}`;
}

/** `1,234.56 元` or `CNY 1,234.56`. */
export function moneyText(minor: number, language: Language, currency = "CNY"): string {
  if (language === "zh-CN" && currency === "CNY") return `${amountText(minor)} 元`;
  return `${currency} ${amountText(minor)}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026年11月24日` or `24 Nov 2026` from an ISO day. */
export function dayText(iso: string, language: Language): string {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  if (language === "zh-CN") return `${year}年${month}月${day}日`;
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** `11月24日` or `24 Nov`. */
export function shortDayText(iso: string, language: Language): string {
  const [, month, day] = iso.slice(0, 10).split("-").map(Number);
  return language === "zh-CN" ? `${month}月${day}日` : `${day} ${months[(month ?? 1) - 1]}`;
}

/** Wall-clock `HH:MM` of an instant in a zone. */
export function timeText(iso: string, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(iso));
}

/** Parts per million a year as `年化 14.6%（单利）` or `14.6% a year`. */
export function yearRateText(ppm: number, language: Language): string {
  const percent = (ppm / 10_000).toFixed(2).replace(/\.?0+$/, "");
  return language === "zh-CN" ? `年化 ${percent}%（单利）` : `${percent}% a year, simple`;
}

export function percentText(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}%`;
}

export function countText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
