-- Invariant: a key is known by the hash of its secret only, and a message is owed to an endpoint
-- until it was taken or given up; whoever dies while sending leaves it owed.

CREATE TABLE api_keys (
  key_id text PRIMARY KEY CHECK (key_id ~ '^[0-9a-z]{12}$'),
  actor text NOT NULL CHECK (actor <> ''),
  scopes text[] NOT NULL,
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);

CREATE TABLE webhooks (
  webhook_id text PRIMARY KEY CHECK (webhook_id ~ '^whe_[0-9A-Za-z-]{1,48}$'),
  book_id text NOT NULL REFERENCES books,
  url text NOT NULL CHECK (url ~ '^https?://'),
  -- `account.repaid`, `account.*` or `*`.
  topics text[] NOT NULL CHECK (cardinality(topics) > 0),
  -- Sealed by the key ring of the installation: who reads the database can't sign for it.
  sealed_secret bytea NOT NULL CHECK (length(sealed_secret) BETWEEN 24 AND 1024),
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz,
  disabled_for text
);

-- One message for one endpoint. `outbox.delivered_at` says that its deliveries have been written.
CREATE TABLE webhook_deliveries (
  borrower_id text NOT NULL,
  message_id uuid NOT NULL,
  webhook_id text NOT NULL,
  topic text NOT NULL,
  body json NOT NULL,
  created_at timestamptz NOT NULL,
  -- Next attempt; null when it was taken or given up. A sender moves it on before it sends, so that
  -- the message is tried again if the sender dies.
  due_at timestamptz DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  last_status integer,
  last_error text,
  delivered_at timestamptz,
  PRIMARY KEY (borrower_id, message_id, webhook_id)
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_deliveries_of ON webhook_deliveries (webhook_id, created_at, message_id);

REVOKE DELETE ON api_keys, webhooks FROM fairdue_app;

--@distributed SELECT create_reference_table('api_keys')
--@distributed SELECT create_reference_table('webhooks')
--@distributed SELECT create_distributed_table('webhook_deliveries', 'borrower_id', colocate_with => 'borrowers')
