-- Invariant: evidence is only what was asked for from the short list of its kind; a decision is made
-- once for each request, with a reason; a grant has an end and a day on which somebody looks again.

CREATE TABLE hardship_evidence (
  borrower_id text NOT NULL,
  request_id text NOT NULL,
  evidence text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  -- How it ended: seen and given back (no copy is kept), or done without.
  ended text CHECK (ended IN ('seen', 'waived')),
  ended_by text,
  ended_at timestamptz,
  CHECK ((ended IS NULL) = (ended_at IS NULL) AND (ended IS NULL) = (ended_by IS NULL)),
  PRIMARY KEY (borrower_id, request_id, evidence),
  FOREIGN KEY (borrower_id, request_id) REFERENCES borrower_requests
);

CREATE TABLE hardship_decisions (
  borrower_id text NOT NULL,
  request_id text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('granted', 'declined')),
  hardship text NOT NULL,
  decided_on date NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_by text NOT NULL,
  pause_until date,
  review_on date,
  -- Set when the pause is over and the facts are taken back.
  ended_at timestamptz,
  leaf_id uuid NOT NULL,
  CHECK ((outcome = 'granted') = (pause_until IS NOT NULL AND review_on IS NOT NULL)),
  CHECK (review_on <= pause_until),
  PRIMARY KEY (borrower_id, request_id),
  FOREIGN KEY (borrower_id, request_id) REFERENCES borrower_requests
);
CREATE INDEX hardship_reviews ON hardship_decisions (review_on) WHERE ended_at IS NULL;

-- Why somebody is treated with particular care.
CREATE TABLE protections (
  borrower_id text NOT NULL REFERENCES borrowers,
  protection text NOT NULL,
  since_at timestamptz NOT NULL,
  stated_by text NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (borrower_id, protection, since_at)
);
CREATE UNIQUE INDEX protections_standing ON protections (borrower_id, protection) WHERE ended_at IS NULL;

-- Where somebody lives, no nearer than a county: GB/T 2260.
CREATE TABLE borrower_regions (
  borrower_id text NOT NULL PRIMARY KEY REFERENCES borrowers,
  region text NOT NULL CHECK (region ~ '^[0-9]{6}$')
);
CREATE INDEX borrower_regions_region ON borrower_regions (region);

CREATE TABLE disasters (
  disaster_id text NOT NULL PRIMARY KEY,
  book_id text NOT NULL REFERENCES books,
  title json NOT NULL,
  regions text[] NOT NULL CHECK (array_length(regions, 1) > 0),
  from_on date NOT NULL,
  until_on date NOT NULL CHECK (until_on >= from_on),
  declared_by text NOT NULL,
  declared_at timestamptz NOT NULL,
  leaf_id uuid NOT NULL
);

CREATE TABLE disaster_relief (
  borrower_id text NOT NULL REFERENCES borrowers,
  disaster_id text NOT NULL REFERENCES disasters,
  given_on date NOT NULL,
  PRIMARY KEY (borrower_id, disaster_id)
);

--@distributed SELECT create_distributed_table('hardship_evidence', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('hardship_decisions', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('protections', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('borrower_regions', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_reference_table('disasters')
--@distributed SELECT create_distributed_table('disaster_relief', 'borrower_id', colocate_with => 'borrowers')
