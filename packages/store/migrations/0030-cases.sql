-- Invariant: a person has at most one open case in a book, and it holds every overdue debt of theirs.
-- It is opened, kept and closed in the transaction that changes the accounts, so that no crash can
-- lose a case or leave one open that is paid.

CREATE TABLE cases (
  borrower_id text NOT NULL REFERENCES borrowers,
  case_id text NOT NULL CHECK (case_id ~ '^cas_[0-9A-Za-z-]{1,48}$'),
  book_id text NOT NULL REFERENCES books,
  origin text NOT NULL CHECK (origin IN ('overdue', 'early-warning')),
  opened_on date NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_on date,
  close_reason text CHECK (close_reason IN ('paid', 'arranged', 'settled', 'sold', 'closed', 'watch-ended')),
  -- An early warning keeps a case open until this day.
  watch_until date,
  -- Projection of the debts in it: overdue accounts, what is due and unpaid, all that is owed.
  debts integer NOT NULL DEFAULT 0 CHECK (debts >= 0),
  overdue_minor bigint NOT NULL DEFAULT 0,
  owed_minor bigint NOT NULL DEFAULT 0,
  oldest_unpaid_on date,
  bucket smallint NOT NULL DEFAULT 0,
  is_charged_off boolean NOT NULL DEFAULT false,
  dpd_max integer NOT NULL DEFAULT 0,
  -- Known when it closes: nobody had contacted the person about it before it was paid.
  is_self_cured boolean,
  -- Where it lies.
  queue_id text,
  team_id text,
  owner_id text,
  agency_id text,
  -- Who works on it just now, and until when nobody else may unknowingly.
  claimed_by text,
  claimed_until timestamptz,
  CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
  CHECK ((closed_on IS NULL) = (close_reason IS NULL)),
  CHECK (closed_on IS NULL OR claimed_by IS NULL),
  PRIMARY KEY (borrower_id, case_id)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX cases_open ON cases (borrower_id, book_id) WHERE closed_on IS NULL;
CREATE INDEX cases_by_age ON cases (book_id, oldest_unpaid_on, case_id) WHERE closed_on IS NULL;
CREATE INDEX cases_by_amount ON cases (book_id, overdue_minor, case_id) WHERE closed_on IS NULL;
CREATE INDEX cases_by_opening ON cases (book_id, opened_on, case_id);
CREATE INDEX cases_by_owner ON cases (owner_id, case_id) WHERE closed_on IS NULL;
CREATE INDEX cases_by_team ON cases (team_id, queue_id, case_id) WHERE closed_on IS NULL;
CREATE INDEX cases_closed ON cases (book_id, closed_on) WHERE closed_on IS NOT NULL;
-- What the reconciliation of cases and accounts reads.
CREATE INDEX accounts_overdue ON accounts (book_id, borrower_id)
  WHERE bucket > 0 OR (status = 'charged-off' AND claim_minor > 0);

-- What happened to a case; only appended. Texts about people are in `case_notes`, sealed.
CREATE TABLE case_events (
  borrower_id text NOT NULL,
  case_id text NOT NULL,
  event_id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- Business day on which the book learned of it: figures as of a past day read by it.
  booked_on date NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  kind text NOT NULL CHECK (kind <> ''),
  -- Who did it; `calendar` or `book` where nobody did.
  actor text NOT NULL CHECK (actor <> ''),
  body json NOT NULL,
  PRIMARY KEY (borrower_id, case_id, event_id),
  FOREIGN KEY (borrower_id, case_id) REFERENCES cases
);
CREATE INDEX case_events_time ON case_events (borrower_id, case_id, at);
CREATE TRIGGER case_events_immutable BEFORE UPDATE OR DELETE ON case_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON case_events FROM fairdue_app;

-- What somebody wrote about a case, sealed with the person's key.
CREATE TABLE case_notes (
  borrower_id text NOT NULL,
  case_id text NOT NULL,
  note_id uuid NOT NULL,
  written_at timestamptz NOT NULL,
  written_by text NOT NULL CHECK (written_by <> ''),
  sealed_text bytea NOT NULL,
  PRIMARY KEY (borrower_id, case_id, note_id),
  FOREIGN KEY (borrower_id, case_id) REFERENCES cases
);
CREATE TRIGGER case_notes_immutable BEFORE UPDATE OR DELETE ON case_notes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON case_notes FROM fairdue_app;

-- Why nobody collects for a while: hardship, a dispute, a complaint, an arrangement that runs, a law.
CREATE TABLE case_holds (
  borrower_id text NOT NULL,
  case_id text NOT NULL,
  hold_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN
    ('hardship', 'dispute', 'complaint', 'arrangement', 'moratorium', 'bereavement', 'disaster', 'court', 'other')),
  -- The debts it is about; empty for all in the case.
  account_ids text[] NOT NULL DEFAULT '{}',
  -- The thing that holds it: an id of a request, complaint or arrangement.
  source text NOT NULL,
  since_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  until_on date,
  ended_at timestamptz,
  ended_for text,
  CHECK ((ended_at IS NULL) = (ended_for IS NULL)),
  PRIMARY KEY (borrower_id, case_id, hold_id),
  FOREIGN KEY (borrower_id, case_id) REFERENCES cases
);

-- A promise to pay: amount and day, kept or broken. An arrangement changes the schedule; this does not.
CREATE TABLE promises (
  borrower_id text NOT NULL,
  case_id text NOT NULL,
  promise_id text NOT NULL CHECK (promise_id ~ '^ptp_[0-9A-Za-z-]{1,48}$'),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  made_on date NOT NULL,
  promised_on date NOT NULL CHECK (promised_on >= made_on),
  made_by text NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'kept', 'broken', 'withdrawn')),
  -- What had come in by the promised day, and the business day on which that was judged.
  paid_minor bigint NOT NULL DEFAULT 0,
  judged_on date,
  CHECK ((status = 'open') = (judged_on IS NULL)),
  PRIMARY KEY (borrower_id, promise_id),
  FOREIGN KEY (borrower_id, case_id) REFERENCES cases
);
CREATE INDEX promises_open ON promises (promised_on) WHERE status = 'open';
CREATE INDEX promises_of_case ON promises (borrower_id, case_id);

-- Every change of an account's bucket: figures of a past day are read from here.
CREATE TABLE bucket_moves (
  borrower_id text NOT NULL,
  account_id text NOT NULL,
  move_no bigint GENERATED ALWAYS AS IDENTITY,
  book_id text NOT NULL,
  booked_on date NOT NULL,
  from_bucket smallint NOT NULL,
  to_bucket smallint NOT NULL,
  dpd integer NOT NULL,
  principal_minor bigint NOT NULL,
  due_minor bigint NOT NULL,
  PRIMARY KEY (borrower_id, account_id, move_no),
  CHECK (from_bucket <> to_bucket)
);
CREATE INDEX bucket_moves_day ON bucket_moves (book_id, booked_on);
CREATE TRIGGER bucket_moves_immutable BEFORE UPDATE OR DELETE ON bucket_moves
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON bucket_moves FROM fairdue_app;

--@distributed SELECT create_distributed_table('cases', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('case_events', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('case_notes', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('case_holds', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('promises', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('bucket_moves', 'borrower_id', colocate_with => 'borrowers')
