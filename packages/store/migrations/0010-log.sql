-- Invariant: the log only grows. A leaf is written in the transaction of what it tells of and never
-- changes; the sequencer gives it its place, and binds every place by a signed checkpoint. Whose leaf
-- it is stands on the borrower's side only: the published entries hold commitments, no person.

-- What was decided or done, queued for its place. Borrower `-` where no person is concerned.
CREATE TABLE leaves (
  borrower_id text NOT NULL,
  leaf_id uuid NOT NULL,
  kind text NOT NULL,
  -- Canonical JSON, byte for byte as it enters the log.
  entry text NOT NULL CHECK (octet_length(entry) <= 65535),
  -- Salts and values of the leaf's commitments; null once they were erased.
  openings json,
  -- Null until the sequencer has given the place.
  leaf_index bigint CHECK (leaf_index >= 0),
  queued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (borrower_id, leaf_id)
) WITH (fillfactor = 90);
CREATE INDEX leaves_queued ON leaves (queued_at, leaf_id) WHERE leaf_index IS NULL;
CREATE INDEX leaves_place ON leaves (leaf_index) WHERE leaf_index IS NOT NULL;

CREATE FUNCTION hold_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (OLD.borrower_id, OLD.leaf_id, OLD.kind, OLD.entry, OLD.queued_at)
      IS DISTINCT FROM (NEW.borrower_id, NEW.leaf_id, NEW.kind, NEW.entry, NEW.queued_at)
    OR (OLD.leaf_index IS NOT NULL AND NEW.leaf_index IS DISTINCT FROM OLD.leaf_index)
    OR (NEW.openings IS NOT NULL AND NEW.openings::text IS DISTINCT FROM OLD.openings::text) THEN
    RAISE EXCEPTION 'leaves are immutable: a leaf gets its place once, and its openings may only be erased'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER leaves_held BEFORE UPDATE OR DELETE ON leaves
  FOR EACH ROW EXECUTE FUNCTION hold_leaf();
REVOKE DELETE, TRUNCATE ON leaves FROM fairdue_app;

-- The published log: entries in their order.
CREATE TABLE log_entries (
  leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
  entry text NOT NULL
);
CREATE TRIGGER log_entries_immutable BEFORE UPDATE OR DELETE ON log_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Tiles of the tree, the last one of each level still growing.
CREATE TABLE log_tiles (
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 63),
  tile_index bigint NOT NULL CHECK (tile_index >= 0),
  hashes bytea NOT NULL CHECK (length(hashes) % 32 = 0 AND length(hashes) BETWEEN 32 AND 8192),
  PRIMARY KEY (level, tile_index)
) WITH (fillfactor = 70);

CREATE FUNCTION hold_tile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.level, NEW.tile_index) <> (OLD.level, OLD.tile_index)
    OR substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes THEN
    RAISE EXCEPTION 'a tile only grows' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_tiles_grow BEFORE UPDATE OR DELETE ON log_tiles
  FOR EACH ROW EXECUTE FUNCTION hold_tile();

-- One signed note per size that was ever published.
CREATE TABLE log_checkpoints (
  size bigint PRIMARY KEY CHECK (size >= 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  note text NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER log_checkpoints_immutable BEFORE UPDATE OR DELETE ON log_checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Witnesses' signature lines on a checkpoint.
CREATE TABLE log_cosignatures (
  size bigint NOT NULL REFERENCES log_checkpoints,
  witness text NOT NULL,
  line text NOT NULL,
  cosigned_at timestamptz NOT NULL,
  PRIMARY KEY (size, witness)
);
CREATE TRIGGER log_cosignatures_immutable BEFORE UPDATE OR DELETE ON log_cosignatures
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON log_entries, log_checkpoints, log_cosignatures FROM fairdue_app;
REVOKE DELETE, TRUNCATE ON log_tiles FROM fairdue_app;

--@distributed SELECT create_distributed_table('leaves', 'borrower_id', colocate_with => 'borrowers')
