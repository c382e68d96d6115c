import type { Sql } from "../sql/database.ts";
import { secretHash } from "./sessions.ts";

export type ChallengePurpose = "passkey-add" | "passkey-use" | "oidc" | "totp-add";

/** Remembers a question under a secret that the asker carries; old ones are swept on the way. */
export async function saveChallenge(
  sql: Sql,
  it: {
    readonly secret: string;
    readonly purpose: ChallengePurpose;
    readonly payload: unknown;
    readonly minutes: number;
  },
): Promise<void> {
  await sql.rows("DELETE FROM sign_in_challenges WHERE expires_at < clock_timestamp()");
  await sql.rows(
    `INSERT INTO sign_in_challenges (challenge_hash, purpose, payload, expires_at)
     VALUES ($1, $2, $3, clock_timestamp() + make_interval(mins => $4))`,
    [secretHash(it.secret), it.purpose, JSON.stringify(it.payload), it.minutes],
  );
}

/** Takes the question back, once. */
export async function takeChallenge(
  sql: Sql,
  secret: string,
  purpose: ChallengePurpose,
): Promise<unknown> {
  const [row] = await sql.rows(
    `DELETE FROM sign_in_challenges
     WHERE challenge_hash = $1 AND purpose = $2 AND expires_at > clock_timestamp() RETURNING payload`,
    [secretHash(secret), purpose],
  );
  return row?.["payload"];
}
