-- Invariant: a request is answered once. The key belongs to the actor and is bound to route and body;
-- the answer is stored in the transaction of the write that it tells of. What the world must be told
-- leaves through the outbox, written in that same transaction.

CREATE TABLE idempotency_keys (
  actor text NOT NULL,
  idempotency_key text NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  route text NOT NULL,
  body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
  status integer,
  answer json,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor, idempotency_key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

CREATE TABLE outbox (
  borrower_id text NOT NULL,
  message_id uuid NOT NULL,
  book_id text NOT NULL,
  topic text NOT NULL CHECK (topic <> ''),
  body json NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  delivered_at timestamptz,
  PRIMARY KEY (borrower_id, message_id)
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE delivered_at IS NULL;

--@distributed SELECT create_distributed_table('idempotency_keys', 'actor')
--@distributed SELECT create_distributed_table('outbox', 'borrower_id', colocate_with => 'borrowers')
