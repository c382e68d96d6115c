declare module "smpp" {
  import type { EventEmitter } from "node:events";
  import type { Server as NetServer } from "node:net";

  export type Pdu = {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly message_id?: string;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly esm_class?: number;
    readonly data_coding?: number;
    readonly short_message?: { readonly message: string | Buffer; readonly udh?: unknown };
    readonly message_payload?: { readonly message: string | Buffer };
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    readonly user_message_reference?: number;
    response(fields?: Record<string, unknown>): Pdu;
    isResponse(): boolean;
  };

  export class Session extends EventEmitter {
    readonly socket: { readonly writable: boolean };
    send(pdu: Pdu): boolean;
    close(done?: () => void): void;
    destroy(done?: () => void): void;
    bind_transceiver(fields: Record<string, unknown>, answer: (pdu: Pdu) => void): boolean;
    submit_sm(fields: Record<string, unknown>, answer: (pdu: Pdu) => void): boolean;
    deliver_sm(fields: Record<string, unknown>, answer?: (pdu: Pdu) => void): boolean;
    enquire_link(answer: (pdu: Pdu) => void): boolean;
    unbind(answer?: (pdu: Pdu) => void): boolean;
  }

  const smpp: {
    connect(options: Record<string, unknown>): Session;
    createServer(
      options: Record<string, unknown>,
      listener: (session: Session) => void,
    ): NetServer & { readonly sessions: readonly Session[] };
  };
  export default smpp;
}
