-- Invariant: what is immutable is not emptied either. TRUNCATE passes by the triggers of rows, so it
-- has one of its own, which stops the owner too.

CREATE TRIGGER products_never_emptied BEFORE TRUNCATE ON products
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER book_journal_never_emptied BEFORE TRUNCATE ON book_journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE TRUNCATE ON products, account_events FROM fairdue_app;

-- Citus has no such triggers on sharded tables; there the missing right must do.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    RETURN;
  END IF;
  CREATE TRIGGER account_events_never_emptied BEFORE TRUNCATE ON account_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER journal_never_emptied BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
END $$;
