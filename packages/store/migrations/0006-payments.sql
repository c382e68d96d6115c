-- Invariant: money that came in is booked once, however often, late or twice the gateway tells of it:
-- a payment is one row, its notices are kept by their own ids, and its repayment has the payment's id.

CREATE TABLE payments (
  borrower_id text NOT NULL,
  payment_id text NOT NULL CHECK (payment_id ~ '^pay_[0-9A-Za-z-]{1,48}$'),
  account_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('by-borrower', 'debit')),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency text NOT NULL,
  -- What the engine is told: `{"kind":"due"}` or an early repayment.
  purpose json NOT NULL,
  gateway text NOT NULL,
  gateway_ref text,
  -- `unbooked`: the money is there and the account could not take it; staff look at it.
  status text NOT NULL CHECK (status IN ('open', 'paid', 'failed', 'returned', 'unbooked')),
  reason text NOT NULL DEFAULT '',
  paid_minor bigint CHECK (paid_minor > 0),
  paid_on date,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_at timestamptz,
  PRIMARY KEY (borrower_id, payment_id),
  FOREIGN KEY (borrower_id, account_id) REFERENCES accounts,
  CHECK ((paid_minor IS NULL) = (paid_on IS NULL)),
  CHECK (status NOT IN ('paid', 'returned', 'unbooked') OR paid_minor IS NOT NULL)
);
CREATE INDEX payments_time ON payments (borrower_id, created_at);
REVOKE DELETE, TRUNCATE ON payments FROM fairdue_app;

-- From the reference that the gateway knows to the person. Spread by payment, not by person.
CREATE TABLE payment_refs (
  payment_id text PRIMARY KEY,
  borrower_id text NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON payment_refs FROM fairdue_app;

CREATE TABLE payment_notices (
  borrower_id text NOT NULL,
  notice_id text NOT NULL,
  payment_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('paid', 'failed', 'returned')),
  amount_minor bigint NOT NULL,
  -- What became of it: `booked`, `known`, `late`, `ignored`, …
  effect text NOT NULL,
  heard_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (borrower_id, notice_id),
  FOREIGN KEY (borrower_id, payment_id) REFERENCES payments
);
CREATE TRIGGER payment_notices_immutable BEFORE UPDATE OR DELETE ON payment_notices
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The borrower's own word that due amounts may be taken from an account of his.
CREATE TABLE payment_mandates (
  borrower_id text NOT NULL,
  account_id text NOT NULL,
  mandate_ref text NOT NULL,
  agreed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  PRIMARY KEY (borrower_id, account_id),
  FOREIGN KEY (borrower_id, account_id) REFERENCES accounts
);

-- One attempt at most for each account, day and round, whatever number of workers look.
CREATE TABLE debit_rounds (
  borrower_id text NOT NULL,
  account_id text NOT NULL,
  debit_on date NOT NULL,
  round_minute integer NOT NULL,
  payment_id text NOT NULL,
  PRIMARY KEY (borrower_id, account_id, debit_on, round_minute),
  FOREIGN KEY (borrower_id, payment_id) REFERENCES payments
);
CREATE INDEX outbox_debits ON outbox ((body ->> 'dueOn')) WHERE topic = 'debit.requested';

--@distributed SELECT create_distributed_table('payments', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('payment_refs', 'payment_id')
--@distributed SELECT create_distributed_table('payment_notices', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('payment_mandates', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('debit_rounds', 'borrower_id', colocate_with => 'borrowers')
