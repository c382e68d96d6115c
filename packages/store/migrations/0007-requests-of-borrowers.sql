-- Invariant: what a person asked of us has a day by which it is answered, and asking once is enough:
-- of each kind at most one is open. His own words are sealed under his key.

CREATE TABLE borrower_requests (
  borrower_id text NOT NULL REFERENCES borrowers,
  request_id text NOT NULL CHECK (request_id ~ '^req_[0-9A-Za-z-]{1,48}$'),
  kind text NOT NULL CHECK (kind IN ('hardship', 'limit-review', 'correction')),
  account_ids text[] NOT NULL,
  sealed_words bytea,
  asked_at timestamptz NOT NULL,
  answer_by date NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'answered', 'withdrawn')),
  answer json,
  answered_by text,
  answered_at timestamptz,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, request_id),
  CHECK ((status = 'answered') = (answer IS NOT NULL AND answered_by IS NOT NULL))
);
CREATE UNIQUE INDEX borrower_requests_open ON borrower_requests (borrower_id, kind)
  WHERE status = 'open';
CREATE INDEX borrower_requests_due ON borrower_requests (answer_by) WHERE status = 'open';
REVOKE DELETE, TRUNCATE ON borrower_requests FROM fairdue_app;

--@distributed SELECT create_distributed_table('borrower_requests', 'borrower_id', colocate_with => 'borrowers')
