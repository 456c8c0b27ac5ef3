/** Opens an SQLite file safely, or throws why it cannot be opened. */
import { type Stats, statSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { Kysely } from 'kysely'
import { CannotOpenDatabase } from '../../cannot-open.ts'
import type { Database, FilePlace, OpenOptions, Tables } from '../../engine.ts'
import { standsFor } from '../../standing-connection.ts'
import { attachingTo } from './beside/attaching.ts'
import { tellConnections } from './beside/connections.ts'
import { addHoldsFunction } from './beside/holds-function.ts'
import { createTurns, sqliteDialect } from './driver.ts'
import { explainOpening } from './explain-opening.ts'
import { filePlace } from './file-place.ts'
import { foldName } from './introspect/tokens.ts'
import { createLongReads } from './long-reads/long-reads.ts'
import { prepareFile } from './prepare-file.ts'
import { createReading, dataVersion, type ReadingWay } from './reading-driver.ts'
import { sqliteEngine } from './sqlite.ts'
import { createTouchedRows } from './touched-rows.ts'
import { createGroupCommit } from './writing/group-commit.ts'
import { openForWriting, setUp, takeBack, type WritingConnection } from './writing/open-for-writing.ts'
import { createLoggedWriter, createPlainWriter, type Writer } from './writing/writer.ts'

/** Milliseconds that one read may take. */
const defaultLongestRead = 10_000

/** Opens a file, or a database in memory for `:memory:`. Throws `CannotOpenDatabase`. */
export async function openSqlite(path: string, options: OpenOptions = {}): Promise<Database> {
  const { isReadOnly = false, mustExist = isReadOnly, longestRead = defaultLongestRead, longestList } = options
  if (path === ':memory:') return inMemory()
  const there = statOf(path)
  if (!there && mustExist)
    throw new CannotOpenDatabase(`There is no file ${path}: check the path.`, { reason: 'missing' })
  if (there?.isDirectory()) {
    throw new CannotOpenDatabase(`${path} is a folder, not a database file: name the file in it.`, {
      reason: 'unreadable',
    })
  }
  try {
    const writing = isReadOnly ? undefined : await openForWriting(path)
    try {
      return inFile(path, { writing, reading: await openForReading(path), longestRead, longestList })
    } catch (error) {
      writing?.file.close()
      await takeBack(path, writing?.modeBefore)
      throw error
    }
  } catch (error) {
    throw error instanceof CannotOpenDatabase ? error : explainOpening(path, error)
  }
}

/** What lies at a path; undefined: nothing. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (cause) {
    throw new CannotOpenDatabase(`${path} cannot be reached by this user: check the permissions of its folders.`, {
      reason: 'unreadable',
      cause,
    })
  }
}

/** A lone connection, which cannot see itself write: it tells no version. */
function inMemory(): Database {
  const file = new SqliteFile(':memory:')
  setUp(file)
  const turns = createTurns()
  const queries = new Kysely<Tables>({ dialect: sqliteDialect(file, turns) })
  const groups = createGroupCommit(file, { enter: turns.take })
  return {
    engine: sqliteEngine,
    queries,
    isReadOnly: false,
    write: groups.write,
    async close() {
      await groups.close()
      await queries.destroy()
      file.close()
    },
  }
}

interface Connections {
  readonly writing: WritingConnection | undefined
  readonly reading: SqliteFile.Database
  readonly longestRead: number
  readonly longestList: number | undefined
}

/** What is read comes by a connection of its own, which sees what is committed, by our writing one too. */
function inFile(path: string, { writing, reading, longestRead, longestList }: Connections): Database {
  const place = filePlace(path)
  const outsideVersion = writing && dataVersion(writing.file)
  const touched = writing && outsideVersion && createTouchedRows(writing.file, outsideVersion)
  const changed = touched?.changed
  const writer = writing && writerOf(writing, place, () => touched?.committed())
  const longReads = createLongReads(path, longestRead)
  const { within, version, schemaVersion, ...way } = createReading(reading, longReads)
  const reader = queriesBy(way)
  const lists = longestList === undefined ? undefined : queriesBy(within(longestList))
  async function stop(): Promise<void> {
    await writer?.close()
    // Kysely ends nothing that it has not used yet, so all is ended here.
    await reader.destroy()
    await lists?.destroy()
    longReads.close()
    reading.close()
  }
  const attaching = attachingTo(reading)
  const database: Database = {
    engine: sqliteEngine,
    queries: reader,
    ...(lists && { listing: { engine: sqliteEngine, queries: lists, version, ...(changed && { changed }) } }),
    isReadOnly: writer === undefined,
    place,
    version,
    ...(changed && { changed }),
    schemaVersion,
    async write(work) {
      if (!writer) throw new Error(`${path} is open for reading only`)
      return await writer.write(work)
    },
    async close() {
      await stop()
      if (writing && isMoved(place)) mergeLog(writing.file)
      writing?.file.close()
    },
    ...(writing && {
      async closeAsBefore() {
        await stop()
        writing.file.close()
        return await takeBack(path, writing.modeBefore)
      },
    }),
  }
  tellConnections(database, {
    attach(beside) {
      attaching(beside)
      longReads.attach(beside)
    },
    outsideVersion: outsideVersion ?? version,
    tablesWithoutNumbers: () => tablesWithoutNumbers(reading),
    ...(touched && writing && { touched, writing: writing.file }),
  })
  return database
}

function queriesBy({ dialect, connection }: ReadingWay): Kysely<Tables> {
  const queries = new Kysely<Tables>({ dialect })
  standsFor(queries, connection)
  return queries
}

function writerOf({ file, isLogged }: WritingConnection, place: FilePlace, committed: () => void): Writer {
  return isLogged
    ? createLoggedWriter(file, { isMoved: () => isMoved(place), committed })
    : createPlainWriter(file, { committed })
}

/** Whether the file was moved away, or another took its place. */
function isMoved({ openedAs, identity }: FilePlace): boolean {
  const now = identity()
  return now?.inode !== openedAs.inode || now.device !== openedAs.device
}

/** Puts all into a file that has left its log behind, which would be read as the log of whatever takes its place. SQLite closes such a file as it is. */
function mergeLog(file: SqliteFile.Database): void {
  try {
    file.pragma('wal_checkpoint(truncate)')
  } catch {
    // Somebody reads it still, or its disk is gone: then nothing can be done for it from here.
  }
}

function tablesWithoutNumbers(file: SqliteFile.Database): ReadonlySet<string> {
  const names = file.prepare("select name from pragma_table_list where schema = 'main' and wr = 1").pluck()
  return new Set((names.all() as string[]).map(foldName))
}

async function openForReading(path: string): Promise<SqliteFile.Database> {
  const file = new SqliteFile(path, { readonly: true, fileMustExist: true, timeout: 0 })
  return await prepareFile(file, () => {
    file.pragma('query_only = on')
    addHoldsFunction(file)
    // The first read is where a lock, a foreign format or damage shows.
    file.prepare('select count(*) from sqlite_schema').get()
  })
}
