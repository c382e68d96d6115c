import type { MaskKind, PersonalFieldId } from "./catalogue.ts";
import { personalFields } from "./catalogue.ts";

/**
 * What is shown where nobody has stated a purpose.
 *
 * @example maskOf("phone", "13800138000")
 * // => "138****8000"
 */
export function maskOf(field: PersonalFieldId, value: string): string {
  const known = personalFields[field];
  return masks[known.mask](value);
}

const masks: Readonly<Record<MaskKind, (value: string) => string>> = {
  name: (value) => {
    const letters = [...value.trim()];
    const isHan = /\p{Script=Han}/u.test(letters[0] ?? "");
    return isHan
      ? `${letters[0]}${"*".repeat(Math.max(1, letters.length - 1))}`
      : value
          .trim()
          .split(/\s+/)
          .map((word) => `${[...word][0]}***`)
          .join(" ");
  },
  phone: (value) => {
    const digits = value.replace(/[^\d+]/g, "");
    return digits.length < 8 ? "****" : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  },
  email: (value) => {
    const at = value.lastIndexOf("@");
    return at < 1 ? "***" : `${[...value][0]}***${value.slice(at)}`;
  },
  digits: (value) => `${"*".repeat(8)}${value.replace(/\s/g, "").slice(-4)}`,
  // Down to the district: enough to know the region, not the door.
  address: (value) => {
    const place = /^.*?(?:区|县|旗|市辖区)/.exec(value)?.[0];
    return `${place ?? [...value].slice(0, 6).join("")}***`;
  },
  hidden: () => "***",
};

/** One form of a value, so that the same phone or name is found however it was typed. */
export function searchFormOf(field: PersonalFieldId, value: string): string {
  const folded = value.normalize("NFKC").trim().toLowerCase();
  if (field === "phone") return folded.replace(/[^\d]/g, "").replace(/^86(?=1\d{10}$)/, "");
  if (field === "name") return folded.replace(/\s+/g, " ");
  return folded.replace(/\s/g, "");
}
