/** The tables as Kysely sees them. Generated from the migrations; until the first generation every table is open. */
export interface DB {
  [table: string]: Record<string, unknown>;
}
