import type pg from "pg";

/** A row as PostgreSQL's texts, in the order of the columns; `null` where the column is. */
export type RawRow = readonly (string | null)[];

export type RawQuery = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | number)[];
};

/** Reads many rows without an object per row: for passes over a whole book. */
export async function rawRows(client: pg.PoolClient, query: RawQuery): Promise<readonly RawRow[]> {
  const { rows } = await client.query<(string | null)[]>({
    name: query.name,
    text: query.text,
    values: [...query.values],
    rowMode: "array",
    types: { getTypeParser: () => asText },
  });
  return rows;
}

const asText = (value: string): string => value;
