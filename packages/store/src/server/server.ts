import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, Socket } from "node:net";
import { tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Binaries, isReachable, readyBinaries } from "./binaries.ts";
import { isAlive, withLock } from "./lock.ts";
import { type OsAccount, serverAccount } from "./os-account.ts";

export type ServerOptions = {
  /** Folder that keeps the data, by default `.fairdue` of the working directory. */
  readonly home: string;
  /** `false` trades durability for speed: for tests whose data nobody will miss. Default `true`. */
  readonly isDurable?: boolean;
  /** Told, in one line each, whatever a person would want to know of the start. */
  readonly tell?: (line: string) => void;
};

export type DatabaseServer = {
  /** Address of the database `fairdue` on this server. */
  readonly url: string;
  urlOf(database: string): string;
  /** Lets go of the server: the last one to do so, over all processes, stops it. */
  release(): Promise<void>;
};

type Place = {
  readonly data: string;
  readonly sockets: string;
  readonly lock: string;
  readonly notes: string;
  readonly log: string;
};
type Notes = { readonly port: number; readonly password: string };

/**
 * The PostgreSQL server of this folder, started when it is not running. Every user of the server
 * keeps one connection open; whoever closes the last one stops it, so that processes may come and
 * go in any order and a killed one leaves nothing to clear away.
 */
export async function useServer(options: ServerOptions): Promise<DatabaseServer> {
  const tell = options.tell ?? ((): void => {});
  const account = serverAccount(tell);
  const place = prepare(options.home, account, tell);
  return await withLock(place.lock, async () => {
    const binaries = readyBinaries(account, tell);
    let notes = initialise(place, binaries, account);
    let keeper = await tryConnect(place, notes);
    if (!keeper) {
      notes = { ...notes, port: await freePort() };
      writeNotes(place, notes);
      start({ place, notes, binaries, account, isDurable: options.isDurable ?? true });
      keeper = await connect(place, notes);
    }
    await createDatabase(keeper);
    return serverOf(place, notes, keeper);
  });
}

function serverOf(place: Place, notes: Notes, keeper: pg.Client): DatabaseServer {
  const held = { client: keeper, isReleased: false };
  holdsProcess(keeper, false);
  keeper.on("error", () => {});
  const urlOf = (database: string): string => addressOf(place, notes, database);
  return {
    url: urlOf("fairdue"),
    urlOf,
    release: async () => {
      if (held.isReleased) return;
      held.isReleased = true;
      holdsProcess(held.client, true);
      await withLock(place.lock, async () => {
        const isLast = await isOnlyClient(held.client);
        await held.client.end().catch(() => {});
        if (isLast) await stop(place);
      });
    },
  };
}

/** The keeper alone must not keep a process from ending. */
function holdsProcess(keeper: pg.Client, holds: boolean): void {
  const socket: unknown = Reflect.get(Reflect.get(keeper, "connection"), "stream");
  if (!(socket instanceof Socket)) return;
  if (holds) socket.ref();
  else socket.unref();
}

function prepare(home: string, account: OsAccount | undefined, tell: (l: string) => void): Place {
  const asked = resolve(home);
  mkdirSync(asked, { recursive: true, mode: 0o755 });
  const tag = createHash("sha256").update(asked).digest("hex").slice(0, 12);
  const reachable = account === undefined || isReachable(asked);
  const base = reachable ? asked : join("/var/lib/fairdue", tag);
  if (!reachable) tell(`keeping the data in ${base}: the account postgres cannot reach ${asked}`);
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const sockets = join(tmpdir(), `fairdue-${tag}`);
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  const data = join(base, "postgres");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (account) for (const it of [sockets, data]) chownSync(it, account.uid, account.gid);
  return {
    data,
    sockets,
    lock: join(base, "postgres.lock"),
    notes: join(base, "postgres.json"),
    log: join(base, "postgres.log"),
  };
}

function initialise(place: Place, binaries: Binaries, account: OsAccount | undefined): Notes {
  if (existsSync(place.notes) && existsSync(join(place.data, "PG_VERSION")))
    return parseNotes(readFileSync(place.notes, "utf8"));
  rmSync(place.data, { recursive: true, force: true });
  mkdirSync(place.data, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("base64url");
  const passwordFile = join(place.sockets, "first-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const it of [place.data, passwordFile]) chownSync(it, account.uid, account.gid);
  const made = spawnSync(
    join(binaries.bin, "initdb"),
    [
      `--pgdata=${place.data}`,
      "--username=fairdue",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--no-instructions",
    ],
    { ...identityOf(account), cwd: place.sockets, encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
  const notes = { port: 0, password };
  writeNotes(place, notes);
  return notes;
}

type Start = {
  readonly place: Place;
  readonly notes: Notes;
  readonly binaries: Binaries;
  readonly account: OsAccount | undefined;
  readonly isDurable: boolean;
};

function start({ place, notes, binaries, account, isDurable }: Start): void {
  const settings = { ...settingsOf(isDurable), port: notes.port, listen_addresses: "127.0.0.1" };
  const sockets = process.platform === "win32" ? [] : ["-k", place.sockets];
  const log = openSync(place.log, "a", 0o600);
  const server = spawn(
    join(binaries.bin, "postgres"),
    [
      "-D",
      place.data,
      ...sockets,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    {
      ...identityOf(account),
      cwd: place.sockets,
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  server.on("error", () => {});
  server.unref();
}

/** Ready is when it answers, not when a log says so. */
async function connect(place: Place, notes: Notes): Promise<pg.Client> {
  const patienceMs = 60_000;
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 20) {
    const client = await tryConnect(place, notes);
    if (client) return client;
    await wait(20);
  }
  throw new Error(`PostgreSQL did not answer within a minute; its log is ${place.log}`);
}

async function tryConnect(place: Place, notes: Notes): Promise<pg.Client | undefined> {
  if (notes.port === 0) return undefined;
  const client = new pg.Client({
    connectionString: addressOf(place, notes, "postgres"),
    application_name: "fairdue keeper",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ at: string }>("SHOW data_directory").then((it) => ({
      rows: it.rows.map((row: Record<string, unknown>) => ({ at: String(row["data_directory"]) })),
    }));
    // Another server may have been given this port since ours stopped.
    if (rows[0] && resolve(rows[0].at) === resolve(place.data)) return client;
  } catch {
    // Not up yet, or not ours: the caller starts it or asks again.
  }
  await client.end().catch(() => {});
  return undefined;
}

async function createDatabase(keeper: pg.Client): Promise<void> {
  const found = await keeper.query("SELECT 1 FROM pg_database WHERE datname = 'fairdue'");
  if (found.rowCount === 0) await keeper.query("CREATE DATABASE fairdue");
}

async function isOnlyClient(keeper: pg.Client): Promise<boolean> {
  try {
    const others = await keeper.query(
      "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    return others.rowCount === 0;
  } catch {
    return false;
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, the checkpoint is written. */
async function stop(place: Place): Promise<void> {
  const pid = postmasterOf(place);
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGINT");
  } catch {
    return;
  }
  while (isAlive(pid)) await wait(10);
}

function postmasterOf(place: Place): number | undefined {
  try {
    const pid = Number(readFileSync(join(place.data, "postmaster.pid"), "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function addressOf(place: Place, notes: Notes, database: string): string {
  const login = `fairdue:${notes.password}`;
  return process.platform === "win32"
    ? `postgresql://${login}@127.0.0.1:${notes.port}/${database}`
    : `postgresql://${login}@/${database}?host=${encodeURIComponent(place.sockets)}&port=${notes.port}`;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/** A quarter of the memory for the buffers, as the manual advises, and rare checkpoints. */
function settingsOf(isDurable: boolean): Record<string, string> {
  const buffersMb = Math.max(64, Math.min(4096, Math.floor(totalmem() / 4 / 2 ** 20)));
  return {
    max_connections: "200",
    shared_buffers: `${isDurable ? buffersMb : Math.min(buffersMb, 512)}MB`,
    work_mem: "32MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "4GB",
    checkpoint_timeout: "15min",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    fsync: isDurable ? "on" : "off",
    full_page_writes: isDurable ? "on" : "off",
  };
}

function identityOf(account: OsAccount | undefined): {
  uid?: number;
  gid?: number;
  env: NodeJS.ProcessEnv;
} {
  const env = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" };
  return account ? { uid: account.uid, gid: account.gid, env } : { env };
}

function writeNotes(place: Place, notes: Notes): void {
  writeFileSync(place.notes, JSON.stringify(notes), { mode: 0o600 });
}

function parseNotes(text: string): Notes {
  const value: unknown = JSON.parse(text);
  if (typeof value === "object" && value !== null && "port" in value && "password" in value)
    return { port: Number(value.port), password: String(value.password) };
  throw new Error("the notes of the embedded server are damaged: remove its folder, or restore it");
}
