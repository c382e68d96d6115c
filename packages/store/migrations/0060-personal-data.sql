-- Invariant: no personal datum stands in plain text. Each value is sealed under a key of its person;
-- that key is wrapped by a key that is not in the database. Destroying a person's keys erases the
-- person, in every copy and backup. Each read of a value leaves a row.

CREATE TABLE person_keys (
  borrower_id text NOT NULL REFERENCES borrowers,
  key_no integer NOT NULL CHECK (key_no > 0),
  -- Which outer key wrapped it.
  wrapping_key text NOT NULL CHECK (wrapping_key <> ''),
  wrapped bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  PRIMARY KEY (borrower_id, key_no),
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE INDEX person_keys_wrapping ON person_keys (wrapping_key) WHERE wrapped IS NOT NULL;

CREATE TABLE personal_fields (
  borrower_id text NOT NULL,
  field text NOT NULL CHECK (field <> ''),
  key_no integer NOT NULL,
  sealed bytea NOT NULL,
  -- Keyed hash of the value's search form: equality without the value. Null where it may not be searched.
  search_hash bytea CHECK (search_hash IS NULL OR length(search_hash) = 32),
  basis text NOT NULL CHECK (basis IN ('consent', 'separate-consent', 'contract', 'legal-duty')),
  -- Who gave it: the borrower, an import, an agency.
  source text NOT NULL CHECK (source <> ''),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (borrower_id, field),
  FOREIGN KEY (borrower_id, key_no) REFERENCES person_keys
);
CREATE INDEX personal_fields_search ON personal_fields (field, search_hash)
  WHERE search_hash IS NOT NULL;

CREATE TABLE personal_reads (
  borrower_id text NOT NULL,
  read_id uuid NOT NULL,
  actor text NOT NULL CHECK (actor <> ''),
  purpose text NOT NULL CHECK (purpose <> ''),
  fields text[] NOT NULL CHECK (cardinality(fields) > 0),
  -- Why, in the reader's words; never the data themselves.
  reason text NOT NULL DEFAULT '',
  read_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (borrower_id, read_id)
);
CREATE INDEX personal_reads_time ON personal_reads (borrower_id, read_at);
CREATE TRIGGER personal_reads_immutable BEFORE UPDATE OR DELETE ON personal_reads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON personal_reads FROM fairdue_app;

--@distributed SELECT create_distributed_table('person_keys', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('personal_fields', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('personal_reads', 'borrower_id', colocate_with => 'borrowers')
