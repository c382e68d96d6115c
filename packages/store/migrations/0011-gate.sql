-- Invariant: whoever asks the gate is answered from one state of knowledge about one person, and each
-- state yields at most one permit. The state has a version; a permit uses it up (`use_version`), a new
-- fact replaces it. So no race, retry or second agency can win a slot twice, whatever the rules count.

-- The gate's clock: the database's, so that every process has the same. A trial or a demonstration
-- may shift it; the application itself has no right to.
CREATE TABLE clock_shift (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  shift interval NOT NULL
);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON clock_shift FROM fairdue_app;
CREATE FUNCTION gate_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT clock_timestamp() + coalesce((SELECT shift FROM clock_shift), interval '0')
$$;
-- The same at the beginning of the statement: no later than the state of the data that it sees.
CREATE FUNCTION gate_statement_time() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT statement_timestamp() + coalesce((SELECT shift FROM clock_shift), interval '0')
$$;

-- One row per person who may be contacted: the version of all that is known about contacts with them.
CREATE TABLE contact_state (
  borrower_id text PRIMARY KEY REFERENCES borrowers,
  book_id text NOT NULL,
  version bigint NOT NULL DEFAULT 1 CHECK (version > 0),
  -- Latest instant at which the gate decided: a clock that jumps back is seen.
  last_at timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 60);

-- Which laws a book has chosen for its contacts, and what is known of the lender itself. Without a
-- row nothing is permitted.
CREATE TABLE contact_rules (
  book_id text PRIMARY KEY REFERENCES books,
  packs text[] NOT NULL CHECK (cardinality(packs) > 0),
  -- Facts about the lender that rules read: `{"lender.kind": "consumer-finance"}`.
  facts json NOT NULL,
  chosen_by text NOT NULL,
  chosen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What is known of the person, each fact with its source and the time from which it was known. An
-- absent fact is unknown, never false. A fact replaced is in the log with its record.
CREATE TABLE contact_facts (
  borrower_id text NOT NULL REFERENCES contact_state,
  name text NOT NULL CHECK (name ~ '^[a-z][A-Za-z0-9.-]{0,80}$'),
  value json NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  known_at timestamptz NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, name)
);

-- What happened between us and the person: attempts, outcomes, replies, notices. Only appended.
CREATE TABLE contact_events (
  borrower_id text NOT NULL REFERENCES contact_state,
  event_id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('attempt', 'outcome', 'reply', 'receipt', 'note')),
  -- The permit that it follows from; null for what came without one (a reply, a call by them).
  permit_id uuid,
  channel text NOT NULL,
  event json NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, event_id)
);
CREATE INDEX contact_events_time ON contact_events (borrower_id, at);
-- One permit is one attempt.
CREATE UNIQUE INDEX contact_events_once ON contact_events (borrower_id, permit_id)
  WHERE kind = 'attempt';
-- Whatever is newly known replaces the state: what was decided on the old one can't be written.
CREATE FUNCTION renew_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE contact_state SET version = version + 1
  WHERE borrower_id IN (SELECT borrower_id FROM fresh);
  RETURN NULL;
END $$;
CREATE FUNCTION renew_versions_by_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE contact_state SET version = version + 1
  WHERE borrower_id IN (SELECT borrower_id FROM fresh WHERE kind NOT IN ('attempt', 'receipt'));
  RETURN NULL;
END $$;
CREATE TRIGGER contact_facts_stated AFTER INSERT ON contact_facts
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION renew_versions();
CREATE TRIGGER contact_facts_changed AFTER UPDATE ON contact_facts
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION renew_versions();
CREATE TRIGGER contact_facts_withdrawn AFTER DELETE ON contact_facts
  REFERENCING OLD TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION renew_versions();
-- An attempt was counted as pending before it came on record: it tells nothing new.
CREATE TRIGGER contact_events_told AFTER INSERT ON contact_events
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION renew_versions_by_events();
CREATE TRIGGER contact_events_immutable BEFORE UPDATE OR DELETE ON contact_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every answer of the gate, given once for each request.
CREATE TABLE gate_decisions (
  borrower_id text NOT NULL REFERENCES contact_state,
  decision_id uuid NOT NULL,
  -- Chosen by the caller: the same request again gets the same answer.
  request_key text NOT NULL CHECK (length(request_key) BETWEEN 1 AND 255),
  decided_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN
    ('allow', 'allow-with-flags', 'defer-until', 'require', 'hold', 'deny')),
  -- State of knowledge that it was decided on.
  state_version bigint NOT NULL,
  act json NOT NULL,
  ruling json NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, decision_id),
  UNIQUE (borrower_id, request_key)
);
CREATE TRIGGER gate_decisions_immutable BEFORE UPDATE OR DELETE ON gate_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE permits (
  borrower_id text NOT NULL,
  permit_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  -- SHA-256 of the act's canonical form: the permit is good for exactly this act.
  act_digest bytea NOT NULL CHECK (length(act_digest) = 32),
  channel text NOT NULL,
  purpose text NOT NULL,
  agency_id text,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  verify_code text NOT NULL CHECK (verify_code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  state_version bigint NOT NULL,
  -- `settled`: its quota is used (an attempt is on record) or given back.
  stage text NOT NULL DEFAULT 'issued' CHECK (stage IN ('issued', 'redeemed', 'sending', 'settled')),
  PRIMARY KEY (borrower_id, permit_id),
  FOREIGN KEY (borrower_id, decision_id) REFERENCES gate_decisions,
  -- The backstop: two permits can't come from one state of knowledge.
  UNIQUE (borrower_id, state_version),
  CHECK (expires_at > issued_at)
) WITH (fillfactor = 80);
CREATE INDEX permits_live ON permits (borrower_id) WHERE stage <> 'settled';
CREATE INDEX permits_due ON permits (expires_at) WHERE stage <> 'settled';

-- Permits use up the states that they were decided on, under the locks of the persons' rows.
CREATE FUNCTION use_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE used bigint; given bigint;
BEGIN
  UPDATE contact_state AS s SET version = s.version + 1, last_at = greatest(s.last_at, f.issued_at)
  FROM fresh AS f WHERE s.borrower_id = f.borrower_id AND s.version = f.state_version;
  GET DIAGNOSTICS used = ROW_COUNT;
  SELECT count(*) INTO given FROM fresh;
  IF used <> given THEN
    RAISE EXCEPTION 'a permit was decided on a state of knowledge that has passed'
      USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER permits_use_versions AFTER INSERT ON permits
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION use_versions();

CREATE FUNCTION hold_permit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - 'stage' <> to_jsonb(NEW) - 'stage'
    OR OLD.stage = 'settled' AND NEW.stage <> 'settled'
    OR OLD.stage <> 'issued' AND NEW.stage = 'issued' THEN
    RAISE EXCEPTION 'a permit does not change, and a settled one stays settled'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER permits_held BEFORE UPDATE OR DELETE ON permits
  FOR EACH ROW EXECUTE FUNCTION hold_permit();

-- How a permit ended: redeemed, expired or revoked; the primary key lets only one of them be.
CREATE TABLE permit_ends (
  borrower_id text NOT NULL,
  permit_id uuid NOT NULL,
  ended text NOT NULL CHECK (ended IN ('redeemed', 'expired', 'revoked')),
  ended_at timestamptz NOT NULL,
  reason text NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, permit_id),
  -- What a message's foreign key points at.
  UNIQUE (borrower_id, permit_id, ended),
  FOREIGN KEY (borrower_id, permit_id) REFERENCES permits
);
CREATE TRIGGER permit_ends_immutable BEFORE UPDATE OR DELETE ON permit_ends
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON contact_events, gate_decisions, permit_ends FROM fairdue_app;
REVOKE DELETE, TRUNCATE ON permits FROM fairdue_app;

-- From a code that someone was shown to the permit behind it. Spread by code, not by person.
CREATE TABLE verify_codes (
  code text PRIMARY KEY,
  borrower_id text NOT NULL,
  permit_id uuid NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON verify_codes FROM fairdue_app;

-- Writes decisions, and permits where allowed, whose state of knowledge still stands; answers with
-- the decisions written. Rows are locked in the order of borrowers, so that batches can't deadlock.
CREATE FUNCTION gate_reserve(
  borrowers text[], versions bigint[], decisions uuid[], request_keys text[], decided timestamptz[],
  outcomes text[], acts json[], rulings json[], leaf_ids uuid[], entries text[], openings_ json[],
  permit_ids uuid[], digests text[], channels text[], purposes text[], agencies text[],
  expiries timestamptz[], codes text[]
) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE stands boolean[];
BEGIN
  SELECT array_agg(coalesce(held.version = given.version, false) ORDER BY given.n) INTO stands
  FROM UNNEST(borrowers, versions) WITH ORDINALITY AS given (borrower_id, version, n)
  LEFT JOIN (
    SELECT s.borrower_id, s.version FROM contact_state AS s
    WHERE s.borrower_id = ANY (borrowers) ORDER BY s.borrower_id FOR UPDATE
  ) AS held ON held.borrower_id = given.borrower_id;

  RETURN QUERY
  INSERT INTO gate_decisions (borrower_id, decision_id, request_key, decided_at, outcome,
    state_version, act, ruling, leaf_id)
  SELECT g.borrower_id, g.decision_id, g.request_key, g.decided_at, g.outcome, g.version, g.act,
    g.ruling, g.leaf_id
  FROM UNNEST(borrowers, versions, decisions, request_keys, decided, outcomes, acts, rulings,
    leaf_ids, stands) AS g (borrower_id, version, decision_id, request_key, decided_at, outcome,
    act, ruling, leaf_id, is_standing)
  WHERE g.is_standing
  ON CONFLICT (borrower_id, request_key) DO NOTHING
  RETURNING decision_id;

  INSERT INTO permits (borrower_id, permit_id, decision_id, act_digest, channel, purpose, agency_id,
    issued_at, expires_at, verify_code, state_version)
  SELECT g.borrower_id, g.permit_id, g.decision_id, decode(g.digest, 'base64'), g.channel,
    g.purpose, g.agency_id, g.decided_at, g.expires_at, g.code, g.version
  FROM UNNEST(borrowers, versions, decisions, decided, permit_ids, digests, channels, purposes,
    agencies, expiries, codes) AS g (borrower_id, version, decision_id, decided_at, permit_id,
    digest, channel, purpose, agency_id, expires_at, code)
  JOIN gate_decisions AS d ON d.borrower_id = g.borrower_id AND d.decision_id = g.decision_id
  WHERE g.permit_id IS NOT NULL;

  INSERT INTO verify_codes (code, borrower_id, permit_id)
  SELECT g.code, g.borrower_id, g.permit_id
  FROM UNNEST(borrowers, permit_ids, codes) AS g (borrower_id, permit_id, code)
  JOIN permits AS p ON p.borrower_id = g.borrower_id AND p.permit_id = g.permit_id;

  INSERT INTO leaves (borrower_id, leaf_id, kind, entry, openings)
  SELECT g.borrower_id, g.leaf_id, 'gate.decision', g.entry, g.openings
  FROM UNNEST(borrowers, decisions, leaf_ids, entries, openings_)
    AS g (borrower_id, decision_id, leaf_id, entry, openings)
  JOIN gate_decisions AS d ON d.borrower_id = g.borrower_id AND d.decision_id = g.decision_id;
END $$;

-- Citus has no transition tables on shards: there `gate_reserve` and the store hold the version.
--@distributed DROP TRIGGER permits_use_versions ON permits
--@distributed DROP TRIGGER contact_facts_stated ON contact_facts
--@distributed DROP TRIGGER contact_facts_changed ON contact_facts
--@distributed DROP TRIGGER contact_facts_withdrawn ON contact_facts
--@distributed DROP TRIGGER contact_events_told ON contact_events
--@distributed SELECT create_distributed_table('contact_state', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_reference_table('clock_shift')
--@distributed SELECT create_reference_table('contact_rules')
--@distributed SELECT create_distributed_table('contact_facts', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('contact_events', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('gate_decisions', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('permits', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('permit_ends', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('verify_codes', 'code')
