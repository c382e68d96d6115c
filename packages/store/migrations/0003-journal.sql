-- Invariant: a posting that does not balance cannot be written. A line has two sides, debit and
-- credit, and one positive amount in one currency; so every posting, day and book balances per
-- currency by the shape of the row. Lines are only appended, and a posting key counts once.
--
-- General-ledger accounts have no row that a posting would lock: their balances are sums. For the
-- same reason the sides carry no foreign key (its check locks the referenced row); the statement
-- trigger below holds that both sides are in the chart of the book, without a lock.

CREATE TABLE journal (
  borrower_id text NOT NULL,
  -- Names the business fact: an event id, or the account and day of a step of the close.
  posting_key text NOT NULL CHECK (posting_key <> ''),
  line smallint NOT NULL CHECK (line >= 0),
  account_id text NOT NULL,
  book_id text NOT NULL,
  booked_on date NOT NULL,
  value_on date NOT NULL,
  debit integer NOT NULL,
  credit integer NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency text NOT NULL CHECK (length(currency) = 3),
  -- What moved and how: `paid interest`, `fell-due penalty`.
  reason text NOT NULL,
  channel text NOT NULL,
  PRIMARY KEY (borrower_id, posting_key, line),
  CHECK (debit <> credit)
);

-- Entries of the book as a whole: accrual of the portfolio, funding, capital.
CREATE TABLE book_journal (
  book_id text NOT NULL,
  posting_key text NOT NULL CHECK (posting_key <> ''),
  line smallint NOT NULL CHECK (line >= 0),
  booked_on date NOT NULL,
  debit integer NOT NULL,
  credit integer NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency text NOT NULL CHECK (length(currency) = 3),
  reason text NOT NULL,
  PRIMARY KEY (book_id, posting_key, line),
  CHECK (debit <> credit)
);

-- Sums of both journals by day and pair of sides, appended by every batch and folded together when
-- the day is closed: the trial balance of any day reads these rows, not the journals.
CREATE TABLE gl_totals (
  book_id text NOT NULL,
  booked_on date NOT NULL,
  debit integer NOT NULL,
  credit integer NOT NULL,
  currency text NOT NULL,
  amount_minor numeric NOT NULL CHECK (amount_minor > 0),
  lines bigint NOT NULL CHECK (lines > 0),
  is_folded boolean NOT NULL DEFAULT false
);
CREATE INDEX gl_totals_day ON gl_totals (book_id, booked_on);
CREATE UNIQUE INDEX gl_totals_folded ON gl_totals (book_id, booked_on, debit, credit, currency)
  WHERE is_folded;

-- Accrual of the portfolio as a straight line per product: accrued(d) = intercept + slope × d (epoch
-- days), the sum of the lines of its accounts. Each change of an account appends the difference.
CREATE TABLE accrual_totals (
  book_id text NOT NULL,
  product_id text NOT NULL,
  product_version integer NOT NULL,
  component text NOT NULL CHECK (component IN ('interest', 'penalty')),
  is_memo boolean NOT NULL,
  -- The line holds from the opening of this day.
  from_on date NOT NULL,
  intercept numeric NOT NULL,
  slope numeric NOT NULL,
  is_folded boolean NOT NULL DEFAULT false
);
CREATE INDEX accrual_totals_day ON accrual_totals (book_id, from_on);

CREATE FUNCTION require_chart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stranger record;
BEGIN
  SELECT side.book_id, side.code INTO stranger
  FROM (SELECT book_id, debit AS code FROM fresh UNION SELECT book_id, credit FROM fresh) AS side
  WHERE NOT EXISTS (
    SELECT FROM gl_accounts AS gl WHERE gl.book_id = side.book_id AND gl.code = side.code)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'account % is not in the chart of book %', stranger.code, stranger.book_id
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

-- Nothing is booked into a closed day. The sums pass here for both journals, once per batch.
CREATE FUNCTION refuse_closed_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE late record;
BEGIN
  SELECT fresh.book_id, fresh.booked_on INTO late
  FROM fresh JOIN books ON books.book_id = fresh.book_id
  WHERE fresh.booked_on <= books.closed_through AND NOT fresh.is_folded
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'book % is closed through %', late.book_id, late.booked_on
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER journal_immutable BEFORE UPDATE OR DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER book_journal_immutable BEFORE UPDATE OR DELETE ON book_journal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON journal, book_journal FROM fairdue_app;
CREATE TRIGGER journal_chart AFTER INSERT ON journal
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION require_chart();
CREATE TRIGGER book_journal_chart AFTER INSERT ON book_journal
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION require_chart();
CREATE TRIGGER gl_totals_open_day AFTER INSERT ON gl_totals
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_day();

-- Citus has no transition tables on shards: there the store and `verify` hold the chart.
--@distributed DROP TRIGGER journal_chart ON journal
--@distributed SELECT create_distributed_table('journal', 'borrower_id', colocate_with => 'borrowers')
