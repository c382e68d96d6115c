import { randomUUID } from "node:crypto";
import { type Outcome, accepted, assert, present, refused } from "@fairdue/kernel";
import {
  type LegalBasis,
  maskOf,
  mayRead,
  parsePersonalFieldId,
  type PersonalFieldId,
  personalFields,
  type Purpose,
  searchFormOf,
} from "@fairdue/servicing";
import type { Row, Sql, Transaction } from "../sql/database.ts";
import { integerIn, nullable, textIn } from "../sql/row.ts";
import { freshKey, seal, searchHash, unseal } from "./cipher.ts";
import type { Keyring } from "./keyring.ts";

export type PersonalValues = Readonly<Partial<Record<PersonalFieldId, string>>>;

export type PersonalRecord = { readonly borrowerId: string; readonly values: PersonalValues };

/** A read that the catalogue does not allow: the field is not kept for that purpose. */
export type ReadRefusal = {
  readonly code: "purpose-not-allowed";
  readonly field: PersonalFieldId;
  readonly purpose: Purpose;
};

export type ReadRequest = {
  readonly borrowerId: string;
  readonly fields: readonly PersonalFieldId[];
  readonly actor: string;
  readonly purpose: Purpose;
  /** Why, in the reader's words; shown to the borrower. */
  readonly reason?: string;
};

export type Vault = {
  /** Seals values of one or many people; the borrowers must exist. One round trip per table. */
  write(tx: Transaction, records: readonly PersonalRecord[], source: string): Promise<void>;
  /** Opens values for a stated purpose and records the read in the same transaction. */
  reveal(tx: Transaction, request: ReadRequest): Promise<Outcome<PersonalValues, ReadRefusal>>;
  /** Masked values by borrower, for lists: enough to recognise, too little to use. */
  masked(
    sql: Sql,
    borrowerIds: readonly string[],
    fields: readonly PersonalFieldId[],
  ): Promise<ReadonlyMap<string, PersonalValues>>;
  /** Borrowers whose field equals the value, however it was typed; at most 50. */
  find(sql: Sql, field: PersonalFieldId, value: string): Promise<readonly string[]>;
  /** Seals a free text (a message, a note) under the person's key, to be stored by the caller. */
  seal(tx: Transaction, borrowerId: string, text: string, place: string): Promise<Buffer>;
  unseal(sql: Sql, borrowerId: string, sealed: Buffer, place: string): Promise<string>;
  /** Destroys the person's keys: nothing sealed under them can ever be opened again. */
  erase(tx: Transaction, borrowerId: string): Promise<void>;
  /** Wraps up to `limit` person keys anew under the current outer key; answers how many it did. */
  rewrap(tx: Transaction, limit: number): Promise<number>;
};

type PersonKey = { readonly keyNo: number; readonly key: Buffer };

/** The one place where personal data are sealed and opened. */
export function openVault(keyring: Keyring): Vault {
  return {
    write: async (tx, records, source) => {
      const keys = await ensureKeys(
        tx,
        keyring,
        records.map((it) => it.borrowerId),
      );
      const rows = records.flatMap(({ borrowerId, values }) =>
        fieldsOf(values).map(([field, value]) => {
          const { keyNo, key } = present(keys.get(borrowerId), "a key for each person");
          const known = personalFields[field];
          return {
            borrowerId,
            field,
            keyNo,
            sealed: seal(key, Buffer.from(value, "utf8"), placeOf(borrowerId, field)),
            hash: known.isSearchable
              ? searchHash(keyring.searchKey, field, searchFormOf(field, value))
              : null,
            basis: known.basis,
          };
        }),
      );
      await insertFields(tx, rows, source);
    },
    reveal: async (tx, request) => {
      const wrong = request.fields.find((it) => !mayRead(it, request.purpose));
      if (wrong !== undefined)
        return refused({ code: "purpose-not-allowed", field: wrong, purpose: request.purpose });
      await tx.named(
        "personal-read",
        `INSERT INTO personal_reads (borrower_id, read_id, actor, purpose, fields, reason)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          request.borrowerId,
          randomUUID(),
          request.actor,
          request.purpose,
          [...request.fields],
          request.reason ?? "",
        ],
      );
      const opened = await openFields(tx, keyring, [request.borrowerId], request.fields);
      return accepted(opened.get(request.borrowerId) ?? {});
    },
    masked: async (sql, borrowerIds, fields) => {
      const opened = await openFields(sql, keyring, borrowerIds, fields);
      return new Map(
        [...opened].map(([borrowerId, values]) => [
          borrowerId,
          Object.fromEntries(
            fieldsOf(values).map(([field, value]) => [field, maskOf(field, value)]),
          ),
        ]),
      );
    },
    find: async (sql, field, value) => {
      const known = personalFields[field];
      if (!known.isSearchable) return [];
      const rows = await sql.named(
        "personal-find",
        `SELECT borrower_id FROM personal_fields WHERE field = $1 AND search_hash = $2
         ORDER BY borrower_id LIMIT 50`,
        [field, searchHash(keyring.searchKey, field, searchFormOf(field, value))],
      );
      return rows.map((row) => textIn(row, "borrower_id"));
    },
    seal: async (tx, borrowerId, text, place) => {
      const keys = await ensureKeys(tx, keyring, [borrowerId]);
      const { keyNo, key } = present(keys.get(borrowerId), "a key for the person");
      const head = Buffer.alloc(4);
      head.writeUInt32BE(keyNo);
      return Buffer.concat([
        head,
        seal(key, Buffer.from(text, "utf8"), placeOf(borrowerId, place)),
      ]);
    },
    unseal: async (sql, borrowerId, sealed, place) => {
      const keyNo = sealed.readUInt32BE(0);
      const keys = await loadKeys(sql, keyring, [borrowerId]);
      const key = present(keys.get(`${borrowerId} ${keyNo}`), "the person's key still exists");
      return unseal(key, sealed.subarray(4), placeOf(borrowerId, place)).toString("utf8");
    },
    erase: async (tx, borrowerId) => {
      await tx.rows("DELETE FROM personal_fields WHERE borrower_id = $1", [borrowerId]);
      await tx.rows(
        `UPDATE person_keys SET wrapped = NULL, destroyed_at = clock_timestamp()
         WHERE borrower_id = $1 AND wrapped IS NOT NULL`,
        [borrowerId],
      );
    },
    rewrap: (tx, limit) => rewrap(tx, keyring, limit),
  };
}

const placeOf = (borrowerId: string, field: string): string => `${borrowerId}|${field}`;
const keyPlaceOf = (borrowerId: string, keyNo: number): string => `${borrowerId}|key|${keyNo}`;

function fieldsOf(values: PersonalValues): [PersonalFieldId, string][] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = parsePersonalFieldId(name);
    assert(field !== undefined, `a field of the catalogue, got ${name}`);
    return value === undefined ? [] : [[field, value] satisfies [PersonalFieldId, string]];
  });
}

/** The living key of each person, made where there is none. */
async function ensureKeys(
  tx: Transaction,
  keyring: Keyring,
  borrowerIds: readonly string[],
): Promise<ReadonlyMap<string, PersonKey>> {
  const people = [...new Set(borrowerIds)].sort();
  const known = await livingKeys(tx, keyring, people);
  const missing = people.filter((it) => !known.has(it));
  if (missing.length === 0) return known;
  const made = await Promise.all(
    missing.map(async (borrowerId) => {
      const key = freshKey();
      return { borrowerId, ...(await keyring.wrap(key, keyPlaceOf(borrowerId, 1))) };
    }),
  );
  await tx.rows(
    `INSERT INTO person_keys (borrower_id, key_no, wrapping_key, wrapped)
     SELECT borrower_id, 1, wrapping_key, wrapped
     FROM UNNEST($1::text[], $2::text[], $3::text[]) AS it(borrower_id, wrapping_key, hex),
       LATERAL (SELECT decode(hex, 'hex') AS wrapped) AS decoded
     ON CONFLICT DO NOTHING`,
    [
      made.map((it) => it.borrowerId),
      made.map((it) => it.wrappingKey),
      made.map((it) => it.wrapped.toString("hex")),
    ],
  );
  // Another writer may have been first: its key is the one that counts.
  const all = await livingKeys(tx, keyring, people);
  for (const it of missing)
    assert(all.has(it), `the keys of ${it} were destroyed: the person was erased`);
  return all;
}

async function livingKeys(
  sql: Sql,
  keyring: Keyring,
  people: readonly string[],
): Promise<Map<string, PersonKey>> {
  const rows = await sql.named(
    "person-keys-living",
    `SELECT DISTINCT ON (borrower_id) borrower_id, key_no, wrapping_key, wrapped
     FROM person_keys WHERE borrower_id = ANY($1) AND wrapped IS NOT NULL
     ORDER BY borrower_id, key_no DESC`,
    [[...people]],
  );
  const keys = new Map<string, PersonKey>();
  for (const row of rows) {
    const keyNo = integerIn(row, "key_no");
    keys.set(textIn(row, "borrower_id"), { keyNo, key: await unwrapped(keyring, row) });
  }
  return keys;
}

/** All living keys of some people, by `person number`. */
async function loadKeys(
  sql: Sql,
  keyring: Keyring,
  people: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await sql.named(
    "person-keys-all",
    `SELECT borrower_id, key_no, wrapping_key, wrapped
     FROM person_keys WHERE borrower_id = ANY($1) AND wrapped IS NOT NULL`,
    [[...people]],
  );
  const keys = new Map<string, Buffer>();
  for (const row of rows)
    keys.set(
      `${textIn(row, "borrower_id")} ${integerIn(row, "key_no")}`,
      await unwrapped(keyring, row),
    );
  return keys;
}

function unwrapped(keyring: Keyring, row: Row): Promise<Buffer> {
  return keyring.unwrap(
    textIn(row, "wrapping_key"),
    bytesIn(row, "wrapped"),
    keyPlaceOf(textIn(row, "borrower_id"), integerIn(row, "key_no")),
  );
}

async function openFields(
  sql: Sql,
  keyring: Keyring,
  borrowerIds: readonly string[],
  fields: readonly PersonalFieldId[],
): Promise<Map<string, PersonalValues>> {
  const keys = await loadKeys(sql, keyring, borrowerIds);
  const rows = await sql.named(
    "personal-fields",
    `SELECT borrower_id, field, key_no, sealed FROM personal_fields
     WHERE borrower_id = ANY($1) AND field = ANY($2)`,
    [[...borrowerIds], [...fields]],
  );
  const opened = new Map<string, Partial<Record<PersonalFieldId, string>>>();
  for (const row of rows) {
    const borrowerId = textIn(row, "borrower_id");
    const field = present(parsePersonalFieldId(textIn(row, "field")), "a field of the catalogue");
    const key = keys.get(`${borrowerId} ${integerIn(row, "key_no")}`);
    if (key === undefined) continue;
    const plain = unseal(key, bytesIn(row, "sealed"), placeOf(borrowerId, field));
    const values = opened.get(borrowerId) ?? {};
    values[field] = plain.toString("utf8");
    opened.set(borrowerId, values);
  }
  return opened;
}

type FieldRow = {
  readonly borrowerId: string;
  readonly field: PersonalFieldId;
  readonly keyNo: number;
  readonly sealed: Buffer;
  readonly hash: Buffer | null;
  readonly basis: LegalBasis;
};

async function insertFields(
  tx: Transaction,
  rows: readonly FieldRow[],
  source: string,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.named(
    "personal-write",
    `INSERT INTO personal_fields
       (borrower_id, field, key_no, sealed, search_hash, basis, source)
     SELECT borrower_id, field, key_no, decode(sealed, 'hex'), decode(hash, 'hex'), basis, $7
     FROM UNNEST($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[])
       AS it(borrower_id, field, key_no, sealed, hash, basis)
     ON CONFLICT (borrower_id, field) DO UPDATE SET
       key_no = excluded.key_no, sealed = excluded.sealed, search_hash = excluded.search_hash,
       basis = excluded.basis, source = excluded.source, updated_at = clock_timestamp()`,
    [
      rows.map((it) => it.borrowerId),
      rows.map((it) => it.field),
      rows.map((it) => it.keyNo),
      rows.map((it) => it.sealed.toString("hex")),
      rows.map((it) => it.hash?.toString("hex") ?? null),
      rows.map((it) => it.basis),
      source,
    ],
  );
}

async function rewrap(tx: Transaction, keyring: Keyring, limit: number): Promise<number> {
  const rows = await tx.rows(
    `SELECT borrower_id, key_no, wrapping_key, wrapped FROM person_keys
     WHERE wrapped IS NOT NULL AND wrapping_key <> $1
     ORDER BY borrower_id, key_no LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [keyring.current, limit],
  );
  const anew = await Promise.all(
    rows.map(async (row) => {
      const borrowerId = textIn(row, "borrower_id");
      const keyNo = integerIn(row, "key_no");
      const { wrappingKey, wrapped } = await keyring.wrap(
        await unwrapped(keyring, row),
        keyPlaceOf(borrowerId, keyNo),
      );
      return { borrowerId, keyNo, wrappingKey, wrapped: wrapped.toString("hex") };
    }),
  );
  await tx.rows(
    `UPDATE person_keys AS it SET wrapping_key = anew.wrapping_key, wrapped = decode(anew.hex, 'hex')
     FROM UNNEST($1::text[], $2::int[], $3::text[], $4::text[])
       AS anew(borrower_id, key_no, wrapping_key, hex)
     WHERE it.borrower_id = anew.borrower_id AND it.key_no = anew.key_no`,
    [
      anew.map((it) => it.borrowerId),
      anew.map((it) => it.keyNo),
      anew.map((it) => it.wrappingKey),
      anew.map((it) => it.wrapped),
    ],
  );
  return anew.length;
}

function bytesIn(row: Row, column: string): Buffer {
  const value = nullable(row, column, (it, name) => it[name]);
  assert(Buffer.isBuffer(value), `column ${column} is bytes`);
  return value;
}
