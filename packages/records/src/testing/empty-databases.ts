/** Empty databases of each engine, for tests that must come out the same on all of them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { afterAll, beforeAll } from 'vitest'

/** An engine, with the addresses of as many databases as are asked for. */
export interface EmptyDatabases {
  readonly name: string
  address(): Promise<string>
}

/** The engines, for `describe.each`; the server of PostgreSQL runs as long as the file's tests. `prefix` tells its databases from those of others; `inFiles`: those of SQLite are files. */
export function emptyDatabases(prefix: string, { inFiles = false } = {}): readonly EmptyDatabases[] {
  let server: RunningPostgres
  let count = 0
  let folder: string | undefined
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(async () => {
    await server?.stop()
    if (folder !== undefined) rmSync(folder, { recursive: true })
  })
  return [
    {
      name: 'SQLite',
      async address() {
        if (!inFiles) return ':memory:'
        folder ??= mkdtempSync(join(tmpdir(), `haykal-${prefix}-`))
        count += 1
        return join(folder, `${count}.sqlite`)
      },
    },
    {
      name: 'PostgreSQL',
      async address() {
        count += 1
        return await server.createDatabase(`${prefix}${count}`)
      },
    },
  ]
}
