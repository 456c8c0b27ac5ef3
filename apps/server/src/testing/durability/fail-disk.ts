/** Lets single writes and syncs of a server's disk fail while people write and read. */
import type { DiskFaults, Faults } from '@haykal/database/testing/disk-faults'
import type { RealServer } from '../real-server/real-server.ts'
import { type Promises, writeOn } from './write-on.ts'
import type { WrittenPlace } from './written-place.ts'

/** A server whose disk can be made to fail. */
export interface FailingServer {
  readonly place: WrittenPlace
  readonly server: RealServer
  readonly disk: DiskFaults
  readonly promises: Promises
}

/** What one failure did. Times are milliseconds. */
export interface FailReport {
  /** The failure has happened. */
  readonly hasFailed: boolean
  /** How often each status was the answer to a write, to a read. */
  readonly writes: { readonly [status: number]: number }
  readonly reads: { readonly [status: number]: number }
  /** From the end of the failure to the first write that was kept; undefined: there was none. */
  readonly recovered: number | undefined
  readonly longestAnswer: number
}

const writers = 4

/** Milliseconds that writers go on at most, and once the disk has failed; and until it must be well again. */
const times = { most: 10_000, failing: 150, recovery: 10_000 } as const

/** Makes the disk fail, waits for it, goes on for a moment, mends the disk, and waits for the first write that is kept. */
export async function failDisk(failing: FailingServer, faults: Faults): Promise<FailReport> {
  const { place, server, disk, promises } = failing
  const start = performance.now()
  let failedAt: number | undefined
  const hasFailed = () => {
    const { writes, syncs } = disk.counts()
    return writes >= (faults.failWriteAt ?? Infinity) || syncs >= (faults.failSyncAt ?? Infinity)
  }
  const goesOn = () => {
    if (failedAt === undefined && hasFailed()) failedAt = performance.now()
    const now = performance.now()
    return now - start < times.most && (failedAt === undefined || now - failedAt < times.failing)
  }
  const reads: { [status: number]: number } = {}
  let longestAnswer = 0
  const read = async () => {
    while (goesOn()) {
      const asked = performance.now()
      const { status } = await server.get(`${place.address}?limit=5`).catch(() => ({ status: 0 }))
      longestAnswer = Math.max(longestAnswer, performance.now() - asked)
      reads[status] = (reads[status] ?? 0) + 1
    }
  }
  disk.set(faults)
  const [{ statuses }] = await Promise.all([writeOn({ place, server, promises, writers, goesOn }), read()])
  disk.set({})
  const recovered = await recovery(failing)
  return { hasFailed: failedAt !== undefined, writes: statuses, reads, recovered, longestAnswer }
}

async function recovery({ place, server, promises }: FailingServer): Promise<number | undefined> {
  const start = performance.now()
  const before = promises.count
  const goesOn = () => promises.count === before && performance.now() - start < times.recovery
  await writeOn({ place, server, promises, writers: 1, goesOn })
  return promises.count === before ? undefined : performance.now() - start
}
