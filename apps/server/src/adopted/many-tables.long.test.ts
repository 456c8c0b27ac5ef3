// A file of 200 tables and two gigabytes, served by a real process: measured.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeManyTables } from '../testing/real-server/many-tables.ts'
import { measureLists } from '../testing/real-server/measure-lists.ts'
import { enterAsOwner, startRealServer } from '../testing/real-server/real-server.ts'

/** Milliseconds, megabytes, times. The first two miss their goals of 1,000 and 140 (docs/performance.md): this is what must not get worse. */
const bounds = { firstList: 2500, memory: 230, slowdown: 3 } as const

it('shows 200 tables and 2 GB soon after the start, in bounded memory, also while somebody searches through all of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-large-'))
  const [file, data] = [join(folder, 'large.sqlite'), join(folder, 'data')]
  try {
    const size = makeManyTables(file, { tables: 200, bytes: 2e9 })
    const cookie = await enterAsOwner(file, data)
    const server = await startRealServer({ file, data, cookie, list: '/api/v1/big?limit=50' })
    try {
      for (let index = 1; index <= 50; index += 1) await server.get(`/api/v1/part_${index}`)
      const memory = server.memory()
      const search = ['nowhere', 'neither', 'not%20there'].map((word) => `/api/v1/big?q=${word}&count=none`)
      const times = await measureLists(server, { list: '/api/v1/part_7?limit=50', search, times: 300 })
      const figures = {
        gigabytes: size / 1e9,
        firstList: Math.round(server.firstList),
        memory,
        afterwards: server.memory(),
        ...times,
      }
      console.log(JSON.stringify(figures))
      expect.soft(size).toBeGreaterThan(1.9e9)
      expect.soft(server.firstList).toBeLessThan(bounds.firstList)
      expect.soft(memory.own).toBeLessThan(bounds.memory)
      expect.soft(times.searches.map(({ status }) => status)).toEqual(search.map(() => 200))
      // Below a few milliseconds a list is at the mercy of whatever else the machine does.
      expect.soft(times.busy.p99).toBeLessThan(bounds.slowdown * Math.max(times.idle.p99, 5))
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
