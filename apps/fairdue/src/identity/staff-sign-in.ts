import { accepted, type Outcome, refused } from "@fairdue/kernel";
import {
  countFailures,
  type Database,
  forgetFailures,
  type Keyring,
  loadStaff,
  loadStaffByLogin,
  loadStaffSecrets,
  openSession,
  raiseSession,
  recordFailure,
  type Session,
  type StaffMember,
  useTotpStep,
} from "@fairdue/store";
import { verifyPassword } from "./password.ts";
import { openSecondFactor } from "./second-factor.ts";
import { totpStepOf } from "./totp.ts";

/** A working day; a session that nobody uses ends after `idleMinutes`. */
export const staffSessionHours = 12;
export const idleMinutes = 60;

const windowMinutes = 15;
/** Wrong passwords for one login from one origin, and from one origin in all, before it must wait. */
const pairFailuresMax = 5;
const originFailuresMax = 50;

export type SignInRefusal =
  | { readonly code: "wrong-credentials" }
  | { readonly code: "too-many-tries"; readonly waitMinutes: number };

export type SignedIn = {
  readonly secret: string;
  readonly staff: StaffMember;
  /** The session opens nothing else until the second factor is given. */
  readonly needsSecondFactor: boolean;
};

/**
 * First factor. Failures count per login *and origin*: a stranger who guesses makes himself wait,
 * never the person whose login it is.
 */
export async function signInStaff(
  db: Database,
  it: {
    readonly login: string;
    readonly password: string;
    readonly origin: string;
    readonly device: string;
  },
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const login = it.login.trim().toLowerCase();
  const failures = await countFailures(db, login, it.origin, windowMinutes);
  if (failures.pair >= pairFailuresMax || failures.origin >= originFailuresMax)
    return refused({ code: "too-many-tries", waitMinutes: windowMinutes });
  const staff = await loadStaffByLogin(db, login);
  const isRight = await verifyPassword(staff?.passwordHash ?? null, it.password);
  if (staff === undefined || !isRight || !staff.isActive) {
    await recordFailure(db, login, it.origin);
    return refused({ code: "wrong-credentials" });
  }
  await forgetFailures(db, login, it.origin);
  const { secret } = await openSession(db, {
    kind: "staff",
    subjectId: staff.staffId,
    device: it.device,
    hasSecondFactor: !staff.hasSecondFactor,
    hours: staffSessionHours,
  });
  return accepted({ secret, staff, needsSecondFactor: staff.hasSecondFactor });
}

/** Second factor by authenticator code: each code works once. */
export async function confirmTotp(
  db: Database,
  keyring: Keyring,
  it: {
    readonly session: Session;
    readonly code: string;
    readonly origin: string;
    readonly epochSeconds: number;
  },
): Promise<Outcome<StaffMember, SignInRefusal>> {
  const staff = await loadStaff(db, it.session.subjectId);
  if (staff === undefined || !staff.isActive) return refused({ code: "wrong-credentials" });
  const subject = `${staff.login} second factor`;
  const failures = await countFailures(db, subject, it.origin, windowMinutes);
  if (failures.pair >= pairFailuresMax)
    return refused({ code: "too-many-tries", waitMinutes: windowMinutes });
  const { totpSealed } = await loadStaffSecrets(db, staff.staffId);
  const secret = totpSealed && (await openSecondFactor(keyring, staff.staffId, totpSealed));
  const step = secret === null ? undefined : totpStepOf(secret, it.code, it.epochSeconds);
  if (step === undefined || !(await useTotpStep(db, staff.staffId, step))) {
    await recordFailure(db, subject, it.origin);
    return refused({ code: "wrong-credentials" });
  }
  await forgetFailures(db, subject, it.origin);
  await raiseSession(db, it.session.sessionId);
  return accepted(staff);
}
