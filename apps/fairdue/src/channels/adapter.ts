import type { Delivery, PermittedMessage } from "@fairdue/store";

/** A message with its permit, opened for sending: address and words, for this moment only. */
export type Parcel = {
  readonly message: PermittedMessage;
  /** From the vault: phone number, e-mail address, postal address. */
  readonly address: string;
  /** Name for the envelope of a letter; empty where it is not needed. */
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
};

/**
 * One way out to one kind of peer. It takes parcels, and a parcel has a permit that was redeemed:
 * there is no other way to make one. It answers what became of it, and never throws for what a peer
 * does.
 */
export type ChannelAdapter = {
  readonly channel: string;
  /** The longest that one delivery may take; it is never begun later than this before the end. */
  readonly guardMs: number;
  /** How many may be under way at once. */
  readonly parcelsMax: number;
  deliver(parcel: Parcel): Promise<Delivery>;
  close(): Promise<void>;
};
