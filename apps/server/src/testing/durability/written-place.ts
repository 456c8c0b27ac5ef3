/** A place that people write into over HTTP while its process or its disk fails: a project of its own, or an adopted file. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foreignTables } from '../foreign-program/run-foreign-program.ts'
import { withFile } from '../odd-databases/odd-database.ts'
import { enterAsOwner, type RealServer, startRealServer } from '../real-server/real-server.ts'
import { lostIn } from './what-is-kept.ts'
import type { Promises } from './write-on.ts'

/** Where it lies and how it is written to. */
export interface WrittenPlace {
  /** The database file. */
  readonly path: string
  readonly address: string
  /** Values that a new record needs besides those of the writers. */
  readonly needed: { readonly [field: string]: unknown }
  start(env?: { readonly [name: string]: string }): Promise<RealServer>
  /** What the file lacks of what was promised, or what is wrong with it; nothing, when all is well. */
  findings(promises: Promises): readonly string[]
  remove(): void
}

/** Makes a project of its own in a new folder, with its first author. */
export async function makeOwnProject(): Promise<WrittenPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-kept-'))
  const project = join(import.meta.dirname, '../demo-project')
  const data = join(folder, 'data')
  const cookie = await enterAsOwner(project, data)
  const start: WrittenPlace['start'] = (env) =>
    startRealServer({ file: project, data, cookie, list: '/api/v1/articles?limit=1', ...(env && { env }) })
  const server = await start()
  const { text } = await server.send('POST /api/v1/authors', { values: { name: 'Who writes' } })
  await server.stop()
  const author = JSON.parse(text).data.id
  return placeOf({ folder, path: join(data, 'data.sqlite'), table: 'articles', needed: { author }, start })
}

/** Adopts a file of another program's, and unlocks what is written to. */
export async function makeAdoptedFile(): Promise<WrittenPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-kept-'))
  mkdirSync(join(folder, 'beside'))
  const [path, data] = [join(folder, 'shop.sqlite'), join(folder, 'beside/data')]
  withFile(path, (file) => file.exec(foreignTables(10)))
  const cookie = await enterAsOwner(path, data)
  const start: WrittenPlace['start'] = (env) =>
    startRealServer({ file: path, data, cookie, list: '/api/v1/article?limit=1', ...(env && { env }) })
  const server = await start()
  await server.send('POST /api/v1/article/-/unlock', {})
  await server.stop()
  return placeOf({ folder, path, table: 'article', needed: {}, start })
}

interface Parts extends Pick<WrittenPlace, 'path' | 'needed' | 'start'> {
  readonly folder: string
  readonly table: string
}

function placeOf({ folder, path, table, needed, start }: Parts): WrittenPlace {
  return {
    path,
    address: `/api/v1/${table}`,
    needed,
    start,
    findings: (promises) => lostIn(path, table, promises),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
