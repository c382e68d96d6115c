-- Invariant: what was published stays published: one row for each book and closed day, with the leaf
-- of the log that binds it.

CREATE TABLE supervision_publications (
  book_id text NOT NULL REFERENCES books,
  published_on date NOT NULL,
  figures json NOT NULL,
  leaf_id uuid NOT NULL,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (book_id, published_on)
);
CREATE TRIGGER supervision_publications_immutable BEFORE UPDATE OR DELETE ON supervision_publications
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON supervision_publications FROM fairdue_app;

--@distributed SELECT create_reference_table('supervision_publications')
