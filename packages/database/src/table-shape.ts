/** What a database tells of its tables. */
import type { Stored } from './engine.ts'

/** Some rows of a table. */
export interface TableSample {
  /** How many rows were looked at. */
  readonly count: number
  /** The table has no more rows than so many; infinite where that is not known. */
  readonly mostRows: number
  /** The values of each column, in the order of the rows. */
  readonly values: ReadonlyMap<string, readonly Stored[]>
}

/** A table as the database describes it. */
export interface TableShape {
  readonly name: string
  readonly kind: 'table' | 'view' | 'virtual'
  readonly columns: readonly ColumnShape[]
  /** Column names in the order of the key; empty where there is none. */
  readonly key: readonly string[]
  /** Other sets of columns that no two rows share, none of them nullable. */
  readonly uniqueKeys: readonly (readonly string[])[]
  readonly references: readonly ReferenceShape[]
  /** The name under which each row has a number of its own, besides its columns; absent: there is none. */
  readonly rowNumber?: string
  /** The names of triggers that run when its rows are written. */
  readonly triggers: readonly string[]
  /** Of a view, the tables that it reads; absent: not known. */
  readonly readsFrom?: readonly string[]
  /** Of a virtual table, the module that makes it. */
  readonly module?: string
  /** Of a table in which a virtual table keeps its own: the name of that one. */
  readonly shadowOf?: string
  /** Why nothing in it can be read, in the database's words; absent: it can. */
  readonly broken?: string
}

/** A column as the database describes it. */
export interface ColumnShape {
  readonly name: string
  /** As declared, such as `NVARCHAR(160)`; may be empty. */
  readonly type: string
  readonly isNullable: boolean
  readonly hasDefault: boolean
  /** The database numbers it. */
  readonly isGenerated: boolean
  /** The database computes it from other columns: nobody can write it. */
  readonly isComputed: boolean
  readonly isUnique: boolean
  /** Rows come in its order without being sorted first. */
  readonly isIndexed?: boolean
  /** The only values that the table's own rules let it hold, from `CHECK (x IN (…))`; absent: any. */
  readonly choices?: readonly (string | number)[]
  /** Rows cannot be sorted by it or found by it: its collation is known only to the program that made it. */
  readonly isUnsortable?: boolean
  /** Of a view's column that is a table's column and nothing more: which one. */
  readonly origin?: { readonly table: string; readonly column: string }
}

/** A foreign key as the database describes it. */
export interface ReferenceShape {
  readonly columns: readonly string[]
  readonly table: string
  /** The columns pointed to, in the same order. */
  readonly targets: readonly string[]
  /** What the database does to rows that point to one which is deleted; absent: it refuses, or something else. */
  readonly onDelete?: 'cascade' | 'clear'
}
