import type { Context, Hono } from "hono";
import { letterPdf } from "../../channels/letter/letter.ts";
import type { Shell } from "../compose/shell.ts";

/**
 * The offer letter as PDF: read through the API as whoever asks, so that nothing is printed here that
 * he could not read there. Name and address are put on when the letter channel sends it by its permit.
 */
export function mountLetter(app: Hono, shell: Shell): void {
  const print = async (c: Context, path: string): Promise<Response> => {
    const answer = await app.request(`${path}${new URL(c.req.url).search}`, {
      headers: c.req.raw.headers,
    });
    if (!answer.ok) return answer;
    const { subject, text } = (await answer.json()) as { subject: string; text: string };
    const pdf = await letterPdf({
      sender: "有度 Fairdue",
      senderAddress: "",
      writtenOn: new Date(shell.now()).toISOString().slice(0, 10),
      name: "",
      address: "",
      subject,
      text,
      verifyCode: "",
    });
    c.header("content-type", "application/pdf");
    c.header("content-disposition", 'inline; filename="offer.pdf"');
    return c.body(new Uint8Array(pdf));
  };
  app.get("/files/borrowers/:borrowerId/arrangements/:arrangementId/letter.pdf", (c) => {
    const { borrowerId, arrangementId } = c.req.param();
    return print(c, `/v1/borrowers/${borrowerId}/arrangements/${arrangementId}/letter`);
  });
  app.get("/files/me/arrangements/:arrangementId/letter.pdf", (c) =>
    print(c, `/v1/me/arrangements/${c.req.param("arrangementId")}/letter`),
  );
}
