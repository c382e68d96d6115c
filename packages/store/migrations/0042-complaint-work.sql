-- Invariant: nothing happens to a complaint that is not on its own record, in order, with a leaf of
-- the log; words about people are sealed. Its last day moves only by an event that says why.

ALTER TABLE complaints
  ADD COLUMN book_id text REFERENCES books,
  ADD COLUMN is_complex boolean NOT NULL DEFAULT false,
  ADD COLUMN is_extended boolean NOT NULL DEFAULT false,
  ADD COLUMN escalation smallint NOT NULL DEFAULT 0 CHECK (escalation BETWEEN 0 AND 3),
  ADD COLUMN root_cause text,
  ADD COLUMN verdict text CHECK (verdict IN ('upheld', 'partly-upheld', 'not-upheld')),
  ADD COLUMN owner_id text,
  ADD COLUMN redress_minor bigint NOT NULL DEFAULT 0 CHECK (redress_minor >= 0),
  ADD COLUMN answered_at timestamptz,
  ADD CHECK (status <> 'answered' OR (verdict IS NOT NULL AND root_cause IS NOT NULL AND answered_at IS NOT NULL));
CREATE INDEX complaints_desk ON complaints (book_id, status, answer_by);

CREATE TABLE complaint_events (
  borrower_id text NOT NULL,
  complaint_id text NOT NULL,
  event_no integer NOT NULL CHECK (event_no > 0),
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind <> ''),
  actor text NOT NULL CHECK (actor <> ''),
  -- Ids, days, amounts and codes.
  body json NOT NULL,
  -- The answer or a note, if it has words.
  sealed_words bytea,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (borrower_id, complaint_id, event_no),
  FOREIGN KEY (borrower_id, complaint_id) REFERENCES complaints
);
CREATE TRIGGER complaint_events_immutable BEFORE UPDATE OR DELETE ON complaint_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON complaint_events FROM fairdue_app;

--@distributed SELECT create_distributed_table('complaint_events', 'borrower_id', colocate_with => 'borrowers')
