-- Invariant: nobody approves his own request; a session, a code and a key are stored as hashes only;
-- a refusal leaves a row.

CREATE TABLE staff (
  staff_id text PRIMARY KEY CHECK (staff_id ~ '^act_[0-9A-Za-z-]{1,48}$'),
  login text NOT NULL UNIQUE CHECK (login = lower(login) AND login ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
  display_name text NOT NULL CHECK (display_name <> ''),
  roles text[] NOT NULL,
  team_id text,
  agency_id text,
  -- argon2id, PHC string format; null for those who come by single sign-on only.
  password_hash text,
  -- Sealed by the vault's outer key; null until a second factor is set up.
  totp_sealed bytea,
  -- The last time step that was accepted: a code works once.
  totp_step bigint NOT NULL DEFAULT 0,
  oidc_subject text UNIQUE,
  language text NOT NULL DEFAULT 'zh-CN' CHECK (language IN ('zh-CN', 'en')),
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE passkeys (
  credential_id text PRIMARY KEY,
  staff_id text NOT NULL REFERENCES staff,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz
);

CREATE TABLE sessions (
  session_hash bytea PRIMARY KEY CHECK (length(session_hash) = 32),
  session_id text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('staff', 'borrower')),
  subject_id text NOT NULL,
  -- Until the second factor is given the session opens nothing but that step.
  second_factor_at timestamptz,
  device text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX sessions_subject ON sessions (kind, subject_id) WHERE revoked_at IS NULL;

-- Failures are counted by who asks from where, so that a stranger cannot lock a person out.
CREATE TABLE sign_in_failures (
  login_hash bytea NOT NULL,
  origin_hash bytea NOT NULL,
  failed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX sign_in_failures_pair ON sign_in_failures (login_hash, origin_hash, failed_at);
CREATE INDEX sign_in_failures_origin ON sign_in_failures (origin_hash, failed_at);

CREATE TABLE sign_in_codes (
  borrower_id text NOT NULL,
  code_id text NOT NULL,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  device_hash bytea NOT NULL,
  tries integer NOT NULL DEFAULT 0 CHECK (tries <= 5),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (borrower_id, code_id)
);

CREATE TABLE borrower_devices (
  borrower_id text NOT NULL,
  device_hash bytea NOT NULL CHECK (length(device_hash) = 32),
  name text NOT NULL,
  bound_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (borrower_id, device_hash)
);

CREATE TABLE access_refusals (
  refusal_id uuid PRIMARY KEY,
  actor text NOT NULL,
  permission text NOT NULL,
  code text NOT NULL,
  -- An id, never a name or a number of a person.
  subject text NOT NULL DEFAULT '',
  refused_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX access_refusals_time ON access_refusals (refused_at);
CREATE TRIGGER access_refusals_immutable BEFORE UPDATE OR DELETE ON access_refusals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE broken_glasses (
  glass_id text PRIMARY KEY,
  staff_id text NOT NULL REFERENCES staff,
  reason text NOT NULL CHECK (length(reason) >= 10),
  broken_at timestamptz NOT NULL DEFAULT now(),
  until_at timestamptz NOT NULL,
  reviewed_by text REFERENCES staff,
  reviewed_at timestamptz,
  finding text,
  CHECK (until_at > broken_at AND until_at <= broken_at + interval '4 hours'),
  CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
  CHECK (reviewed_by IS NULL OR reviewed_by <> staff_id)
);

-- Four eyes: what one person asks for, another decides.
CREATE TABLE approvals (
  approval_id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind <> ''),
  subject text NOT NULL,
  payload json NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now(),
  decided_by text,
  decided_at timestamptz,
  decision text CHECK (decision IN ('approved', 'declined')),
  reason text NOT NULL DEFAULT '',
  CHECK (decided_by IS NULL OR decided_by <> requested_by),
  CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX approvals_open ON approvals (kind, requested_at) WHERE decision IS NULL;

-- Whose matter a person's overdue case is: what reach is measured against. Kept by the cases.
CREATE TABLE access_subjects (
  borrower_id text PRIMARY KEY REFERENCES borrowers,
  owner_id text,
  team_id text,
  agency_id text
);
CREATE INDEX access_subjects_owner ON access_subjects (owner_id);
CREATE INDEX access_subjects_team ON access_subjects (team_id);
CREATE INDEX access_subjects_agency ON access_subjects (agency_id);

--@distributed SELECT create_distributed_table('access_subjects', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('sign_in_codes', 'borrower_id', colocate_with => 'borrowers')
--@distributed SELECT create_distributed_table('borrower_devices', 'borrower_id', colocate_with => 'borrowers')

-- What was asked of a browser or of an identity provider, and is answered once, within minutes.
CREATE TABLE sign_in_challenges (
  challenge_hash bytea PRIMARY KEY CHECK (length(challenge_hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('passkey-add', 'passkey-use', 'oidc', 'totp-add')),
  payload json NOT NULL,
  expires_at timestamptz NOT NULL
);
