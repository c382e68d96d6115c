-- Invariant: a code says that a contact was genuine and nothing of whom it was for; asking is limited
-- by caller, and every code that does not exist is on record as a suspected impostor.

-- How often a caller asked, by hour; the caller is a keyed hash that changes each day.
CREATE TABLE verify_rates (
  caller bytea NOT NULL,
  hour timestamptz NOT NULL,
  asked integer NOT NULL DEFAULT 1 CHECK (asked > 0),
  PRIMARY KEY (caller, hour)
);

-- What the public told us of contacts in our name.
CREATE TABLE contact_reports (
  report_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('unknown-code', 'unused-code', 'reported')),
  code text NOT NULL CHECK (length(code) <= 20),
  reported_at timestamptz NOT NULL,
  -- In the reporter's words; empty for a code that was only asked for.
  words text NOT NULL CHECK (length(words) <= 2000),
  -- The number or address that the contact came from, as told.
  came_from text NOT NULL CHECK (length(came_from) <= 200),
  leaf_id uuid NOT NULL,
  handled_by text,
  handled_at timestamptz
);
CREATE INDEX contact_reports_open ON contact_reports (reported_at) WHERE handled_at IS NULL;
REVOKE DELETE, TRUNCATE ON contact_reports FROM fairdue_app;

-- Who a book is to the people it writes to: identity, complaints, verify page.
CREATE TABLE text_frames (
  book_id text NOT NULL REFERENCES books,
  -- `-` for the lender itself, else the agency that writes on its behalf.
  agency_id text NOT NULL,
  frame json NOT NULL,
  stated_by text NOT NULL,
  stated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (book_id, agency_id)
);

--@distributed SELECT create_reference_table('text_frames')
