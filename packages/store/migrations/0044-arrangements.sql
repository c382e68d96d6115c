-- Invariant: an offer stands as it was made: its terms, its full cost, the policy and the likeness by
-- which it was made never change. One arrangement at a time runs on an account. What needs a second
-- person cannot be accepted before that person's yes.

CREATE TABLE offer_policies (
  book_id text NOT NULL REFERENCES books,
  policy_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  from_on date NOT NULL,
  declaration json NOT NULL,
  declared_by text NOT NULL,
  declared_at timestamptz NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (book_id, policy_id, version)
);
CREATE TRIGGER offer_policies_immutable BEFORE UPDATE OR DELETE ON offer_policies
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON offer_policies FROM fairdue_app;

-- Income and needs, as somebody stated them: sealed under the person's key.
CREATE TABLE worksheets (
  borrower_id text NOT NULL REFERENCES borrowers,
  worksheet_id text NOT NULL CHECK (worksheet_id ~ '^wks_[0-9A-Za-z-]{1,48}$'),
  taken_by text NOT NULL,
  taken_at timestamptz NOT NULL,
  sealed_figures bytea NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, worksheet_id)
);

CREATE TABLE arrangements (
  borrower_id text NOT NULL,
  arrangement_id text NOT NULL CHECK (arrangement_id ~ '^arr_[0-9A-Za-z-]{1,48}$'),
  account_id text NOT NULL,
  book_id text NOT NULL REFERENCES books,
  case_id text,
  kind text NOT NULL,
  terms json NOT NULL,
  quote json NOT NULL,
  -- Template of the policy; null for what was made by hand, which always needs a second person.
  template_id text,
  likeness text NOT NULL,
  worksheet_id text,
  rate_before integer NOT NULL,
  grace_days integer NOT NULL,
  given_up_minor bigint NOT NULL CHECK (given_up_minor >= 0),
  approval_id text,
  status text NOT NULL CHECK (status IN
    ('awaiting-approval', 'offered', 'declined', 'withdrawn', 'expired', 'running', 'met', 'broken')),
  offered_on date NOT NULL,
  offered_by text NOT NULL,
  expires_on date NOT NULL,
  accepted_on date,
  accepted_by text,
  ended_on date,
  leaf_id uuid NOT NULL,
  CHECK ((accepted_on IS NULL) = (accepted_by IS NULL)),
  CHECK (status NOT IN ('running', 'met', 'broken') OR accepted_on IS NOT NULL),
  CHECK (status <> 'awaiting-approval' OR approval_id IS NOT NULL),
  PRIMARY KEY (borrower_id, arrangement_id),
  FOREIGN KEY (borrower_id, account_id) REFERENCES accounts
);
CREATE UNIQUE INDEX arrangements_running ON arrangements (borrower_id, account_id) WHERE status = 'running';
CREATE INDEX arrangements_likeness ON arrangements (book_id, likeness, offered_on);
CREATE INDEX arrangements_course ON arrangements (book_id) WHERE status IN ('offered', 'running');
CREATE INDEX arrangements_approval ON arrangements (approval_id) WHERE status = 'awaiting-approval';
REVOKE DELETE, TRUNCATE ON arrangements FROM fairdue_app;

--@distributed SELECT create_reference_table('offer_policies')
--@distributed SELECT create_distributed_table('worksheets', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('arrangements', 'borrower_id', colocate_with => 'borrowers')
