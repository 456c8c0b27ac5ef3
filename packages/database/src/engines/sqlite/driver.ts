/** Runs Kysely's queries on better-sqlite3, keeping prepared statements: preparing anew for every query costs more than the query (docs/performance.md). */
import type SqliteFile from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { retryBusy } from './retry-busy.ts'

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

/** Milliseconds that a transaction waits for another program to finish its own. */
const patience = 5_000

/** A connection that can also tell what a statement would give, without running it. */
export interface DescribingConnection extends DatabaseConnection {
  /** The columns of a statement, each with the column of a table that it is, where it is one and nothing more. Throws why it cannot be run. */
  describe(sql: string): readonly SqliteFile.ColumnDefinition[]
}

/** A Kysely dialect over one open SQLite connection. Transactions take their turn. */
export function sqliteDialect(file: SqliteFile.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new KeepingDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class KeepingDriver implements Driver {
  readonly #file: SqliteFile.Database
  readonly #connection: KeepingConnection
  #turn: Promise<void> = Promise.resolve()
  readonly #endOfTurn = new WeakMap<DatabaseConnection, () => void>()

  constructor(file: SqliteFile.Database) {
    this.#file = file
    this.#connection = new KeepingConnection(file)
  }

  async init(): Promise<void> {}

  /** One connection, so a query waits while a transaction of another has it. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn
    let end: () => void = () => {}
    this.#turn = new Promise((resolve) => {
      end = resolve
    })
    await before
    const lent: DescribingConnection = {
      describe: (sql) => this.#file.prepare(sql).columns(),
      executeQuery: <R>(query: CompiledQuery) => this.#connection.executeQuery<R>(query),
      streamQuery: <R>(query: CompiledQuery) => this.#connection.streamQuery<R>(query),
    }
    this.#endOfTurn.set(lent, end)
    return lent
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#endOfTurn.get(connection)?.()
  }

  async beginTransaction(_connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    // IMMEDIATE: a transaction that reads first and writes later could not be retried when another program wrote in between.
    await retryBusy(patience, () => this.#file.exec('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite has already rolled back by itself after some errors (disk full, I/O).
    if (this.#file.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    this.#file.close()
  }
}

class KeepingConnection implements DatabaseConnection {
  readonly #file: SqliteFile.Database
  readonly #statements = new Map<string, SqliteFile.Statement>()

  constructor(file: SqliteFile.Database) {
    this.#file = file
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql)
    if (statement.reader) return { rows: statement.all(...parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A statement of its own: a kept one could be asked again while it is being read.
    for (const row of this.#file
      .prepare(sql)
      .safeIntegers(true)
      .iterate(...parameters))
      yield { rows: [row as R] }
  }

  #prepare(sql: string): SqliteFile.Statement {
    const kept = this.#statements.get(sql)
    if (kept) return kept
    const statement = this.#file.prepare(sql)
    // 64-bit integers arrive whole; the codec makes numbers of those that fit.
    if (statement.reader) statement.safeIntegers(true)
    keepStatement(this.#statements, sql, statement)
    return statement
  }
}
