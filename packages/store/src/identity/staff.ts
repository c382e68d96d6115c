import { assert } from "@fairdue/kernel";
import { parseRoleId, type RoleId } from "@fairdue/servicing";
import type { Row, Sql, Transaction } from "../sql/database.ts";
import { integerIn, nullable, textIn, truthIn } from "../sql/row.ts";

export type StaffMember = {
  readonly staffId: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly RoleId[];
  readonly teamId: string | null;
  readonly agencyId: string | null;
  readonly language: "zh-CN" | "en";
  readonly isActive: boolean;
  readonly hasSecondFactor: boolean;
};

export type StaffSecrets = {
  readonly passwordHash: string | null;
  readonly totpSealed: Buffer | null;
  readonly totpStep: number;
};

export type NewStaff = Omit<StaffMember, "isActive" | "hasSecondFactor"> & {
  readonly passwordHash: string | null;
};

const columns = `staff_id, login, display_name, roles, team_id, agency_id, language, is_active,
  totp_sealed IS NOT NULL OR EXISTS (SELECT FROM passkeys WHERE passkeys.staff_id = staff.staff_id)
    AS has_second_factor`;

/** Adds staff; one who is there already (same id) stays as he is. */
export async function insertStaff(sql: Sql, members: readonly NewStaff[]): Promise<void> {
  for (const it of members)
    await sql.rows(
      `INSERT INTO staff (staff_id, login, display_name, roles, team_id, agency_id, language, password_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (staff_id) DO NOTHING`,
      [
        it.staffId,
        it.login,
        it.displayName,
        [...it.roles],
        it.teamId,
        it.agencyId,
        it.language,
        it.passwordHash,
      ],
    );
}

export async function loadStaff(sql: Sql, staffId: string): Promise<StaffMember | undefined> {
  const [row] = await sql.named("staff-by-id", `SELECT ${columns} FROM staff WHERE staff_id = $1`, [
    staffId,
  ]);
  return row && memberOf(row);
}

export async function loadStaffByLogin(
  sql: Sql,
  login: string,
): Promise<(StaffMember & StaffSecrets) | undefined> {
  const [row] = await sql.named(
    "staff-by-login",
    `SELECT ${columns}, password_hash, totp_sealed, totp_step FROM staff WHERE login = $1`,
    [login],
  );
  return row && { ...memberOf(row), ...secretsOf(row) };
}

/** Staff by subject at the identity provider. */
export async function loadStaffBySubject(
  sql: Sql,
  subject: string,
): Promise<StaffMember | undefined> {
  const [row] = await sql.rows(`SELECT ${columns} FROM staff WHERE oidc_subject = $1`, [subject]);
  return row && memberOf(row);
}

/** Ties somebody to his subject at the identity provider. */
export async function saveSubject(sql: Sql, staffId: string, subject: string): Promise<void> {
  await sql.rows("UPDATE staff SET oidc_subject = $2 WHERE staff_id = $1", [staffId, subject]);
}

export async function loadStaffSecrets(sql: Sql, staffId: string): Promise<StaffSecrets> {
  const [row] = await sql.rows(
    "SELECT password_hash, totp_sealed, totp_step FROM staff WHERE staff_id = $1",
    [staffId],
  );
  assert(row !== undefined, `staff ${staffId} exists`);
  return secretsOf(row);
}

export async function listStaff(sql: Sql): Promise<readonly StaffMember[]> {
  const rows = await sql.rows(`SELECT ${columns} FROM staff ORDER BY login`);
  return rows.map(memberOf);
}

export async function saveTotp(sql: Sql, staffId: string, sealed: Buffer | null): Promise<void> {
  await sql.rows("UPDATE staff SET totp_sealed = $2, totp_step = 0 WHERE staff_id = $1", [
    staffId,
    sealed,
  ]);
}

/** Uses up a time step: `false` when that code, or a later one, was accepted before. */
export async function useTotpStep(sql: Sql, staffId: string, step: number): Promise<boolean> {
  const rows = await sql.rows(
    "UPDATE staff SET totp_step = $2 WHERE staff_id = $1 AND totp_step < $2 RETURNING staff_id",
    [staffId, step],
  );
  return rows.length === 1;
}

export async function savePassword(sql: Sql, staffId: string, passwordHash: string): Promise<void> {
  await sql.rows("UPDATE staff SET password_hash = $2 WHERE staff_id = $1", [
    staffId,
    passwordHash,
  ]);
}

/** Changes what somebody may do; his sessions end, so that the change holds at once. */
export async function saveRoles(
  tx: Transaction,
  staffId: string,
  change: {
    readonly roles: readonly RoleId[];
    readonly teamId: string | null;
    readonly agencyId: string | null;
    readonly isActive: boolean;
  },
): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE staff SET roles = $2, team_id = $3, agency_id = $4, is_active = $5
     WHERE staff_id = $1 RETURNING staff_id`,
    [staffId, [...change.roles], change.teamId, change.agencyId, change.isActive],
  );
  await tx.rows(
    `UPDATE sessions SET revoked_at = clock_timestamp()
     WHERE kind = 'staff' AND subject_id = $1 AND revoked_at IS NULL`,
    [staffId],
  );
  return rows.length === 1;
}

function memberOf(row: Row): StaffMember {
  const held: unknown = row["roles"];
  assert(Array.isArray(held), "column roles is a list");
  return {
    staffId: textIn(row, "staff_id"),
    login: textIn(row, "login"),
    displayName: textIn(row, "display_name"),
    roles: held.flatMap((it) => parseRoleId(String(it)) ?? []),
    teamId: nullable(row, "team_id", textIn),
    agencyId: nullable(row, "agency_id", textIn),
    language: textIn(row, "language") === "en" ? "en" : "zh-CN",
    isActive: truthIn(row, "is_active"),
    hasSecondFactor: truthIn(row, "has_second_factor"),
  };
}

function secretsOf(row: Row): StaffSecrets {
  const sealed: unknown = row["totp_sealed"];
  return {
    passwordHash: nullable(row, "password_hash", textIn),
    totpSealed: Buffer.isBuffer(sealed) ? sealed : null,
    totpStep: integerIn(row, "totp_step"),
  };
}
