import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { assert, present } from "@fairdue/kernel";
import { freshKey, keyBytes, seal, unseal } from "./cipher.ts";

/**
 * The outer keys. They never enter the database: a file, the environment, or a key service that
 * answers the same two questions.
 */
export type Keyring = {
  /** The key that wraps new person keys. */
  readonly current: string;
  wrap(personKey: Buffer, place: string): Promise<{ wrappingKey: string; wrapped: Buffer }>;
  /** @throws when the ring does not hold that key, or the wrapped bytes are not from that place. */
  unwrap(wrappingKey: string, wrapped: Buffer, place: string): Promise<Buffer>;
  /** For equality search; changing it means indexing anew. */
  readonly searchKey: Buffer;
};

type KeyFile = {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly search: string;
};

/** A ring held in memory, from the text of a key file (JSON: current, keys, search; base 64). */
export function keyringFrom(text: string): Keyring {
  const file = parseKeyFile(text);
  const keys = new Map(Object.entries(file.keys).map(([id, key]) => [id, keyOf(key, id)]));
  const keyNamed = (id: string): Buffer => present(keys.get(id), `the key ring holds ${id}`);
  const current = keyNamed(file.current);
  return {
    current: file.current,
    searchKey: keyOf(file.search, "search"),
    wrap: async (personKey, place) => ({
      wrappingKey: file.current,
      wrapped: seal(current, personKey, place),
    }),
    unwrap: async (wrappingKey, wrapped, place) => unseal(keyNamed(wrappingKey), wrapped, place),
  };
}

/**
 * The ring of an installation: `FAIRDUE_KEYS` (the text itself), `FAIRDUE_KEYS_FILE`, or
 * `keys.json` in the home folder, which is made at the first start, readable by its owner only.
 */
export function openKeyring(
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): Keyring {
  const given = environment["FAIRDUE_KEYS"];
  if (given !== undefined && given !== "") return keyringFrom(given);
  const path = environment["FAIRDUE_KEYS_FILE"] ?? join(home, "keys.json");
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, newKeyFile(), { mode: 0o600, flag: "wx" });
  }
  return keyringFrom(readFileSync(path, "utf8"));
}

/** A new key file with one outer key. */
export function newKeyFile(): string {
  const id = "k1";
  return keyFileText({
    current: id,
    keys: { [id]: freshKey().toString("base64") },
    search: freshKey().toString("base64"),
  });
}

/** The same ring with one more outer key, which wraps from now on; the older ones still open. */
export function withNewKey(text: string): string {
  const file = parseKeyFile(text);
  const id = `k${Object.keys(file.keys).length + 1}`;
  return keyFileText({
    ...file,
    current: id,
    keys: { ...file.keys, [id]: freshKey().toString("base64") },
  });
}

function keyFileText(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function parseKeyFile(text: string): KeyFile {
  const value: unknown = JSON.parse(text);
  assert(typeof value === "object" && value !== null, "a key file is a JSON object");
  const current: unknown = Reflect.get(value, "current");
  const search: unknown = Reflect.get(value, "search");
  const keys: unknown = Reflect.get(value, "keys");
  assert(typeof current === "string", "a key file names its current key");
  assert(typeof search === "string", "a key file has a search key");
  assert(typeof keys === "object" && keys !== null, "a key file has keys");
  const entries = Object.entries(keys).map(([id, key]): [string, string] => {
    assert(typeof key === "string", `key ${id} is base 64 text`);
    return [id, key];
  });
  return { current, search, keys: Object.fromEntries(entries) };
}

function keyOf(base64: string, id: string): Buffer {
  const key = Buffer.from(base64, "base64");
  assert(key.length === keyBytes, `key ${id} has ${keyBytes} bytes`);
  return key;
}
