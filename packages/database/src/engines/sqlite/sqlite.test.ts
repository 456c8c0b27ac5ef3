/** SQLite passes the conformance suite, in memory and in a file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeEngine } from '../../testing/describe-engine.ts'
import { openSqlite } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

describeEngine('SQLite (in memory)', async () => openSqlite(':memory:'))
describeEngine('SQLite (in a file)', async () => openSqlite(join(folder, 'conformance.sqlite')))
