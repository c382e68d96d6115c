import { once } from "node:events";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { ChannelAdapter, Parcel } from "../adapter.ts";
import { letterFont } from "./glyphs.ts";

export type LetterHead = {
  readonly sender: string;
  readonly senderAddress: string;
  /** When it is printed, as a day in words. */
  readonly writtenOn: string;
};

export type Letter = LetterHead & {
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly verifyCode: string;
};

/** Millimetres in PDF points. */
const mm = 72 / 25.4;

/**
 * A letter as PDF, ready for print: A4, address in the window of a DL envelope (GB/T 1416 ZL),
 * Chinese and Latin in one embedded font with only the characters used.
 */
export async function letterPdf(letter: Letter): Promise<Buffer> {
  const { sender, senderAddress, name, address, subject, text, verifyCode, writtenOn } = letter;
  const document = new PDFDocument({
    size: "A4",
    margins: { top: 20 * mm, bottom: 20 * mm, left: 25 * mm, right: 20 * mm },
    info: { Title: subject, Author: sender },
    lang: "zh-CN",
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const words = [sender, senderAddress, name, address, subject, text, verifyCode, writtenOn].join(
    "",
  );
  document.font(letterFont(`${words} ?`));
  document.fontSize(14).text(sender);
  document.fontSize(9).fillColor("#444").text(senderAddress).fillColor("#000");
  document.fontSize(11).text(`${name}\n${address}`, 25 * mm, 52 * mm, { width: 85 * mm });
  document.text(writtenOn, 25 * mm, 90 * mm, { align: "right" });
  document
    .fontSize(13)
    .text(subject, 25 * mm, 100 * mm)
    .moveDown(0.8);
  document.fontSize(11).text(text, { lineGap: 4, paragraphGap: 6 });
  document.end();
  await once(document, "end");
  return Buffer.concat(chunks);
}

/**
 * Writes letters into the print room's folder, one file per message, complete or not at all: the
 * same message written twice is the same file.
 */
export function letterAdapter(options: {
  readonly folder: string;
  readonly head: () => LetterHead;
}): ChannelAdapter {
  return {
    channel: "letter",
    guardMs: 30_000,
    parcelsMax: 4,
    deliver: async (parcel: Parcel) => {
      const { message, name, address, subject, text } = parcel;
      if (address === "") return { kind: "refused", error: "no postal address" };
      const letter = { ...options.head(), name, address, subject, text };
      const pdf = await letterPdf({ ...letter, verifyCode: message.verifyCode });
      await mkdir(options.folder, { recursive: true });
      const path = join(options.folder, `${message.messageId}.pdf`);
      await writeFile(`${path}.part`, pdf);
      await rename(`${path}.part`, path);
      return { kind: "accepted", refs: [`letter:${message.messageId}`] };
    },
    close: async () => {},
  };
}
