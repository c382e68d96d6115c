-- Invariant: a decision on credit is never changed. It names the model, the policy and the packs that
-- made it, and its input is kept, sealed with the person's key, so that it can be made again.

-- Model files by checksum; what is here is what was trained, byte for byte.
CREATE TABLE models (
  checksum text PRIMARY KEY CHECK (checksum ~ '^sha256:[0-9a-f]{64}$'),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('scorecard', 'ebm')),
  artefact text NOT NULL,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER models_immutable BEFORE UPDATE OR DELETE ON models
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON models FROM fairdue_app;

-- Who decides in a book, change by change; the last one is in force. Two persons make each.
CREATE TABLE model_changes (
  book_id text NOT NULL REFERENCES books,
  use text NOT NULL CHECK (use IN ('credit', 'early-warning')),
  change_no integer NOT NULL CHECK (change_no > 0),
  kind text NOT NULL CHECK (kind IN ('activate', 'challenge', 'rollback')),
  champion text NOT NULL REFERENCES models,
  challenger text REFERENCES models,
  split_ppm integer NOT NULL DEFAULT 0 CHECK (split_ppm BETWEEN 0 AND 1000000),
  requested_by text NOT NULL,
  approved_by text NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (requested_by <> approved_by),
  CHECK (challenger IS NOT NULL OR split_ppm = 0),
  CHECK (challenger IS DISTINCT FROM champion),
  PRIMARY KEY (book_id, use, change_no)
);
CREATE TRIGGER model_changes_immutable BEFORE UPDATE OR DELETE ON model_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON model_changes FROM fairdue_app;

-- What was seen of a model at work on a day: drift, calibration, rates; `alarms` counts what to look at.
CREATE TABLE model_watches (
  book_id text NOT NULL REFERENCES books,
  use text NOT NULL,
  watched_on date NOT NULL,
  model text NOT NULL REFERENCES models,
  report json NOT NULL,
  alarms integer NOT NULL CHECK (alarms >= 0),
  PRIMARY KEY (book_id, use, watched_on, model)
);

-- Limits, prices and fallbacks as declared: a dated version never changes.
CREATE TABLE credit_policies (
  book_id text NOT NULL REFERENCES books,
  version integer NOT NULL CHECK (version > 0),
  from_on date NOT NULL,
  policy json NOT NULL,
  declared_by text NOT NULL,
  approved_by text NOT NULL,
  declared_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (declared_by <> approved_by),
  PRIMARY KEY (book_id, version)
);
CREATE TRIGGER credit_policies_immutable BEFORE UPDATE OR DELETE ON credit_policies
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON credit_policies FROM fairdue_app;

-- What a person has agreed to, for which purpose and in which words. Withdrawing counts at once.
CREATE TABLE data_consents (
  borrower_id text NOT NULL REFERENCES borrowers,
  consent_id text NOT NULL,
  -- `purchase-behaviour`: what features name as their basis; or the purpose of a document agreed to.
  scope text NOT NULL CHECK (scope ~ '^[a-z][a-z0-9-]{0,62}$'),
  purpose text NOT NULL CHECK (purpose <> ''),
  text_version text NOT NULL CHECK (text_version <> ''),
  given_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  CHECK (withdrawn_at IS NULL OR withdrawn_at >= given_at),
  PRIMARY KEY (borrower_id, consent_id)
);
CREATE UNIQUE INDEX data_consents_live ON data_consents (borrower_id, scope) WHERE withdrawn_at IS NULL;

CREATE TABLE credit_decisions (
  borrower_id text NOT NULL REFERENCES borrowers,
  decision_id text NOT NULL CHECK (decision_id ~ '^dec_[0-9A-Za-z-]{1,48}$'),
  book_id text NOT NULL REFERENCES books,
  decided_at timestamptz NOT NULL,
  answer text NOT NULL CHECK (answer IN ('offer', 'refer', 'decline')),
  product_id text NOT NULL,
  product_version integer NOT NULL,
  model text REFERENCES models,
  policy_version integer NOT NULL,
  points integer,
  probability double precision,
  -- Input, sealed; outcome with reasons, sealed too: what they say of a person is that person's.
  sealed_input bytea NOT NULL,
  sealed_outcome bytea NOT NULL,
  -- SHA-256 of both in canonical form: what a replay must reach.
  digest text NOT NULL CHECK (digest ~ '^sha256:[0-9a-f]{64}$'),
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, decision_id)
);
CREATE INDEX credit_decisions_time ON credit_decisions (book_id, decided_at);
CREATE TRIGGER credit_decisions_immutable BEFORE UPDATE OR DELETE ON credit_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON credit_decisions FROM fairdue_app;

-- Where a person looks: referred, asked for by the borrower, or appealed. Answered once, in time.
CREATE TABLE decision_reviews (
  borrower_id text NOT NULL,
  review_id text NOT NULL,
  decision_id text NOT NULL,
  book_id text NOT NULL,
  why text NOT NULL CHECK (why IN ('referred', 'asked', 'appeal')),
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  answered_at timestamptz,
  answered_by text,
  answer text CHECK (answer IN ('offer', 'decline')),
  reason text,
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)
    AND (answer IS NULL) = (reason IS NULL)),
  PRIMARY KEY (borrower_id, review_id),
  FOREIGN KEY (borrower_id, decision_id) REFERENCES credit_decisions
);
CREATE UNIQUE INDEX decision_reviews_open ON decision_reviews (borrower_id, decision_id) WHERE answer IS NULL;
CREATE INDEX decision_reviews_due ON decision_reviews (book_id, due_at) WHERE answer IS NULL;

-- What a person may accept until a day, with its full cost as it was shown.
CREATE TABLE credit_offers (
  borrower_id text NOT NULL,
  decision_id text NOT NULL,
  limit_minor bigint NOT NULL CHECK (limit_minor > 0),
  rate integer NOT NULL CHECK (rate >= 0),
  cost json NOT NULL,
  made_at timestamptz NOT NULL,
  -- The machine, or the person who answered a review.
  made_by text NOT NULL,
  expires_on date NOT NULL,
  accepted_at timestamptz,
  account_id text,
  CHECK ((accepted_at IS NULL) = (account_id IS NULL)),
  PRIMARY KEY (borrower_id, decision_id),
  FOREIGN KEY (borrower_id, decision_id) REFERENCES credit_decisions
);

-- Reviews of limits: proposed, told of or agreed to, carried out on a day.
CREATE TABLE limit_reviews (
  borrower_id text NOT NULL,
  review_id text NOT NULL,
  account_id text NOT NULL,
  book_id text NOT NULL,
  reviewed_on date NOT NULL,
  cause text NOT NULL CHECK (cause IN ('periodic', 'event', 'asked')),
  kind text NOT NULL CHECK (kind IN ('keep', 'cut', 'raise')),
  from_minor bigint NOT NULL,
  to_minor bigint NOT NULL,
  model text REFERENCES models,
  probability double precision,
  reasons json NOT NULL,
  status text NOT NULL CHECK (status IN ('kept', 'awaits-agreement', 'notified', 'done', 'declined', 'lapsed')),
  -- A cut takes effect from this day, after its notice.
  effective_on date,
  settled_at timestamptz,
  PRIMARY KEY (borrower_id, review_id),
  FOREIGN KEY (borrower_id, account_id) REFERENCES accounts,
  CHECK ((kind = 'cut') = (to_minor < from_minor) AND (kind = 'raise') = (to_minor > from_minor)),
  CHECK (kind = 'cut' OR status <> 'notified'),
  CHECK (status <> 'notified' OR effective_on IS NOT NULL)
);
CREATE INDEX limit_reviews_open ON limit_reviews (book_id, effective_on)
  WHERE status IN ('awaits-agreement', 'notified');
CREATE INDEX limit_reviews_of ON limit_reviews (borrower_id, account_id, reviewed_on);

-- The latest early warning of each account; one row a person and account, renewed each day.
CREATE TABLE early_warnings (
  borrower_id text NOT NULL,
  account_id text NOT NULL,
  book_id text NOT NULL,
  warned_on date NOT NULL,
  model text NOT NULL REFERENCES models,
  points integer NOT NULL,
  probability double precision NOT NULL,
  drivers json NOT NULL,
  help text[] NOT NULL,
  PRIMARY KEY (borrower_id, account_id)
) WITH (fillfactor = 80);
CREATE INDEX early_warnings_rank ON early_warnings (book_id, probability DESC, account_id);

--@distributed SELECT create_reference_table('models')
--@distributed SELECT create_distributed_table('data_consents', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('credit_decisions', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('decision_reviews', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('credit_offers', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('limit_reviews', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('early_warnings', 'borrower_id', colocate_with => 'borrowers')
