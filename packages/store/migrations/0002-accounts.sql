-- Invariant: an account is the fold of its events. Events are only appended, numbered from 1 without
-- gaps; the row of the account is a projection of them that `fairdue verify` re-derives.

CREATE TABLE borrowers (
  borrower_id text PRIMARY KEY CHECK (borrower_id ~ '^brw_[0-9A-Za-z-]{1,48}$'),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE accounts (
  borrower_id text NOT NULL REFERENCES borrowers,
  account_id text NOT NULL CHECK (account_id ~ '^acc_[0-9A-Za-z-]{1,48}$'),
  book_id text NOT NULL REFERENCES books,
  product_id text NOT NULL,
  product_version integer NOT NULL,
  -- Which of 1024 slices of the book it belongs to: the close of day claims work by slice.
  slot smallint NOT NULL GENERATED ALWAYS AS ((hashtext(borrower_id) & 1023)::smallint) STORED,
  opened_on date NOT NULL,
  -- Steps of this day are done.
  as_of date NOT NULL,
  -- First day after `as_of` on which anything but linear accrual happens: the close looks at nothing else.
  next_event_on date NOT NULL,
  -- Number of events folded in.
  seq integer NOT NULL CHECK (seq >= 0),
  -- Set when the account's arithmetic failed; the close and all writes leave it alone until released.
  is_quarantined boolean NOT NULL DEFAULT false,
  status text NOT NULL CHECK (status IN ('open', 'charged-off', 'sold', 'closed')),
  limit_minor bigint NOT NULL,
  available_minor bigint NOT NULL,
  principal_minor bigint NOT NULL,
  principal_overdue_minor bigint NOT NULL,
  -- Billed and unpaid.
  interest_minor bigint NOT NULL,
  fee_minor bigint NOT NULL,
  penalty_minor bigint NOT NULL,
  -- Everything fallen due and unpaid, and its earliest due day.
  due_minor bigint NOT NULL,
  due_on date,
  credit_minor bigint NOT NULL,
  -- Charged off and still owed.
  claim_minor bigint NOT NULL,
  provision_minor bigint NOT NULL,
  -- Days past due on day d are d - oldest_unpaid_on, 0 when null: a function of the day.
  oldest_unpaid_on date,
  bucket smallint NOT NULL,
  grade text NOT NULL,
  stage smallint NOT NULL CHECK (stage BETWEEN 1 AND 3),
  is_non_accrual boolean NOT NULL,
  -- accrued(d) = numerator + slope × (d - as_of), over the product's denominator.
  interest_numerator bigint NOT NULL,
  interest_slope bigint NOT NULL,
  penalty_numerator bigint NOT NULL,
  penalty_slope bigint NOT NULL,
  -- The whole state as JSON.
  state text NOT NULL,
  PRIMARY KEY (borrower_id, account_id),
  FOREIGN KEY (product_id, product_version) REFERENCES products,
  CHECK (next_event_on > as_of)
) WITH (fillfactor = 85);
-- The state stays in its row and uncompressed: it is read and written whole, every time.
ALTER TABLE accounts ALTER COLUMN state SET STORAGE MAIN;
ALTER TABLE accounts SET (toast_tuple_target = 4080);
CREATE INDEX accounts_due ON accounts (book_id, slot, next_event_on) WHERE NOT is_quarantined;

CREATE TABLE account_events (
  borrower_id text NOT NULL,
  account_id text NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  event_id text NOT NULL CHECK (event_id ~ '^evt_[0-9A-Za-z-]{1,48}$'),
  kind text NOT NULL,
  value_on date NOT NULL,
  booked_on date NOT NULL,
  fact json NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (borrower_id, account_id, seq),
  UNIQUE (borrower_id, event_id),
  FOREIGN KEY (borrower_id, account_id) REFERENCES accounts,
  CHECK (value_on <= booked_on)
);
CREATE TRIGGER account_events_immutable BEFORE UPDATE OR DELETE ON account_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON account_events FROM fairdue_app;

-- What each cycle closed with. A backdated event may change a bill that was already sent:
-- `revised_on` then says when the row last changed; the events tell what it said before.
CREATE TABLE statements (
  borrower_id text NOT NULL,
  account_id text NOT NULL,
  statement_id text NOT NULL,
  closed_on date NOT NULL,
  due_on date NOT NULL,
  closing_minor bigint NOT NULL,
  minimum_minor bigint NOT NULL,
  statement json NOT NULL,
  revised_on date,
  PRIMARY KEY (borrower_id, account_id, statement_id)
);

--@distributed SELECT create_distributed_table('borrowers', 'borrower_id')
--@distributed SELECT create_distributed_table('accounts', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('account_events', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('statements', 'borrower_id', colocate_with => 'borrowers')
