/** The seam between Haykal and a database: what an engine implements, and what an open database offers. */
import type { Column, Json } from '@haykal/model'
import type { CompiledQuery, Kysely, RawBuilder, SqlBool, Transaction } from 'kysely'
import type { IndexBeside, SearchedTexts } from './searched-texts.ts'
import type { TableSample, TableShape } from './table-shape.ts'
import type { WrittenRows } from './written-rows.ts'

export type * from './searched-texts.ts'
export type * from './table-shape.ts'
export type * from './written-rows.ts'

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
  /** For engines whose columns hold anything: all that is shown as `value` in the column, whether it fits or not, and nothing that is shown otherwise. Absent: a value is stored in one way only. */
  oddities?(value: Json, column: Column): readonly Stored[]
  /** For columns that are finer than what is shown of them: from which stored value on, and up to which one, `value` is shown. Absent, or undefined: it is one stored value. */
  spread?(value: Json, column: Column): readonly [from: Stored, before: Stored] | undefined
}

/** What one engine can do that another cannot, each with a default that is right for standard SQL. */
export interface Capabilities {
  /** Where NULL stands in an ascending order by itself. */
  readonly nulls: 'first' | 'last'
  /** Foreign keys are added once all tables are there, as they cannot name a table that is not; else they stand in the table's definition. */
  readonly addsConstraints: boolean
  /** A value that stands alone in a statement has a type by itself; else it is taken for text unless told otherwise. */
  readonly typesParameters: boolean
}

/** Why the database refused a statement, in our words; the columns where it says so. */
export interface Refusal {
  readonly reason:
    | 'unique'
    | 'reference'
    | 'required'
    /** A rule of the database itself: a check, a trigger, a type. */
    | 'check'
    | 'busy'
    | 'full'
    | 'read-only'
    /** The read took longer than reads may take. */
    | 'too-long'
    /** The file is not there, not whole, or not what it was: nothing can be asked until that is mended. */
    | 'unavailable'
    /** The disk did not keep what was written: nothing is written until it does again. Reads go on. */
    | 'sync-failed'
  readonly columns: readonly string[]
  /** The database's own words, written by whoever made it for the people who use it; absent: it has none. */
  readonly words?: string
}

/** Calculation with whole numbers of up to 64 bits, as all exact calculation is done: with the same results as in memory, to the last digit. */
export interface ExactNumbers {
  literal(value: bigint): RawBuilder<unknown>
  /** What a column of whole numbers or decimals holds, as a whole number: times ten, so often as `scale` says. */
  read(operand: RawBuilder<unknown>, column: Column, scale: number): RawBuilder<unknown>
  /** The other way: a whole number as a column of its scale holds it. */
  write(operand: RawBuilder<unknown>, column: Column, scale: number): RawBuilder<unknown>
  /** NULL where a number is as far from 0 as `most`, or further. */
  bounded(operand: RawBuilder<unknown>, most: bigint): RawBuilder<unknown>
  /** Drops what is left over; NULL where there is nothing to divide by. */
  divide(dividend: RawBuilder<unknown>, divisor: RawBuilder<unknown>): RawBuilder<unknown>
  /** Without its last digits, at least one, rounded half away from zero. */
  roundOff(operand: RawBuilder<unknown>, digits: number): RawBuilder<unknown>
}

/** Keeps a value exactly as it is held, where what is shown of it says less than that: another type than the column's, a broken text, a finer moment. */
export interface HeldValues {
  /** Reads what is held. Of large bytes, their number is enough. */
  read(operand: RawBuilder<unknown>, column: Column): RawBuilder<unknown>
  /** What was read, as a text that is kept; undefined: `written`, which is what is shown of it as it would be stored, is just the same. */
  keep(held: Stored, written: Stored): string | undefined
  /** The value of such a text again. */
  write(kept: string): RawBuilder<unknown>
}

/** A kind of database. */
export interface Engine {
  readonly name: string
  readonly capabilities: Capabilities
  readonly codec: ColumnCodec
  readonly exact: ExactNumbers
  readonly held: HeldValues
  /** The type of a column in `CREATE TABLE`. */
  columnType(column: Column): RawBuilder<unknown>
  /** The type of a column that holds what texts are sorted by, and that sorts by code points. */
  readonly orderKeyType: RawBuilder<unknown>
  /** The definition of a key that the database numbers itself. `mayComeAgain`: the number of a row that is gone may be given once more, where keeping that from happening takes a table of its own. */
  generatedKey(mayComeAgain?: boolean): RawBuilder<unknown>
  /** Stands before `values` in an insert that gives a number to a column which the database numbers itself; absent: nothing is needed. */
  readonly overNumbering?: RawBuilder<unknown>
  /** Lets the database number on after the highest key, once records were stored with keys of their own; absent: it does so by itself. */
  continueNumbering?(queries: Queries, table: string, column: string): Promise<void>
  /** Ends a `select` so that nobody else changes its rows before the transaction ends; absent: one transaction writes at a time anyway. */
  readonly lockRows?: RawBuilder<unknown>
  /** Reads a column of bytes without bringing large ones along: of more than `most` bytes, their number. Absent: always the bytes. */
  shortBytes?(operand: RawBuilder<unknown>, most: number): RawBuilder<unknown>
  /** For engines that hold texts of broken encoding: reads a text as its bytes in hexadecimal, and makes that text of them again. Absent: texts are what they are read as. */
  readonly exactText?: {
    /** Whatever is no text is read as it is. */
    read(operand: RawBuilder<unknown>): RawBuilder<unknown>
    write(hexadecimal: string): RawBuilder<unknown>
  }
  /**
   * For engines on which many write at a time: what tells at a moment which writers were still at it, and a test whether a row was
   * written by one of them, as it then was not to be seen whatever its number. Absent: rows come to be seen in the order of their numbers.
   */
  readonly unfinished?: {
    /** A text. */
    readonly moment: RawBuilder<unknown>
    wasUnfinished(table: string, moment: string): RawBuilder<SqlBool>
  }
  /** A test whether a text contains, starts or ends with another, in any ASCII case; `pattern` has its wildcards in place, `\` escapes. */
  like(operand: RawBuilder<unknown>, pattern: string): RawBuilder<unknown>
  /** The same test of each text in a column that holds a list of texts as JSON: whether one passes. */
  likeOfAny(operand: RawBuilder<unknown>, pattern: string): RawBuilder<unknown>
  /** How texts that are kept to be searched are looked up by what stands in them. */
  readonly search: SearchedTexts
  /** Keeps an index of databases of others in the file of that path; absent: they are searched as they are. */
  keepIndexBeside?(path: string): IndexBeside
  /** A test that rows are not looked up by, or what they are sorted by, though there be an index; absent: the database knows by itself when not to. */
  unindexed?<Value>(operand: RawBuilder<Value>): RawBuilder<Value>
  /**
   * A statement that reads a bounded number of rows whatever they hold, marked so that it is asked without a detour; absent: there
   * is no detour to be spared.
   */
  near?(statement: RawBuilder<Row>): RawBuilder<Row>
  /** Writes rows as JSON; absent: they are read value by value. */
  readonly written?: WrittenRows
  /** What an error of the driver means; undefined for what is nobody's fault but ours. */
  explainRefusal(error: unknown): Refusal | undefined
  /**
   * What it would do to answer a statement, without answering it. `asIfLong`: as if its tables were long, since of a few rows a database
   * may go through all though it had an index. No transaction is open on `queries`.
   */
  plan(queries: Kysely<Tables>, statement: CompiledQuery, how: { readonly asIfLong: boolean }): Promise<StatementPlan>
  /** Lets what follows in a transaction take as long as it takes; absent: nothing limits it. */
  letRunLong?(queries: Queries): Promise<void>
  /** Whether there is an index of a name. */
  hasIndex(queries: Queries, name: string): Promise<boolean>
  /** The tables of the database as they are. */
  introspect(queries: Queries): Promise<readonly TableShape[]>
  /**
   * For engines whose columns hold anything: the first and the last rows of a table, at most `most` of either, to see what it holds.
   * Long texts are cut and bytes are left empty; nothing where looking would take long. Absent: the declared types say all.
   */
  sample?(queries: Queries, table: TableShape, most: number): Promise<TableSample>
}

/** What a database would do to answer a statement. */
export interface StatementPlan {
  /** Its steps in the database's own words, without any value. */
  readonly steps: readonly string[]
  /** What is sorted before the first row is given: all rows, those that are level in the first terms of the order one bunch at a time, or none. */
  readonly sorts: 'all' | 'bunches' | 'none'
  /** What the tables are called in the statement of which rows are gone through rather than looked up. */
  readonly scanned: readonly string[]
}

/** A way to run statements: outside of a transaction, or in one. */
export interface Connection {
  readonly engine: Engine
  readonly queries: Queries
}

/** Where pages of lists are read. */
export interface Listing extends Connection, Pick<Database, 'version' | 'changed'> {}

/** A table of which it is noticed which rows change. */
export interface NumberedTable {
  readonly table: string
  /** The name under which each row has a whole number; absent: only that something changed is noticed. */
  readonly number?: string
}

/** Which rows have changed, for whoever keeps what was found among them. */
export interface ChangedRows {
  /** The moment, from which on the changes of some tables can be told later; undefined: those of this moment may be missed. */
  now(tables: readonly NumberedTable[]): ChangeMark | undefined
  /** The numbers of all rows that may have changed since, by the names of their tables; undefined: there were too many, or others have written. */
  since(mark: ChangeMark): ReadonlyMap<string, readonly bigint[]> | undefined
}

/** A moment between two changes. */
export interface ChangeMark {
  readonly position: number
  readonly outside: number
  readonly schema: unknown
}

/** An open database. */
export interface Database {
  readonly engine: Engine
  /** For reads outside of a transaction. */
  readonly queries: Kysely<Tables>
  /** The same for pages of lists and what is counted beside them, which may take less time: somebody waits. Absent: they may take as long as any other. */
  readonly listing?: Listing
  /** Nothing can be written: opened so, or the file does not allow it. */
  readonly isReadOnly: boolean
  /** A number that changes whenever anything in the database may have changed, by whomever; absent: the engine cannot tell cheaply. */
  version?(): number
  /** Which rows this process changes; absent: that is not noticed. */
  readonly changed?: ChangedRows
  /** A number that changes whenever tables, views or indexes change, by whomever; as cheap as `version`. Absent: the engine cannot tell cheaply. Throws what reads throw. */
  schemaVersion?(): number
  /** Where the file lies, for databases that are a file; absent: they are none. */
  readonly place?: FilePlace
  /** Runs `work` in a transaction, one at a time, and gives its result once that is durable; rolls back when it throws. */
  write<Result>(work: (queries: Kysely<Tables>) => Promise<Result>): Promise<Result>
  close(): Promise<void>
  /**
   * For a file opened for writing: closes it and takes back what the opening changed in it (its journal mode).
   * False: it could not, as another program has the file open or the disk is full. Absent: opening changed nothing.
   */
  closeAsBefore?(): Promise<boolean>
}

/** Where a database file lies, and whether it is still the same. */
export interface FilePlace {
  readonly path: string
  /** What lay there when it was opened. */
  readonly openedAs: FileIdentity
  /** What lies there now; undefined: nothing that can be reached. */
  identity(): FileIdentity | undefined
}

/** What tells one file from another: the same device and inode is the same file, whatever was written into it. */
export interface FileIdentity {
  readonly device: string
  readonly inode: string
  /** Bytes. */
  readonly size: number
}

/** How to open a database. */
export interface OpenOptions {
  /** Never write, not a byte; absent: writable, and made where it is missing. */
  readonly isReadOnly?: boolean
  /** Refuse rather than make a new one; absent: as `isReadOnly`. */
  readonly mustExist?: boolean
  /** Milliseconds after which a read is ended and refused as too long; absent: the engine's own limit. */
  readonly longestRead?: number
  /** The same for a page of a list; absent: as for any other. */
  readonly longestList?: number
}
