-- Invariant: a text is sent only from a template version that was inspected without objection and
-- approved by someone other than its author; a version never changes.

CREATE TABLE templates (
  template_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  template json NOT NULL,
  author text NOT NULL CHECK (author <> ''),
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Verdicts of the content inspection, by language.
  inspection json NOT NULL,
  is_lawful boolean NOT NULL,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (template_id, version),
  UNIQUE (template_id, version, author, is_lawful)
);
CREATE TRIGGER templates_immutable BEFORE UPDATE OR DELETE ON templates
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE template_approvals (
  template_id text NOT NULL,
  version integer NOT NULL,
  author text NOT NULL,
  is_lawful boolean NOT NULL DEFAULT true CHECK (is_lawful),
  approver text NOT NULL CHECK (approver <> author AND approver <> ''),
  approved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  leaf_id uuid NOT NULL,
  PRIMARY KEY (template_id, version),
  FOREIGN KEY (template_id, version, author, is_lawful)
    REFERENCES templates (template_id, version, author, is_lawful)
);
CREATE TRIGGER template_approvals_immutable BEFORE UPDATE OR DELETE ON template_approvals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- From then on no new permit is given for the version; what was sent stays reproducible.
CREATE TABLE template_retirements (
  template_id text NOT NULL,
  version integer NOT NULL,
  retired_by text NOT NULL,
  retired_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  reason text NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (template_id, version),
  FOREIGN KEY (template_id, version) REFERENCES templates
);
REVOKE UPDATE, DELETE, TRUNCATE ON templates, template_approvals, template_retirements
  FROM fairdue_app;

--@distributed SELECT create_reference_table('templates')
--@distributed SELECT create_reference_table('template_approvals')
--@distributed SELECT create_reference_table('template_retirements')
