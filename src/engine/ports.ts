/** A result column: numbers (SQL NULL is NaN) or text (SQL NULL is null). */
export type Column = Float64Array | readonly (string | null)[];

/** A query result by columns. Rows exist only at the last centimetre. */
export interface Table {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/**
 * A DuckDB with the data pack in it: tables `communes`, `territories`, `apl`, `facilities`, `facility_types`, `income`,
 * `ages_cars_bretagne`, `france_services`, `neighbours`.
 * Parameters are `$1`, `$2`… Numbers wider than 32 bits and decimals must be cast in the SQL; any other type is a bug.
 */
export interface Database {
  query(
    sql: string,
    params?: readonly (string | number | null)[],
    signal?: { readonly aborted: boolean },
  ): Promise<Table>;
}

/** The numeric column of that name. Throws when the query does not return it: a bug in the SQL. */
export function getNumbers(table: Table, name: string): Float64Array {
  const column = table.columns[name];
  if (!(column instanceof Float64Array)) throw new Error(`no numeric column ${name}`);
  return column;
}

/** The text column of that name, nulls kept. Throws when the query does not return it: a bug in the SQL. */
export function getTexts(table: Table, name: string): readonly (string | null)[] {
  const column = table.columns[name];
  if (!column || column instanceof Float64Array) throw new Error(`no text column ${name}`);
  return column;
}
