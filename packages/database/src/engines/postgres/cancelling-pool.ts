/** Connections on which a statement is cancelled when whoever waits for it has gone. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { presentAsker } from '../../asker.ts'

/** A pool for Kysely. */
export function cancellingPool(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => cancellingClient(pool, await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  }
}

function cancellingClient(pool: pg.Pool, client: pg.PoolClient): PostgresPoolClient {
  const query = client.query.bind(client) as (...parameters: unknown[]) => Promise<unknown>
  const whileAsked = async (...parameters: unknown[]): Promise<unknown> => {
    const asker = presentAsker()
    if (!asker) return await query(...parameters)
    let cancelling: Promise<unknown> | undefined
    const stop = asker.whenGone(() => {
      cancelling = cancel(pool, client)
    })
    try {
      return await query(...parameters)
    } finally {
      stop()
      // A connection that is given back before would have the statement of somebody else cancelled.
      await cancelling
    }
  }
  return { query: whileAsked as PostgresPoolClient['query'], release: () => client.release() }
}

async function cancel(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
  const { processID } = client as unknown as { readonly processID: number }
  await pool.query('select pg_cancel_backend($1)', [processID]).catch(() => undefined)
}
