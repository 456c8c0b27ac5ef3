// The power is cut while a program writes: nothing that was acknowledged is lost, and no file is broken.
import { expect, it } from 'vitest'
import { cutPower } from '../../../testing/disk-faults/cut-power.ts'
import { whyNoDiskFaults } from '../../../testing/disk-faults/disk-faults.ts'

const obstacle = whyNoDiskFaults()

it('loses nothing at forty points of a run in which the log is moved into the file', { timeout: 60_000 }, async ({
  skip,
}) => {
  if (obstacle !== undefined) return skip(obstacle)
  const report = await cutPower({ writes: 5000, cuts: 40, seed: 1 })
  expect(report).toMatchObject({ acknowledged: 5000, failedSyncs: 0, findings: [] })
  expect(report.syncsOfFile).toBeGreaterThanOrEqual(2)
})

it('loses nothing either when a sync has failed in between', { timeout: 60_000 }, async ({ skip }) => {
  if (obstacle !== undefined) return skip(obstacle)
  const report = await cutPower({ writes: 600, cuts: 20, seed: 2, faults: { failSyncAt: 20 } })
  expect(report).toMatchObject({ failedSyncs: 1, findings: [] })
  expect(report.acknowledged).toBeGreaterThan(300)
  expect(report.acknowledged).toBeLessThan(600)
})
