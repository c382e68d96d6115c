-- Invariant: nothing negative is reported before the person was told of it, and what was reported
-- wrongly is corrected by a record that names the report.

CREATE TABLE credit_report_notices (
  borrower_id text NOT NULL,
  notice_id text NOT NULL CHECK (notice_id ~ '^ntc_[0-9A-Za-z-]{1,48}$'),
  account_id text NOT NULL,
  noticed_on date NOT NULL,
  noticed_by text NOT NULL,
  -- First day on which it may be reported.
  report_from date NOT NULL CHECK (report_from > noticed_on),
  reported_on date CHECK (reported_on >= report_from),
  corrected_on date,
  correction text,
  leaf_id uuid NOT NULL,
  CHECK ((corrected_on IS NULL) = (correction IS NULL)),
  PRIMARY KEY (borrower_id, notice_id),
  FOREIGN KEY (borrower_id, account_id) REFERENCES accounts
);
REVOKE DELETE, TRUNCATE ON credit_report_notices FROM fairdue_app;

--@distributed SELECT create_distributed_table('credit_report_notices', 'borrower_id', colocate_with => 'borrowers')
