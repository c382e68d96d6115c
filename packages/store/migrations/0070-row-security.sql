-- Invariant: what a person of limited reach asks for is cut to that reach by the database, whatever
-- the code above forgot. Such questions run as `fairdue_narrow`, which may only read, and sees only
-- rows of the people within `fairdue.reach` (own, team, agency, self) and `fairdue.reach_key`.

DO $$
BEGIN
  CREATE ROLE fairdue_narrow NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT fairdue_narrow TO %I', current_user);
  GRANT fairdue_narrow TO fairdue_app;
EXCEPTION
  WHEN unique_violation OR invalid_grant_operation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO fairdue_narrow;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO fairdue_narrow;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO fairdue_narrow;
-- Secrets of others are nobody's reading.
REVOKE SELECT ON staff, passkeys, sessions, sign_in_codes, sign_in_failures FROM fairdue_narrow;

CREATE FUNCTION within_reach(owner_id text, team_id text, agency_id text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT CASE current_setting('fairdue.reach', true)
    WHEN 'own' THEN owner_id = current_setting('fairdue.reach_key', true)
    WHEN 'team' THEN team_id = current_setting('fairdue.reach_key', true)
    WHEN 'agency' THEN agency_id = current_setting('fairdue.reach_key', true)
    ELSE false END
$$;

-- Guards one table that carries a borrower id; every later migration calls it for its own tables.
CREATE FUNCTION guard_rows(guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY app ON %s TO fairdue_app USING (true) WITH CHECK (true)', guarded);
  IF guarded = 'access_subjects'::regclass THEN
    EXECUTE format($policy$CREATE POLICY narrow ON %s FOR SELECT TO fairdue_narrow USING (
      within_reach(owner_id, team_id, agency_id)
      OR borrower_id = CASE WHEN current_setting('fairdue.reach', true) = 'self'
        THEN current_setting('fairdue.reach_key', true) END)$policy$, guarded);
  ELSE
    EXECUTE format($policy$CREATE POLICY narrow ON %s FOR SELECT TO fairdue_narrow USING (
      borrower_id = CASE WHEN current_setting('fairdue.reach', true) = 'self'
        THEN current_setting('fairdue.reach_key', true) END
      OR borrower_id IN (SELECT s.borrower_id FROM access_subjects AS s
        WHERE within_reach(s.owner_id, s.team_id, s.agency_id)))$policy$, guarded);
  END IF;
END $$;

SELECT guard_rows(c.oid)
FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'borrower_id' AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
ORDER BY c.relname;
