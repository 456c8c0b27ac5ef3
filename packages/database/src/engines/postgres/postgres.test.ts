/** PostgreSQL passes the conformance suite, on a real server. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asker, askFor } from '../../asker.ts'
import { describeEngine } from '../../testing/describe-engine.ts'
import { type RunningPostgres, startPostgres } from '../../testing/start-postgres.ts'
import { openPostgres } from './open.ts'

let server: RunningPostgres

describe('on a real server', () => {
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(async () => {
    await server?.stop()
  })

  describeEngine('PostgreSQL', async () => await openPostgres(await server.createDatabase('conformance')))

  test('says in one sentence that the password is wrong, without repeating it', async () => {
    const address = (await server.createDatabase('locked_out')).replace('haykal:haykal@', 'haykal:not-this@')
    await expect(openPostgres(address)).rejects.toThrow(/refuses this user or password: check them\.$/)
    await expect(openPostgres(address)).rejects.not.toThrow('not-this')
  })

  test('cancels what is read for somebody who goes away, and nothing that is written', async () => {
    const database = await openPostgres(await server.createDatabase('left'))
    let leave = () => {}
    const asker: Asker = {
      whenGone(listener) {
        leave = listener
        return () => {}
      },
    }
    const ask = () => sql`select pg_sleep(20)`.execute(database.queries)
    const asked = askFor(asker, ask).catch((error: unknown) => database.engine.explainRefusal(error)?.reason)
    await pause(200)
    const began = performance.now()
    leave()
    expect(await asked).toBe('too-long')
    expect(performance.now() - began).toBeLessThan(1_000)
    leave = () => {}
    const written = askFor(asker, () => database.write((queries) => sql`select pg_sleep(0.5)`.execute(queries)))
    await pause(100)
    leave()
    expect((await written).rows).toHaveLength(1)
    await database.close()
  })

  test('says in one sentence that a database is missing', async () => {
    const address = (await server.createDatabase('there')).replace('/there', '/not_there')
    await expect(openPostgres(address)).rejects.toThrow(/has no database of this name/)
  })
})

test('says in one sentence that nobody answers', async () => {
  await expect(openPostgres('postgres://127.0.0.1:1/none')).rejects.toThrow(
    /cannot be reached \(ECONNREFUSED\): check host, port/,
  )
})
