// Each of the first sixty writes and syncs fails in turn, once and for good, while people write and read.
import { createDiskFaults, type Faults, whyNoDiskFaults } from '@haykal/database/testing/disk-faults'
import { expect, it } from 'vitest'
import { failDisk } from './fail-disk.ts'
import { noPromises } from './write-on.ts'
import { makeAdoptedFile, makeOwnProject } from './written-place.ts'

const obstacle = whyNoDiskFaults()
const most = 60
const numbers = Array.from({ length: most }, (_, index) => index + 1)
const all = numbers.flatMap((n): Faults[] => [
  { failWriteAt: n },
  { failWriteAt: n, forGood: true },
  { failSyncAt: n },
  { failSyncAt: n, forGood: true },
])

it.for([
  ['a project of its own', makeOwnProject],
  ['an adopted file', makeAdoptedFile],
] as const)('promises nothing that is not kept, and comes back each time, in %s', async ([, make], { skip }) => {
  if (obstacle !== undefined) return skip(obstacle)
  const place = await make()
  const disk = createDiskFaults(place.path)
  const server = await place.start(disk.env)
  const promises = noPromises()
  const findings: string[] = []
  let longestRecovery = 0
  try {
    for (const faults of all) {
      const report = await failDisk({ place, disk, server, promises }, faults)
      const told = JSON.stringify({ faults, ...report })
      const isWell = report.hasFailed && report.recovered !== undefined && !server.hasEnded
      const isRead = Object.keys(report.reads).join() === '200'
      const isTold = Object.keys(report.writes).every((status) => ['200', '201', '503', '507'].includes(status))
      if (!isWell || !isRead || !isTold) findings.push(told)
      longestRecovery = Math.max(longestRecovery, report.recovered ?? Infinity)
      findings.push(...place.findings(promises).map((finding) => `${finding} ${told}`))
    }
    await server.kill()
    findings.push(...place.findings(promises))
    console.log(JSON.stringify({ failures: all.length, acknowledged: promises.count, longestRecovery, findings }))
    expect(findings).toEqual([])
  } finally {
    await server.kill()
    disk.remove()
    place.remove()
  }
})
