/** How a text goes over the air: `gsm` one septet a character, `ucs2` sixteen bits. */
export type SmsCoding = "gsm" | "ucs2";

export type SmsPart = {
  readonly coding: SmsCoding;
  readonly text: string;
  /** Concatenation header, with two parts or more. */
  readonly header: Buffer | null;
};

// GSM 03.38 basic set without its escape; @ and £ and the like are left to UCS-2, as peers differ.
const basic = /^[A-Za-z0-9 !"#%&'()*+,\-./:;<=>?\r\n]*$/;

/**
 * A text in parts of one short message each: 160 or 153 characters in the basic set, 70 or 67 in
 * UCS-2; a pair of surrogates is never torn apart.
 *
 * Source: 3GPP TS 23.040 §9.2.3.24.1 (concatenation, 8-bit reference), TS 23.038 (alphabets).
 * @param reference  0–255, the same for all parts of one message
 * @throws on a text of more than 255 parts: templates are refused long before
 */
export function smsParts(text: string, reference: number): readonly SmsPart[] {
  const coding: SmsCoding = basic.test(text) ? "gsm" : "ucs2";
  const [alone, together] = coding === "gsm" ? [160, 153] : [70, 67];
  if (text.length <= alone) return [{ coding, text, header: null }];
  const pieces = cut(text, together);
  if (pieces.length > 255) throw new RangeError(`a text of ${pieces.length} parts`);
  return pieces.map((piece, k) => ({
    coding,
    text: piece,
    header: Buffer.from([0x05, 0x00, 0x03, reference & 255, pieces.length, k + 1]),
  }));
}

function cut(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
