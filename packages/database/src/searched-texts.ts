/** What an engine offers to whoever looks texts up by what stands in them: in tables of ours, and in files of others. */
import type { Model, SearchGround } from '@haykal/model'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Database, Queries, Row } from './engine.ts'

/** A table of ours whose texts are looked up by what stands in them. */
export interface SearchedTable {
  readonly table: string
  /** The columns that hold what texts are searched by, in order. */
  readonly columns: readonly SearchedColumn[]
  /** The column that numbers the rows, where one does for good; absent: none. */
  readonly numbered?: string
}

/** A text, and what it is searched by. */
export interface SearchedColumn {
  readonly text: string
  readonly search: string
  /** Characters of a mark in front of what is searched. */
  readonly markLength: number
}

/** What is looked up. */
export interface TextLookup extends Pick<SearchedTable, 'table' | 'numbered'> {
  /** How the table is called in the statement. */
  readonly alias: string
  /** Columns that hold what texts are searched by: one of them is enough. */
  readonly columns: readonly string[]
  /** What is to stand in it: one of these, of three characters at least. */
  readonly patterns: readonly string[]
  /** Of so many texts at most, whichever come first; absent: of all. */
  readonly most?: number
}

/** What is looked up in an index that lies in a file beside the one that is searched. */
export interface LookupBeside {
  readonly index: string
  /** The places of the columns of the index that are asked: one of them is enough. */
  readonly columns: readonly number[]
  /** What is to stand in it: one of these, of three characters at least. */
  readonly patterns: readonly string[]
  /** Of so many texts at most, whichever come first; absent: of all. */
  readonly most?: number
}

/** Searching tables that are somebody else's, and to which nothing is added. */
export interface SearchedBeside {
  /** A test whether a row, by its number, is among those that an index finds. */
  lookup(lookup: LookupBeside & { readonly operand: RawBuilder<unknown> }): RawBuilder<SqlBool>
  /** A question for the numbers of the rows that an index finds. */
  numbers(lookup: LookupBeside): RawBuilder<unknown>
  /** A test whether one of some columns has one of the patterns in it, once folded. */
  holds(operands: readonly RawBuilder<unknown>[], patterns: readonly string[]): RawBuilder<SqlBool>
}

/** Looking texts up by what stands in them, wherever it stands. */
export interface SearchedTexts {
  /** Makes what that takes, and what keeps it in step with whatever writes into the table, where it is missing or was made for other columns. */
  make(queries: Queries, table: SearchedTable): Promise<void>
  /** A test by which rows are looked up. */
  lookup(lookup: TextLookup): RawBuilder<SqlBool>
  /** A question for the numbers of the rows that are looked up, for which no row is read; absent: rows are read anyway. */
  numbers?(lookup: TextLookup): RawBuilder<unknown>
  /** A test of one text for one pattern, without looking it up. */
  holds(operand: RawBuilder<unknown>, pattern: string): RawBuilder<SqlBool>
  /** How the numbers of rows that are found are gathered once and asked many times; absent: they are not. */
  readonly gathered?: GatheredNumbers
  /** The same in tables of others; absent: they are searched as their database can. */
  readonly beside?: SearchedBeside
}

/** Numbers of rows, and of each whether it is one of them. */
export interface NumberMap {
  /** All are higher than this. */
  readonly before: number
  readonly bits: Uint8Array
}

/** Numbers of rows that were gathered. */
export interface GatheredNumbers {
  /** A statement of one row: `numbers` are those that a question gives, `most` at most, as JSON. */
  gather(question: RawBuilder<unknown>, most: number): RawBuilder<Row>
  /** A test by which their rows are looked up. */
  lookup(operand: RawBuilder<unknown>, numbers: readonly number[]): RawBuilder<SqlBool>
  /** Of numbers in their order; undefined where they lie too far apart. */
  mapOf(numbers: readonly number[]): NumberMap | undefined
  /** A test of the number of a row that is read in some order, for which the row itself is not read where an index has that order. */
  isAmong(operand: RawBuilder<unknown>, map: NumberMap): RawBuilder<SqlBool>
}

/** How far a search looks that does not look everywhere. */
export interface SearchReach {
  /** `building`: its index is not whole yet; `changed`: others have just changed the file, and the index follows; `unindexed`: there is no index, and can be none. */
  readonly why: 'building' | 'changed' | 'unindexed'
  /** How many rows are looked through; absent: all that the index knows. */
  readonly rows?: number
  /** About which share of them is indexed, from 0 to 1; absent: nobody knows. */
  readonly share?: number
}

/** The index of a database that is somebody else's, in a file of our own: built aside, and kept in line with whatever is written. */
export interface IndexBeside {
  /** From now on, this connection to the database and these models of it. */
  take(database: Database, models: readonly Model[]): void
  /** Begins to build it, a little later and in a process of its own. Until then every search goes through texts. */
  begin(): void
  /** How texts of a model are looked for at this moment. */
  groundOf(model: Model): SearchGround
  /** How far that reaches; undefined: everywhere. */
  reachOf(model: Model, ground: SearchGround | undefined): Promise<SearchReach | undefined>
  /** Resolves once it is whole, for those who want to wait; also when it cannot be built. */
  settled(): Promise<void>
  close(): Promise<void>
}
