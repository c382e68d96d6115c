import { execFileSync } from "node:child_process";

/** The OS account that owns the data directory and runs the server. */
export type OsAccount = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root. As root, the account `postgres` is used, and made when the
 * machine has none; as anybody else the server runs as oneself (`undefined`).
 */
export function serverAccount(tell: (line: string) => void): OsAccount | undefined {
  if (process.platform === "win32" || process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  if (known) return known;
  tell("creating the OS account postgres: the database server may not run as root");
  for (const [command, ...args] of ways) {
    try {
      execFileSync(command, args, { stdio: "ignore" });
    } catch {
      continue;
    }
    const made = lookUp();
    if (made) return made;
  }
  throw new Error(
    "running as root, and no OS account postgres could be made: run as an ordinary user, " +
      "or set FAIRDUE_DATABASE_URL to a server of your own",
  );
}

/** Debian, Fedora and their kin; then BusyBox. */
const ways: readonly (readonly [string, ...string[]])[] = [
  ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"],
  ["adduser", "-S", "-D", "-H", "-s", "/bin/false", "postgres"],
];

function lookUp(): OsAccount | undefined {
  try {
    const ask = (flag: string): number =>
      Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
    return { name: "postgres", uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}
