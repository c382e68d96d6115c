-- Invariant: a strategy's version never changes, and is active only after a second person's yes. The
-- plan of a day is written whole or not at all, once for each strategy version; a day has one plan
-- that counts.

CREATE TABLE strategies (
  book_id text NOT NULL REFERENCES books,
  strategy_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  declaration json NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- What the simulation showed, side by side with the one in force; needed before activation.
  simulation json,
  approval_id text,
  -- First day on which it counts; null until it was approved.
  active_from date,
  active_until date,
  CHECK (active_until IS NULL OR active_from IS NOT NULL),
  CHECK (active_from IS NULL OR approval_id IS NOT NULL),
  PRIMARY KEY (book_id, strategy_id, version)
);
CREATE INDEX strategies_active ON strategies (book_id, active_from) WHERE active_from IS NOT NULL;

CREATE FUNCTION hold_strategy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.book_id, OLD.strategy_id, OLD.version, OLD.declaration::text, OLD.proposed_by)
    IS DISTINCT FROM (NEW.book_id, NEW.strategy_id, NEW.version, NEW.declaration::text, NEW.proposed_by)
    OR (OLD.active_from IS NOT NULL AND NEW.active_from IS DISTINCT FROM OLD.active_from) THEN
    RAISE EXCEPTION 'a version of a strategy does not change: propose the next one'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER strategies_held BEFORE UPDATE ON strategies
  FOR EACH ROW EXECUTE FUNCTION hold_strategy();
REVOKE DELETE, TRUNCATE ON strategies FROM fairdue_app;

CREATE TABLE plans (
  plan_id uuid PRIMARY KEY,
  book_id text NOT NULL REFERENCES books,
  plan_on date NOT NULL,
  strategy_id text NOT NULL,
  strategy_version integer NOT NULL,
  is_current boolean NOT NULL,
  planned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  planned_by text NOT NULL,
  seconds double precision NOT NULL,
  summary json NOT NULL,
  -- Value, bound, gap, and for each budget what was used and what one more unit would bring.
  certificate json NOT NULL,
  UNIQUE (book_id, plan_on, strategy_id, strategy_version),
  FOREIGN KEY (book_id, strategy_id, strategy_version) REFERENCES strategies
);
CREATE UNIQUE INDEX plans_current ON plans (book_id, plan_on) WHERE is_current;
REVOKE DELETE, TRUNCATE ON plans FROM fairdue_app;

-- What happens to one person on a day, and why; also where it is nothing.
CREATE TABLE work_items (
  borrower_id text NOT NULL,
  plan_id uuid NOT NULL,
  case_id text NOT NULL,
  book_id text NOT NULL,
  plan_on date NOT NULL,
  segment_id text,
  arm_id text,
  queue_id text,
  team_id text,
  because text NOT NULL,
  treatment_id text,
  channel text,
  template_id text,
  position integer,
  not_before timestamptz,
  step json,
  words json,
  reason json NOT NULL,
  overdue_minor bigint NOT NULL,
  expected_minor bigint NOT NULL,
  cost_minor bigint NOT NULL,
  minutes integer NOT NULL,
  harm integer NOT NULL,
  complaint_ppm integer NOT NULL,
  is_data_thin boolean NOT NULL,
  PRIMARY KEY (borrower_id, plan_id),
  FOREIGN KEY (borrower_id, case_id) REFERENCES cases,
  CHECK ((because = 'chosen') = (treatment_id IS NOT NULL))
);
CREATE INDEX work_items_list ON work_items (plan_id, queue_id, position) WHERE treatment_id IS NOT NULL;
CREATE TRIGGER work_items_immutable BEFORE UPDATE OR DELETE ON work_items
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON work_items FROM fairdue_app;

-- What came of it within the horizon: the first time in a case that a person was treated so, or held
-- out. From these the effects are measured.
CREATE TABLE treatment_outcomes (
  borrower_id text NOT NULL,
  case_id text NOT NULL,
  -- The treatment, or `hold-out`.
  treatment_id text NOT NULL,
  plan_id uuid NOT NULL,
  book_id text NOT NULL,
  plan_on date NOT NULL,
  measured_on date NOT NULL,
  segment_id text NOT NULL,
  arm_id text,
  strategy_id text NOT NULL,
  overdue_minor bigint NOT NULL,
  paid_minor bigint NOT NULL,
  -- Paid of what was overdue, at most all of it.
  share double precision NOT NULL CHECK (share BETWEEN 0 AND 1),
  cost_minor bigint NOT NULL,
  PRIMARY KEY (borrower_id, case_id, treatment_id)
);
CREATE INDEX treatment_outcomes_book ON treatment_outcomes (book_id, plan_on);

--@distributed SELECT create_reference_table('strategies')
--@distributed SELECT create_reference_table('plans')
--@distributed SELECT create_distributed_table('work_items', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('treatment_outcomes', 'borrower_id', colocate_with => 'borrowers')
