/** Opens a PostgreSQL database, or says in one sentence why it cannot be reached and what to do. */
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import pg from 'pg'
import { askForNobody } from '../../asker.ts'
import { CannotOpenDatabase } from '../../cannot-open.ts'
import type { Database, OpenOptions, Tables } from '../../engine.ts'
import { cancellingPool } from './cancelling-pool.ts'
import { postgresEngine } from './postgres.ts'

/** Types that `pg` returns as they are meant; all others stay text, so that no digit and no microsecond is lost. */
const parsedTypes = new Set<number>([
  pg.types.builtins.BOOL,
  pg.types.builtins.FLOAT4,
  pg.types.builtins.FLOAT8,
  pg.types.builtins.BYTEA,
])

/** Milliseconds. A statement without a limit would outlive the request that asked for it. */
const limits = { connect: 5_000, statement: 30_000, lock: 5_000 } as const

/** Opens a `postgres://` address. Throws `CannotOpenDatabase`. */
export async function openPostgres(
  address: string,
  { isReadOnly = false, longestList }: OpenOptions = {},
): Promise<Database> {
  const open = (statementTimeout: number) =>
    new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(address, { isReadOnly, statementTimeout }) }) })
  const queries = open(limits.statement)
  // Connections of their own, on which the server itself looks to the time; made when they are first needed.
  const lists = longestList === undefined ? undefined : open(longestList)
  try {
    await sql`select 1`.execute(queries)
  } catch (error) {
    await queries.destroy()
    throw explained(address, error)
  }
  return {
    engine: postgresEngine,
    queries,
    ...(lists && { listing: { engine: postgresEngine, queries: lists } }),
    isReadOnly,
    // Whoever has asked for a change may go before it is made: it is made all the same.
    write: async (work) => await askForNobody(() => queries.transaction().execute(work)),
    async close() {
      await lists?.destroy()
      await queries.destroy()
    },
  }
}

function openPool(
  address: string,
  { isReadOnly, statementTimeout }: { readonly isReadOnly: boolean; readonly statementTimeout: number },
): PostgresPool {
  const pool = new pg.Pool({
    connectionString: address,
    max: 10,
    connectionTimeoutMillis: limits.connect,
    statement_timeout: statementTimeout,
    lock_timeout: limits.lock,
    options: `-c timezone=UTC -c default_transaction_read_only=${isReadOnly ? 'on' : 'off'} -c client_connection_check_interval=1000`,
    types: {
      getTypeParser: (type: number, format?: string) =>
        parsedTypes.has(type) ? pg.types.getTypeParser(type, format as 'text') : (text: string) => text,
    },
  })
  // Without a listener a restart of PostgreSQL ends this process; the pool itself reconnects.
  pool.on('error', () => {})
  return cancellingPool(pool)
}

function explained(address: string, error: unknown): CannotOpenDatabase {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const where = withoutPassword(address)
  if (code === '28P01' || code === '28000')
    return new CannotOpenDatabase(`${where} refuses this user or password: check them.`, { cause: error })
  if (code === '3D000')
    return new CannotOpenDatabase(`${where} has no database of this name: create it first.`, { cause: error })
  return new CannotOpenDatabase(
    `${where} cannot be reached${code === '' ? '' : ` (${code})`}: check host, port and that PostgreSQL is running.`,
    { cause: error },
  )
}

/** An address that may be shown: the password taken out. */
function withoutPassword(address: string): string {
  try {
    const url = new URL(address)
    return `${url.protocol}//${url.host}${url.pathname}`
  } catch {
    return 'The PostgreSQL address'
  }
}
