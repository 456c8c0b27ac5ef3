// A file of 200 tables, served by a real process: there at once, and small in memory.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeManyTables } from '../testing/real-server/many-tables.ts'
import { enterAsOwner, type RealServer, startRealServer } from '../testing/real-server/real-server.ts'

const list = '/api/v1/part_7?limit=50'

describe('a file of 200 tables', () => {
  let folder: string
  let server: RealServer
  let ofOneTable: { readonly firstList: number; readonly memory: number }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'haykal-many-'))
    const [file, data] = [join(folder, 'many.sqlite'), join(folder, 'data')]
    makeManyTables(file, { tables: 200, bytes: 200_000 })
    ofOneTable = await startOfOneTable(folder)
    server = await startRealServer({ file, data, cookie: await enterAsOwner(file, data), list })
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('answers its first list hardly later after the start than a file of one table does', () => {
    // How many milliseconds that is depends on what else the machine does meanwhile: `test:long` measures it alone.
    expect(server.firstList).toBeLessThan(2 * ofOneTable.firstList + 1000)
  })

  it('tells of all its tables, in memory that hardly grows with them', async () => {
    const boot = JSON.parse((await server.get('/api/v1/-/boot')).text) as { models: readonly unknown[] }
    expect(boot.models).toHaveLength(200)
    for (let index = 1; index <= 50; index += 1) expect((await server.get(`/api/v1/part_${index}`)).status).toBe(200)
    expect(server.memory().own).toBeLessThan(ofOneTable.memory + 60)
  })
})

async function startOfOneTable(folder: string): Promise<{ firstList: number; memory: number }> {
  const [file, data] = [join(folder, 'one.sqlite'), join(folder, 'data-of-one')]
  makeManyTables(file, { tables: 1, bytes: 200_000 })
  const server = await startRealServer({
    file,
    data,
    cookie: await enterAsOwner(file, data),
    list: '/api/v1/big?limit=50',
  })
  const { own: memory } = server.memory()
  await server.stop()
  return { firstList: server.firstList, memory }
}
