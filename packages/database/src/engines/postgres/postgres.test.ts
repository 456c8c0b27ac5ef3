/** PostgreSQL passes the conformance suite, on a real server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
