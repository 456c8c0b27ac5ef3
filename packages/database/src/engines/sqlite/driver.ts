/** Runs Kysely's queries on better-sqlite3, keeping prepared statements: preparing anew for every query costs more than the query (docs/performance.md). */
import type SqliteFile from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
} from 'kysely'
import type { Question } from '../../standing-connection.ts'
import { PlanKeepingCompiler } from './query-compiler.ts'

/** Begins a statement of ours that reads a few rows once: its plan need not be looked at, nor is it kept. */
export const fewRows = '/* few rows */ '

/** Begins a statement of ours that goes no further than a bound, whatever the rows hold: it never takes long. */
export const nearRows = '/* near rows */ '

/** How many prepared statements are kept: enough for every list and form of a large project; the oldest goes first. */
const keptStatements = 500

/** Keeps what was prepared for a text of SQL, in the place of the oldest where there are too many. */
export function keepStatement<Prepared>(kept: Map<string, Prepared>, sql: string, prepared: Prepared): void {
  const [oldest] = kept.size < keptStatements ? [] : kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
  kept.set(sql, prepared)
}

/** A connection that can also tell what a statement would give, without running it. */
export interface DescribingConnection extends DatabaseConnection {
  /** The columns of a statement, each with the column of a table that it is, where it is one and nothing more. Throws why it cannot be run. */
  describe(sql: string): readonly SqliteFile.ColumnDefinition[]
}

/** Lets one after the other use a connection. */
export interface Turns {
  /** Waits for its turn; gives what ends it. */
  take(): Promise<() => void>
}

/** Nobody has it yet. */
export function createTurns(): Turns {
  let turn: Promise<void> = Promise.resolve()
  return {
    async take() {
      const before = turn
      let end: () => void = () => {}
      turn = new Promise((resolve) => {
        end = resolve
      })
      await before
      return end
    },
  }
}

/** Kysely's SQLite with a driver of ours. */
export function dialectOf(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new PlanKeepingCompiler(),
  }
}

/** A dialect for what is asked outside of transactions on the connection that writes: each question takes its turn, as a transaction may have it. */
export function sqliteDialect(file: SqliteFile.Database, turns: Turns): Dialect {
  return dialectOf(() => turningDriver(file, turns))
}

/** A driver of connections that are lent and given back, and on which nobody begins a transaction: `why` tells whoever does. */
export function driverWithoutTransactions(
  why: string,
  { acquireConnection, releaseConnection }: Pick<Driver, 'acquireConnection' | 'releaseConnection'>,
): Driver {
  const refuse = async () => {
    throw new Error(why)
  }
  return {
    async init() {},
    acquireConnection,
    releaseConnection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    async destroy() {},
  }
}

function turningDriver(file: SqliteFile.Database, turns: Turns): Driver {
  const kept = new KeepingConnection(file)
  const ends = new WeakMap<DatabaseConnection, () => void>()
  return driverWithoutTransactions('What writes goes through Database.write', {
    async acquireConnection() {
      const end = await turns.take()
      const lent: DescribingConnection = {
        describe: kept.describe,
        executeQuery: <R>(query: CompiledQuery) => kept.executeQuery<R>(query),
        streamQuery: <R>(query: CompiledQuery) => kept.streamQuery<R>(query),
      }
      ends.set(lent, end)
      return lent
    },
    async releaseConnection(connection) {
      ends.get(connection)?.()
    },
  })
}

/** Runs what Kysely compiled, by statements that are kept. */
export class KeepingConnection implements DescribingConnection {
  protected readonly file: SqliteFile.Database
  readonly #statements = new Map<string, SqliteFile.Statement>()

  constructor(file: SqliteFile.Database) {
    this.file = file
  }

  readonly describe = (sql: string): readonly SqliteFile.ColumnDefinition[] => this.file.prepare(sql).columns()

  async executeQuery<R>({ sql, parameters }: Question): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql)
    this.expectAllowed(statement)
    if (statement.reader) return { rows: statement.all(...parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A statement of its own: a kept one could be asked again while it is being read.
    for (const row of this.file
      .prepare(sql)
      .safeIntegers(true)
      .iterate(...parameters))
      yield { rows: [row as R] }
  }

  /** Throws when a statement must not be run now. */
  protected expectAllowed(_statement: SqliteFile.Statement): void {}

  #prepare(sql: string): SqliteFile.Statement {
    const kept = this.#statements.get(sql)
    if (kept) return kept
    const statement = this.file.prepare(sql)
    // 64-bit integers arrive whole; the codec makes numbers of those that fit.
    if (statement.reader) statement.safeIntegers(true)
    keepStatement(this.#statements, sql, statement)
    return statement
  }
}
