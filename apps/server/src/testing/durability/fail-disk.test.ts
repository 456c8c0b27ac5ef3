// Writes and syncs of the disk fail under a server: nobody is told that something is saved which is not, people go on reading, and all comes back by itself.
import { createDiskFaults, whyNoDiskFaults } from '@haykal/database/testing/disk-faults'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FailingServer, failDisk } from './fail-disk.ts'
import { noPromises } from './write-on.ts'
import { makeAdoptedFile, makeOwnProject } from './written-place.ts'

const obstacle = whyNoDiskFaults()

describe.skipIf(obstacle !== undefined)(`a disk that fails${obstacle ? ` (left out: ${obstacle})` : ''}`, () => {
  let failing: FailingServer
  beforeAll(async () => {
    const place = await makeOwnProject()
    const disk = createDiskFaults(place.path)
    failing = { place, disk, server: await place.start(disk.env), promises: noPromises() }
  })
  afterAll(async () => {
    await failing?.server.stop()
    failing?.disk.remove()
    failing?.place.remove()
  })

  it.each([
    { failWriteAt: 1 },
    { failWriteAt: 7 },
    { failWriteAt: 30, forGood: true },
    { failSyncAt: 1 },
    { failSyncAt: 4 },
    { failSyncAt: 11 },
    { failSyncAt: 2, forGood: true },
    { failSyncAt: 9, forGood: true },
  ])('is told of, and forgotten once it is over: %j', { timeout: 30_000 }, async (faults) => {
    const report = await failDisk(failing, faults)
    expect(report.hasFailed).toBe(true)
    expect(Object.keys(report.reads)).toEqual(['200'])
    const refused = Object.keys(report.writes).filter((status) => !['200', '201'].includes(status))
    expect(refused).toEqual([faults.failSyncAt === undefined ? '507' : '503'])
    expect(report.recovered).toBeLessThan(faults.forGood ? 4_000 : 2_000)
    expect(failing.place.findings(failing.promises)).toEqual([])
    expect(failing.server.hasEnded).toBe(false)
  })

  it('says why nothing can be saved, in words that people understand', { timeout: 30_000 }, async () => {
    const { server, disk, place } = failing
    disk.set({ failSyncAt: 1, forGood: true })
    const write = () => server.send('POST /api/v1/authors', { values: { name: `In vain ${Math.random()}` } })
    const [first, second] = [await write(), await write()]
    for (const { status, text } of [first, second]) {
      expect(status).toBe(503)
      expect(JSON.parse(text)).toMatchObject({ code: 'unavailable', params: { reason: 'sync-failed' } })
    }
    expect((await server.get(`${place.address}?limit=1`)).status).toBe(200)
    disk.set({})
  })

  it('is full: it says so within a second, and goes on once there is room', { timeout: 30_000 }, async () => {
    const { server, disk, place } = failing
    const write = () => server.send('POST /api/v1/authors', { values: { name: `Much ${Math.random()}` } })
    while ((await write()).status !== 201) await new Promise((done) => setTimeout(done, 50))
    disk.set({ failWriteAt: 1, forGood: true, error: 28 })
    for (const _ of [1, 2, 3]) {
      const start = performance.now()
      const { status, text } = await write()
      expect(status).toBe(507)
      expect(JSON.parse(text)).toMatchObject({ code: 'disk_full' })
      expect(performance.now() - start).toBeLessThan(1_000)
    }
    expect((await server.get(`${place.address}?limit=1`)).status).toBe(200)
    disk.set({})
    expect((await write()).status).toBe(201)
  })
})

describe.skipIf(obstacle !== undefined)('a disk that fails under an adopted file', () => {
  it('is no trouble of the file: it is not looked at anew, and all comes back', { timeout: 60_000 }, async () => {
    const place = await makeAdoptedFile()
    const disk = createDiskFaults(place.path)
    const server = await place.start(disk.env)
    const promises = noPromises()
    try {
      const report = await failDisk({ place, disk, server, promises }, { failSyncAt: 3, forGood: true })
      expect(report).toMatchObject({ hasFailed: true, recovered: expect.any(Number) })
      expect(Object.keys(report.reads)).toEqual(['200'])
      expect(place.findings(promises)).toEqual([])
    } finally {
      await server.stop()
      disk.remove()
      place.remove()
    }
  })
})
