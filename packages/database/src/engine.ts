/** The seam between Haykal and a database: what an engine implements, and what an open database offers. */
import type { Column, Json } from '@haykal/model'
import type { Kysely, RawBuilder, Transaction } from 'kysely'

/** A value as a driver takes and returns it. */
export type Stored = string | number | bigint | boolean | Uint8Array | Date | null

/** Tables are known at run time only: any name, any column. */
export interface Tables {
  [table: string]: { [column: string]: Stored }
}

/** A row as the driver returns it. */
export type Row = { readonly [column: string]: Stored }

/** Where queries run: outside of a transaction or in one. */
export type Queries = Kysely<Tables> | Transaction<Tables>

/** Between JSON values and what a column holds; a pair. */
export interface ColumnCodec {
  encode(value: Json, column: Column): Stored
  /** Never throws: what does not fit the column kind is given as plain JSON, so that it can be shown. */
  decode(stored: Stored, column: Column): Json
  /** `decode` for many values of one column: what depends on the column is decided once. */
  decoder(column: Column): (stored: Stored) => Json
}

/** What one engine can do that another cannot, each with a default that is right for standard SQL. */
export interface Capabilities {
  /** Where NULL stands in an ascending order by itself. */
  readonly nulls: 'first' | 'last'
  /** Foreign keys are added once all tables are there, as they cannot name a table that is not; else they stand in the table's definition. */
  readonly addsConstraints: boolean
}

/** Why the database refused a statement, in our words; the columns where it says so. */
export interface Refusal {
  readonly reason: 'unique' | 'reference' | 'required' | 'check' | 'busy' | 'full' | 'read-only'
  readonly columns: readonly string[]
}

/** A kind of database. */
export interface Engine {
  readonly name: string
  readonly capabilities: Capabilities
  readonly codec: ColumnCodec
  /** The type of a column in `CREATE TABLE`. */
  columnType(column: Column): RawBuilder<unknown>
  /** The definition of a key that the database numbers itself. */
  generatedKey(): RawBuilder<unknown>
  /** Lets the database number on after the highest key, once records were stored with keys of their own; absent: it does so by itself. */
  continueNumbering?(queries: Queries, table: string, column: string): Promise<void>
  /** Ends a `select` so that nobody else changes its rows before the transaction ends; absent: one transaction writes at a time anyway. */
  readonly lockRows?: RawBuilder<unknown>
  /** A test whether a text contains, starts or ends with another, in any ASCII case; `pattern` has its wildcards in place, `\` escapes. */
  like(operand: RawBuilder<unknown>, pattern: string): RawBuilder<unknown>
  /** What an error of the driver means; undefined for what is nobody's fault but ours. */
  explainRefusal(error: unknown): Refusal | undefined
  /** The tables of the database as they are. */
  introspect(queries: Queries): Promise<readonly TableShape[]>
}

/** A table as the database describes it. */
export interface TableShape {
  readonly name: string
  readonly kind: 'table' | 'view'
  readonly columns: readonly ColumnShape[]
  /** Column names in the order of the key; empty where there is none. */
  readonly key: readonly string[]
  readonly references: readonly ReferenceShape[]
}

/** A column as the database describes it. */
export interface ColumnShape {
  readonly name: string
  /** As declared, such as `NVARCHAR(160)`; may be empty. */
  readonly type: string
  readonly isNullable: boolean
  readonly hasDefault: boolean
  /** The database computes or numbers it. */
  readonly isGenerated: boolean
  readonly isUnique: boolean
}

/** A foreign key as the database describes it. */
export interface ReferenceShape {
  readonly columns: readonly string[]
  readonly table: string
  /** The columns pointed to, in the same order. */
  readonly targets: readonly string[]
}

/** A way to run statements: outside of a transaction, or in one. */
export interface Connection {
  readonly engine: Engine
  readonly queries: Queries
}

/** An open database. */
export interface Database {
  readonly engine: Engine
  /** For reads outside of a transaction. */
  readonly queries: Kysely<Tables>
  /** Nothing can be written: opened so, or the file does not allow it. */
  readonly isReadOnly: boolean
  /** A number that changes whenever anything in the database may have changed, by whomever; absent: the engine cannot tell cheaply. */
  version?(): number
  /** Runs `work` in a transaction, one at a time; rolls back when it throws. */
  write<Result>(work: (queries: Transaction<Tables>) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** How to open a database. */
export interface OpenOptions {
  /** Never write, not a byte; absent: writable, and made where it is missing. */
  readonly isReadOnly?: boolean
  /** Refuse rather than make a new one; absent: as `isReadOnly`. */
  readonly mustExist?: boolean
}
