-- Invariant: what is immutable is refused any change by the database itself, whoever asks: a trigger
-- stops even the owner, and the role of the running application has no right to try.

DO $$
BEGIN
  CREATE ROLE fairdue_app NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT fairdue_app TO %I', current_user);
EXCEPTION
  WHEN unique_violation OR invalid_grant_operation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO fairdue_app;
GRANT SELECT ON schema_migrations TO fairdue_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO fairdue_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO fairdue_app;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are immutable: book the correction as a new row', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

-- A lender's set of accounts in one currency, with the business day up to which it is closed.
CREATE TABLE books (
  book_id text PRIMARY KEY,
  name_en text NOT NULL CHECK (name_en <> ''),
  name_zh text NOT NULL CHECK (name_zh <> ''),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- IANA zone in which the business day of the book turns.
  zone text NOT NULL CHECK (zone <> ''),
  -- Every day up to this one is closed: nothing is booked into it any more.
  closed_through date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- 科目: the chart of accounts of one book.
CREATE TABLE gl_accounts (
  book_id text NOT NULL REFERENCES books,
  code integer NOT NULL CHECK (code > 0),
  name_en text NOT NULL CHECK (name_en <> ''),
  name_zh text NOT NULL CHECK (name_zh <> ''),
  class text NOT NULL CHECK (class IN ('asset', 'liability', 'equity', 'income', 'expense', 'memo')),
  PRIMARY KEY (book_id, code)
);

-- A version of a product never changes; its successor has the next number.
CREATE TABLE products (
  product_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  declaration json NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (product_id, version)
);
CREATE TRIGGER products_immutable BEFORE UPDATE OR DELETE ON products
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON products FROM fairdue_app;

--@distributed SET citus.enable_unsafe_triggers TO on
--@distributed SELECT create_reference_table('books')
--@distributed SELECT create_reference_table('gl_accounts')
--@distributed SELECT create_reference_table('products')
