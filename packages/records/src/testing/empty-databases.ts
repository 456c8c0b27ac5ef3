/** Empty databases of each engine, for tests that must come out the same on all of them. */
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { afterAll, beforeAll } from 'vitest'

/** An engine, with the addresses of as many databases as are asked for. */
export interface EmptyDatabases {
  readonly name: string
  address(): Promise<string>
}

/** The engines, for `describe.each`; the server of PostgreSQL runs as long as the file's tests. `prefix` tells its databases from those of others. */
export function emptyDatabases(prefix: string): readonly EmptyDatabases[] {
  let server: RunningPostgres
  let count = 0
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(async () => await server?.stop())
  return [
    { name: 'SQLite', address: async () => ':memory:' },
    {
      name: 'PostgreSQL',
      async address() {
        count += 1
        return await server.createDatabase(`${prefix}${count}`)
      },
    },
  ]
}
