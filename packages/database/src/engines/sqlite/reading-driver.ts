/** Runs Kysely's queries on a connection that only reads: short ones here, those that may take long in processes of their own. */
import type SqliteFile from 'better-sqlite3'
import type { CompiledQuery, Dialect, Driver, QueryResult } from 'kysely'
import { SqliteAdapter, SqliteIntrospector } from 'kysely'
import type { Question, StandingConnection } from '../../standing-connection.ts'
import { type DescribingConnection, driverWithoutTransactions, fewRows, keepStatement, nearRows } from './driver.ts'
import { fileIdentity } from './file-place.ts'
import { longFrom, type PlanStep } from './long-reads/long-from.ts'
import { isReadRefusal, type LongReads } from './long-reads/long-reads.ts'
import { PlanKeepingCompiler } from './query-compiler.ts'
import { isBusy, retryBusy } from './retry-busy.ts'
import { ungathered } from './written-rows.ts'

/** Milliseconds: how long a short read waits for others to finish writing, how long it may take itself, and for how long the size of the file is believed. */
const times = { patience: 2_000, describing: 250, short: 30, size: 1_000 } as const

/** A connection that only reads. */
export interface Reading extends ReadingWay {
  /** The same for what may take no more than so many milliseconds. */
  within(longest: number): ReadingWay
  /** As in `Database`. */
  version(): number
  /** As in `Database`. */
  schemaVersion(): number
}

/** A way to ask it. */
export interface ReadingWay {
  /** For Kysely. There are no transactions: every statement reads what is committed. */
  readonly dialect: Dialect
  /** The one that `dialect` asks. */
  readonly connection: StandingConnection
}

/** Reads by way of one open connection and of processes; whoever opened them closes them. */
export function createReading(file: SqliteFile.Database, longReads: LongReads): Reading {
  const connection = readingConnection(file, longReads)
  return {
    ...wayOf(connection),
    within: (longest) => wayOf(connection.within(longest)),
    version: dataVersion(file),
    schemaVersion: () => connection.schemaVersion(),
  }
}

function wayOf(connection: DescribingConnection & StandingConnection): ReadingWay {
  return {
    dialect: {
      createAdapter: () => new ReadingAdapter(),
      createDriver: () => readingDriver(connection),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new PlanKeepingCompiler(),
    },
    connection,
  }
}

/** Lets Kysely ask several things at a time: a short read must not wait for a long one. */
class ReadingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/** SQLite's own count of commits by other connections (https://www.sqlite.org/pragma.html#pragma_data_version). */
export function dataVersion(file: SqliteFile.Database): () => number {
  const statement = file.prepare('pragma data_version').pluck()
  let unknown = 0
  return () => {
    try {
      return Number(statement.get())
    } catch (error) {
      if (!isBusy(error)) throw error
      // Somebody is writing this very moment: a number that there never was.
      unknown -= 1
      return unknown
    }
  }
}

function readingDriver(connection: DescribingConnection): Driver {
  return driverWithoutTransactions('This connection only reads, and has no transactions', {
    acquireConnection: async () => connection,
    async releaseConnection() {},
  })
}

interface KeptStatement {
  readonly statement: SqliteFile.Statement
  /** The size of the file in bytes from which on it may take long. */
  longFrom: number
  /** How often in a row it took long although it should not. */
  surprises: number
}

type AskedConnection = Omit<DescribingConnection, 'executeQuery'> & StandingConnection

interface ReadingConnection extends AskedConnection {
  schemaVersion(): number
  /** The same connection for what may take no more than so many milliseconds. */
  within(longest: number): AskedConnection
}

function readingConnection(file: SqliteFile.Database, longReads: LongReads): ReadingConnection {
  const kept = new Map<string, KeptStatement>()
  const sizeNow = fileSize(file.name)
  const askSchema = file.prepare('pragma schema_version').pluck()
  const readSchema = file.prepare('select 1 from sqlite_schema limit 1')
  const limitOf = limitFinder(file)
  let schema: number | undefined

  function schemaVersion(): number {
    try {
      const now = Number(askSchema.get())
      // An index that went makes a search a scan: with another schema all is decided anew.
      if (now !== schema) {
        kept.clear()
        limitOf.forget()
        // Plans are made of the schema that was read last, and only what is run looks whether it is still that.
        readSchema.get()
      }
      schema = now
      return now
    } catch (error) {
      // While somebody commits, what was seen last is still true.
      if (!isBusy(error) || schema === undefined) throw error
      return schema
    }
  }
  function prepare(question: Question): KeptStatement {
    const { sql } = question
    schemaVersion()
    const statement = file.prepare(sql)
    if (statement.reader) statement.safeIntegers(true)
    // Asked once for each table: keeping them would take more memory than everything else.
    if (sql.startsWith(fewRows)) return { statement, longFrom: Infinity, surprises: 0 }
    const mayBeLong = statement.reader && !sql.startsWith(nearRows)
    const entry = {
      statement,
      longFrom: mayBeLong ? limitOf.find(ungathered(question)) : Infinity,
      surprises: 0,
    }
    keepStatement(kept, sql, entry)
    return entry
  }
  async function ask<R>(query: Question, longest?: number): Promise<QueryResult<R>> {
    const { sql, parameters } = query
    try {
      const entry = kept.get(sql) ?? (await retryBusy(times.patience, () => prepare(query)))
      const isLong = entry.longFrom < Infinity && sizeNow() >= entry.longFrom
      // What can be seen at once, such as a change left half done or a writer at work, need not start a process.
      if (isLong) await retryBusy(times.patience, () => askSchema.get())
      const rows = isLong
        ? await longReads.read({ sql, parameters }, longest)
        : await retryBusy(times.patience, () => runHere(entry, parameters))
      return { rows: rows as R[] }
    } catch (error) {
      // What was seen of a file while it was cut short must not be taken for the file once it is whole again.
      if (!isBusy(error) && !isReadRefusal(error)) forgetPages()
      throw error
    }
  }
  function runHere(entry: KeptStatement, parameters: readonly unknown[]): unknown[] {
    const { statement } = entry
    const start = performance.now()
    if (!statement.reader) statement.run(...parameters)
    const rows = statement.reader ? statement.all(...parameters) : []
    // Once may be a cold disk; twice is the statement.
    entry.surprises = performance.now() - start > times.short ? entry.surprises + 1 : 0
    if (entry.surprises >= 2) entry.longFrom = 0
    return rows
  }
  function forgetPages(): void {
    kept.clear()
    try {
      file.pragma('shrink_memory')
    } catch {
      // The next read tells what is wrong.
    }
  }
  function asked(longest?: number): AskedConnection {
    return {
      executeQuery: (query) => ask(query, longest),
      // In one piece: a statement that is left half read keeps its lock.
      async *streamQuery<R>(query: CompiledQuery) {
        yield await ask<R>(query, longest)
      },
      describe: (sql) => waiting(file, () => file.prepare(sql).columns()),
    }
  }
  return { ...asked(), schemaVersion, within: asked }
}

/** For what cannot be tried again later: waits for a lock in place, and briefly. */
function waiting<Result>(file: SqliteFile.Database, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!isBusy(error)) throw error
    file.pragma(`busy_timeout = ${times.describing}`)
    try {
      return work()
    } finally {
      file.pragma('busy_timeout = 0')
    }
  }
}

/** Finds from which size of the file on statements may take long. */
interface LimitFinder {
  find(question: Question): number
  /** With another schema there may be other views. */
  forget(): void
}

function limitFinder(file: SqliteFile.Database): LimitFinder {
  const width = file.prepare('select count(*) from pragma_index_info(?)').pluck()
  let views: string[] | undefined
  return {
    find({ sql, parameters }) {
      const explanation = file.prepare(`explain query plan ${sql}`)
      // A statement that explains itself cannot be explained.
      if (!explanation.reader) return Infinity
      views ??= file.prepare("select name from sqlite_schema where type = 'view'").pluck().all() as string[]
      const plan = explanation.all(...parameters) as PlanStep[]
      return longFrom(plan, sql, { views, indexWidth: (index) => Number(width.get(index)) })
    },
    forget() {
      views = undefined
    },
  }
}

/** The bytes of the file and of its log, looked up now and then. */
function fileSize(path: string): () => number {
  let at = -Infinity
  let size = 0
  return () => {
    if (performance.now() - at < times.size) return size
    at = performance.now()
    size = (fileIdentity(path)?.size ?? 0) + (fileIdentity(`${path}-wal`)?.size ?? 0)
    return size
  }
}
