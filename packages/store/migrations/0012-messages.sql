-- Invariant: a message cannot exist without a redeemed permit, and one permit makes one message: the
-- foreign key points at the permit's end, which the same key lets be `redeemed` only.

CREATE TABLE messages (
  borrower_id text NOT NULL,
  message_id uuid NOT NULL,
  permit_id uuid NOT NULL,
  ended text NOT NULL DEFAULT 'redeemed' CHECK (ended = 'redeemed'),
  channel text NOT NULL CHECK (channel IN ('sms', 'email', 'push', 'inbox', 'letter', 'message')),
  -- Which of the person's addresses in the vault; never the address itself.
  contact_point text NOT NULL,
  template_id text,
  template_version integer,
  language text NOT NULL,
  -- Variables (or the free text), sealed with the person's key: text and person end together.
  sealed_content bytea NOT NULL,
  verify_code text NOT NULL,
  -- The act that the permit was for: what is on record as the attempt.
  act json NOT NULL,
  status text NOT NULL CHECK (status IN
    ('queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'expired', 'revoked')),
  -- After this instant it is not sent any more: the permit's own end.
  send_by timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  claimed_at timestamptz,
  settled_at timestamptz,
  last_error text,
  queued_at timestamptz NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, message_id),
  UNIQUE (borrower_id, permit_id),
  FOREIGN KEY (borrower_id, permit_id, ended)
    REFERENCES permit_ends (borrower_id, permit_id, ended)
) WITH (fillfactor = 80);
CREATE INDEX messages_due ON messages (channel, next_try_at) WHERE status = 'queued';
CREATE INDEX messages_sending ON messages (claimed_at) WHERE status = 'sending';

CREATE FUNCTION hold_message() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moves constant text := ',queued>sending,queued>expired,queued>revoked,sending>queued,'
  'sending>sent,sending>failed,sending>unknown,sending>expired,sending>revoked,sent>delivered,sent>failed,'
  'unknown>delivered,unknown>sent,unknown>failed,';
BEGIN
  IF OLD.status <> NEW.status AND position(',' || OLD.status || '>' || NEW.status || ',' IN moves) = 0
  THEN
    RAISE EXCEPTION 'a message that is % does not become %', OLD.status, NEW.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.borrower_id, OLD.message_id, OLD.permit_id, OLD.channel, OLD.sealed_content, OLD.send_by)
    IS DISTINCT FROM
    (NEW.borrower_id, NEW.message_id, NEW.permit_id, NEW.channel, NEW.sealed_content, NEW.send_by)
  THEN
    RAISE EXCEPTION 'what a message says, to whom and until when does not change'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER messages_held BEFORE UPDATE ON messages FOR EACH ROW EXECUTE FUNCTION hold_message();
REVOKE DELETE, TRUNCATE ON messages FROM fairdue_app;

-- What a peer told of a message: the same receipt again changes nothing.
CREATE TABLE message_receipts (
  borrower_id text NOT NULL,
  message_id uuid NOT NULL,
  part smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('accepted', 'delivered', 'failed', 'read')),
  provider_ref text NOT NULL,
  told_at timestamptz NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, message_id, part, state),
  FOREIGN KEY (borrower_id, message_id) REFERENCES messages
);
CREATE TRIGGER message_receipts_immutable BEFORE UPDATE OR DELETE ON message_receipts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON message_receipts FROM fairdue_app;

-- What the person wrote back, sealed with their key; the same text delivered twice is one reply.
CREATE TABLE replies (
  borrower_id text NOT NULL,
  reply_id uuid NOT NULL,
  channel text NOT NULL,
  peer_ref text NOT NULL,
  received_at timestamptz NOT NULL,
  -- What the words ask for: an opt-out is in force at once.
  meaning text NOT NULL CHECK (meaning IN ('opt-out', 'opt-in', 'wrong-person', 'text')),
  sealed_text bytea NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, reply_id),
  UNIQUE (borrower_id, channel, peer_ref)
);
CREATE TRIGGER replies_immutable BEFORE UPDATE OR DELETE ON replies
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON replies FROM fairdue_app;

-- From the peer's name for a part to the message: spread by that name, not by person.
CREATE TABLE provider_refs (
  provider_ref text PRIMARY KEY,
  borrower_id text NOT NULL,
  message_id uuid NOT NULL,
  part smallint NOT NULL
);

-- Messages as the person sees them in the app.
CREATE TABLE inbox (
  borrower_id text NOT NULL,
  message_id uuid NOT NULL,
  shown_at timestamptz NOT NULL,
  read_at timestamptz,
  sealed_text bytea NOT NULL,
  PRIMARY KEY (borrower_id, message_id),
  FOREIGN KEY (borrower_id, message_id) REFERENCES messages
);

-- Where the person's browsers and phones take push messages; keys sealed.
CREATE TABLE push_subscriptions (
  borrower_id text NOT NULL,
  subscription_id uuid NOT NULL,
  sealed_subscription bytea NOT NULL,
  subscribed_at timestamptz NOT NULL,
  gone_at timestamptz,
  PRIMARY KEY (borrower_id, subscription_id)
);

--@distributed SELECT create_distributed_table('messages', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('message_receipts', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('replies', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('provider_refs', 'provider_ref')
--@distributed SELECT create_distributed_table('inbox', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('push_subscriptions', 'borrower_id', colocate_with => 'borrowers')
