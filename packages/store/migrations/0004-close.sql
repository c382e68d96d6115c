-- Invariant: each chunk of a closing day is done once. Its row is claimed, its accounts are stepped
-- and posted, and it is marked done in one transaction; a killed worker leaves it as it was.

CREATE TABLE close_days (
  book_id text NOT NULL REFERENCES books,
  business_on date NOT NULL,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sealed_at timestamptz,
  -- Whole minor units booked for the day's accrual, as listed in the report.
  accrual json,
  PRIMARY KEY (book_id, business_on)
);

CREATE TABLE close_chunks (
  book_id text NOT NULL,
  business_on date NOT NULL,
  chunk integer NOT NULL,
  slot_from smallint NOT NULL,
  slot_to smallint NOT NULL CHECK (slot_to >= slot_from),
  done_at timestamptz,
  touched integer NOT NULL DEFAULT 0,
  quarantined integer NOT NULL DEFAULT 0,
  -- Sum and count of movements by reason.
  movements json,
  PRIMARY KEY (book_id, business_on, chunk),
  FOREIGN KEY (book_id, business_on) REFERENCES close_days
);

-- One account that could not be stepped, and why; the book goes on without it.
CREATE TABLE quarantine (
  borrower_id text NOT NULL,
  account_id text NOT NULL,
  quarantine_no integer NOT NULL CHECK (quarantine_no > 0),
  business_on date NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  since_at timestamptz NOT NULL DEFAULT now(),
  released_at timestamptz,
  released_by text,
  PRIMARY KEY (borrower_id, account_id, quarantine_no),
  FOREIGN KEY (borrower_id, account_id) REFERENCES accounts
);

-- Held by whoever books into a book, shared; the seal of a day takes it alone for a moment, so that
-- no posting is under way while the day's accrual is struck. Answers with the first open day.
CREATE FUNCTION enter_book(wanted text) RETURNS date LANGUAGE plpgsql AS $$
DECLARE through date;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('book ' || wanted, 0));
  SELECT closed_through INTO through FROM books WHERE book_id = wanted;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no book %', wanted USING ERRCODE = 'no_data_found';
  END IF;
  RETURN through + 1;
END $$;

--@distributed SELECT create_distributed_table('quarantine', 'borrower_id', colocate_with => 'borrowers')
