-- Invariant: a complaint is acknowledged in the transaction that takes it, with the day by which the
-- law wants an answer. The person's words are sealed under his key.

CREATE TABLE complaints (
  borrower_id text NOT NULL REFERENCES borrowers,
  complaint_id text NOT NULL CHECK (complaint_id ~ '^cmp_[0-9A-Za-z-]{1,48}$'),
  about text NOT NULL,
  account_ids text[] NOT NULL,
  -- The contact that it is about, if one.
  permit_id uuid,
  channel text NOT NULL,
  sealed_words bytea NOT NULL,
  filed_at timestamptz NOT NULL,
  answer_by date NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'answered', 'withdrawn')),
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, complaint_id)
);
CREATE INDEX complaints_due ON complaints (answer_by) WHERE status = 'open';
REVOKE DELETE, TRUNCATE ON complaints FROM fairdue_app;

--@distributed SELECT create_distributed_table('complaints', 'borrower_id', colocate_with => 'borrowers')
